"""The facts of a ticket's rounds, which the figures are made of."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from cstui.clock.calendar import Calendar
from cstui.clock.course import Course
from cstui.clock.instants import epoch
from cstui.clock.policy import ClockName
from cstui.domain.acts import OVERALL, Provenance, Rated, Reopened, Scale
from cstui.domain.facts import NO_DURATION, Flag, RoundFacts, Verdict
from cstui.domain.fold import standing
from cstui.domain.state import Round, State
from cstui.domain.ticket import Ticket

_SCALES = tuple(Scale)
_MOST_ROUNDS = 2**8 - 1
_MOST_UPDATES = 2**16 - 1
"""What a record of facts has room for."""

_Rating = tuple[datetime, Rated] | None


def facts_of(
    ticket: Ticket, state: State, courses: Sequence[Course], calendar: Calendar
) -> tuple[RoundFacts, ...]:
    """The facts of each round.

    What is the ticket's as a whole stands in each round, but the call only in the first, and a
    rating in the round in which it was given.

    Args:
        ticket: the ticket.
        state: its state.
        courses: its clocks.
        calendar: counts its business seconds.
    """
    ratings = _ratings(ticket, state)
    words = _words(state)
    ended = _seconds(None if state.status.is_open else state.round.left)
    return tuple(
        _facts(number, each, state, courses, calendar, ratings[number - 1], words, ended)
        for number, each in enumerate(state.rounds, 1)
    )


def _facts(
    number: int, each: Round, state: State, courses: Sequence[Course], calendar: Calendar,
    rating: _Rating, words: tuple[str, ...], ended: int,
) -> RoundFacts:  # fmt: skip
    opened, resolved = _seconds(each.opened), _seconds(each.ended)
    responded = _seconds(each.responded)
    mine = [course for course in courses if course.round == number]
    response, response_due = _once(mine, ClockName.FIRST_RESPONSE)
    resolution, resolution_due = _once(mine, ClockName.RESOLUTION)
    update, update_due, met, breached = _updates(mine)
    rated, score, scale, flags = _rated(rating)
    return RoundFacts(
        opened=opened,
        responded=responded,
        resolved=resolved,
        submitted=_seconds(state.opened),
        ended=ended,
        rated=rated,
        response_due=response_due,
        resolution_due=resolution_due,
        update_due=update_due,
        response_business=_business(calendar, opened, responded),
        resolution_business=_business(calendar, opened, resolved),
        waited_business=_waited(each, opened, resolved, calendar),
        words=words,
        flags=flags | _flags(state, number),
        updates_met=met,
        updates_breached=breached,
        response=response,
        resolution=resolution,
        update=update,
        round=min(number, _MOST_ROUNDS),
        score=score,
        scale=scale,
    )


def _words(state: State) -> tuple[str, ...]:
    """The words by which figures are grouped, in the order of `facts.WORDS`."""
    header = state.header
    return (
        header.form, header.channel, header.category[0], header.priority,
        state.owner, state.team, header.customer.kind,
    )  # fmt: skip


def _once(courses: Iterable[Course], clock: ClockName) -> tuple[Verdict, int]:
    """Verdict and due time of a clock that a round has once at most."""
    for course in courses:
        if course.clock is clock:
            return course.verdict(), course.due() or 0
    return Verdict.NONE, 0


def _updates(courses: Iterable[Course]) -> tuple[Verdict, int, int, int]:
    """Verdict, next due time, and how many updates were in time and late."""
    verdict, due, met, breached = Verdict.NONE, 0, 0, 0
    for course in courses:
        if course.clock is not ClockName.UPDATE:
            continue
        verdict = course.verdict()
        if course.ended is None:
            due = course.due() or 0
        elif verdict is Verdict.MET:
            met += 1
        else:
            breached += 1
    if breached:
        verdict = Verdict.BREACHED
    return verdict, due, min(met, _MOST_UPDATES), min(breached, _MOST_UPDATES)


def _business(calendar: Calendar, start: int, end: int) -> int:
    """Business seconds, negative where the end comes first; `NO_DURATION` where one is unknown."""
    return calendar.between(start, end) if start and end else NO_DURATION


def _waited(each: Round, opened: int, resolved: int, calendar: Calendar) -> int:
    """Business seconds of the finished waits, as far as they lie within the round."""
    waited = 0
    for wait in each.waits:
        if wait.end:
            start, end = max(epoch(wait.start), opened), epoch(wait.end)
            if resolved:
                end = min(end, resolved)
            if start < end:
                waited += calendar.between(start, end)
    return waited


def _ratings(ticket: Ticket, state: State) -> list[_Rating]:
    """The last rating that was given in each round."""
    found: list[_Rating] = [None] * len(state.rounds)
    if state.rating is None or state.rated is None:
        return found
    if len(found) == 1:
        return [(state.rated, state.rating)]
    number = 0
    for event in standing(ticket.events):
        if isinstance(event.act, Reopened):
            number += 1
        elif isinstance(event.act, Rated):
            found[number] = (event.at, event.act)
    return found


def _rated(rating: _Rating) -> tuple[int, int, int, Flag]:
    """When, overall score, scale and flags of a rating."""
    if rating is None:
        return 0, 0, 0, Flag(0)
    at, rated = rating
    score = rated.scores.get(OVERALL, 0)
    flags = Flag(0)
    if rated.provenance is Provenance.UNANSWERED:
        flags = Flag.UNANSWERED
    elif score:
        flags = Flag.RATED
        if rated.provenance is Provenance.ESTIMATE:
            flags |= Flag.ESTIMATE
    return epoch(at), score, _SCALES.index(rated.scale), flags


def _flags(state: State, number: int) -> Flag:
    flags = Flag(0)
    if state.status.is_open:
        flags |= Flag.OPEN
    if number == len(state.rounds):
        flags |= Flag.LAST
    if number == 1:
        flags |= Flag.FIRST
        if state.call.was_answered:
            flags |= Flag.ANSWERED
        if state.call.abandoned:
            flags |= Flag.ABANDONED
    return flags


def _seconds(at: datetime | None) -> int:
    return 0 if at is None else epoch(at)
