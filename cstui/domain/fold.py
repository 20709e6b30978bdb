"""Folding: a ticket's events, one after the other, give its state."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from cstui.domain import acts
from cstui.domain.header import corrected
from cstui.domain.state import Call, Round, Span, State, Status
from cstui.domain.ticket import Event, Ticket


def fold(ticket: Ticket) -> State:
    """The state that follows from a ticket's standing events."""
    events = standing(ticket.events)
    state = State(ticket.header, rounds=(Round(_submission(events)),))
    for event in events:
        for step in (_call_step, _holder_step, _work_step, _outcome_step):
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


def _call_step(state: State, event: Event) -> State:
    """What happens while the customer is on the telephone."""
    call, at = state.call, event.at
    match event.act:
        case acts.Rang():
            call = replace(call, rang=at)
        case acts.Answered(known):
            call = replace(call, was_answered=True, answered=at if known else None)
        case acts.Abandoned():
            call = replace(call, abandoned=True)
        case acts.Greeted():
            call = replace(call, greeted=at)
        case acts.Confirmed():
            call = replace(call, confirmed=True)
        case acts.Upset():
            call = replace(call, upset=True)
        case acts.Held():
            call = replace(call, holds=(*call.holds, Span(at)))
        case acts.ResumedTalk():
            call = replace(call, holds=_ended(call.holds, at))
        case acts.Ended():
            call = replace(call, ended=at, holds=_ended(call.holds, at))
        case acts.Saved():
            call = _wrapped_up(call, at)
        case _:
            return state
    return replace(state, call=call)


def _wrapped_up(call: Call, at: datetime) -> Call:
    """Only the first save ends the wrap-up; later ones are follow-up."""
    return call if call.saved else replace(call, saved=at)


def _holder_step(state: State, event: Event) -> State:
    """Who holds the ticket, and what was promised to the customer."""
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
        case acts.Promised():
            return replace(state, promise=event.act, promised=event.at)
        case acts.Kept():
            return replace(state, promise=None, promised=None)
        case acts.CallbackSet():
            return replace(state, callback=event.act, callback_set=event.at)
        case acts.CallbackTried(_, reached):
            return replace(state, callback=None, callback_set=None) if reached else state
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
        case acts.Waiting(why):
            now = replace(now, waits=(*_ended(now.waits, at), Span(at, None, why)), left=None)
            return replace(_in_round(state, now), status=Status.WAITING)
        case acts.Resumed():
            now = replace(now, waits=_ended(now.waits, at), left=None)
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
        case acts.Caused(cause, measure):
            return replace(state, cause=cause, measure=measure)
        case acts.Explained(what):
            return replace(state, explained=(*state.explained, what))
        case _:
            return state
    return _in_round(state, now)


def _left(now: Round, at: datetime) -> Round:
    """The round without work left, since the first time that was so."""
    return replace(now, left=now.left or at, waits=_ended(now.waits, at))


def _in_round(state: State, now: Round) -> State:
    return replace(state, rounds=(*state.rounds[:-1], now))


def _begun(state: State) -> Status:
    """A new ticket is open once somebody does something for it; others stay as they are."""
    return Status.OPEN if state.status is Status.NEW else state.status


def _ended(spans: tuple[Span, ...], at: datetime) -> tuple[Span, ...]:
    """The spans with the running one, if any, ended."""
    if spans and spans[-1].end is None:
        return (*spans[:-1], replace(spans[-1], end=at))
    return spans
