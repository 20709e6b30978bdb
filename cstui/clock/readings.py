"""Readings: how each clock of a ticket stands now."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from cstui.clock.calendar import Calendar
from cstui.clock.course import Course
from cstui.clock.courses import courses_of
from cstui.clock.instants import epoch, from_epoch
from cstui.clock.policy import ClockName, Policy
from cstui.domain.state import State


class Stand(StrEnum):
    """How a clock stands."""

    RUNNING = "running"
    PAUSED = "paused"
    """Stands still while the work waits."""
    MET = "met"
    BREACHED = "breached"
    """Ended too late, or has not ended and is past due."""
    DONE = "done"
    """Ended, and nothing was asked of it."""
    IMPOSSIBLE = "impossible"
    """Ended before it started: somebody wrote down a wrong time."""


class Reading(Struct, frozen=True):
    """One clock of one round, as it stands at a moment."""

    clock: ClockName
    round: int
    """1 for the first."""
    stand: Stand
    started: datetime
    ended: datetime | None
    """None while it has not ended."""
    limit_s: int | None
    """Seconds that it may take; None where nothing is asked."""
    used_s: int
    """Seconds that counted so far."""
    due: datetime | None
    """When the limit is used up; None without a limit and while it stands still."""
    warn: bool
    """Whether it runs and will soon be due."""
    opens: datetime | None = None
    """Before this it is not yet to be ended; None for at once."""

    @property
    def open(self) -> bool:
        """Whether it has not ended."""
        return self.ended is None


def read_clocks(
    state: State, policy: Policy, calendar: Calendar, now: datetime
) -> tuple[Reading, ...]:
    """How each clock of a ticket stands.

    Of the updates of a round, the one that is due next is told, else the one that came latest
    after the one before.

    Args:
        state: the ticket's state.
        policy: the limits that hold for it.
        calendar: the calendar that holds for it; the policy tells whether its hours count.
        now: this moment.
    """
    at = epoch(now)
    courses = _with_one_update(courses_of(state, policy, calendar), at)
    return tuple(reading_of(course, policy, calendar.zone, at) for course in courses)


def reading_of(course: Course, policy: Policy, zone: str, now: int) -> Reading:
    """How a course stands.

    Args:
        course: the course.
        policy: tells when to warn.
        zone: the zone of the instants in the reading.
        now: this moment, in seconds since 1970.
    """
    used = course.used(now if course.ended is None else course.ended)
    stand, due, warned = _stand(course, used), course.due(), course.warn_from(policy)
    return Reading(
        course.clock,
        course.round,
        stand,
        from_epoch(course.started, zone),
        None if course.ended is None else from_epoch(course.ended, zone),
        course.limit,
        used,
        None if due is None else from_epoch(due, zone),
        stand is Stand.RUNNING and warned is not None and warned <= now,
        None if course.opens is None else from_epoch(course.opens, zone),
    )


def _stand(course: Course, used: int) -> Stand:
    if course.impossible:
        return Stand.IMPOSSIBLE
    if course.limit is not None and used > course.limit:
        return Stand.BREACHED
    if course.ended is not None:
        return Stand.DONE if course.limit is None else Stand.MET
    return Stand.PAUSED if course.paused else Stand.RUNNING


def _with_one_update(courses: Iterable[Course], now: int) -> list[Course]:
    """The courses with one update a round: the open one, else the longest."""
    kept: list[Course] = []
    for course in courses:
        same = kept and (kept[-1].clock, kept[-1].round) == (ClockName.UPDATE, course.round)
        if same and course.clock is ClockName.UPDATE:
            kept[-1] = max(kept[-1], course, key=lambda each: _weight(each, now))
        else:
            kept.append(course)
    return kept


def _weight(course: Course, now: int) -> tuple[bool, int]:
    return course.ended is None, course.used(now if course.ended is None else course.ended)
