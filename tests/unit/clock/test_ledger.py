"""The ledger behind a clock."""

from itertools import pairwise

from hypothesis import given

from cstui.clock.course import Course, Wait
from cstui.clock.hours import EVERY_SECOND
from cstui.clock.instants import from_epoch
from cstui.clock.ledger import LedgerEntry, Why, ledger_of
from cstui.clock.policy import ClockName
from tests.fixtures.courses import courses, moments
from tests.fixtures.times import ZONE, at, calendar


@given(courses(), moments)
def test_a_ledger_sums_to_the_time_used(course: Course, now: int) -> None:
    """Every second from start to end is in the ledger once, and what counts adds up exactly."""
    until = now if course.ended is None else course.ended
    entries = ledger_of(course, now)
    assert sum(entry.seconds for entry in entries) == course.used(until)
    if until > course.started:
        assert (entries[0].start, entries[-1].end) == (course.started, until)
    assert all(before.end == after.start for before, after in pairwise(entries))
    assert all(entry.seconds in (0, entry.end - entry.start) for entry in entries[:-1])


def test_a_ledger_tells_why() -> None:
    """Work, lunch, a wait with its reason, a holiday and what came too late are told apart."""
    start, now = at("2026-04-30 11:00"), at("2026-05-06 10:00")
    waits = (Wait(_seconds("2026-04-30 14:00"), _seconds("2026-04-30 15:00"), "part"),)
    limit = 3 * 3600
    course = Course(ClockName.RESOLUTION, 1, int(start.timestamp()), None, limit, calendar(), waits)
    told = [_told(entry) for entry in ledger_of(course, int(now.timestamp()))]
    assert told == [
        ("11:00", Why.COUNTED, 3600, ""),
        ("12:00", Why.OUTSIDE, 0, ""),
        ("13:00", Why.COUNTED, 3600, ""),
        ("14:00", Why.WAITING, 0, "part"),
        ("15:00", Why.COUNTED, 3600, ""),
        ("16:00", Why.LATE, 7200, ""),
        ("18:00", Why.OUTSIDE, 0, ""),
        ("00:00", Why.HOLIDAY, 0, ""),
        ("00:00", Why.OUTSIDE, 0, ""),
        ("09:00", Why.LATE, 3600, ""),
    ]


def test_an_impossible_clock_is_told_as_such() -> None:
    """An end before the start is one entry, with the seconds that it lacks."""
    start, end = _seconds("2026-05-06 10:00"), _seconds("2026-05-06 09:00")
    course = Course(ClockName.FIRST_RESPONSE, 1, start, end, 1800, EVERY_SECOND)
    assert ledger_of(course, 0) == (LedgerEntry(start, end, -3600, Why.IMPOSSIBLE),)


def _seconds(text: str) -> int:
    return int(at(text).timestamp())


def _told(entry: LedgerEntry) -> tuple[str, Why, int, str]:
    return f"{from_epoch(entry.start, ZONE):%H:%M}", entry.why, entry.seconds, entry.reason
