"""What exported rows say of a ticket's events, one row each."""

from collections.abc import Callable, Iterator
from enum import StrEnum

from msgspec import Struct

from cstui.clock.instants import minute_text
from cstui.clock.period import Period
from cstui.domain.fold import undone
from cstui.domain.masking import MASKS
from cstui.domain.ticket import Event
from cstui.exchange.columns import Cell, EventKind, Told
from cstui.i18n.act_words import ActWords


class Standing(StrEnum):
    """Whether an event counts."""

    STANDS = "stands"
    TAKEN_BACK = "taken_back"


class ToldEvent(Struct, frozen=True):
    """An event on its way into a sheet."""

    told: Told
    """Its ticket."""
    event: Event
    says: str
    standing: Standing


EVENT_COLUMNS: dict[str, Callable[[ToldEvent], Cell]] = {
    "number": lambda one: one.told.ticket.number,
    "at": lambda one: one.told.local(one.event.at),
    "by": lambda one: one.event.by,
    "event": lambda one: EventKind(one.event.kind),
    "says": lambda one: one.says,
    "source": lambda one: one.event.source,
    "standing": lambda one: one.standing,
}
"""The columns of a sheet of events, by name; phrases below `exchange.column.`."""


def event_rows(told: Told, period: Period) -> Iterator[list[Cell]]:
    """A row for each event of a ticket that happened in a period, also for those taken back."""
    events = told.ticket.events
    gone = undone(events)
    words = ActWords(
        told.translate,
        lambda at: minute_text(at, told.zone),
        told.person,
        {} if told.full else MASKS,
    )
    for place, event in enumerate(events):
        if period.contains(event.at):
            standing = Standing.TAKEN_BACK if place in gone else Standing.STANDS
            one = ToldEvent(told, event, words.said(event, events), standing)
            yield [write(one) for write in EVENT_COLUMNS.values()]
