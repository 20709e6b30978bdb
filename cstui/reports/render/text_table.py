"""Tables of a document in terminal cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from msgspec import Struct

from cstui.i18n import Translator
from cstui.reports.cell_text import shown
from cstui.reports.document import Column, Kind, Table
from cstui.reports.layout import cells, longest_part, padded, plain, wrapped

_LEAST_TEXT, _LEAST_HEADER = 14, 6
"""Cells below which a text or a header is not squeezed."""
_LONGEST_WORD = 12
"""Nor is a word of a header broken that takes no more of them."""
_GAP = 2
_MARK = "!"


@dataclass
class _Strip:
    """A column as texts, its header first."""

    texts: list[str]
    is_text: bool
    width: int
    """Cells that it takes; at first as many as it would like."""
    least: int
    """Cells that it needs."""
    metric: str = ""
    """Id of the metric that it tells, where it tells one."""
    column: int | None = None
    """The table's column; None where it is none."""


class Spot(Struct, frozen=True):
    """Where a table's cell stands on a line."""

    start: int
    """Terminal cells before it."""
    stop: int
    row: int
    column: int


class TableLine(Struct, frozen=True):
    """A line of a table."""

    text: str
    row: int | None
    """The row that it tells, or goes on with; None of headers and between blocks."""
    spots: tuple[Spot, ...] = ()
    """Its cells, on the first line of each row."""


def table_lines(table: Table, t: Translator, width: int) -> Iterator[str]:
    """A table as aligned lines of text; see `placed_lines`."""
    return (line.text for line in placed_lines(table, t, width))


def placed_lines(table: Table, t: Translator, width: int) -> Iterator[TableLine]:
    """A table as aligned lines of at most `width` terminal cells.

    Texts and headers that are too long are broken into several lines. Where the figures are too
    many for one line they follow below, behind the same labels.
    """
    strips = [_strip(table, place, column, t) for place, column in enumerate(table.columns)]
    labels, figures = strips[: table.labels], strips[table.labels :]
    if any(row.marked for row in table.rows):
        marks = ["", *(_MARK if row.marked else "" for row in table.rows)]
        labels.insert(0, _Strip(marks, is_text=True, width=1, least=1))
    for place, block in enumerate(_blocks(labels, figures, width)):
        if place:
            yield TableLine("", None)
        yield from _block_lines(block, width)


def _strip(table: Table, place: int, column: Column, t: Translator) -> _Strip:
    is_text = column.kind is Kind.TEXT
    below = [plain(shown(row.cells[place], column.kind, t)) for row in table.rows]
    header = cells(column.title)
    widest = max(map(cells, below), default=0)
    least = min(max(widest, header), _LEAST_TEXT)
    if not is_text:
        word = min(longest_part(column.title), _LONGEST_WORD)
        least = max(widest, min(header, max(_LEAST_HEADER, word)))
    return _Strip(
        [plain(column.title), *below], is_text, max(widest, header), least, column.metric, place
    )


def _blocks(
    labels: list[_Strip], figures: Sequence[_Strip], width: int
) -> Iterator[Sequence[_Strip]]:
    """Labels with as many figures as fit beside them, again and again.

    What tells of one metric, as a value and its n, stays together where it can.
    """
    block = list(labels)
    for strips in _together(figures):
        if len(block) > len(labels) and not _fit([*block, *strips], width):
            yield block
            block = list(labels)
        for strip in strips:
            if len(block) > len(labels) and not _fit([*block, strip], width):
                yield block
                block = list(labels)
            block.append(strip)
    yield block


def _together(figures: Sequence[_Strip]) -> Iterator[list[_Strip]]:
    """Neighbours that tell of one metric."""
    for metric, neighbours in groupby(figures, lambda strip: strip.metric):
        strips = list(neighbours)
        yield from [strips] if metric else ([strip] for strip in strips)


def _fit(block: Sequence[_Strip], width: int) -> bool:
    return _taken([strip.least for strip in block]) <= width


def _taken(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)


def _block_lines(block: Sequence[_Strip], width: int) -> Iterator[TableLine]:
    widths = _squeezed(block, width)
    for place, row in enumerate(zip(*(strip.texts for strip in block), strict=True)):
        broken = [
            [text] if cells(text) <= room else wrapped(text, room)
            for text, room in zip(row, widths, strict=True)
        ]
        for line in range(max(map(len, broken))):
            parts = [
                padded(lines[line] if line < len(lines) else "", room, right=not strip.is_text)
                for lines, room, strip in zip(broken, widths, block, strict=True)
            ]
            told = place - 1 if place else None
            spots = () if told is None or line else tuple(_spots(block, widths, told))
            yield TableLine((" " * _GAP).join(parts).rstrip(), told, spots)


def _spots(block: Sequence[_Strip], widths: Sequence[int], row: int) -> Iterator[Spot]:
    start = 0
    for strip, width in zip(block, widths, strict=True):
        if strip.column is not None:
            yield Spot(start, start + width, row, strip.column)
        start += width + _GAP


def _squeezed(block: Sequence[_Strip], width: int) -> list[int]:
    """The widths of the columns, the widest narrowed until they fit on a line."""
    widths = [strip.width for strip in block]
    while (over := _taken(widths) - width) > 0:
        spare = [have - strip.least for have, strip in zip(widths, block, strict=True)]
        open_places = [place for place, cells_left in enumerate(spare) if cells_left > 0]
        if not open_places:
            return [max(1, strip.least) for strip in block]
        widest = max(open_places, key=widths.__getitem__)
        widths[widest] -= min(1, over)
    return widths
