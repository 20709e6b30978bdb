"""How the clocks of one round stand, and what they took in business time."""

from collections.abc import Iterable

from msgspec import Struct

from cstui.clock.calendar import Calendar
from cstui.clock.course import Course
from cstui.clock.instants import epoch
from cstui.clock.policy import ClockName
from cstui.domain.facts import NO_DURATION, Verdict
from cstui.domain.state import Round


class Clocks(Struct, frozen=True):
    """The clocks of a round: verdicts, and due times in seconds since 1970."""

    response: Verdict
    response_due: int
    resolution: Verdict
    resolution_due: int
    greeting: Verdict
    update: Verdict
    update_due: int
    """When the next update is due."""
    updates_met: int
    updates_breached: int


def clocks_of(courses: Iterable[Course]) -> Clocks:
    """How the courses of one round stand."""
    mine = tuple(courses)
    greeting, _ = _once(mine, ClockName.GREETING)
    response, resolution = ClockName.FIRST_RESPONSE, ClockName.RESOLUTION
    update, due, met, breached = _updates(mine)
    return Clocks(
        *_once(mine, response), *_once(mine, resolution), greeting, update, due, met, breached
    )


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
    return verdict, due, met, breached


def business_seconds(calendar: Calendar, start: int, end: int) -> int:
    """Business seconds, negative where the end comes first; `NO_DURATION` where one is unknown."""
    return calendar.between(start, end) if start and end else NO_DURATION


def waited_seconds(each: Round, opened: int, resolved: int, calendar: Calendar) -> int:
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
