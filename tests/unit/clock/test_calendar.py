"""Working seconds, counted exactly."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstui.clock.calendar import Calendar, DaySpans, Schedule
from cstui.clock.hours import EVERY_SECOND, Hours, Kind
from cstui.clock.instants import from_epoch, local_instant
from tests.fixtures.times import ZONE, at, calendar

PARIS = "Europe/Paris"
FIRST = int(at("2026-02-10").timestamp())
"""Before a spring festival with make-up days at both ends."""
MONTH = 30 * 86_400
HOURS: list[Hours] = [calendar(), EVERY_SECOND]

moments = st.integers(FIRST, FIRST + MONTH)
lengths = st.integers(0, MONTH)


@st.composite
def day_spans(draw: st.DrawFn) -> DaySpans:
    """Up to three spans of a day, in order and apart, on full minutes."""
    ends = draw(st.lists(st.integers(0, 1440), max_size=6, unique=True).map(sorted))
    minutes = ends[: len(ends) // 2 * 2]
    return tuple((a * 60, b * 60) for a, b in zip(minutes[::2], minutes[1::2], strict=True))


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    """Any week that is open for some time, with any exceptions in the month."""
    week = [draw(day_spans()) for _ in range(6)]
    days = st.dates(date(2026, 2, 10), date(2026, 3, 12))
    overrides = draw(st.dictionaries(days, day_spans(), max_size=5))
    return Schedule("any", date(2024, 1, 1), (((3600, 7200),), *week), overrides)


@pytest.mark.parametrize("hours", HOURS)
@given(moments, moments, moments)
def test_stretches_add_up(hours: Hours, first: int, second: int, third: int) -> None:
    """Wherever a stretch is split, its parts count what the whole counts."""
    whole = hours.between(first, third)
    assert hours.between(first, second) + hours.between(second, third) == whole


@pytest.mark.parametrize("hours", HOURS)
@given(moments, lengths)
def test_adding_is_the_inverse_of_counting(hours: Hours, start: int, seconds: int) -> None:
    """From a start to the instant so many seconds after it, just so many seconds count."""
    after = hours.after(start, seconds)
    assert hours.between(start, after) == seconds
    assert hours.between(start, after - 1) < seconds or after == start


@given(schedules(), moments, st.integers(0, 3 * 1440))
def test_seconds_are_those_of_the_minutes(schedule: Schedule, start: int, minutes: int) -> None:
    """Counting is the same as looking at every minute by itself."""
    start -= start % 60
    counted = sum(
        60
        for minute in range(start, start + minutes * 60, 60)
        if _open_at(schedule, from_epoch(minute, ZONE).isoformat())
    )
    assert Calendar(schedule, ZONE).between(start, start + minutes * 60) == counted


def _open_at(schedule: Schedule, moment: str) -> bool:
    day, time = date.fromisoformat(moment[:10]), moment[11:16].split(":")
    second = int(time[0]) * 3600 + int(time[1]) * 60
    return any(start <= second < end for start, end in schedule.spans_on(day))


@given(schedules(), moments, st.integers(1, 10 * 86_400))
def test_pieces_cover_a_stretch_and_add_up(schedule: Schedule, start: int, length: int) -> None:
    """Pieces follow each other without a gap, change kind each time, and count what counts."""
    any_calendar = Calendar(schedule, ZONE)
    pieces = list(any_calendar.pieces(start, start + length))
    assert (pieces[0].start, pieces[-1].end) == (start, start + length)
    for piece, following in pairwise(pieces):
        assert piece.end == following.start
        assert piece.kind is not following.kind
    counted = sum(piece.end - piece.start for piece in pieces if piece.kind is Kind.HOURS)
    assert counted == any_calendar.between(start, start + length)


@pytest.mark.parametrize(
    ("day", "hours"), [((2024, 3, 31), 23), ((2024, 10, 27), 25), ((2024, 7, 1), 24)]
)
def test_days_of_changing_clocks_are_as_long_as_they_are(
    day: tuple[int, int, int], hours: int
) -> None:
    """A day that is open all round counts 23 or 25 hours when clocks change."""
    all_round = Calendar(Schedule("all", date(2024, 1, 1), (((0, 86_400),),) * 7), PARIS)
    start = local_instant(PARIS, *day)
    following = date(*day) + timedelta(days=1)
    end = local_instant(PARIS, following.year, following.month, following.day)
    assert all_round.business_seconds(start, end) == hours * 3600


def test_spans_in_a_skipped_hour_do_not_count_twice() -> None:
    """A span that begins in the skipped hour does not overlap the one after it."""
    spans = ((2 * 3600, 9000), (3 * 3600, 4 * 3600))
    sunday = Calendar(Schedule("odd", date(2024, 1, 1), (spans,) * 7), PARIS)
    start, end = local_instant(PARIS, 2024, 3, 31), local_instant(PARIS, 2024, 3, 31, 12)
    assert sunday.business_seconds(start, end) == 3600


def test_counting_backwards_is_negative() -> None:
    """An end before the start counts as much, below zero: nothing is hidden."""
    start, end = at("2026-05-06 10:00"), at("2026-05-06 11:00")
    assert calendar().business_seconds(end, start) == -3600


def test_lunch_and_night_do_not_count() -> None:
    """Several spans a day: a case from 11:30 to 09:30 next day takes 6 hours of work."""
    start, end = at("2026-05-06 11:30"), at("2026-05-07 09:30")
    assert calendar().business_seconds(start, end) == 6 * 3600


def test_the_end_of_a_working_day_is_its_last_moment() -> None:
    """Eight hours from the morning end in the evening, not on the next morning."""
    assert calendar().add(at("2026-05-06 09:00"), 8 * 3600) == at("2026-05-06 18:00")


def test_time_begins_to_count_when_work_begins() -> None:
    """An hour from a Saturday is the first hour of Monday."""
    assert calendar().add(at("2026-05-16 11:00"), 3600) == at("2026-05-18 10:00")


def test_a_count_may_take_years() -> None:
    """A long count goes on beyond the years looked at so far, the holidays of which are unknown."""
    far = calendar().add(at("2026-12-31 09:00"), 8 * 3600 * 300)
    assert calendar().business_seconds(at("2026-12-31 09:00"), far) == 8 * 3600 * 300
    assert calendar().years_without_holidays(at("2026-12-31"), far) == (2027, 2028)


@pytest.mark.parametrize(
    ("moment", "meant"),
    [
        ("2026-05-06 11:59", "2026-05-06 11:59"),
        ("2026-05-06 12:00", "2026-05-06 13:00"),
        ("2026-05-06 20:00", "2026-05-07 09:00"),
        ("2026-05-09 20:00", "2026-05-11 09:00"),
    ],
)
def test_a_moment_outside_working_hours_means_the_next_inside(moment: str, meant: str) -> None:
    """The end of a span is outside it."""
    assert calendar().within(at(moment)) == at(meant)


@pytest.mark.parametrize(
    ("number", "opens", "closes"),
    [
        (1, "2026-04-30 09:00", "2026-04-30 18:00"),
        (2, "2026-05-06 09:00", "2026-05-06 18:00"),
        (5, "2026-05-09 09:00", "2026-05-09 18:00"),
    ],
)
def test_working_days_are_counted_over_holidays(number: int, opens: str, closes: str) -> None:
    """The day itself is none of them; a make-up Saturday is one."""
    span = calendar().working_day(int(at("2026-04-29 23:59").timestamp()), number)
    assert span == (int(at(opens).timestamp()), int(at(closes).timestamp()))
