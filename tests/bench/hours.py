"""Working hours as an array of seconds, of which those that count are added up.

It shares nothing with the program but the calendar's definition.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.bench.retelling import Stay

DAY = 86_400
ZONE = timezone(timedelta(hours=8))
"""Where the team is; its clocks never change."""


class Hours:
    """Every second of some months, by whether anybody works in it.

    Args:
        calendar: a calendar's definition: `hours`, `workdays`, `holidays` and `make_up` by year.
        first: the first day.
        days: how many there are.
    """

    def __init__(self, calendar: Mapping[str, Any], first: date, days: int) -> None:
        self.start = round(datetime(first.year, first.month, first.day, tzinfo=ZONE).timestamp())
        self._works = np.zeros(days * DAY, bool)
        off, made_up = _days(calendar["holidays"]), _days(calendar["make_up"])
        for number in range(days):
            day = first + timedelta(days=number)
            usual = day.isoweekday() in calendar["workdays"] and day not in off
            for span in calendar["hours"] if usual or day in made_up else ():
                begin, end = (number * DAY + _of_the_day(time) for time in span.split("-"))
                self._works[begin:end] = True

    def used(self, start: int, end: int, business: bool, waits: Sequence[Stay] = ()) -> int:
        """How many seconds between two instants count; negative where the end comes first."""
        if end < start:
            return -self.used(end, start, business)
        return int(self._counting(start, end, business, waits).sum())

    def due(self, start: int, limit: int, business: bool, waits: Sequence[Stay]) -> int | None:
        """The first instant by which so many counted; None where a wait still goes on before.

        Where waits begin when the limit is just used up, it is due when the last of them ends.
        """
        for wait in reversed(waits):
            if self.used(start, max(start, wait.start), business, waits) == limit:
                return wait.end
        left, at = limit, start
        while True:
            counts = self._counting(at, at + DAY, business, waits)
            if left <= counts.sum():
                return at + int(np.flatnonzero(counts)[left - 1]) + 1
            if any(wait.end is None and wait.start < at + DAY for wait in waits):
                return None
            left, at = left - int(counts.sum()), at + DAY

    def _counting(
        self, start: int, end: int, business: bool, waits: Sequence[Stay]
    ) -> NDArray[np.bool_]:
        """The seconds from one instant to another, by whether they count."""
        first, last = start - self.start, end - self.start
        counts = self._works[first:last].copy() if business else np.ones(last - first, bool)
        for wait in waits:
            over = end if wait.end is None else wait.end
            counts[max(0, wait.start - start) : max(0, over - start)] = False
        return counts


def _of_the_day(time: str) -> int:
    hour, minute = time.split(":")
    return int(hour) * 3600 + int(minute) * 60


def _days(years: Mapping[str, Sequence[str]]) -> set[date]:
    """All days of lists by year, such as `02-14` and `02-15..02-23`."""
    found = set()
    for year, texts in years.items():
        for text in texts:
            first, _, last = text.partition("..")
            day, end = (date.fromisoformat(f"{year}-{one}") for one in (first, last or first))
            while day <= end:
                found.add(day)
                day += timedelta(days=1)
    return found
