"""The courses of a ticket, as its events tell them."""

from collections.abc import Iterator
from datetime import datetime

from cstui.clock.calendar import Calendar
from cstui.clock.course import Course, Wait
from cstui.clock.hours import EVERY_SECOND, Hours
from cstui.clock.instants import epoch
from cstui.clock.policy import OF_THE_CALL, ClockName, Periodic, Policy
from cstui.clock.slowness import complains_of_slowness, speaks_of_slowness
from cstui.domain.facts import Verdict
from cstui.domain.state import Round, Span, State, Status

_SLOWNESS = "slowness"
"""The limit that holds where a customer complains that we are slow."""


def courses_of(state: State, policy: Policy, calendar: Calendar) -> tuple[Course, ...]:
    """All courses of a ticket: those of each round, then those of the ticket as it stands.

    First response, resolution and wrap-up are there even where nothing is asked of them. What
    was given up without being reached (a ticket closed without a solution) is there only if it
    was too late by then; a reply that nobody noted on a solved ticket was at an unknown time.

    Args:
        state: the ticket's state.
        policy: the limits that hold for it.
        calendar: its calendar; the policy tells whether its working hours alone count.
    """
    return tuple(_all(state, policy, calendar))


def _all(state: State, policy: Policy, calendar: Calendar) -> Iterator[Course]:
    maker = _Maker(state, policy, calendar if policy.business else EVERY_SECOND)
    for number, each in enumerate(state.rounds, 1):
        yield from _of_round(number, each, _given_up(state, number), maker)
    yield from _of_ticket(state, maker)
    if policy.periodic and policy.periodic.covers(state.header.category):
        yield from _periodic_revisit(state, policy.periodic, calendar)
    elif maker.limits.revisit is not None:
        yield from _revisit(state, maker)
    yield from _agreed(state)
    yield from _of_discontent(state, maker)


def acceptance(
    state: State, policy: Policy, hours: Hours, number: int, *, assigned: datetime | None,
    accepted: datetime | None,
) -> Verdict:  # fmt: skip
    """How it stands with taking on a ticket that was assigned in one of its rounds.

    Args:
        state: the ticket's state.
        policy: the limits that hold for it.
        hours: the working hours of its calendar.
        number: the round, from 1.
        assigned: when the holder was given the ticket.
        accepted: when they took it on.
    """
    if assigned is None:
        return Verdict.NONE
    maker = _Maker(state, policy, hours if policy.business else EVERY_SECOND)
    given_up = _given_up(state, number)
    made = maker.course(ClockName.ACCEPT, number, assigned, accepted, given_up=given_up)
    return next((course.verdict() for course in made), Verdict.NONE)


def _given_up(state: State, number: int) -> datetime | None:
    """When a round was left without what was not reached by then; None while it goes on."""
    each = state.rounds[number - 1]
    if number < len(state.rounds):
        return each.left or state.rounds[number].opened
    return None if state.status.is_open else each.left


class _Maker:
    """Makes courses under one policy."""

    def __init__(self, state: State, policy: Policy, hours: Hours) -> None:
        self.limits = policy.limits(state.header.priority)
        self._policy = policy
        self._hours = hours

    def course(
        self,
        clock: ClockName,
        number: int,
        started: datetime | None,
        reached: datetime | None,
        *,
        given_up: datetime | None = None,
        waits: tuple[Span, ...] = (),
        limited_as: str = "",
    ) -> Iterator[Course]:
        """The course that began at `started`, if there is one to tell of.

        Its limit is that of the clock, or that of another name in `limited_as`.
        """
        if started is None:
            return
        limit: int | None = getattr(self.limits, limited_as or clock)
        end = reached or given_up
        ended = None if end is None else epoch(end)
        standing = self._waits(clock, waits, ended) if waits else ()
        hours = EVERY_SECOND if clock in OF_THE_CALL else self._hours
        made = Course(clock, number, epoch(started), ended, limit, hours, standing)
        if reached or not given_up or made.verdict() is Verdict.BREACHED:
            yield made

    def _waits(
        self, clock: ClockName, spans: tuple[Span, ...], ended: int | None
    ) -> tuple[Wait, ...]:
        waits = [_wait(span) for span in spans if self._policy.pausing(clock, span.why)]
        before = [wait for wait in waits if ended is None or wait.start < ended]
        return tuple(sorted(before, key=lambda wait: wait.start))


def _wait(span: Span) -> Wait:
    start = epoch(span.start)
    # a wait that ends before it starts was written down wrongly, and takes no time
    return Wait(start, max(start, epoch(span.end)) if span.end else None, span.why)


def _of_round(
    number: int, each: Round, given_up: datetime | None, maker: _Maker
) -> Iterator[Course]:
    """How long the customer waited for a reply, for a solution, and from update to update."""
    if each.responded or not each.ended:
        yield from maker.course(
            ClockName.FIRST_RESPONSE, number, each.opened, each.responded, given_up=given_up
        )
    if maker.limits.update is not None:
        end = each.resolved or each.confirmed
        told = sorted(at for at in each.updates if end is None or at <= end)
        for place, start in enumerate(told):
            following = told[place + 1] if place + 1 < len(told) else None
            yield from maker.course(
                ClockName.UPDATE, number, start, following,
                given_up=end or given_up, waits=each.waits,
            )  # fmt: skip
    yield from maker.course(
        ClockName.RESOLUTION, number, each.opened, each.ended,
        given_up=given_up, waits=each.waits,
    )  # fmt: skip


def _of_ticket(state: State, maker: _Maker) -> Iterator[Course]:
    """How long the holder, the greeting, the record and the revisit took."""
    limits, call = maker.limits, state.call
    number = len(state.rounds)
    if limits.accept is not None:
        yield from maker.course(
            ClockName.ACCEPT, number, state.assigned, state.accepted,
            given_up=_given_up(state, number),
        )  # fmt: skip
    if limits.greeting is not None:
        yield from maker.course(
            ClockName.GREETING, 1, call.answered, call.greeted, given_up=call.ended or call.saved
        )
    yield from maker.course(ClockName.WRAP_UP, 1, call.ended, call.saved)


def _revisit(state: State, maker: _Maker) -> Iterator[Course]:
    """From the solution to the customer's rating."""
    for solved, rated in _revisited(state):
        yield from maker.course(ClockName.REVISIT, len(state.rounds), solved, rated)


def _periodic_revisit(state: State, periodic: Periodic, calendar: Calendar) -> Iterator[Course]:
    """From the solution to the customer's rating, which is due some working days later."""
    for solved, rated in _revisited(state):
        start, number = epoch(solved), len(state.rounds)
        opens, _ = calendar.working_day(start, periodic.first_day)
        _, due = calendar.working_day(start, periodic.last_day)
        ended = None if rated is None else epoch(rated)
        yield Course(
            ClockName.REVISIT, number, start, ended, due - start, EVERY_SECOND, opens=opens
        )


def _revisited(state: State) -> Iterator[tuple[datetime, datetime | None]]:
    """When it was solved and when rated, where it is to be; the rating may have come first."""
    solved = state.round.resolved or state.round.confirmed
    rated = state.rated if state.round_rating else None
    if solved is None or (rated and rated < solved):
        return
    if rated or state.status is Status.RESOLVED:
        yield solved, rated


def _agreed(state: State) -> Iterator[Course]:
    """What was agreed for a certain time, in hours of the clock."""
    number = len(state.rounds)
    for pledge in state.pledges:
        end = pledge.ended or (state.round.left if state.status is Status.CLOSED else None)
        made = _until(ClockName.PROMISE, number, pledge.made, pledge.until, end)
        # what was replaced or closed before its time is neither kept nor broken
        if pledge.kept or not end or made.verdict() is Verdict.BREACHED:
            yield made
    if state.callback and state.callback_set and state.status is not Status.CLOSED:
        yield _until(ClockName.CALLBACK, number, state.callback_set, state.callback.due)
    if state.status is Status.WAITING and state.longest_wait:
        since = state.round.waits[-1].start
        yield _until(ClockName.WAIT, number, since, state.longest_wait)


def _of_discontent(state: State, maker: _Maker) -> Iterator[Course]:
    """How long a customer who was not content waited until something was done."""
    number, loop = len(state.rounds), state.loop
    if complains_of_slowness(state.header):
        given_up = None if state.status.is_open else state.round.left
        yield from maker.course(
            ClockName.FOLLOW_UP, 1, state.opened, _contacted(state),
            given_up=given_up, limited_as=_SLOWNESS,
        )  # fmt: skip
    if loop is None:
        return
    limited_as = _SLOWNESS if speaks_of_slowness(loop.words) else ""
    yield from maker.course(
        ClockName.FOLLOW_UP, number, loop.since, loop.started, limited_as=limited_as
    )
    if loop.measure and loop.measured:
        yield _until(ClockName.MEASURE, number, loop.measured, loop.measure.due, loop.checked_at)


def _contacted(state: State) -> datetime | None:
    """When we first told the customer something, after the call in which they complained."""
    first = state.call.answered
    told = (at for each in state.rounds for at in each.updates if at != first)
    return min(told, default=None)


def _until(
    clock: ClockName, number: int, agreed: datetime, due: datetime, end: datetime | None = None
) -> Course:
    started, ended = epoch(agreed), None if end is None else epoch(end)
    return Course(clock, number, started, ended, epoch(due) - started, EVERY_SECOND)
