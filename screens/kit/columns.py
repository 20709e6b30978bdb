"""Columns and rows of a table, in terminal cells."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from msgspec import Struct

from screens.kit.language import Wording
from screens.kit.text import displayable, fit

Tone: TypeAlias = Literal["", "muted", "strong", "good", "warn", "bad"]
"""How a cell is meant; the theme gives it a colour."""
GAP = 1
"""Blank cells after each column."""


class Column(Struct, frozen=True):
    """One column of a table."""

    title: Wording
    """What stands in the header line."""
    width: int
    """Cells it takes; where it can grow, the least."""
    flex: int = 0
    """Its share of the width that is left over; 0 for a fixed width."""
    right: bool = False
    """Whether it is aligned at the right, as numbers are."""


class Cell(NamedTuple):
    """A text with a tone."""

    text: str
    """What is shown."""
    tone: Tone = ""
    """How it is meant."""


class Row(Struct, frozen=True):
    """One row of a table."""

    key: str
    """What stays the same while the row moves or changes; the cursor is kept by it."""
    cells: tuple[str | Cell, ...]
    """One a column."""


def column_widths(columns: Sequence[Column], width: int) -> list[int]:
    """The cells of each column in a table of this width; the rest goes to the flexible ones."""
    widths = [column.width for column in columns]
    rest = width - sum(widths) - GAP * len(columns)
    shares = sum(column.flex for column in columns)
    if rest <= 0 or not shares:
        return widths
    for index, column in enumerate(columns):
        share = rest * column.flex // shares
        widths[index] += share
        rest, shares = rest - share, shares - column.flex
        if not shares:
            break
    return widths


def laid_out(
    cells: Sequence[str | Cell], columns: Sequence[Column], widths: Sequence[int]
) -> list[Cell]:
    """The cells of one line, each exactly as wide as its column and the gap after it."""
    line = []
    for given, column, width in zip(cells, columns, widths, strict=True):
        text, tone = given if isinstance(given, Cell) else Cell(given)
        line.append(Cell(fit(displayable(text), width, right=column.right) + " " * GAP, tone))
    return line
