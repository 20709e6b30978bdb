"""Moments to come, as they are named on the telephone."""

from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cstui.clock.instants import from_epoch, local_instant, minute_text
from cstui.clock.upcoming import parse_upcoming, parse_upcoming_day
from cstui.domain.errors import InputError

ZONE = "Asia/Shanghai"
NOW = local_instant(ZONE, 2026, 11, 18, 10, 0, 20)
"""A Wednesday."""


def meant(text: str, now: datetime = NOW, zone: str = ZONE) -> str:
    """The moment that a text means, as sheets print it."""
    return minute_text(parse_upcoming(text, now, zone), zone)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("+2h", 120),
        ("＋２ｈ", 120),
        ("+30m", 30),
        ("+1h30", 90),
        ("+1h30m", 90),
        ("+1.5h", 90),
        ("in 2 hours", 120),
        ("in half an hour", 30),
        ("in an hour", 60),
        ("in 1 hour and 30 minutes", 90),
        ("30 min later", 30),
        ("2小时后", 120),
        ("两小时以后", 120),
        ("半小时后", 30),
        ("半个小时之后", 30),
        ("一个半小时后", 90),
        ("三十分钟后", 30),
        ("1小时30分后", 90),
        ("+1d", 1440),
        ("3天后", 3 * 1440),
        ("+1w", 7 * 1440),
    ],
)
def test_so_much_later_counts_from_this_second(text: str, minutes: int) -> None:
    """In both languages, in digits of any width and in hanzi."""
    assert parse_upcoming(text, NOW, ZONE) == NOW + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("16:00", "2026-11-18 16:00"),
        ("１６：００", "2026-11-18 16:00"),
        ("at 16:00", "2026-11-18 16:00"),
        ("4pm", "2026-11-18 16:00"),
        ("4:30 p.m.", "2026-11-18 16:30"),
        ("下午4点", "2026-11-18 16:00"),
        ("下午三点一刻", "2026-11-18 15:15"),
        ("晚上8点整", "2026-11-18 20:00"),
        ("晚上十点钟", "2026-11-18 22:00"),
        ("下午两点零五分", "2026-11-18 14:05"),
        ("中午12点", "2026-11-18 12:00"),
        ("中午1点", "2026-11-18 13:00"),
        ("今晚12点", "2026-11-19 00:00"),
        ("24:00", "2026-11-19 00:00"),
        ("today 16:00", "2026-11-18 16:00"),
    ],
)
def test_a_time_is_of_today(text: str, at: str) -> None:
    """As long as it lies ahead."""
    assert meant(text) == at


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("9:00", "2026-11-19 09:00"),
        ("10:00", "2026-11-19 10:00"),
        ("8点", "2026-11-19 08:00"),
        ("凌晨2点", "2026-11-19 02:00"),
    ],
)
def test_a_time_that_has_passed_is_of_tomorrow(text: str, at: str) -> None:
    """Nobody promises the past."""
    assert meant(text) == at


@pytest.mark.parametrize(
    ("text", "time"), [("4点半", "16:30"), ("明天4点", "16:00"), ("tomorrow 4", "16:00")]
)
def test_a_spoken_hour_up_to_six_is_of_the_afternoon(text: str, time: str) -> None:
    """Unless the morning is said, or it is written as a clock shows it."""
    assert meant(text).endswith(time)
    assert meant("明天早上6点").endswith("06:00")
    assert meant("tomorrow 4:00").endswith("04:00")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("tomorrow 9", "2026-11-19 09:00"),
        ("9am tomorrow", "2026-11-19 09:00"),
        ("明天9点", "2026-11-19 09:00"),
        ("明早9点", "2026-11-19 09:00"),
        ("明晚8点", "2026-11-19 20:00"),
        ("后天下午3点", "2026-11-20 15:00"),
        ("大后天9点", "2026-11-21 09:00"),
        ("周五10点", "2026-11-20 10:00"),
        ("星期天9点", "2026-11-22 09:00"),
        ("fri 10", "2026-11-20 10:00"),
        ("Thursday, 10:30", "2026-11-19 10:30"),
        ("周三11点", "2026-11-18 11:00"),
        ("周三9点", "2026-11-25 09:00"),
        ("下周一9点", "2026-11-23 09:00"),
        ("下周五9点", "2026-11-27 09:00"),
        ("next mon 9:30", "2026-11-23 09:30"),
        ("this fri 9", "2026-11-20 09:00"),
        ("周日晚12点", "2026-11-23 00:00"),
    ],
)
def test_a_day_may_be_named(text: str, at: str) -> None:
    """A weekday is the nearest to come; with `next`, that of the week after this."""
    assert meant(text) == at


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("11-25 9:00", "2026-11-25 09:00"),
        ("11/25 9", "2026-11-25 09:00"),
        ("11月25日9点", "2026-11-25 09:00"),
        ("十一月二十五日下午三点半", "2026-11-25 15:30"),
        ("2026年11月25日 9点", "2026-11-25 09:00"),
        ("25 Nov 2026 9:00", "2026-11-25 09:00"),
        ("2026-11-25T09:00+08:00", "2026-11-25 09:00"),
        ("1-5 9:00", "2027-01-05 09:00"),
    ],
)
def test_a_date_may_be_given(text: str, at: str) -> None:
    """Without a year it is the nearest to come, if that is near."""
    assert meant(text) == at


@pytest.mark.parametrize(
    "text", ["today 9", "今天9点", "11-17 9:00", "2025-11-25 9:00", "本周一9点", "+0m"]
)
def test_the_past_is_refused(text: str) -> None:
    """With the moment that was understood."""
    with pytest.raises(InputError) as caught:
        parse_upcoming(text, NOW, ZONE)
    assert caught.value.key == "upcoming_past"
    assert str(caught.value.values["at"]) <= minute_text(NOW, ZONE)


@pytest.mark.parametrize(
    "text",
    ["", " ", "16", "tomorrow", "周五", "foo", "+", "+x", "+2", "25:00", "9:61", "2-30 9:00",
     "上午13点", "in", "后", "十十点", "2小时"],
)  # fmt: skip
def test_what_is_no_moment_is_refused(text: str) -> None:
    """Nothing is guessed: neither a number alone, nor a day without a time."""
    with pytest.raises(InputError) as caught:
        parse_upcoming(text, NOW, ZONE)
    assert caught.value.key == "bad_upcoming"


@pytest.mark.parametrize("text", ["+9999w", "2300-1-1 9:00"])
def test_a_year_far_off_is_a_slip(text: str) -> None:
    """As in all other times."""
    with pytest.raises(InputError) as caught:
        parse_upcoming(text, NOW, ZONE)
    assert caught.value.key == "instant_range"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("明天", "2026-11-19 18:00"),
        ("2026-12-01", "2026-12-01 18:00"),
        ("next fri", "2026-11-27 18:00"),
        ("周五 9点", "2026-11-20 09:00"),
    ],
)
def test_a_day_alone_means_its_evening(text: str, at: str) -> None:
    """Where a day will do, it may be typed without a time."""
    assert minute_text(parse_upcoming_day(text, NOW, ZONE), ZONE) == at


@pytest.mark.parametrize(
    ("text", "key"), [("soon", "bad_upcoming"), ("2026-11-01", "upcoming_past")]
)
def test_what_is_no_day_to_come_is_refused(text: str, key: str) -> None:
    """As for moments."""
    with pytest.raises(InputError) as refused:
        parse_upcoming_day(text, NOW, ZONE)
    assert refused.value.key == key


def test_days_from_now_keep_the_time_of_the_clock() -> None:
    """Also when clocks change in the night between; hours pass as they do."""
    berlin = "Europe/Berlin"
    before = local_instant(berlin, 2026, 10, 24, 12)
    assert meant("+1d", before, berlin) == "2026-10-25 12:00"
    assert meant("+24h", before, berlin) == "2026-10-25 11:00"


@given(
    st.integers(1_000_000_000, 2_000_000_000),
    st.integers(1, 525_600),
    st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/New_York"]),
)
def test_what_is_printed_is_read_back(second: int, minutes: int, zone: str) -> None:
    """Whoever accepts what was understood as it is shown means the same moment."""
    now = from_epoch(second, zone)
    at = from_epoch(second // 60 * 60 + minutes * 60, zone)
    # of an hour that clocks show twice, what is written means the second
    assume(local_instant(zone, at.year, at.month, at.day, at.hour, at.minute) == at)
    assert parse_upcoming(minute_text(at, zone), now, zone) == at


@given(st.text(alphabet="+ :点半后周下明天早晚ap m123０十hdin-月", max_size=12))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    """A slip is told, and ends nothing."""
    with suppress(InputError):
        assert parse_upcoming(text, NOW, ZONE) > NOW
