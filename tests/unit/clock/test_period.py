"""Periods by name and by dates."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstui.clock.instants import from_epoch
from cstui.clock.period import NAMES, parse_period
from cstui.domain.errors import InputError
from tests.fixtures.times import ZONE, at

NOW = at("2026-05-14 10:30")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("today", "2026-05-14", "2026-05-15"),
        ("t", "2026-05-14", "2026-05-15"),
        ("yesterday", "2026-05-13", "2026-05-14"),
        ("week", "2026-05-11", "2026-05-18"),
        ("w", "2026-05-11", "2026-05-18"),
        (" Month ", "2026-05-01", "2026-06-01"),
        ("q", "2026-04-01", "2026-07-01"),
        ("year", "2026-01-01", "2027-01-01"),
        ("2026", "2026-01-01", "2027-01-01"),
        ("2026-05", "2026-05-01", "2026-06-01"),
        ("2026-12", "2026-12-01", "2027-01-01"),
        ("2026-W20", "2026-05-11", "2026-05-18"),
        ("2026-w01", "2025-12-29", "2026-01-05"),
        ("2026-05-01", "2026-05-01", "2026-05-02"),
        ("2026-05-01..2026-05-31", "2026-05-01", "2026-06-01"),
        ("2025-12..2026-W02", "2025-12-01", "2026-01-12"),
        ("２０２６－０５－０１。。２０２６－０５－３１", "2026-05-01", "2026-06-01"),
        ("ｗ", "2026-05-11", "2026-05-18"),
    ],
)
def test_periods_go_from_midnight_to_midnight(text: str, start: str, end: str) -> None:
    """A period has the days it names, whole, in the site's zone; weeks begin on Monday."""
    period = parse_period(text, NOW, ZONE)
    assert (period.start, period.end) == (at(start), at(end))


def test_all_has_no_ends() -> None:
    """`all` contains everything."""
    period = parse_period("all", NOW, ZONE)
    assert (period.start, period.end, period.last) == (None, None, None)
    assert period.contains(NOW)


@pytest.mark.parametrize(
    ("text", "last"),
    [("2026", "2026-12-31"), ("today", "2026-05-14"), ("2026-02", "2026-02-28")],
)
def test_the_last_day_of_a_period_is_part_of_it(text: str, last: str) -> None:
    """A year's last day lies in that year."""
    assert parse_period(text, NOW, ZONE).last == date.fromisoformat(last)


def test_the_end_is_not_part_of_a_period() -> None:
    """Midnight belongs to the day that begins with it."""
    period = parse_period("today", NOW, ZONE)
    assert period.start
    assert period.end
    assert period.contains(period.start)
    assert not period.contains(period.end)


def test_the_sites_midnight_counts() -> None:
    """It is already tomorrow in Shanghai while it is still today in UTC."""
    late = at("2026-05-15 00:30").astimezone()
    assert parse_period("today", late, ZONE).start == at("2026-05-15")


@pytest.mark.parametrize("text", ["y", "ye"])
def test_short_forms_must_be_clear(text: str) -> None:
    """A beginning that fits two names is told with both."""
    with pytest.raises(InputError) as caught:
        parse_period(text, NOW, ZONE)
    assert caught.value.key == "ambiguous_period"
    assert caught.value.values["names"] == "yesterday, year"


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2026-13", "2026-W54", "2026-02-30", "2026-05-31..2026-05-01", "2026..", "1850",
     "..2026", "2026-05-01...2026-05-02"],
)  # fmt: skip
def test_what_is_no_period_is_refused(text: str) -> None:
    """What is no period, or one that ends before it begins, is refused."""
    with pytest.raises(InputError) as caught:
        parse_period(text, NOW, ZONE)
    assert caught.value.key == "bad_period"


@given(st.sampled_from(NAMES), st.integers(86_400 * 400, 4_000_000_000))
def test_now_lies_in_every_named_period_but_yesterday(name: str, seconds: int) -> None:
    """Whatever day it is, this week, month, quarter and year contain it, and yesterday does not."""
    now = from_epoch(seconds, ZONE)
    period = parse_period(name, now, ZONE)
    assert period.contains(now) is (name != "yesterday")
    if name == "yesterday":
        assert period.contains(now - timedelta(days=1))
