"""Periods: what figures are asked for, by name or by dates."""

import re
import unicodedata
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from cstui.clock.instants import FIRST_YEAR, LAST_YEAR, local_instant
from cstui.domain.errors import InputError

if TYPE_CHECKING:
    from pendulum import Date

Unit = Literal["day", "week", "month", "quarter", "year"]

NAMES = ("today", "yesterday", "week", "month", "quarter", "year", "all")
"""Periods that have a name; any beginning that fits only one of them will do."""

_UNITS: dict[str, Unit] = {
    "today": "day", "yesterday": "day", "week": "week", "month": "month",
    "quarter": "quarter", "year": "year",
}  # fmt: skip
_WEEK = re.compile(r"(\d{4})-w(\d{1,2})")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_TO = ".."
_ONE_SECOND = timedelta(seconds=1)


class Period(Struct, frozen=True):
    """A stretch of time from midnight to midnight."""

    name: str
    """One of `NAMES`, or the dates as they were given."""
    start: datetime | None
    """Its first moment; None where it reaches back for ever."""
    end: datetime | None
    """The first moment after it; None where it has no end."""
    zone: str

    def contains(self, at: datetime) -> bool:
        """Whether an instant lies in it."""
        return (self.start is None or self.start <= at) and (self.end is None or at < self.end)

    @property
    def last(self) -> date | None:
        """Its last day; None where it has no end."""
        return (self.end - _ONE_SECOND).date() if self.end else None


def parse_period(text: str, now: datetime, zone: str) -> Period:
    """Read a period: `week`, `w`, `2026`, `2026-05`, `2026-W20`, `2026-05-01..2026-05-31`.

    A week begins on Monday. A range takes in both of its ends, which may be of any length.

    Args:
        text: what was typed.
        now: this moment; names count from its date in the site's zone.
        zone: name of the site's zone, whose midnights count.

    Raises:
        InputError: `bad_period` or `ambiguous_period`.
    """
    # an input method writes full-width signs, and its own full stop where two dots are meant
    plain = unicodedata.normalize("NFKC", text).strip().lower().replace("。", ".")
    if not plain[:1].isdigit():
        return _named(_full_name(plain, text), now, zone)
    try:
        first, to, last = plain.partition(_TO)
        start, after = _dates(first)
        if to:
            after = _dates(last)[1]
    except (ValueError, OverflowError) as error:
        raise InputError("bad_period", text=text) from error
    if after <= start:
        raise InputError("bad_period", text=text)
    return Period(text.strip(), _midnight(start, zone), _midnight(after, zone), zone)


def _full_name(plain: str, text: str) -> str:
    if plain in NAMES:
        return plain
    fitting = [name for name in NAMES if plain and name.startswith(plain)]
    if not fitting:
        raise InputError("bad_period", text=text)
    if len(fitting) > 1:
        raise InputError("ambiguous_period", text=text, names=", ".join(fitting))
    return fitting[0]


def _named(name: str, now: datetime, zone: str) -> Period:
    if name == "all":
        return Period(name, None, None, zone)
    import pendulum

    today = pendulum.instance(now).in_timezone(zone).date()
    if name == "yesterday":
        today = today.subtract(days=1)
    start, after = _whole(today, _UNITS[name])
    return Period(name, _midnight(start, zone), _midnight(after, zone), zone)


def _dates(plain: str) -> tuple["Date", "Date"]:
    """First day of a written period, and the first day after it."""
    import pendulum

    if found := _WEEK.fullmatch(plain):
        return _whole(pendulum.Date.fromisocalendar(int(found[1]), int(found[2]), 1), "week")
    found = _DATE.fullmatch(plain)
    if not found:
        raise ValueError(plain)
    year, month, day = found.groups()
    unit: Unit = "day" if day else "month" if month else "year"
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise ValueError(year)
    return _whole(pendulum.date(int(year), int(month or 1), int(day or 1)), unit)


def _whole(day: "Date", unit: Unit) -> tuple["Date", "Date"]:
    """First day of the unit that a day lies in, and the first day after it."""
    match unit:
        case "day":
            return day, day.add(days=1)
        case "week":
            monday = day.subtract(days=day.isoweekday() - 1)
            return monday, monday.add(weeks=1)
        case "month":
            first = day.first_of("month")
            return first, first.add(months=1)
        case "quarter":
            first = day.first_of("quarter")
            return first, first.add(months=3)
        case "year":
            first = day.first_of("year")
            return first, first.add(years=1)


def _midnight(day: "Date", zone: str) -> datetime:
    return local_instant(zone, day.year, day.month, day.day)
