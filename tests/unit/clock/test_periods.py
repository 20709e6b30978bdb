"""Periods beside one another."""

from datetime import UTC, datetime

import pytest

from cstui.clock.period import Period, parse_period
from cstui.clock.periods import parts, previous, step_of, written, year_before

NOW = datetime(2026, 5, 20, 4, tzinfo=UTC)


def period(text: str) -> Period:
    """A period as it is typed."""
    return parse_period(text, NOW, "Asia/Shanghai")


def days(found: Period | None) -> str:
    """Its first and its last day."""
    assert found and found.start and found.last
    return f"{found.start.date()}..{found.last}"


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2026-05", "2026-04-01..2026-04-30"),
        ("2026-01", "2025-12-01..2025-12-31"),
        ("quarter", "2026-01-01..2026-03-31"),
        ("2026", "2025-01-01..2025-12-31"),
        ("2026-W20", "2026-05-04..2026-05-10"),
        ("today", "2026-05-19..2026-05-19"),
        ("2026-05-02..2026-05-10", "2026-04-23..2026-05-01"),
    ],
)
def test_the_period_before_is_as_long(text: str, before: str) -> None:
    """Months follow months, whatever their length; other periods count back their own days."""
    assert days(previous(period(text))) == before


@pytest.mark.parametrize(
    ("text", "before"),
    [("2026-03", "2025-09-01..2026-02-28"), ("2026-05-09..2026-05-10", "2026-04-27..2026-05-08")],
)
def test_six_periods_before_are_told_as_one(text: str, before: str) -> None:
    """The half year up to a month; six times the days up to a range."""
    assert days(previous(period(text), 6)) == before


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2026-05", "2025-05-01..2025-05-31"),
        ("2026-W20", "2025-05-12..2025-05-18"),
        ("2024-02-29", "2023-02-28..2023-02-28"),
    ],
)
def test_a_year_ago_weeks_stay_weeks(text: str, before: str) -> None:
    """The same days a year ago; weeks keep their weekdays."""
    assert days(year_before(period(text))) == before


def test_all_has_nothing_before_it() -> None:
    """A period without a beginning has none before it."""
    assert previous(period("all")) is None
    assert year_before(period("all")) is None


@pytest.mark.parametrize(
    ("text", "step", "first", "last", "count"),
    [
        ("2026-05", "day", "2026-05-01", "2026-05-31", 31),
        ("quarter", "week", "2026-W14", "2026-W27", 14),
        ("2026", "month", "2026-01", "2026-12", 12),
    ],
)
def test_a_period_is_told_in_parts(text: str, step: str, first: str, last: str, count: int) -> None:
    """Days up to six weeks, weeks up to half a year, else months."""
    whole = period(text)
    assert whole.start and whole.end
    found_step = step_of(whole.start, whole.end)
    names = [part.name for part in parts(whole.start, whole.end, found_step, whole.zone)]
    assert (found_step, names[0], names[-1], len(names)) == (step, first, last, count)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("month", "2026-05-01..2026-05-31"),
        ("today", "2026-05-20"),
        ("2026-W20", "2026-W20"),
        ("all", "all"),
    ],
)
def test_a_period_is_written_for_any_day(text: str, told: str) -> None:
    """What was called by a name is told by its days, and means the same when read later."""
    assert written(period(text)) == told
    again = period(told)
    assert (again.start, again.end) == (period(text).start, period(text).end)
