"""Sends the terminal the cells that changed, and no others.

Textual writes a widget's line from its start to the end of what changed in it. Most of that is on
the screen already: a clock that ticks at the end of a line, a letter typed into a long field. And
it ends each style as soon as it has used it, although most often the same one comes next.
"""

from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console
from rich.control import Control
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

Cell = tuple[str, Style | None]
"""A character and its style; in the second cell of a wide one, none."""


class Thrift:
    """Knows what the terminal shows, and makes updates of the screen as short as they can be."""

    def __init__(self) -> None:
        self._shown: dict[int, dict[int, Strip]] = {}
        """By line and column what was written there; pieces of a line never overlap."""

    def forget(self) -> None:
        """Takes nothing for granted: the terminal may show something else by now."""
        self._shown.clear()

    def shorten(self, update: CompositorUpdate) -> CompositorUpdate:
        """The update without what the terminal shows already when it is written."""
        if isinstance(update, ChopsUpdate):
            return _Changes(self, update)
        if isinstance(update, LayoutUpdate):
            return _Whole(self, update)
        self.forget()
        return update

    def note_all(self, update: LayoutUpdate) -> None:
        """Remembers an update of the whole screen."""
        self.forget()
        for y, pieces in enumerate(update.strips, update.region.y):
            line, x = self._shown.setdefault(y, {}), update.region.x
            for piece in pieces:
                line[x] = piece
                x += piece.cell_length

    def changed(self, x: int, y: int, fresh: Strip) -> tuple[int, Strip] | None:
        """What to write where, for a piece of a line to be shown; None when it is shown already."""
        line = self._shown.setdefault(y, {})
        before = line.get(x)
        if before is fresh:
            return None
        if before is None or before.cell_length != fresh.cell_length:
            self._clear(line, x, x + fresh.cell_length)
            line[x] = fresh
            return x, fresh
        line[x] = fresh
        start, end = difference(before, fresh)
        return (x + start, fresh.crop(start, end)) if start < end else None

    def _clear(self, line: dict[int, Strip], start: int, end: int) -> None:
        """Forgets the pieces of a line that something else takes the place of."""
        for x in [x for x, piece in line.items() if x < end and x + piece.cell_length > start]:
            del line[x]


class _Whole(CompositorUpdate):
    """An update of the whole screen: written as it is, and remembered."""

    def __init__(self, thrift: Thrift, update: LayoutUpdate) -> None:
        self._thrift = thrift
        self._update = update

    def render_segments(self, console: Console) -> str:
        """What the terminal is sent."""
        self._thrift.note_all(self._update)
        return self._update.render_segments(console)


class _Changes(CompositorUpdate):
    """An update of parts of the screen, without what they show already."""

    def __init__(self, thrift: Thrift, update: ChopsUpdate) -> None:
        self._thrift = thrift
        self._update = update

    def render_segments(self, console: Console) -> str:
        """What the terminal is sent."""
        colours = console._color_system or ColorSystem.TRUECOLOR
        parts: list[str] = []
        worn = ""
        for x, y, piece in self._pieces():
            if found := self._thrift.changed(x, y, piece):
                parts.append(Control.move_to(found[0], y).segment.text)
                for text, style, _ in found[1]:
                    if (codes := _codes(_seen(text, style), colours)) != worn:
                        parts.append(f"\x1b[0;{codes}m" if worn and codes else f"\x1b[{codes}m")
                        worn = codes
                    parts.append(text)
        return "".join([*parts, "\x1b[m"] if worn else parts)

    def _pieces(self) -> Iterator[tuple[int, int, Strip]]:
        """The pieces of lines that the update touches: column, line, what to show there."""
        update = self._update
        for y, start, end in update.spans:
            line = update.chops[y].items()
            for piece_end, (x, piece) in zip(update.chop_ends[y], line, strict=True):
                if piece is not None and x < end and piece_end > start:
                    yield x, y, piece


def difference(before: Strip, after: Strip) -> tuple[int, int]:
    """From which cell to which two equally long strips differ; no character is cut in half."""
    old, new = _cells(before), _cells(after)
    if old == new:
        return 0, 0
    if not len(old) == len(new) == after.cell_length:
        return 0, after.cell_length
    start, end = 0, len(new)
    while old[start] == new[start]:
        start += 1
    while old[end - 1] == new[end - 1]:
        end -= 1
    while start and not (old[start][0] and new[start][0]):
        start -= 1
    while end < len(new) and not (old[end][0] and new[end][0]):
        end += 1
    return start, end


def _cells(strip: Strip) -> list[Cell]:
    """What stands in each cell; more than there are cells, where characters combine."""
    cells: list[Cell] = []
    for text, own_style, _ in strip:
        style = _seen(text, own_style)
        if text.isascii():
            cells += [(letter, style) for letter in text]
        else:
            for letter in text:
                cells += [(letter, style), *[("", style)] * (cell_len(letter) - 1)]
    return cells


def _seen(text: str, style: Style | None) -> Style | None:
    """As much of a text's style as is seen: of a blank, its background."""
    return _paper(style) if style and not text.strip(" ") else style


@lru_cache(1024)
def _paper(style: Style) -> Style:
    marks = style.reverse, style.underline, style.underline2, style.overline, style.strike
    return style if any(marks) else Style(bgcolor=style.bgcolor)


@lru_cache(1024)
def _codes(style: Style | None, colours: ColorSystem) -> str:
    """What a terminal calls a style; nothing for plain text."""
    told = style.render(".", color_system=colours) if style else "."
    return told.partition("m")[0].removeprefix("\x1b[") if len(told) > 1 else ""
