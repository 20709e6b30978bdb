"""A document's figures as one CSV table, unrounded, as Excel opens it without being asked."""

import csv
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import StringIO

from cstui.exchange.guarding import guarded
from cstui.i18n import Translator
from cstui.reports.cell_text import headed, unit_name
from cstui.reports.document import Document, Measure, Row, Table
from cstui.reports.layout import plain
from cstui.reports.render.stacking import stacked

_BYTE_ORDER_MARK = "\ufeff"


def as_csv(document: Document, t: Translator) -> str:
    """The document's flat table, else its tables one below the other; begins with the mark."""
    table = document.flat or stacked(document, t)
    mixed = [
        any(isinstance(row.cells[place], Measure) for row in table.rows)
        for place in range(len(table.columns))
    ]
    text = StringIO()
    out = csv.writer(text)
    out.writerow(_titles(table, mixed, t))
    for row in table.rows:
        out.writerow(_values(row, mixed, t))
    return _BYTE_ORDER_MARK + text.getvalue()


def _titles(table: Table, mixed: Sequence[bool], t: Translator) -> Iterator[str]:
    """The titles with their units; a column of values of several kinds has one for these beside."""
    for column, is_mixed in zip(table.columns, mixed, strict=True):
        yield guarded(plain(column.title if is_mixed else headed(column, t)))
        if is_mixed:
            yield guarded(plain(t("report.unit_of", title=column.title)))


def _values(row: Row, mixed: Sequence[bool], t: Translator) -> Iterator[str | float | None]:
    for cell, is_mixed in zip(row.cells, mixed, strict=True):
        if isinstance(cell, Measure):
            yield cell.value
            yield None if cell.value is None else unit_name(cell.kind, t)
        else:
            yield _written(cell)
            if is_mixed:
                yield None


def _written(value: str | float | datetime | None) -> str | float | None:
    match value:
        case datetime():
            return f"{value:%Y-%m-%d %H:%M:%S}"
        case str():
            return guarded(plain(value))
        case _:
            return value
