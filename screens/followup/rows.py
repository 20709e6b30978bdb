"""Tickets as rows of a list."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from cstui.clock.instants import epoch, from_epoch
from cstui.domain.listing import Listing
from cstui.domain.masking import masked_name, masked_phone
from cstui.i18n import Translator
from cstui.reports.wording import duration_text
from cstui.services.followup import FollowUp
from cstui.services.queues import ColumnName, Columns
from screens.followup.due import due_cell
from screens.kit.columns import Cell, Column, Row, Tone
from screens.kit.language import Phrase

_MARK, _COMPANY = "●", "◇"
_HALF_HOUR = 1_800
_WIDTHS: Mapping[ColumnName, int] = {
    ColumnName.DUE: 9, ColumnName.CLOCK: 7, ColumnName.NUMBER: 13, ColumnName.STATUS: 7,
    ColumnName.PRIORITY: 6, ColumnName.CUSTOMER: 8, ColumnName.SUBJECT: 11, ColumnName.OWNER: 8,
    ColumnName.TYPE: 10, ColumnName.SUBTYPE: 10, ColumnName.TEAM: 8, ColumnName.CHANNEL: 8,
    ColumnName.PHONE: 11, ColumnName.OPENED: 8,
}  # fmt: skip
_RIGHT = (ColumnName.DUE, ColumnName.OPENED)
_OF_THE_CALL = (ColumnName.DUE, ColumnName.CLOCK)
"""What lists of calls back tell in another way, and always first."""
_MARKED = Column("", 1)
_SLOT, _TIME = Column(Phrase("queue.slot"), 11), Column(Phrase("queue.at"), 6)
_STATUS_TONES: dict[str, Tone] = {"new": "strong", "resolved": "good", "closed": "muted"}


def columns_of(columns: Columns) -> tuple[Column, ...]:
    """The columns of lists that go by due time."""
    return (_MARKED, *map(_column, columns))


def callback_columns_of(columns: Columns) -> tuple[Column, ...]:
    """The columns of the calls back."""
    return (_MARKED, _SLOT, _TIME, *(_column(one) for one in columns if one not in _OF_THE_CALL))


def _column(name: ColumnName) -> Column:
    flex = 1 if name is ColumnName.SUBJECT else 0
    return Column(Phrase(f"followup.{name}"), _WIDTHS[name], flex=flex, right=name in _RIGHT)


class Rows:
    """Makes rows of listings, as somebody reads them at a moment.

    Args:
        followup: knows people and the time.
        t: the reader's translator.
        columns: what is shown of each ticket.
        marked: rows of the store that are marked.
        visited: rows of the store that others look at.
    """

    def __init__(
        self,
        followup: FollowUp,
        t: Translator,
        columns: Columns,
        marked: Container[int],
        visited: Container[int],
    ) -> None:
        self._followup = followup
        self._t = t
        self._columns = columns
        self._marked = marked
        self._visited = visited
        self._now = followup.now()

    def by_due(self, listings: Iterable[Listing]) -> Iterator[Row]:
        """Each with how long it has until its next clock is due."""
        for one in listings:
            cells = (self._cell(name, one) for name in self._columns)
            yield Row(str(one.id), (self._mark(one.id), *cells))

    def by_half_hour(self, listings: Sequence[Listing]) -> Iterator[Row]:
        """Calls back, the first of each half-hour with that half-hour."""
        others = [name for name in self._columns if name not in _OF_THE_CALL]
        before = -1
        for one in listings:
            due = one.callback or 0
            late, slot = due < epoch(self._now), due // _HALF_HOUR
            tone: Tone = "bad" if late else "strong"
            told = Cell(self._slot(slot * _HALF_HOUR) if slot != before else "", tone)
            before = slot
            time = Cell(f"{self._at(due):%H:%M}", "bad" if late else "")
            cells = (self._cell(name, one) for name in others)
            yield Row(str(one.id), (self._mark(one.id), told, time, *cells))

    def _cell(self, name: ColumnName, one: Listing) -> Cell | str:
        t, now = self._t, epoch(self._now)
        match name:
            case ColumnName.DUE:
                return due_cell(one.due, one.warn, now, t)
            case ColumnName.CLOCK:
                return t(f"followup.clock.{one.due_clock}") if one.due_clock else ""
            case ColumnName.STATUS:
                return Cell(t(f"act.status.{one.status}"), _STATUS_TONES.get(one.status, ""))
            case ColumnName.CUSTOMER:
                return masked_name(one.customer)
            case ColumnName.PHONE:
                return masked_phone(one.phone)
            case ColumnName.OWNER:
                who = self._followup.person(one.owner).shown if one.owner else one.team
                return Cell(who, "muted")
            case ColumnName.OPENED:
                return "" if one.opened is None else duration_text(max(0, now - one.opened), t)
            case ColumnName.NUMBER | ColumnName.PRIORITY | ColumnName.SUBJECT:
                return str(getattr(one, name))
            case _:
                return Cell(getattr(one, name), "muted")

    def _mark(self, row: int) -> Cell:
        if row in self._marked:
            return Cell(_MARK, "strong")
        return Cell(_COMPANY if row in self._visited else "", "warn")

    def _slot(self, start: int) -> str:
        begins = self._at(start)
        day = "" if begins.date() == self._now.date() else f"{begins:%m-%d} "
        return f"{day}{begins:%H:%M}"

    def _at(self, instant: int) -> datetime:
        return from_epoch(instant, self._followup.settings.zone)
