"""Folding: a ticket's events, one after the other, give its state."""

from collections.abc import Callable, Iterable
from datetime import datetime

from msgspec.structs import replace

from cstui.domain import acts
from cstui.domain.agreement_steps import agreement_step
from cstui.domain.call_steps import call_step
from cstui.domain.header import corrected
from cstui.domain.loop_steps import loop_step
from cstui.domain.state import Round, Span, State, Status, ended
from cstui.domain.ticket import Event, Ticket


def fold(ticket: Ticket) -> State:
    """The state that follows from a ticket's standing events."""
    events = standing(ticket.events)
    state = State(ticket.header, rounds=(Round(_submission(events)),))
    for event in events:
        for step in STEPS_OF[type(event.act)]:
            state = step(state, event)
    return state


def standing(events: tuple[Event, ...]) -> list[Event]:
    """The events that were not undone; where an undoing is undone, its event stands again."""
    gone = undone(events)
    return [
        event
        for position, event in enumerate(events)
        if position not in gone and not isinstance(event.act, acts.Undone)
    ]


def undone(events: tuple[Event, ...]) -> frozenset[int]:
    """The places of the events that were taken back."""
    gone: set[int] = set()
    for position in range(len(events) - 1, -1, -1):
        act = events[position].act
        if isinstance(act, acts.Undone) and position not in gone:
            gone.add(act.position)
    return frozenset(gone)


def _submission(events: Iterable[Event]) -> datetime | None:
    """A ticket begins as it was submitted, else as it rang, else as it was answered."""
    first: dict[type[acts.Act], datetime] = {}
    for event in events:
        first.setdefault(type(event.act), event.at)
    return first.get(acts.Submitted) or first.get(acts.Rang) or first.get(acts.Answered)


def _holder_step(state: State, event: Event) -> State:
    """Who holds the ticket, and what its header says now."""
    match event.act:
        case acts.Assigned(to, team):
            return replace(state, owner=to, team=team, assigned=event.at, accepted=None)
        case acts.Accepted():
            return replace(
                state, accepted=event.at, owner=state.owner or event.by, status=_begun(state)
            )
        case acts.Transferred(to, _, team):
            return replace(
                state, owner=to, team=team, assigned=event.at, accepted=None,
                transfers=state.transfers + 1,
            )  # fmt: skip
        case acts.Corrected(field, _, new):
            return replace(state, header=corrected(state.header, field, new))
        case _:
            return state


def _work_step(state: State, event: Event) -> State:
    """Replies, steps and waits: what a round's clocks are made of."""
    now, at = state.round, event.at
    match event.act:
        case acts.Answered(known=True) | acts.Responded(automatic=False):
            now = replace(now, responded=now.responded or at, updates=(*now.updates, at))
        case acts.Progressed() | acts.Talked():
            now = replace(now, updates=(*now.updates, at))
        case acts.Waiting(why, until):
            now = replace(now, waits=(*ended(now.waits, at), Span(at, None, why)), left=None)
            return replace(_in_round(state, now), status=Status.WAITING, longest_wait=until)
        case acts.Resumed():
            now = replace(now, waits=ended(now.waits, at), left=None)
            return replace(_in_round(state, now), status=Status.OPEN)
        case acts.Answered():
            pass
        case _:
            return state
    return replace(_in_round(state, now), status=_begun(state))


def _outcome_step(state: State, event: Event) -> State:
    """Solutions, new rounds, ratings and causes."""
    now, at = state.round, event.at
    match event.act:
        case acts.Resolved(solution):
            now = _left(replace(now, resolved=at), at)
            state = replace(state, solution=solution or state.solution, status=Status.RESOLVED)
        case acts.ConfirmedByCustomer():
            now = _left(replace(now, confirmed=at), at)
            state = replace(state, status=Status.RESOLVED)
        case acts.Closed() | acts.Abandoned():
            now = _left(now, at)
            state = replace(state, status=Status.CLOSED)
        case acts.Reopened():
            return replace(state, rounds=(*state.rounds, Round(at)), status=Status.OPEN)
        case acts.Rated():
            return replace(state, rating=event.act, rated=at)
        case acts.ClosedAsDuplicate(of):
            now = _left(now, at)
            state = replace(state, status=Status.CLOSED, duplicate_of=of)
        case acts.HasDuplicate(number):
            return replace(state, duplicates=(*state.duplicates, number))
        case acts.Caused(cause, measure):
            return replace(state, cause=cause, measure=measure)
        case acts.Explained(what):
            return replace(state, explained=(*state.explained, what))
        case _:
            return state
    return _in_round(state, now)


def _left(now: Round, at: datetime) -> Round:
    """The round without work left, since the first time that was so."""
    return replace(now, left=now.left or at, waits=ended(now.waits, at))


def _in_round(state: State, now: Round) -> State:
    return replace(state, rounds=(*state.rounds[:-1], now))


def _begun(state: State) -> Status:
    """A new ticket is open once somebody does something for it; others stay as they are."""
    return Status.OPEN if state.status is Status.NEW else state.status


Step = Callable[[State, Event], State]

_KINDS: tuple[tuple[Step, tuple[type[acts.Act], ...]], ...] = (
    (call_step, (
        acts.Rang, acts.Answered, acts.Abandoned, acts.Greeted, acts.Identified, acts.Confirmed,
        acts.Upset, acts.Held, acts.ResumedTalk, acts.Ended, acts.Saved,
    )),
    (_holder_step, (acts.Assigned, acts.Accepted, acts.Transferred, acts.Corrected)),
    (_work_step, (
        acts.Answered, acts.Responded, acts.Progressed, acts.Talked, acts.Waiting, acts.Resumed,
    )),
    (agreement_step, (
        acts.Promised, acts.Kept, acts.CallbackSet, acts.CallbackTried, acts.Helped,
    )),
    (_outcome_step, (
        acts.Resolved, acts.ConfirmedByCustomer, acts.Closed, acts.Abandoned, acts.Reopened,
        acts.ClosedAsDuplicate, acts.HasDuplicate, acts.Rated, acts.Caused, acts.Explained,
    )),
    (loop_step, (acts.Rated, acts.Reopened, acts.MeasureSet, acts.MeasureChecked)),
)  # fmt: skip
"""Each step with the kinds of events that it knows, in the order in which steps are taken."""

STEPS_OF: dict[type[acts.Act], tuple[Step, ...]] = {
    kind: tuple(step for step, known in _KINDS if kind in known) for kind in acts.KINDS.values()
}
"""The steps that an event leads to; folding is what every save and every import waits for."""
