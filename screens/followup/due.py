"""How long until something is due, as a list shows it."""

from cstui.i18n import Translator
from cstui.reports.wording import duration_text
from screens.kit.columns import Cell

_MINUTE = 60


def due_cell(due: int | None, warn: int | None, now: int, t: Translator) -> Cell:
    """How long until something is due, coloured by how late it is.

    Args:
        due: in seconds since 1970; None where nothing is due.
        warn: from when on it is warned of, in seconds since 1970; None where that is not known.
        now: this moment, in seconds since 1970.
        t: the reader's translator.
    """
    if due is None:
        return Cell("")
    left = due - now
    sign = "-" if left < 0 else ""
    # the list is drawn anew each minute, so it does not count seconds
    text = t("followup.now") if abs(left) < _MINUTE else sign + duration_text(abs(left), t)
    if left < 0:
        return Cell(text, "bad")
    return Cell(text, "warn" if warn is not None and warn <= now else "")
