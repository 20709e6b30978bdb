"""The courses of a ticket, as its events tell them."""

from collections.abc import Iterator
from datetime import datetime

from cstui.clock.course import Course, Wait
from cstui.clock.hours import EVERY_SECOND, Hours
from cstui.clock.instants import epoch
from cstui.clock.policy import OF_THE_CALL, ClockName, Policy
from cstui.domain.facts import Verdict
from cstui.domain.state import Round, Span, State, Status


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
    ) -> Iterator[Course]:
        """The course that began at `started`, if there is one to tell of."""
        if started is None:
            return
        limit: int | None = getattr(self.limits, clock)
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
    solved, opened = state.round.resolved or state.round.confirmed, state.round.opened
    rated = state.rated if state.rated and (not opened or state.rated >= opened) else None
    if solved is None or (rated and rated < solved):
        return
    if rated or state.status is Status.RESOLVED:
        yield from maker.course(ClockName.REVISIT, len(state.rounds), solved, rated)


def _agreed(state: State) -> Iterator[Course]:
    """What was agreed with the customer for a certain time, in hours of the clock."""
    if state.status is Status.CLOSED:
        return
    number = len(state.rounds)
    if state.promise and state.promised:
        yield _until(ClockName.PROMISE, number, state.promised, state.promise.until)
    if state.callback and state.callback_set:
        yield _until(ClockName.CALLBACK, number, state.callback_set, state.callback.due)


def _until(clock: ClockName, number: int, agreed: datetime, due: datetime) -> Course:
    started = epoch(agreed)
    return Course(clock, number, started, None, epoch(due) - started, EVERY_SECOND)
