"""Text broken into lines of so many terminal cells, Chinese and Latin alike."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len, chop_cells

from screens.kit.text import displayable

_WIDE = "\u2e80-\u2fff\u3003-\u3007\u3012-\u9fff\uac00-\ud7af\uf900-\ufaff"
_OPENING = "（《“‘【「"
_CLOSING = "，。、；：？！）》”’】」…"
# An ideograph may begin a line, closing punctuation may not, opening may not end one. Compiled by
# its first use: ranges so wide take as long as the import of several modules.
_PIECE = rf"\s+|[{_OPENING}]*[{_WIDE}][{_CLOSING}]*|[^\s{_WIDE}{_OPENING}]+|[{_OPENING}]"


@lru_cache(64)
def wrapped(text: str, width: int) -> tuple[str, ...]:
    """The lines of a text, each at most `width` cells; its own line ends are kept."""
    if not text:
        return ("",)
    return tuple(line for part in text.splitlines() for line in _lines(part, max(width, 2)))


def _lines(text: str, width: int) -> Iterator[str]:
    line, cells = "", 0
    for piece in _pieces(displayable(text), width):
        room = cell_len(piece)
        if cells + room > width:
            yield line.rstrip()
            line, cells = "", 0
            if piece.isspace():
                continue
        line, cells = line + piece, cells + room
    yield line.rstrip()


def _pieces(text: str, width: int) -> Iterator[str]:
    """What is not broken at the end of a line, unless it is longer than a whole one."""
    for piece in re.findall(_PIECE, text.strip()):
        yield from chop_cells(piece, width) if cell_len(piece) > width else (piece,)
