"""Merging: two people added to one ticket at the same time, and both were right to."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec import Struct
from msgspec.structs import astuple, replace

from cstui.domain import acts
from cstui.domain.errors import InputError
from cstui.domain.fold import fold
from cstui.domain.header import field_text
from cstui.domain.rules import built_on, check
from cstui.domain.ticket import Event, Ticket

_BETWEEN_WORDS = " · "
_FOUND_OUT = (acts.Rated, acts.MeasureChecked)
"""What a customer said and what was found stands, whoever asked first; the later speaks."""


class Collision(Struct, frozen=True):
    """Two people changed one ticket: what the other saved, and what I was about to save."""

    current: Ticket
    """As it stands in the store."""
    theirs: tuple[Event, ...]
    """What was saved since I looked."""
    mine: tuple[Event, ...]
    """What I did, not saved yet."""

    @property
    def clashes(self) -> tuple[acts.Corrected, ...]:
        """My corrections of fields that they changed to something else, theirs as the old value."""
        header = fold(self.current).header
        corrections = [event.act for event in self.mine if isinstance(event.act, acts.Corrected)]
        now = [(act, field_text(header, act.field)) for act in corrections]
        return tuple(replace(act, old=text) for act, text in now if text not in (act.old, act.new))

    @property
    def misfits(self) -> tuple[Event, ...]:
        """What makes no sense after theirs; merging keeps its words as a note."""
        everything = {act.field for act in self.clashes}
        return tuple(
            event
            for event, added in _on_top(self, everything)
            if not isinstance(event.act, acts.Corrected)
            and (added is None or type(added.act) is not type(event.act))
        )


def collision_of(base: Ticket, mine: Iterable[Event], current: Ticket) -> Collision:
    """What two people did to a ticket since it was `base`."""
    return Collision(current, current.events[len(base.events) :], tuple(mine))


def merged(collision: Collision, keep_mine: Iterable[str]) -> Ticket:
    """The ticket with my events on top of theirs; of the fields that clash, those in `keep_mine`.

    Nothing of theirs is lost: a value of mine that replaces theirs names it as the old one. What
    of mine makes no sense any more becomes a note with the same words.
    """
    added = (event for _, event in _on_top(collision, set(keep_mine)) if event)
    return collision.current.with_events(added)


def _on_top(collision: Collision, keep_mine: set[str]) -> Iterator[tuple[Event, Event | None]]:
    """Each of my events, and what is added for it."""
    ticket = collision.current
    given_up = {act.field for act in collision.clashes} - keep_mine
    latest = max((event.at for event in collision.theirs), default=None)
    for event in collision.mine:
        act = _fitted(ticket, event.act, given_up)
        # what stands later in the record did not happen earlier
        at = max(event.at, latest) if latest else event.at
        added = None if act is None else replace(event, act=act, at=at)
        if added:
            ticket = ticket.with_events([added])
        yield event, added


def _fitted(ticket: Ticket, act: acts.Act, given_up: set[str]) -> acts.Act | None:
    """The act as it is added to the ticket as it stands; None where it would say nothing new."""
    state = fold(ticket)
    if isinstance(act, acts.Undone):
        return None if built_on(ticket, act.position) else act
    if isinstance(act, acts.Corrected):
        now = field_text(state.header, act.field)
        return None if act.field in given_up or act.new == now else replace(act, old=now)
    if isinstance(act, _FOUND_OUT):
        return act
    try:
        check(state, act)
    except InputError:
        words = _words(act)
        return acts.Noted(words) if words else None
    return act


def _words(act: acts.Act) -> str:
    """All that somebody wrote in an act."""
    words = (
        f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else value
        for value in astuple(act)
    )
    return _BETWEEN_WORDS.join(word for word in words if isinstance(word, str) and word)
