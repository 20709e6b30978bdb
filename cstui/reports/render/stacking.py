"""All tables of a document put together to one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from cstui.i18n import Translator
from cstui.reports.document import Cell, Column, Document, Row, Table

_Key = tuple[str, str, str]
"""What makes columns of two tables one: name, title and kind."""


def stacked(document: Document, t: Translator) -> Table:
    """The tables one below the other: which one a row is of, then every column there is, once.

    A row leaves the columns of other tables empty. Columns that have nothing but their title in
    common are told apart by what they stand behind, or by the title of their table.
    """
    named = list(_named(document))
    columns: dict[_Key, tuple[Column, Sequence[str]]] = {}
    for title, table in named:
        for before, column in pairwise((None, *table.columns)):
            if column:
                columns.setdefault(_key(column), (column, _titles(title, before, column)))
    rows = tuple(
        replace(row, cells=(title, *_spread(row, table, columns)))
        for title, table in named
        for row in table.rows
    )
    first = Column("table", t("report.table"))
    return Table(document.name, (first, *_titled(columns.values())), rows, document.title)


def _named(document: Document) -> Iterator[tuple[str, Table]]:
    """Each table with what tells it from the others."""
    for section in document.sections:
        for table in section.tables:
            yield table.title or section.title, table


def _key(column: Column) -> _Key:
    return column.name, column.title, column.kind


def _titles(table: str, before: Column | None, column: Column) -> Sequence[str]:
    """A column's title, and longer ones in which it is told apart from others."""
    longer = f"{table} {column.title}"
    if before and column.metric and before.metric == column.metric:
        value = f"{before.title} {column.title}"
        return column.title, value, longer, f"{table} {value}"
    return column.title, longer


def _titled(columns: Iterable[tuple[Column, Sequence[str]]]) -> Iterator[Column]:
    """The columns, each under the shortest title that no other could have, or with a number."""
    told = list(columns)
    taken = Counter(title for _, titles in told for title in set(titles))
    used: Counter[str] = Counter()
    for column, titles in told:
        title = next((each for each in titles if taken[each] == 1), titles[-1])
        used[title] += 1
        yield replace(column, title=f"{title} {used[title]}" if used[title] > 1 else title)


def _spread(row: Row, table: Table, columns: Iterable[_Key]) -> Iterator[Cell]:
    """A row's cells, each in the column that it shares with other tables."""
    found = {_key(column): cell for column, cell in zip(table.columns, row.cells, strict=True)}
    return (found.get(key) for key in columns)
