"""What customers ask about most, and what it comes from."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from cstui.reports.document import Bar, Bars, Column, Kind, Row, Section, Table
from cstui.reports.study import Study
from cstui.reports.views.parts import label_cells, label_columns, where_of
from cstui.reports.wording import value_text

MOST: Final = 15
"""So many lines of a list are told; the rest is one line."""
_BESIDE: Final = ("FRT", "RT", "CSAT", "RPT")
_LISTS: Final = {"types": ("type",), "subtypes": ("type", "subtype"), "causes": ("cause",)}


def problems(study: Study) -> Section:
    """Types, subtypes and causes, most frequent first, with their share of all."""
    t = study.t
    study.near(*_BESIDE).learn(("VOL", *_BESIDE), *_LISTS.values())
    tables = tuple(_top(study, name, by) for name, by in _LISTS.items())
    bars = tuple(
        Bar(value_text("type", row.where["type"], t), count, metric="VOL", where=row.where)
        for row, count in _counted(tables[0])
    )
    chart = Bars("types", t("view.problems.types"), Kind.COUNT, bars)
    return Section("problems", t("view.problems"), (), tables, (chart,))


def _counted(table: Table) -> Iterator[tuple[Row, float]]:
    """The rows of a table of one label, with the count that follows it."""
    for row in table.rows:
        count = row.cells[1]
        if isinstance(count, int | float):
            yield row, count


def _top(study: Study, name: str, by: Sequence[str]) -> Table:
    t, near = study.t, study.near(*_BESIDE)
    labels = near.grouped(*by).labels
    counts = [reading.n for reading in near.by("VOL", *by)]
    beside = [near.by(metric, *by) for metric in _BESIDE]
    whole = sum(counts)
    order = sorted(
        (place for place in range(len(counts)) if counts[place]), key=lambda place: -counts[place]
    )[:MOST]
    running = list(accumulate(counts[place] for place in order))
    rows = tuple(
        Row(
            (
                *label_cells(by, labels[place], t),
                counts[place],
                counts[place] / whole,
                so_far / whole,
                *(read[place].value for read in beside),
            ),
            where_of(by, labels[place]),
            "VOL",
        )
        for place, so_far in zip(order, running, strict=True)
    )
    columns = (
        *label_columns(by, t),
        Column("VOL", t("metric.VOL.name"), Kind.COUNT, "VOL"),
        Column("share", t("view.problems.share"), Kind.RATE),
        Column("so_far", t("view.problems.so_far"), Kind.RATE),
        Column("FRT", t("metric.FRT.name"), Kind.SECONDS, "FRT"),
        Column("RT", t("metric.RT.name"), Kind.SECONDS, "RT"),
        Column("CSAT", t("metric.CSAT.name"), Kind.SCORE, "CSAT"),
        Column("RPT", t("metric.RPT.name"), Kind.RATE, "RPT"),
    )
    return Table(name, columns, rows, t(f"view.problems.{name}"))
