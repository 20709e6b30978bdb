"""Where the fields of a form stand: a grid of labelled fields, in terminal cells."""

from collections.abc import Sequence

from msgspec import Struct

COLUMN_GAP = 2
"""Cells between two columns."""
LEAST_COLUMN = 34
"""Cells that a column needs; a narrower form has fewer columns."""


class Item(Struct, frozen=True):
    """What the plan has to know of a field."""

    label: int
    """Cells of its label, with the space after it."""
    lines: int = 1
    """Lines of its field."""
    wide: bool = False
    """Whether it takes a whole row."""
    wrong: bool = False
    """Whether a line for an error is needed below it."""


class Slot(Struct, frozen=True):
    """Where one field stands."""

    label_x: int
    """Column of its label."""
    x: int
    """Column of its field."""
    y: int
    """Line of both."""
    width: int
    """Cells of its field."""
    height: int
    """Lines of its field."""


class Plan(Struct, frozen=True):
    """Where all fields of a form stand."""

    slots: tuple[Slot, ...]
    """A slot a field, in their order."""
    height: int
    """Lines in all."""


def plan(items: Sequence[Item], width: int, columns: int) -> Plan:
    """Places fields from left to right, row by row; labels of a column are equally wide."""
    columns = max(1, min(columns, (width + COLUMN_GAP) // (LEAST_COLUMN + COLUMN_GAP)))
    rows = _rows(items, columns)
    labels = [
        max((items[row[column]].label for row in rows if column < len(row)), default=0)
        for column in range(columns)
    ]
    pitch = (width + COLUMN_GAP) // columns
    slots: list[Slot] = []
    y = 0
    for row in rows:
        height = max(items[index].lines for index in row)
        for column, index in enumerate(row):
            item, start = items[index], column * pitch
            end = width if item.wide or column == columns - 1 else start + pitch - COLUMN_GAP
            x = start + labels[column]
            slots.append(Slot(start, x, y, max(1, end - x), item.lines))
        y += height + any(items[index].wrong for index in row)
    return Plan(tuple(slots), y)


def row_numbers(items: Sequence[Item], columns: int) -> list[int]:
    """The row of each field, where the width allows all columns."""
    return [number for number, row in enumerate(_rows(items, columns)) for _ in row]


def _rows(items: Sequence[Item], columns: int) -> list[list[int]]:
    """The indices of the fields of each row."""
    rows: list[list[int]] = []
    open_row = False
    for index, item in enumerate(items):
        if open_row and not item.wide and len(rows[-1]) < columns:
            rows[-1].append(index)
        else:
            rows.append([index])
        open_row = not item.wide
    return rows
