"""Periods beside one another: the one before, the same a year ago, and the parts of one."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal

from cstui.clock.instants import local_instant
from cstui.clock.period import Period

if TYPE_CHECKING:
    from pendulum import Date

Step = Literal["day", "week", "month"]
"""The parts in which a course of figures is told."""

_DAYS_BY_DAY: Final = 45
"""A period of at most so many days is told day by day."""
_DAYS_BY_WEEK: Final = 190
"""And one of at most so many, week by week."""


def previous(period: Period, count: int = 1) -> Period | None:
    """The period before it that is as long: of May April, of a range of 9 days the 9 before.

    With a count so many such periods as one. None for one that has no beginning or no end.
    """
    if period.start is None or period.end is None:
        return None
    start, end = _day(period.start), _day(period.end)
    if months := _whole_months(start, end):
        return _between(start.subtract(months=count * months), start, period.zone)
    return _between(start.subtract(days=count * (end - start).days), start, period.zone)


def year_before(period: Period) -> Period | None:
    """The same days a year ago; of whole weeks, the same weeks 52 weeks ago.

    None for one that has no beginning or no end.
    """
    if period.start is None or period.end is None:
        return None
    start, end = _day(period.start), _day(period.end)
    if start.isoweekday() == 1 and (end - start).days % 7 == 0 and not _whole_months(start, end):
        return _between(start.subtract(weeks=52), end.subtract(weeks=52), period.zone)
    return _between(start.subtract(years=1), end.subtract(years=1), period.zone)


def written(period: Period) -> str:
    """A period as it can be asked for on any day: `month` is another one next month."""
    if period.start is None or period.end is None:
        return period.name
    first, last = period.start.date(), period.last
    if period.name[:1].isdigit():
        return period.name
    return f"{first}" if first == last else f"{first}..{last}"


def step_of(start: datetime, end: datetime) -> Step:
    """The parts that suit a stretch of time: some ten or twenty points, not hundreds."""
    days = (end - start).days
    return "day" if days <= _DAYS_BY_DAY else "week" if days <= _DAYS_BY_WEEK else "month"


def parts(start: datetime, end: datetime, step: Step, zone: str) -> Iterator[Period]:
    """The days, weeks or months that a stretch of time reaches into, each as a whole."""
    day = _day(start).start_of(step)
    while (first := _midnight(day, zone)) < end:
        after = day.add(**{f"{step}s": 1})
        yield Period(_name(day, step), first, _midnight(after, zone), zone)
        day = after


def _day(at: datetime) -> "Date":
    import pendulum

    return pendulum.date(at.year, at.month, at.day)


def _whole_months(start: date, end: date) -> int:
    """How many calendar months lie between two days; 0 where they are not whole."""
    if start.day != 1 or end.day != 1:
        return 0
    return (end.year - start.year) * 12 + end.month - start.month


def _between(start: "Date", end: "Date", zone: str) -> Period:
    name = f"{start.isoformat()}..{(end - timedelta(days=1)).isoformat()}"
    return Period(name, _midnight(start, zone), _midnight(end, zone), zone)


def _name(day: "Date", step: Step) -> str:
    """A part as a period is written: `2026-05-01`, `2026-W20`, `2026-05`."""
    if step == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    return day.isoformat() if step == "day" else f"{day.year}-{day.month:02}"


def _midnight(day: date, zone: str) -> datetime:
    return local_instant(zone, day.year, day.month, day.day)
