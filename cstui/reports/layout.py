"""Text in terminal cells: a Chinese character takes two."""

import re
import unicodedata
from collections.abc import Sequence

_WIDE = "WF"
_WIDTHLESS = ("Mn", "Me", "Cf")
_CUT = "…"
_PARTS = re.compile(r"[\u2e80-\uffef][，。、；：！？）》」』】…％]*\s*|[^\s\u2e80-\uffef]+\s*|\s+")
"""A Chinese character with the marks that must not begin a line, a word, or blanks."""


def cells(text: str) -> int:
    """How many terminal cells a text takes.

    The standard library knows the widths; a library for them would cost more to import than all
    the rest of this report does.
    """
    if text.isascii():
        return len(text)
    return sum(_cells_of(letter) for letter in text)


def _cells_of(letter: str) -> int:
    if unicodedata.category(letter) in _WIDTHLESS:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in _WIDE else 1


def plain(text: str) -> str:
    """The text on one line, without what terminals obey or show at a width of their own."""
    return "".join(
        letter if letter.isprintable() else " "
        for letter in text
        if unicodedata.category(letter) != "Cf"
    )


def cut(text: str, width: int) -> str:
    """The text, made plain, in at most `width` cells, with … where something is missing."""
    text = plain(text)
    if cells(text) <= width:
        return text
    kept, room = "", width - cells(_CUT)
    for letter in text:
        room -= _cells_of(letter)
        if room < 0:
            break
        kept += letter
    return kept + _CUT


def wrapped(text: str, width: int) -> list[str]:
    """The text, made plain, in lines of at most `width` cells, broken between words.

    Chinese breaks anywhere but before the marks that close a sentence or a bracket. A word that is
    longer than a line is broken where the line ends.
    """
    lines, line = [], ""
    for part in _PARTS.findall(plain(text)):
        if cells(line + part.rstrip()) > width and line:
            lines.append(line.rstrip())
            line = ""
        while cells(part.rstrip()) > width > 1:
            head = _head(part, width)
            lines.append(head)
            part = part[len(head) :]
        line += part
    return [*lines, line.rstrip()]


def longest_part(text: str) -> int:
    """How many terminal cells the longest part of a text takes that is not broken in between."""
    return max((cells(part.rstrip()) for part in _PARTS.findall(plain(text))), default=0)


def _head(text: str, width: int) -> str:
    """As much of the text's beginning as fits, a letter at least."""
    kept = ""
    for letter in text:
        if kept and cells(kept + letter) > width:
            break
        kept += letter
    return kept


def padded(text: str, width: int, *, right: bool = False) -> str:
    """The text in at least `width` cells, at the left or the right of them."""
    blank = " " * (width - cells(text))
    return blank + text if right else text + blank


def table(rows: Sequence[Sequence[str]], width: int, *, labels: int = 1) -> list[str]:
    """Rows of cells as aligned lines; the first row is the heading.

    Args:
        rows: The cells, as many in each row.
        width: How many terminal cells a line may take.
        labels: How many of the first columns are labels: they stand at the left, and give way
            where the line would be too long. All other columns are numbers and stand at the right.
    """
    columns = list(zip(*rows, strict=True))
    widths = [max(cells(cell) for cell in column) for column in columns]
    gap = 2 if sum(widths) + 2 * (len(widths) - 1) <= width else 1
    room = width - sum(widths[labels:]) - gap * (len(widths) - 1)
    widths[:labels] = _shared(widths[:labels], room)
    return [
        (" " * gap)
        .join(
            padded(cut(cell, widths[place]), widths[place], right=place >= labels)
            for place, cell in enumerate(row)
        )
        .rstrip()
        for row in rows
    ]


def _shared(wanted: list[int], room: int) -> list[int]:
    """The widths, with the widest shortened until they fit into the room."""
    widths = list(wanted)
    while sum(widths) > room and max(widths, default=0) > 1:
        widths[widths.index(max(widths))] -= 1
    return widths
