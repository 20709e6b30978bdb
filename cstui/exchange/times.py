"""Moments as sheets write them.

What a written moment means is decided by `cstui.clock.written`; here stand the ways in which
sheets differ from people (a day's cell beside a time's cell, day numbers of spreadsheets, a bare
day) and the short cut that makes a hundred thousand of them cheap.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from cstui.clock.instants import FIRST_YEAR, LAST_YEAR, local_instant, localized
from cstui.clock.written import DateOrder, parse_instant, possible_date_orders
from cstui.domain.errors import InputError
from cstui.exchange.rejects import BadCell

_DAY_SECONDS = 86_400
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001  # day 0 of spreadsheets, in no zone
_SERIAL = re.compile(r"[2-7]\d{4}\.\d+")
_MIDNIGHT = re.compile(r"[ T]0?0:00(:00)?(?=\s+\d{1,2}:\d{2})")
_HAS_CLOCK = re.compile(r"[:点时]|\d{12}|[AaPp]\.?[Mm]")
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?")
_YEAR_FIRST = re.compile(r"\d{4}\D")


class TimeReader:
    """Reads the moments of one sheet."""

    def __init__(self, zone: str, order: DateOrder | None) -> None:
        """Take over the sheet's ways.

        Args:
            zone: the zone of its clock times.
            order: how its dates are written; None where nobody said, so that each must be plain.
        """
        self._zone = zone
        self._order = order
        self._days: dict[str, date] = {}

    def moment(self, text: str, time_of_day: time | None = None) -> datetime:
        """The instant that a text of day and time tells.

        Args:
            text: as the sheet has it.
            time_of_day: stands in where the text tells only the day.

        Raises:
            BadCell: where it tells no instant.
        """
        day_text, _, clock = text.partition(" ")
        day = self._days.get(day_text)
        if day is not None and (found := _CLOCK.fullmatch(clock)):
            return self._at(day, _seconds(found))
        return self._slowly(text, time_of_day)

    def after(self, start: datetime, text: str) -> datetime:
        """The moment, from `start` on, at which a clock shows a time of day.

        That is on the next day where the time of day is earlier than that of `start`.

        Raises:
            BadCell: where the text is no time of day.
        """
        seconds = clock_seconds(text)
        begun = start.hour * 3600 + start.minute * 60 + start.second
        day = start.date()
        return self._at(day if seconds >= begun else day + timedelta(days=1), seconds)

    def _at(self, day: date, seconds: int) -> datetime:
        minute, second = divmod(seconds, 60)
        return local_instant(
            self._zone, day.year, day.month, day.day, minute // 60, minute % 60, second
        )

    def _slowly(self, text: str, time_of_day: time | None) -> datetime:
        text = tidied(text)
        if _SERIAL.fullmatch(text):
            return self._of_spreadsheet(float(text))
        bare = not _HAS_CLOCK.search(text)
        if bare and time_of_day is None:
            raise BadCell("no_time_of_day")
        day_text, _, clock = text.partition(" ")
        try:
            at = parse_instant(text, self._zone, self._order or _plain_order(day_text))
        except InputError as error:
            raise BadCell(error.key, **error.values) from error
        if bare and time_of_day:
            return self._at(at.date(), time_of_day.hour * 3600 + time_of_day.minute * 60)
        if _CLOCK.fullmatch(clock):
            self._days[day_text] = at.date()
        return at

    def _of_spreadsheet(self, days: float) -> datetime:
        at = _FIRST_DAY + timedelta(seconds=round(days * _DAY_SECONDS))
        return localized(within_range(at), self._zone)


def later(start: datetime, span: timedelta) -> datetime:
    """The instant so much after another; before it where the span is negative.

    Raises:
        BadCell: where that is outside the years in which instants may be.
    """
    return within_range(start + span)


def within_range(at: datetime) -> datetime:
    """The moment itself.

    Raises:
        BadCell: where it is outside the years in which instants may be.
    """
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise BadCell("instant_range", year=at.year, first=FIRST_YEAR, last=LAST_YEAR)
    return at


def tidied(text: str) -> str:
    """A written moment with half-width digits, and without the midnight of a day's own cell."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _MIDNIGHT.sub("", text.strip())


def clock_seconds(text: str) -> int:
    """Seconds since midnight of a time of day.

    Raises:
        BadCell: where the text is none.
    """
    found = _CLOCK.fullmatch(text) or _CLOCK.fullmatch(tidied(text))
    if not found:
        raise BadCell("bad_clock")
    return _seconds(found)


def days_of(texts: Iterable[str]) -> set[str]:
    """The days among moments, as written, that do not begin with a year of four digits."""
    days = {tidied(text).partition(" ")[0] for text in texts}
    return {day for day in days if not _YEAR_FIRST.match(day) and possible_date_orders([day])}


def _plain_order(day: str) -> DateOrder:
    """The only order in which a day can be read; `ymd`, too, where it is no day by itself."""
    orders = ("ymd",) if _YEAR_FIRST.match(day) else possible_date_orders([day])
    if len(orders) > 1:
        raise BadCell("unclear_date_order")
    return orders[0] if orders else "ymd"


def _seconds(found: re.Match[str]) -> int:
    return int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3] or 0)
