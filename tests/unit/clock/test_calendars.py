"""The calendars that come with the program, and how they are read."""

from datetime import date
from typing import Any

import pytest

from cstui.clock.calendars import day_spans, schedule_of
from cstui.clock.hours import Kind
from cstui.domain.errors import CstuiError, InputError, NotFound
from cstui.domain.ticket import Header, Ticket
from tests.fixtures.times import at, calendar, calendars

WORKING_DAY = day_spans(["09:00-12:00", "13:00-18:00"])

MAKE_UP_DAYS = [
    "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14",
    "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28",
    "2025-10-11", "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20",
    "2026-10-10",
]  # fmt: skip

PUBLIC_HOLIDAYS = {2024: 11, 2025: 13, 2026: 13}
"""Days off by law in a year; those at a week-end are made good for. Two more since 2025."""


@pytest.mark.parametrize("day", MAKE_UP_DAYS)
def test_make_up_days_are_working_days(day: str) -> None:
    """A make-up working day lies at a week-end and has the hours of a working day."""
    made_up = date.fromisoformat(day)
    assert made_up.isoweekday() > 5
    assert calendar().spans_on(made_up) == WORKING_DAY


@pytest.mark.parametrize(
    ("month", "first", "last"), [(2, 15, 23), (10, 1, 7), (1, 1, 3), (5, 1, 5), (9, 25, 27)]
)
def test_holidays_of_2026_are_closed(month: int, first: int, last: int) -> None:
    """Public holidays of 2026 have no working hours; the day after each of these has."""
    for day in range(first, last + 1):
        assert calendar().spans_on(date(2026, month, day)) == ()
    after = date(2026, month, last + 1)
    assert calendar().spans_on(after) == WORKING_DAY


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_days_off_less_days_made_up_are_the_public_holidays(year: int) -> None:
    """Weekdays off, less the week-end days worked for them, are the days off by law."""
    schedule = calendar().schedule
    days = [day for day in schedule.overrides if day.year == year]
    off = sum(day.isoweekday() <= 5 and not schedule.overrides[day] for day in days)
    made_up = sum(bool(schedule.overrides[day]) for day in days)
    assert off - made_up == PUBLIC_HOLIDAYS[year]


def test_the_spring_festival_does_not_count() -> None:
    """From the evening before the make-up Saturday to the morning after the festival: ten hours."""
    start, end = at("2026-02-13 17:00"), at("2026-02-24 10:00")
    assert calendar().business_seconds(start, end) == 10 * 3600
    kinds = [
        piece.kind for piece in calendar().pieces(int(start.timestamp()), int(end.timestamp()))
    ]
    assert kinds.count(Kind.HOLIDAY) == 1


def test_unknown_years_are_told() -> None:
    """Years without holiday data are named, so that the reader can be warned."""
    assert calendar().years_without_holidays(at("2023-10-01"), at("2027-01-01")) == (2023, 2027)
    assert calendar().years_without_holidays(at("2024-01-01"), at("2026-12-31")) == ()


def test_a_new_version_leaves_the_old_one_alone() -> None:
    """A ticket keeps the version of its calendar; later ones change nothing for it."""
    book = calendars().with_version("cn", "2026-06-01", {"hours": ["10:00-16:00"]})
    old = Ticket(Header("hotline", calendar="cn@2024-01-01"))
    assert book.governing(old).spans_on(date(2026, 6, 2)) == WORKING_DAY
    assert book.on(None).ref == book.on(date(2026, 6, 1)).ref == "cn@2026-06-01"
    assert book.on(date(2026, 5, 31)).ref == "cn@2024-01-01"
    assert book.governing(Ticket(Header("hotline"))) is book.on(None)


def test_a_new_version_keeps_what_it_does_not_say() -> None:
    """Holidays stay closed and make-up days are worked when only the hours change."""
    longer = day_spans(["08:00-20:00"])
    hours = calendars().with_version("cn", "2026-06-01", {"hours": ["08:00-20:00"]}).on(None)
    assert hours.spans_on(date(2026, 10, 1)) == ()
    assert hours.spans_on(date(2026, 10, 10)) == hours.spans_on(date(2026, 10, 12)) == longer
    assert hours.years_without_holidays(at("2024-01-01"), at("2026-12-31")) == ()


def test_a_new_version_may_name_the_holidays_of_one_more_year() -> None:
    """Of a table, only the entries that are given are new."""
    told = {"holidays": {"2027": ["01-01"]}}
    book = calendars().with_version("cn", "2026-12-01", told).on(None)
    assert book.spans_on(date(2027, 1, 1)) == book.spans_on(date(2026, 10, 1)) == ()
    assert book.spans_on(date(2027, 1, 4)) == WORKING_DAY


def test_a_version_that_is_there_is_not_defined_anew() -> None:
    """Tickets that keep it would be judged otherwise; saying the same again is no change."""
    book = calendars().with_version("cn", "2026-06-01", {"hours": ["10:00-16:00"]})
    again = book.with_version("cn", "2026-06-01", {"hours": ["10:00-16:00"]})
    assert again.on(None).schedule == book.on(None).schedule
    for day in ("2026-06-01", "2024-01-01"):
        with pytest.raises(InputError) as caught:
            book.with_version("cn", day, {"hours": ["10:00-17:00"]})
        assert caught.value.key == "version_taken"


def test_half_days_and_single_weekdays() -> None:
    """A weekday may have hours of its own, and so may a single date."""
    schedule = schedule_of(
        "shop",
        "2026-01-01",
        {
            "hours": ["09:00-18:00"],
            "workdays": [1, 2, 3, 4, 5],
            "week": {"6": ["09:00-12:00"]},
            "days": {"2026-12-31": ["09:00-13:00"], "2026-12-28": []},
        },
    )
    assert schedule.spans_on(date(2026, 5, 16)) == day_spans(["09:00-12:00"])
    assert schedule.spans_on(date(2026, 12, 31)) == day_spans(["09:00-13:00"])
    assert schedule.closed_by_exception(date(2026, 12, 28))
    assert not schedule.closed_by_exception(date(2026, 5, 17))


@pytest.mark.parametrize(
    ("definition", "key"),
    [
        ({"hours": ["9-12"]}, "bad_hours"),
        ({"hours": ["12:00-09:00"]}, "bad_hours"),
        ({"hours": ["09:00-25:00"]}, "bad_hours"),
        ({"hours": ["09:00-12:00", "11:00-13:00"]}, "bad_hours"),
        ({"hours": []}, "no_hours"),
        ({"hours": ["09:00-12:00"], "holiday": {}}, "unknown_part"),
        ({"hours": ["09:00-12:00"], "holidays": {"2026": ["02-30"]}}, "bad_day"),
        ({"hours": ["09:00-12:00"], "workdays": 5}, "bad_definition"),
        ({"hours": ["09:00-12:00"], "holidays": ["2026-01-01"]}, "bad_definition"),
    ],
)
def test_definitions_that_cannot_be_used_are_refused(definition: dict[str, Any], key: str) -> None:
    """Nothing in a calendar's definition is skipped in silence."""
    with pytest.raises(InputError) as caught:
        schedule_of("shop", "2026-01-01", definition)
    assert caught.value.key == key


def test_unknown_calendars_are_told_with_the_known_ones() -> None:
    """A calendar that is not there is told with those that are."""
    with pytest.raises(CstuiError) as caught:
        calendars().named("uk@2024-01-01")
    assert isinstance(caught.value, NotFound)
    assert caught.value.values["known"] == "cn"


def test_hours_may_be_written_in_full_width() -> None:
    """As an input method gives them."""
    assert day_spans(["０９：００－１２：００", "13:00 - 18:00"]) == WORKING_DAY
