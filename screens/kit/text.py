"""Text as a terminal shows it: widths in cells, nothing that shifts columns."""

import re

from rich.cells import cell_len, set_cell_size

# Joiners, variation selectors, skin tones, direction marks: terminals disagree on their width.
_WIDTHLESS = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff]"
)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_CONTROL_BUT_NEWLINE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]+")


def displayable(text: str) -> str:
    """The text on one line, without what terminals count differently or obey as a command."""
    if text.isascii() and text.isprintable():
        return text
    return _CONTROL.sub(" ", _WIDTHLESS.sub("", text))


def one_line(text: str) -> str:
    """Pasted text for a one-line field: its lines joined by a space, full-width forms kept."""
    lines = (displayable(line).strip() for line in text.splitlines())
    return " ".join(line for line in lines if line)


def many_lines(text: str) -> str:
    """Pasted text for a field of many lines: line ends kept, other control characters gone."""
    lines = _WIDTHLESS.sub("", text).splitlines()
    kept = "\n".join(_CONTROL_BUT_NEWLINE.sub(" ", line) for line in lines)
    return kept + "\n" if text.endswith(("\n", "\r")) else kept


def fit(text: str, width: int, *, right: bool = False) -> str:
    """The text in exactly `width` cells; of a wide character cut in half a blank remains."""
    room = width - cell_len(text)
    if right and room > 0:
        return " " * room + text
    return set_cell_size(text, max(width, 0))
