"""Lengths of time as people say them in a list: minutes, then hours, then days."""

from cstui.i18n import Translator
from screens.kit.columns import Cell

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_HOURS_UNTIL = 2 * _DAY
SOON = _HOUR
"""What is due within this many seconds is warned of in the list."""


def length_text(seconds: int, t: Translator) -> str:
    """A length of time: `12 min`, `3.4 h`, `5.0 d`; a negative one with its sign."""
    sign, size = ("-", -seconds) if seconds < 0 else ("", seconds)
    if size < _HOUR:
        return t("followup.minutes", n=f"{sign}{size // _MINUTE}")
    if size < _HOURS_UNTIL:
        return t("followup.hours", n=f"{sign}{size / _HOUR:.1f}")
    return t("followup.days", n=f"{sign}{size / _DAY:.1f}")


def due_cell(due: int | None, now: int, t: Translator) -> Cell:
    """How long until something is due, coloured by how late it is.

    Args:
        due: in seconds since 1970; None where nothing is due.
        now: this moment, in seconds since 1970.
        t: the reader's translator.
    """
    if due is None:
        return Cell("")
    left = due - now
    return Cell(length_text(left, t), "bad" if left < 0 else "warn" if left <= SOON else "")
