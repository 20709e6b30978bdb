"""The courses of a ticket, as its events tell them."""

from collections.abc import Iterator
from datetime import datetime

from cstui.clock.course import Course, Wait
from cstui.clock.hours import EVERY_SECOND, Hours
from cstui.clock.instants import epoch
from cstui.clock.policy import OF_THE_CALL, ClockName, Policy
from cstui.clock.slowness import complains_of_slowness, speaks_of_slowness
from cstui.domain.facts import Verdict
from cstui.domain.state import Round, Span, State, Status

_SLOWNESS = "slowness"
"""The limit that holds where a customer complains that we are slow."""


def courses_of(state: State, policy: Policy, hours: Hours) -> tuple[Course, ...]:
    """All courses of a ticket: those of each round, then those of the ticket as it stands.

    First response, resolution and wrap-up are there even where nothing is asked of them. What
    was given up without being reached (a ticket closed without a solution) is there only if it
    was too late by then; a reply that nobody noted on a solved ticket was at an unknown time.

    Args:
        state: the ticket's state.
        policy: the limits that hold for it.
        hours: the working hours of its calendar; the policy tells whether they count.
    """
    counting = hours if policy.business else EVERY_SECOND
    return tuple(_all(state, policy, counting))


def _all(state: State, policy: Policy, hours: Hours) -> Iterator[Course]:
    maker = _Maker(state, policy, hours)
    for number, each in enumerate(state.rounds, 1):
        if number < len(state.rounds):
            given_up = each.left or state.rounds[number].opened
        else:
            given_up = None if state.status.is_open else each.left
        yield from _of_round(number, each, given_up, maker)
    yield from _of_ticket(state, maker)
    yield from _agreed(state)
    yield from _of_discontent(state, maker)


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
    limits, call, last = maker.limits, state.call, state.round
    number = len(state.rounds)
    if limits.accept is not None:
        given_up = None if state.status.is_open else last.left
        yield from maker.course(
            ClockName.ACCEPT, number, state.assigned, state.accepted, given_up=given_up
        )
    if limits.greeting is not None:
        yield from maker.course(
            ClockName.GREETING, 1, call.answered, call.greeted, given_up=call.ended or call.saved
        )
    yield from maker.course(ClockName.WRAP_UP, 1, call.ended, call.saved)
    if limits.revisit is not None:
        yield from _revisit(state, maker)


def _revisit(state: State, maker: _Maker) -> Iterator[Course]:
    """From the solution to the customer's rating, which may have come first."""
    solved = state.round.resolved or state.round.confirmed
    rated = state.rated if state.round_rating else None
    if solved is None or (rated and rated < solved):
        return
    if rated or state.status is Status.RESOLVED:
        yield from maker.course(ClockName.REVISIT, len(state.rounds), solved, rated)


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
