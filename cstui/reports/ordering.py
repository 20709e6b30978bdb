"""In which order a reader meets the tables and charts of a section."""

from collections.abc import Iterator
from typing import Final

from cstui.reports.document import Chart, Section, Table

_LONG: Final = 12
"""A table of more rows stands below the chart that tells the same."""


def in_order(section: Section) -> Iterator[Table | Chart]:
    """The tables and charts so that the first glance falls on what tells most.

    A chart stands with the first table that it belongs to: below a short one, above a long one.
    Charts that belong to none come first.
    """
    families = {_family(table) for table in section.tables}
    yield from (chart for chart in section.charts if _family(chart) not in families)
    placed: set[str] = set()
    for table in section.tables:
        family = _family(table)
        own = [one for one in section.charts if _family(one) == family and family not in placed]
        placed.add(family)
        yield from (*own, table) if len(table.rows) > _LONG else (table, *own)


def _family(part: Table | Chart) -> str:
    """What tables and charts of one thing have in common: `FRT` of `FRT.spread`."""
    return part.name.partition(".")[0]
