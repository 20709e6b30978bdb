"""The calendars of a site, read from a resource and from settings."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from msgspec import Struct

from cstui.clock.calendar import Calendar, DaySpans, Schedule
from cstui.clock.versions import Versions, day_of
from cstui.domain.errors import InputError
from cstui.domain.ticket import Ticket

_SPAN = re.compile(r"(\d\d):([0-5]\d)-(\d\d):([0-5]\d)")
_DAY_SECONDS = 86_400
_PARTS = ("name", "effective", "hours", "workdays", "week", "holidays", "make_up", "days")


class CalendarBook(Struct, frozen=True):
    """All versions of all calendars of a site."""

    versions: Versions[Schedule]
    calendars: Mapping[str, Calendar]
    """By name and version."""
    definitions: Mapping[str, Mapping[str, Any]]
    """What each version says, by name and version."""
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
        return cls._of(mapping["calendar"], zone, default)

    @classmethod
    def _of(
        cls, definitions: Iterable[Mapping[str, Any]], zone: str, default: str
    ) -> "CalendarBook":
        told = [(schedule_of(each["name"], each["effective"], each), each) for each in definitions]
        versions = Versions.of("calendar", [schedule for schedule, _ in told])
        calendars = {schedule.ref: Calendar(schedule, zone) for schedule in versions.items}
        return cls(
            versions, calendars, {schedule.ref: each for schedule, each in told}, zone, default
        )

    def on(self, day: date | None) -> Calendar:
        """The calendar that the site goes by on a day; without day its newest version.

        Raises:
            NotFound: `unknown_calendar`.
        """
        return self.calendars[self.versions.at(self.default_name, day).ref]

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
        return self.on(ticket.events[0].at.date() if ticket.events else None)

    def with_version(self, name: str, effective: str, mapping: Mapping[str, Any]) -> "CalendarBook":
        """The book with another version, as a setting defines it.

        What it does not say is as in the version that counted on its first day so far, such as
        the holidays of other years.

        Raises:
            InputError: when the definition cannot be used; `version_taken` when that version is
                there already and says something else.
        """
        so_far = self.versions.find(name, day_of(effective))
        added = _over(self.definitions[so_far.ref] if so_far else {}, mapping)
        added |= {"name": name, "effective": effective}
        return self._of([*self.definitions.values(), added], self.zone, self.default_name)


def _over(before: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """A definition over an earlier one; tables by year, date or weekday entry by entry."""
    merged = dict(before)
    for part, told in given.items():
        earlier = before.get(part)
        if isinstance(earlier, Mapping) and isinstance(told, Mapping):
            merged[part] = {**earlier, **told}
        else:
            merged[part] = told
    return merged


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
    overrides |= {day_of(text): day_spans(each) for text, each in mapping.get("days", {}).items()}
    return Schedule(
        name,
        day_of(effective),
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
        found = _SPAN.fullmatch(unicodedata.normalize("NFKC", text).replace(" ", ""))
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
            day, end = day_of(f"{year}-{first}"), day_of(f"{year}-{last or first}")
            while day <= end:
                yield day
                day += timedelta(days=1)
