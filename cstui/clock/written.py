"""Instants as people and sheets write them."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal, get_args

from cstui.clock.instants import FIRST_YEAR, LAST_YEAR, local_instant, localized
from cstui.domain.errors import InputError

DateOrder = Literal["ymd", "dmy", "mdy"]
"""In which order year, month and day stand where the year has not four digits in front."""
DATE_ORDERS: tuple[DateOrder, ...] = get_args(DateOrder)

_TIME = (
    r"(?P<noon>上午|下午)?\s*(?P<hour>\d{1,2})"
    r"(?:\s*(?:[时点]|:(?=\s*\d))\s*(?P<minute>\d{1,2})?分?"
    r"(?:(?:\s*:\s*|(?<=分)\s*)(?P<second>\d{1,2})秒?(?:\.\d+)?)?|(?=\s*[ap]m))"
    r"\s*(?P<half>[ap]m)?"
)
# glued, `2023-10-0109:15`, day and hour need two digits each, lest it could be read two ways
_BETWEEN = r"(?:[\st,]+|(?<=日)|(?=[上下]午)|(?<=\d\d)(?=\d\d:))"
_PARTS = re.compile(
    r"(?P<a>\d{1,4})\s*[-/.年]\s*(?P<b>\d{1,2})\s*[-/.月]\s*(?P<c>\d{1,4})日?"
    rf"(?:{_BETWEEN}{_TIME})?"
)
_DIGITS = re.compile(rf"(?P<date>\d{{8}}|\d{{6}})(?:[\st]+{_TIME})?")
_ALL_DIGITS = re.compile(r"(?P<date>\d{8})[\st]?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?")
_ONLY_TIME = re.compile(_TIME)
_NAMED_MONTH = re.compile(
    r"(?:(?P<day>\d{1,2})[\s-]*(?P<month>[a-z]{3,9})|(?P<month2>[a-z]{3,9})\s+(?P<day2>\d{1,2}))"
    r"[\s,.-]+(?P<year>\d{4}|\d\d\b)(?P<rest>.*)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FIRST_OF_LAST_CENTURY = 70
"""Two-digit years from here on are of the 20th century, as POSIX has it."""


def parse_instant(
    text: str, zone: str, date_order: DateOrder = "ymd", on: datetime | None = None
) -> datetime:
    """Read an instant, to the second.

    Understood are `2023-10-01 09:15`, glued `2023-10-0109:15`, `2023/10/1 9:15`,
    `2023年10月1日 下午2时30分`, `231001 9:15`, `20231001`, `202310010915`, `1 Oct 2023 9:15 pm`,
    ISO 8601 with an offset, and full-width digits; a date alone is its first moment.

    Args:
        text: what was written.
        zone: name of the zone whose clocks it was read from.
        date_order: how to read `01/10/2023`; with `ymd`, such a date is refused, never guessed.
        on: the day that a bare time, `09:25`, belongs to.

    Raises:
        InputError: `bad_instant`, `unclear_date_order` or `instant_range`.
    """
    plain = text.strip()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKC", plain)
    plain = plain.lower()
    try:
        if found := _PARTS.fullmatch(plain):
            return _instant(zone, _date(text, found, date_order), found)
        if found := _DIGITS.fullmatch(plain) or _ALL_DIGITS.fullmatch(plain):
            return _instant(zone, _date_of_digits(found["date"], date_order), found)
        if on is not None and (found := _ONLY_TIME.fullmatch(plain)):
            return _instant(zone, (on.year, on.month, on.day), found)
        if found := _NAMED_MONTH.fullmatch(plain):
            return parse_instant(_numbered(found), zone)
        return localized(_with_offset(plain), zone)
    except (ValueError, OverflowError) as error:
        raise InputError("bad_instant", text=text.strip()) from error


def possible_date_orders(texts: Iterable[str]) -> tuple[DateOrder, ...]:
    """The orders in which all these dates can be read, one for each different meaning.

    None means that they are not all dates; more than one, that somebody has to say.
    """
    written = list(texts)
    meanings: dict[tuple[datetime, ...], DateOrder] = {}
    for order in DATE_ORDERS:
        try:
            meaning = tuple(parse_instant(text, "UTC", order) for text in written)
        except InputError:
            continue
        meanings.setdefault(meaning, order)
    return tuple(meanings.values())


def _instant(zone: str, date: tuple[int, int, int], found: re.Match[str]) -> datetime:
    """The instant of a date and the time that was found with it."""
    year = date[0]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InputError("instant_range", year=year, first=FIRST_YEAR, last=LAST_YEAR)
    parts = found.groupdict()
    hour, minute, second = (int(parts.get(part) or 0) for part in ("hour", "minute", "second"))
    half = parts.get("half") or parts.get("noon")
    if half in ("am", "上午"):
        hour = _before_noon(hour)
    elif half in ("pm", "下午") and hour < 12:
        hour += 12
    if (hour, minute, second) == (24, 0, 0):
        after = datetime(*date) + timedelta(days=1)  # noqa: DTZ001
        return local_instant(zone, after.year, after.month, after.day)
    return local_instant(zone, *date, hour, minute, second)


def _before_noon(hour: int) -> int:
    if hour > 12:
        raise ValueError(hour)
    return hour % 12


def _date(text: str, found: re.Match[str], order: DateOrder) -> tuple[int, int, int]:
    """Year, month and day of three parts."""
    a, b, c = found["a"], found["b"], found["c"]
    if len(a) == 4 or (order == "ymd" and len(a) <= 2 and len(c) <= 2):
        year, month, day = a, b, c
    elif order == "ymd":
        raise InputError("unclear_date_order", text=text.strip())
    else:
        year = c
        day, month = (a, b) if order == "dmy" else (b, a)
    return _full_year(year), int(month), int(day)


def _date_of_digits(digits: str, order: DateOrder) -> tuple[int, int, int]:
    """Year, month and day of six or eight digits."""
    if order == "ymd":
        return _full_year(digits[:-4]), int(digits[-4:-2]), int(digits[-2:])
    first, second, year = int(digits[:2]), int(digits[2:4]), _full_year(digits[4:])
    return (year, second, first) if order == "dmy" else (year, first, second)


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    if len(digits) != 2:
        raise ValueError(digits)
    return year + (1900 if year >= _FIRST_OF_LAST_CENTURY else 2000)


def _numbered(found: re.Match[str]) -> str:
    """A date with its month by name, written with numbers."""
    name = (found["month"] or found["month2"])[:3]
    day = int(found["day"] or found["day2"])
    return f"{_full_year(found['year'])}-{_MONTHS.index(name) + 1:02}-{day:02}{found['rest']}"


def _with_offset(plain: str) -> datetime:
    """An ISO 8601 instant that tells its offset, to the second begun."""
    at = datetime.fromisoformat(plain.upper()).replace(microsecond=0)
    if at.tzinfo is None:
        raise ValueError(plain)
    return at
