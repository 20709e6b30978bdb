"""A caller's history in lines."""

from collections.abc import Iterator
from datetime import datetime

from rich.cells import cell_len

from cstui.domain import acts
from cstui.domain.masking import masked_name, masked_phone
from cstui.i18n import Translator
from cstui.services.intake.callers import History, PastTicket
from cstui.services.intake.draft import Draft
from screens.intake.moments import day_text, moment_text
from screens.kit.columns import Cell, Tone
from screens.kit.text import displayable, fit

WIDE_LINES = 8
"""With as many lines or more, a ticket takes two."""

Line = list[Cell]
"""Cells side by side."""


class HistoryWords:
    """Tells who calls and what they called about.

    Args:
        draft: says who calls.
        history: what they called about; None while nobody knows who calls.
        now: this moment.
        t: the reader's translator.
    """

    def __init__(self, draft: Draft, history: History | None, now: datetime, t: Translator) -> None:
        self._draft = draft
        self._history = history
        self._now = now
        self._t = t

    @property
    def key(self) -> tuple[object, ...]:
        """What says the same as long as it is the same."""
        return self._who(), self._history, self._draft.continues

    def lines(self, width: int, height: int) -> list[Line]:
        """As many lines as there is room for."""
        if self._history is None:
            return []
        told = self._roomy(width) if height >= WIDE_LINES else self._brief(width)
        return [line for line, _ in zip(told, range(height), strict=False)]

    def _brief(self, width: int) -> Iterator[Line]:
        """A line for the caller, and one for each ticket."""
        yield _filled([Cell(self._who(), "strong"), *self._gist()], width)
        for past in self._past:
            words = [Cell(self._state(past), self._tone(past)), Cell(self._what(past))]
            if past.promise:
                words.insert(1, Cell(self._promise(past.promise), "warn"))
            yield _filled(words, width)

    def _roomy(self, width: int) -> Iterator[Line]:
        """The caller, the promises, and two lines for each ticket."""
        yield _filled([Cell(self._who(), "strong")], width)
        yield _filled(self._gist(), width)
        for past in self._past:
            yield []
            yield _filled([Cell(self._state(past), self._tone(past))], width)
            yield _filled([Cell(self._what(past))], width)
            if past.promise:
                yield _filled([Cell(self._promise(past.promise), "warn")], width)

    @property
    def _past(self) -> tuple[PastTicket, ...]:
        return self._history.tickets if self._history else ()

    def _who(self) -> str:
        values = self._draft.values
        name = masked_name(values.get("customer.name", ""))
        phone = masked_phone(values.get("customer.phone", ""))
        told = (name, phone, values.get("customer.number", "").strip())
        return displayable("  ".join(part for part in told if part))

    def _gist(self) -> list[Cell]:
        """How often they called, how content they were, and the key that goes on."""
        t, history = self._t, self._history
        if not history or not history.tickets:
            return [Cell(t("intake.no_history"), "muted")]
        told = [t("intake.history_count", count=len(history.tickets))]
        if history.rating:
            told.append(t("intake.last_rating", rating=rating_text(history.rating, t)))
        cells = [Cell(" · ".join(told), "muted")]
        if past := history.to_continue:
            gone_on = self._draft.continues == past.number
            cells.append(Cell(t("intake.gone_on" if gone_on else "intake.may_go_on"), "muted"))
        return cells

    def _state(self, past: PastTicket) -> str:
        day = day_text(past.opened, self._now, self._t) if past.opened else ""
        status = self._t(f"act.status.{past.status.value}")
        return " ".join(part for part in (status, past.number, day) if part)

    def _tone(self, past: PastTicket) -> Tone:
        return "strong" if past.status.is_open else "muted"

    def _what(self, past: PastTicket) -> str:
        told = ("/".join(level for level in past.category if level), past.subject)
        return displayable(" ".join(part for part in told if part))

    def _promise(self, promise: acts.Promised) -> str:
        until = moment_text(promise.until, self._now, self._t)
        return self._t("intake.promised", until=until, what=displayable(promise.what))


def rating_text(rated: acts.Rated, t: Translator) -> str:
    """How content somebody was, on the scale on which they said so."""
    scores = list(rated.scores.values())
    level = f"act.score.{rated.scale.value}.{scores[0]}" if len(scores) == 1 else ""
    if level and t.known(level):
        return t(level)
    return t("act.score.five", score="/".join(map(str, scores)))


def _filled(cells: list[Cell], width: int) -> Line:
    """The cells with a gap between them, cut off at the width."""
    line: Line = []
    for text, tone in cells:
        room = width - sum(cell_len(cell.text) for cell in line)
        if room > 0:
            line.append(Cell(fit(text, min(room, cell_len(text) + 2)), tone))
    return line
