"""Tickets as rows of a list."""

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import datetime

from cstui.clock.instants import epoch, from_epoch
from cstui.domain.listing import Listing
from cstui.domain.masking import masked_name
from cstui.i18n import Translator
from cstui.services.followup import FollowUp
from screens.followup.due import due_cell
from screens.kit.columns import Cell, Column, Row, Tone
from screens.kit.language import Phrase

_MARK = "●"
_HALF_HOUR = 1_800
# A narrow terminal cuts the columns at the right, so the most needed come first.
_TICKET = (
    Column(Phrase("followup.number"), 13),
    Column(Phrase("followup.status"), 7),
    Column(Phrase("followup.priority"), 6),
    Column(Phrase("followup.customer"), 8),
    Column(Phrase("followup.subject"), 14, flex=1),
    Column(Phrase("followup.owner"), 8),
    Column(Phrase("followup.type"), 10),
)
COLUMNS = (
    Column("", 1),
    Column(Phrase("followup.due"), 10, right=True),
    Column(Phrase("followup.clock"), 7),
    *_TICKET,
)
"""Of lists that go by due time."""
CALLBACK_COLUMNS = (
    Column("", 1),
    Column(Phrase("queue.slot"), 11),
    Column(Phrase("queue.at"), 6),
    *_TICKET,
)
"""Of the calls back."""
_STATUS_TONES: dict[str, Tone] = {"new": "strong", "resolved": "good", "closed": "muted"}


class Rows:
    """Makes rows of listings, as somebody reads them at a moment.

    Args:
        followup: knows people and the time.
        t: the reader's translator.
        marked: rows of the store that are marked.
    """

    def __init__(self, followup: FollowUp, t: Translator, marked: Container[int]) -> None:
        self._followup = followup
        self._t = t
        self._marked = marked
        self._now = followup.now()

    def by_due(self, listings: Iterable[Listing]) -> Iterator[Row]:
        """Each with how long it has until its next clock is due."""
        t, now = self._t, epoch(self._now)
        for one in listings:
            clock = t(f"followup.clock.{one.due_clock}") if one.due_clock else ""
            yield self._row(one, due_cell(one.due, one.warn, now, t), Cell(clock))

    def by_half_hour(self, listings: Sequence[Listing]) -> Iterator[Row]:
        """Calls back, the first of each half-hour with that half-hour."""
        before = -1
        for one in listings:
            due = one.callback or 0
            late, slot = due < epoch(self._now), due // _HALF_HOUR
            tone: Tone = "bad" if late else "strong"
            told = Cell(self._slot(slot * _HALF_HOUR) if slot != before else "", tone)
            before = slot
            yield self._row(one, told, Cell(f"{self._at(due):%H:%M}", "bad" if late else ""))

    def _row(self, one: Listing, when: Cell, what: Cell) -> Row:
        t, owner = self._t, one.owner
        cells = (
            Cell(_MARK if one.id in self._marked else "", "strong"),
            when,
            what,
            one.number,
            Cell(t(f"act.status.{one.status}"), _STATUS_TONES.get(one.status, "")),
            one.priority,
            masked_name(one.customer),
            one.subject,
            Cell(self._followup.person(owner).shown if owner else one.team, "muted"),
            Cell(one.type, "muted"),
        )
        return Row(str(one.id), cells)

    def _slot(self, start: int) -> str:
        begins = self._at(start)
        day = "" if begins.date() == self._now.date() else f"{begins:%m-%d} "
        return f"{day}{begins:%H:%M}"

    def _at(self, instant: int) -> datetime:
        return from_epoch(instant, self._followup.settings.zone)
