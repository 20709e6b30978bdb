"""What may be done to a ticket as it stands."""

from cstui.domain import acts
from cstui.domain.completeness import incomplete
from cstui.domain.errors import InputError
from cstui.domain.fold import undone
from cstui.domain.state import State, Status
from cstui.domain.ticket import Event, Ticket

_ASIDES: tuple[type[acts.Act], ...] = (
    acts.Noted, acts.Rated, acts.Corrected, acts.Caused, acts.Explained, acts.Quoted,
    acts.HasDuplicate, acts.Audited,
)  # fmt: skip
"""What changes neither the work nor its round nor its holder."""

_ALWAYS: tuple[type[acts.Act], ...] = (
    *_ASIDES, acts.Undone, acts.CallbackTried, acts.Talked, acts.Helped, acts.MeasureSet,
)  # fmt: skip
"""What may be added to a ticket however it stands."""

_ENDINGS: tuple[type[acts.Act], ...] = (
    acts.ConfirmedByCustomer, acts.Closed, acts.ClosedAsDuplicate, acts.Promised,
)  # fmt: skip
"""What may still follow a solution."""

_BEGINNINGS: tuple[type[acts.Act], ...] = (
    acts.Submitted, acts.Rang, acts.Answered, acts.Abandoned, acts.Greeted, acts.Identified,
    acts.Confirmed, acts.Held, acts.ResumedTalk, acts.Upset, acts.Ended, acts.Saved,
)  # fmt: skip
"""The request itself and the call: measured moments."""

_KEPT: tuple[type[acts.Act], ...] = (*_BEGINNINGS, acts.Rated)
"""What nobody takes back: also what customers said, which is only ever answered."""


def check(state: State, act: acts.Act) -> None:
    """Refuse an act that makes no sense now, or that says too little.

    Raises:
        InputError: says what to do instead.
    """
    check_kind(state, type(act))
    if problem := incomplete(state, act):
        raise problem


def check_kind(state: State, kind: type[acts.Act]) -> None:
    """Refuse a kind of act that makes no sense now, before anything is written for it.

    Raises:
        InputError: says what to do instead.
    """
    if problem := _out_of_place(state, kind):
        raise problem


def last_undoable(ticket: Ticket, login: str) -> int | None:
    """The place of the last event that a person may take back: their own, and still standing."""
    gone = undone(ticket.events)
    for position in range(len(ticket.events) - 1, -1, -1):
        event = ticket.events[position]
        kept = isinstance(event.act, (*_KEPT, acts.Undone))
        if event.by == login and position not in gone and not kept:
            return position
    return None


def built_on(ticket: Ticket, position: int) -> Event | None:
    """What somebody else did on the strength of the event at a place; None where nobody did.

    Taking that event back would leave theirs in another round, or with another holder.
    """
    base, gone = ticket.events[position], undone(ticket.events)
    if isinstance(base.act, _ASIDES):
        return None
    for place, event in enumerate(ticket.events):
        aside = isinstance(event.act, (*_ASIDES, acts.Undone))
        if place > position and event.by != base.by and place not in gone and not aside:
            return event
    return None


def has_measure(state: State) -> bool:
    """Whether there is a measure of which nobody knows yet whether it helped."""
    loop = state.loop
    return loop is not None and loop.measure is not None and loop.checked is None


def _out_of_place(state: State, kind: type[acts.Act]) -> InputError | None:
    number, status = state.header.number, state.status
    if kind in _ALWAYS:
        return None
    if kind is acts.Kept:
        return None if state.promise else InputError("no_promise", number=number)
    if kind is acts.MeasureChecked:
        return None if has_measure(state) else InputError("no_measure", number=number)
    if kind is acts.Reopened:
        return InputError("still_open", number=number) if status.is_open else None
    if kind is acts.ConfirmedByCustomer and state.round.confirmed:
        return InputError("already_confirmed", number=number)
    if kind is acts.ConfirmedByCustomer and status.is_open:
        return InputError("not_solved_yet", number=number)
    if kind in _ENDINGS and status is Status.RESOLVED:
        return None
    if not status.is_open:
        return InputError("not_open", number=number)
    if kind is acts.Waiting and status is Status.WAITING:
        return InputError("already_waiting", number=number)
    if kind is acts.Resumed and status is not Status.WAITING:
        return InputError("not_waiting", number=number)
    if kind is acts.Accepted and state.accepted:
        return InputError("already_accepted", number=number)
    return None
