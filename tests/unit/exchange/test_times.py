"""Moments as sheets write them."""

from datetime import datetime, time, timedelta

import pytest

from cstui.exchange.rejects import BadCell
from cstui.exchange.times import TimeReader, clock_seconds, days_of, later
from tests.fixtures.exchange.sheets import at

READER = TimeReader("Asia/Shanghai", None)


@pytest.mark.parametrize(
    "text",
    [
        "2023-10-01 09:15",
        "2023-10-01 9:15",
        "2023-10-0109:15",
        "２０２３-１０-０１ ０９：１５",
        "2023/10/1 09:15:00",
        "2023年10月1日 9时15分",
        "2023-10-01T01:15:00Z",
        "2023-10-01 00:00:00 09:15",
        "45200.385416667",
        "1 Oct 2023 9:15",
    ],
)
def test_ways_to_write_a_moment(text: str) -> None:
    """Glued, full-width, as two cells, as a spreadsheet's day number: all the same moment."""
    assert READER.moment(text) == at("2023-10-01 09:15")


def test_a_day_that_was_met_before_is_read_the_same() -> None:
    """The short cut for a sheet's many moments of one day gives what the long way gives."""
    reader = TimeReader("Asia/Shanghai", "dmy")
    first = reader.moment("01/10/2023 09:15")
    assert first == reader.moment("01/10/2023 09:15") == at("2023-10-01 09:15")


def test_offsets_are_fixed_and_follow_summer_time() -> None:
    """A zone's offset is that of the moment, also on the day on which it changes."""
    reader = TimeReader("Europe/Berlin", None)
    texts = ["2023-03-26 01:30", "2023-03-26 03:30", "2023-03-27 03:30"]
    offsets = [reader.moment(text).strftime("%z") for text in texts]
    assert offsets == ["+0100", "+0200", "+0200"]


def test_a_bare_day_is_no_moment() -> None:
    """A day without a time would be read as midnight; it needs to be said what it stands for."""
    with pytest.raises(BadCell, match="no_time_of_day"):
        READER.moment("2023-10-01")
    assert READER.moment("2023-10-01", time(18, 0)) == at("2023-10-01 18:00")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("soon 9:15", "bad_instant"),
        ("2023-02-30 09:15", "bad_instant"),
        ("01/02/2023 09:15", "unclear_date_order"),
        ("1823-10-01 09:15", "instant_range"),
        ("2023-10-01 24:15", "bad_instant"),
        ("75000.5", "instant_range"),
        ("25000.5", "instant_range"),
    ],
)
def test_what_is_no_moment(text: str, reason: str) -> None:
    """Each has its own reason; an unclear order is never guessed."""
    with pytest.raises(BadCell, match=reason):
        READER.moment(text)


def test_a_plain_day_needs_no_order() -> None:
    """Where only one order makes sense, nothing has to be told."""
    assert READER.moment("13/02/2023 09:15") == at("2023-02-13 09:15")


@pytest.mark.parametrize(
    ("text", "expected"), [("23:55", "2023-10-01 23:55"), ("0:05:00", "2023-10-02 00:05")]
)
def test_times_of_day_after_a_moment(text: str, expected: str) -> None:
    """Later on the same day, or on the next day where that would be earlier."""
    start: datetime = at("2023-10-01 23:50")
    assert READER.after(start, text) == at(expected)


@pytest.mark.parametrize("years", [-60, 100])
def test_what_comes_of_a_duration_is_within_range_too(years: int) -> None:
    """A duration cannot lead to a moment that could not be written itself."""
    start = at("2023-10-01 23:50")
    assert later(start, timedelta(minutes=10)) == at("2023-10-02 00:00")
    with pytest.raises(BadCell, match="instant_range"):
        later(start, timedelta(days=365 * years))


@pytest.mark.parametrize("text", ["24:00", "9", "9:5", "nine", "12:60"])
def test_what_is_no_time_of_day(text: str) -> None:
    """Only hours and minutes that a clock can show."""
    with pytest.raises(BadCell, match="bad_clock"):
        clock_seconds(text)


def test_days_that_leave_the_order_open() -> None:
    """Days that begin with a full year, and what is no day, say nothing about the order."""
    assert days_of(["2023-10-01 09:15", "01/02/2023 9:00", "n/a", "990131 8:00"]) == {
        "01/02/2023",
        "990131",
    }
