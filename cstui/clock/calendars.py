"""The calendars of a site, read from a resource and from settings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from cstui.clock.calendar import Calendar, DaySpans, Schedule
from cstui.clock.versions import Versions
from cstui.domain.errors import InputError
from cstui.domain.ticket import Ticket

_SPAN = re.compile(r"(\d\d):([0-5]\d)-(\d\d):([0-5]\d)")
_DAY_SECONDS = 86_400
_PARTS = ("name", "effective", "hours", "workdays", "week", "holidays", "make_up", "days")


@dataclass(frozen=True, slots=True)
class CalendarBook:
    """All versions of all calendars of a site."""

    versions: Versions[Schedule]
    calendars: Mapping[str, Calendar]
    """By name and version."""
    zone: str
    default_name: str

    @classmethod
    def from_mapping(
        cls, mapping: Mapping[str, Any], zone: str, default: str = "cn"
    ) -> "CalendarBook":
        """The calendars of a resource.

        Args:
            mapping: `calendar`, a list of definitions as `schedule_of` reads them, each with its
                `name` and `effective` day.
            zone: name of the site's zone.
            default: name of the calendar that the site goes by.

        Raises:
            InputError: when a definition cannot be used.
        """
        schedules = [
            schedule_of(each["name"], each["effective"], each) for each in mapping["calendar"]
        ]
        return cls._of(schedules, zone, default)

    @classmethod
    def _of(cls, schedules: Sequence[Schedule], zone: str, default: str) -> "CalendarBook":
        versions = Versions.of("calendar", schedules)
        calendars = {schedule.ref: Calendar(schedule, zone) for schedule in versions.items}
        return cls(versions, calendars, zone, default)

    @property
    def default(self) -> Calendar:
        """The newest version of the calendar that the site goes by."""
        return self.of(self.default_name, None)

    def of(self, name: str, at: datetime | None) -> Calendar:
        """The calendar of that name as it counts for a ticket opened at an instant.

        Raises:
            NotFound: `unknown_calendar`.
        """
        return self.calendars[self.versions.at(name, at.date() if at else None).ref]

    def named(self, ref: str) -> Calendar:
        """The calendar that a ticket kept.

        Raises:
            NotFound: `unknown_calendar`.
        """
        return self.calendars.get(ref) or self.calendars[self.versions.named(ref).ref]

    def governing(self, ticket: Ticket) -> Calendar:
        """The calendar that a ticket keeps, else the site's when it began.

        Raises:
            NotFound: `unknown_calendar`.
        """
        if ticket.header.calendar:
            return self.named(ticket.header.calendar)
        return self.of(self.default_name, ticket.events[0].at if ticket.events else None)

    def with_version(self, name: str, effective: str, mapping: Mapping[str, Any]) -> "CalendarBook":
        """The book with another version, as a setting defines it.

        Raises:
            InputError: when the definition cannot be used.
        """
        added = schedule_of(name, effective, mapping)
        return self._of([*self.versions.items, added], self.zone, self.default_name)


def schedule_of(name: str, effective: date | str, mapping: Mapping[str, Any]) -> Schedule:
    """Read a calendar's definition.

    Args:
        name: the calendar's name.
        effective: first day on which this version counts.
        mapping: `hours` of a working day, as `["09:00-12:00", "13:00-18:00"]`; `workdays`, 1 for
            Monday; `week`, hours of single weekdays by number; by year, `holidays` and `make_up`
            working days, as `02-14` or `02-15..02-23`; `days`, hours of single dates.

    Raises:
        InputError: `unknown_part`, `bad_definition`, `bad_hours`, `bad_day` or `no_hours`.
    """
    if unknown := [part for part in mapping if part not in _PARTS]:
        raise InputError("unknown_part", name=name, part=unknown[0], known=", ".join(_PARTS))
    try:
        return _schedule(name, effective, mapping)
    except (TypeError, AttributeError, ValueError) as error:
        raise InputError("bad_definition", name=name) from error


def _schedule(name: str, effective: date | str, mapping: Mapping[str, Any]) -> Schedule:
    hours = day_spans(mapping.get("hours", ()))
    workdays = mapping.get("workdays", range(1, 6))
    week = {number: hours if number in workdays else () for number in range(1, 8)}
    week |= {int(number): day_spans(each) for number, each in mapping.get("week", {}).items()}
    if not any(week.values()):
        raise InputError("no_hours", name=name)
    holidays = mapping.get("holidays", {})
    overrides: dict[date, DaySpans] = dict.fromkeys(_days_of(holidays), ())
    overrides |= dict.fromkeys(_days_of(mapping.get("make_up", {})), hours)
    overrides |= {_day(text): day_spans(each) for text, each in mapping.get("days", {}).items()}
    return Schedule(
        name,
        _day(str(effective)),
        tuple(week[number] for number in range(1, 8)),
        overrides,
        frozenset(int(year) for year in holidays),
    )


def day_spans(texts: Sequence[str]) -> DaySpans:
    """The working spans of a day, from `["09:00-12:00", "13:00-18:00"]`; a day ends at 24:00.

    Raises:
        InputError: `bad_hours`.
    """
    spans: list[tuple[int, int]] = []
    for text in texts:
        found = _SPAN.fullmatch(text.replace(" ", ""))
        if not found:
            raise InputError("bad_hours", text=text)
        first_hour, first_minute, last_hour, last_minute = map(int, found.groups())
        start = first_hour * 3600 + first_minute * 60
        end = last_hour * 3600 + last_minute * 60
        earliest = spans[-1][1] if spans else 0
        if not earliest <= start < end <= _DAY_SECONDS:
            raise InputError("bad_hours", text=text)
        spans.append((start, end))
    return tuple(spans)


def _days_of(years: Mapping[str, Sequence[str]]) -> Iterator[date]:
    """All days of lists such as `{"2026": ["02-14", "02-15..02-23"]}`."""
    for year, texts in years.items():
        for text in texts:
            first, _, last = text.partition("..")
            day, end = _day(f"{year}-{first}"), _day(f"{year}-{last or first}")
            while day <= end:
                yield day
                day += timedelta(days=1)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError("bad_day", text=text) from error
