"""Sheets: tables of text cells, whatever file they come from.

Every reader turns a file into rows of text: dates and times of a workbook are written as
`2023-10-01 09:15:00`, whole numbers without a decimal point, empty cells as empty text. So the same
table as CSV, XLSX or JSON gives the same rows.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Protocol

from msgspec import Struct, field

from cstui.domain.errors import InputError
from cstui.exchange.words import plain

HEADER_WITHIN = 30
"""How many rows a header may be looked for."""


class Row(NamedTuple):
    """One row of a table."""

    line: int
    """Line of the file on which it begins, from 1; place of the object in JSON."""
    cells: Sequence[str]
    broken: str = ""
    """Why its cells cannot be relied on: a phrase below `exchange.reject.`."""


class Guess(Struct, frozen=True):
    """Something about a file that was found out rather than told."""

    what: str
    """`encoding`, `delimiter`, `sheet` or `date_order`."""
    value: str


class Table(Struct, frozen=True):
    """One table of a file."""

    name: str
    """The sheet's name; empty where a file holds only one table."""
    hidden: bool
    rows: Callable[[], Iterator[Row]]
    """Reads it from the top; each call begins anew."""


class Source(Protocol):
    """An open file with one or more tables."""

    path: Path
    tables: tuple[Table, ...]
    """The tables that may be meant, most likely first."""
    guesses: tuple[Guess, ...]

    def share(self) -> float | None:
        """How much of the file was read so far, from 0 to 1; None where that cannot be told."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


class Sheet(Struct, frozen=True):
    """A table whose header was found."""

    headers: tuple[str, ...]
    """As written."""
    table: Table
    top: int
    """How many rows stand above the first row of data, the header among them."""
    titles: int
    """How many rows that say something stand above the header."""
    guesses: tuple[Guess, ...] = field(default_factory=tuple)

    def rows(self) -> Iterator[Row]:
        """The rows below the header, without those in which no cell says anything."""
        width = len(self.headers)
        for row in islice(self.table.rows(), self.top, None):
            cells = row.cells
            if len(cells) != width:
                if not any(cells):
                    continue
                row = _fitted(row, width)
            elif not any(cells):
                continue
            yield row

    def column(self, header: str) -> int:
        """The place of a column, from 0; headers are compared without case, width and spaces.

        Raises:
            InputError: where there is no such column, or more than one.
        """
        wanted = plain(header)
        places = [place for place, each in enumerate(self.headers) if plain(each) == wanted]
        if len(places) == 1:
            return places[0]
        if places:
            raise InputError("column_twice", column=header)
        raise InputError("column_missing", columns=header, headers=_listed(self.headers))


def find_sheet(
    source: Source, wanted: Collection[str], normal: Callable[[str], str] = plain
) -> Sheet:
    """The first table of a file that has all of the columns, and its header.

    Rows above the header, as merged titles, are passed over.

    Args:
        source: the open file.
        wanted: the columns.
        normal: what to make of a header before it is compared.

    Raises:
        InputError: where no table has them; names those that the likeliest one lacks.
    """
    sought = {normal(header) for header in wanted}
    best: tuple[int, Sheet] | None = None
    for table in source.tables:
        sheet, found = _likeliest(table, sought, source, normal)
        if found == len(sought) and sheet:
            return sheet
        if sheet and (best is None or found > best[0]):
            best = found, sheet
    if best is None:
        raise InputError("sheet_empty", path=source.path)
    have = {normal(header) for header in best[1].headers}
    raise InputError(
        "column_missing",
        columns=_listed([header for header in wanted if normal(header) not in have]),
        headers=_listed(best[1].headers),
    )


def _likeliest(
    table: Table, sought: AbstractSet[str], source: Source, normal: Callable[[str], str]
) -> tuple[Sheet | None, int]:
    """The row that holds most of what is sought, and how much it holds."""
    best: Sheet | None = None
    most, titles = -1, 0
    for place, row in enumerate(islice(table.rows(), HEADER_WITHIN)):
        cells = _without_blank_end(row.cells)
        if not cells:
            continue
        found = len(sought & set(map(normal, cells)))
        if found > most:
            guesses = source.guesses
            if len(source.tables) > 1:
                guesses = (*guesses, Guess("sheet", table.name))
            best, most = Sheet(cells, table, place + 1, titles, guesses), found
        if found == len(sought):
            break
        titles += 1
    return best, most


def _fitted(row: Row, width: int) -> Row:
    """The row with as many cells as the header has."""
    cells = list(row.cells)
    beyond = cells[width:]
    cells = cells[:width] + [""] * (width - len(cells))
    broken = row.broken or ("too_many_cells" if any(beyond) else "")
    return Row(row.line, cells, broken)


def _without_blank_end(cells: Sequence[str]) -> tuple[str, ...]:
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    return tuple(cells[:width])


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names if name.strip())
