"""Moments to come, as somebody on the telephone names them.

Of the libraries tried, dateparser reads half of the Chinese forms and takes `tomorrow 9` for this
hour of tomorrow, parsedatetime reads English alone; hence a grammar of our own.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from cstui.clock.instants import epoch, from_epoch, local_instant, localized, minute_text, zone_of
from cstui.clock.written import parse_instant
from cstui.domain.errors import InputError

_UNITS = {
    "m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60, "分": 60, "分钟": 60,
    "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600, "小时": 3600, "钟头": 3600,
    "d": 86400, "day": 86400, "days": 86400, "天": 86400,
    "w": 604800, "week": 604800, "weeks": 604800, "周": 604800, "星期": 604800,
}  # fmt: skip
_DAY_SECONDS = _UNITS["d"]
_HALVES = {"半": 0.5, "half a": 0.5, "half an": 0.5, "a": 1.0, "an": 1.0}
_AMOUNT = re.compile(
    r"(?P<number>\d{1,4}(?:\.\d)?|半|half an?|an?)\s*个?\s*(?P<half>半)?\s*"
    rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?P<more>半)?(?:\s*and)?\s*"
)
_MINUTES = re.compile(r"(\d{1,2})")
_FROM_NOW = re.compile(r"\+\s*(?P<a>.+)|in\s+(?P<b>.+)|(?P<c>.+?)\s*(?:之后|以后|后|later)")

_TIME = re.compile(
    r"(?:at\s+)?(?P<part>凌晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚)?\s*(?P<hour>\d{1,2})\s*"
    r"(?:(?P<mark>[:点时])钟?\s*(?:(?P<minute>\d{1,2})分?|(?P<half>半)|(?P<quarters>[13])刻|整)?)?\s*"
    r"(?P<noon>[ap]m|[ap]\.m\.)?"
)
_NIGHT_AND_MORNING = frozenset({"凌晨", "早上", "早晨", "早", "上午", "am"})
_AFTER_NOON = frozenset({"下午", "傍晚", "晚上", "晚", "pm"})
_LAST_OF_AFTERNOON = 6
"""Spoken hours up to here are of the afternoon, unless the morning is said: `4点半` is 16:30."""

_DAYS = {
    "today": 0, "今天": 0, "今日": 0, "今": 0,
    "tomorrow": 1, "tmr": 1, "明天": 1, "明日": 1, "明": 1,
    "后天": 2, "大后天": 3,
}  # fmt: skip
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = (
    rf"(?P<day>{'|'.join(sorted(_DAYS, key=len, reverse=True))})"
    r"|(?P<which>next|this|下个?|[这本]个?)?\s*(?:"
    r"(?:周|星期|礼拜)(?P<number>[1-7日天])"
    rf"|(?P<name>{'|'.join(_WEEKDAYS)})(?:day|sday|nesday|rsday|urday)?\b)"
    r"|(?:(?P<year>\d{4})\s*[-/.年]\s*)?(?P<month>\d{1,2})\s*[-/.月]\s*(?P<of_month>\d{1,2})[日号]?"
)
_DAY_FIRST = re.compile(rf"(?:{_DAY})[\s,]*(?P<rest>.+)")
_DAY_LAST = re.compile(rf"(?P<rest>.+?)[\s,]+(?:on\s+)?(?:{_DAY})")
_EVENING = "18:00"
_HALF_A_YEAR = timedelta(days=183)

_NUMERALS = re.compile("[零一二两三四五六七八九十]+")
_DIGITS = {**dict(zip("零一二三四五六七八九", range(10), strict=True)), "两": 2}


def parse_upcoming(text: str, now: datetime, zone: str) -> datetime:
    """Read a moment to come.

    Understood are `+2h`, `+1h30`, `in 2 hours`, `半小时后`; `16:00`, `4pm`, `下午4点`, `4点半`;
    `tomorrow 9`, `明早9点`, `周五10点`, `next mon 9:30`, `11-25 9:00`, `11月25日9点`,
    `2026-11-25 09:00`; and full-width digits, and numbers in hanzi.

    A time alone that has passed today is tomorrow's, a weekday without `next` the nearest to come
    and with it that of the week after this; spoken hours from one to six are of the afternoon. So
    whoever asks shows what was understood before it counts.

    Args:
        text: what was typed.
        now: this moment.
        zone: name of the site's zone, whose clocks are meant.

    Raises:
        InputError: `bad_upcoming`, `upcoming_past` or `instant_range`.
    """
    plain = unicodedata.normalize("NFKC", text).casefold().strip()
    try:
        plain = _NUMERALS.sub(lambda found: str(_number(found[0])), plain)
        moments = [localized(at, zone) for at in _moments(plain, now, zone)]
    except (ValueError, OverflowError, KeyError) as error:
        raise InputError("bad_upcoming", text=text.strip()) from error
    for at in moments:
        if at > now:
            return at
    raise InputError("upcoming_past", text=text.strip(), at=minute_text(moments[0], zone))


def parse_upcoming_day(text: str, now: datetime, zone: str) -> datetime:
    """Read a moment to come, or a day alone, which means six in the evening of it.

    Args:
        text: what was typed: `2024-07-01`, `下周五`, or anything that `parse_upcoming` reads.
        now: this moment.
        zone: name of the site's zone.

    Raises:
        InputError: as `parse_upcoming`.
    """
    try:
        return parse_upcoming(text, now, zone)
    except InputError as error:
        if error.key != "bad_upcoming":
            raise
        try:
            return parse_upcoming(f"{text.strip()} {_EVENING}", now, zone)
        except InputError as again:
            raise (error if again.key == "bad_upcoming" else again) from again


def _moments(plain: str, now: datetime, zone: str) -> Iterator[datetime]:
    """The moments that a text may mean; the first that has not passed is meant."""
    if found := _FROM_NOW.fullmatch(plain):
        whole_days, seconds = _length(found["a"] or found["b"] or found["c"])
        yield _after(now, whole_days, seconds, zone)
        return
    today = now.astimezone(zone_of(zone)).date()
    days = [today, today + timedelta(days=1)]
    time = _TIME.fullmatch(plain)
    if time and not (time["mark"] or time["noon"] or time["part"]):
        raise ValueError(plain)  # a number alone may be anything
    if found := _DAY_FIRST.fullmatch(plain) or _DAY_LAST.fullmatch(plain):
        days, time = _days(found, today), _TIME.fullmatch(found["rest"])
    if time is None:
        yield _instant(plain, zone)
        return
    for day in days:
        yield _at(day, time, zone)


def _after(now: datetime, days: int, seconds: int, zone: str) -> datetime:
    """So much later; days go by the calendar, to the same time of the clock."""
    local = now.astimezone(zone_of(zone))
    if days:
        day = local.date() + timedelta(days=days)
        time = (local.hour, local.minute, local.second)
        local = local_instant(zone, day.year, day.month, day.day, *time)
    return from_epoch(epoch(local) + seconds, zone)


def _length(plain: str) -> tuple[int, int]:
    """A length of time in days and seconds: `1h30`, `1 hour and 30 minutes`, `1个半小时`."""
    days = seconds = place = unit = 0
    while found := _AMOUNT.match(plain, place):
        amount = _HALVES.get(found["number"]) or float(found["number"])
        unit = _UNITS[found["unit"]]
        length = int(unit * (amount + 0.5 * bool(found["half"] or found["more"])))
        whole_days = length // _DAY_SECONDS if unit >= _DAY_SECONDS else 0
        days += whole_days
        seconds += length - whole_days * _DAY_SECONDS
        place = found.end()
    if unit == _UNITS["h"] and (found := _MINUTES.fullmatch(plain, place)):
        return days, seconds + int(found[1]) * _UNITS["m"]
    if place < len(plain) or not place:
        raise ValueError(plain)
    return days, seconds


def _days(found: re.Match[str], today: date) -> list[date]:
    """The days that may be meant, the nearest first."""
    if found["day"]:
        return [today + timedelta(days=_DAYS[found["day"]])]
    if found["month"]:
        return _dates(found, today)
    weekday = _WEEKDAYS.index(found["name"]) if found["name"] else _weekday(found["number"])
    monday = today - timedelta(days=today.weekday())
    which = found["which"] or ""
    if which.startswith(("next", "下")):
        return [monday + timedelta(days=weekday + 7)]
    if which:
        return [monday + timedelta(days=weekday)]
    nearest = today + timedelta(days=(weekday - today.weekday()) % 7)
    return [nearest, nearest + timedelta(days=7)]


def _weekday(number: str) -> int:
    return 6 if number in "日天" else int(number) - 1


def _dates(found: re.Match[str], today: date) -> list[date]:
    """A date; without a year that of this year, or of the next where that is near."""
    month, day = int(found["month"]), int(found["of_month"])
    if found["year"]:
        return [date(int(found["year"]), month, day)]
    this = date(today.year, month, day)
    following = date(today.year + 1, month, day)
    return [this, following] if following - today < _HALF_A_YEAR else [this]


def _at(day: date, time: re.Match[str], zone: str) -> datetime:
    """The instant of a time on a day."""
    hour = _hour(time)
    minute = 30 if time["half"] else 15 * int(time["quarters"] or 0) or int(time["minute"] or 0)
    if hour == 24 and minute == 0:
        day, hour = day + timedelta(days=1), 0
    return local_instant(zone, day.year, day.month, day.day, hour, minute)


def _hour(time: re.Match[str]) -> int:
    hour, part = int(time["hour"]), time["part"] or (time["noon"] or "").replace(".", "")
    if part in _NIGHT_AND_MORNING:
        if hour > 12:
            raise ValueError(hour)
        return hour % 12
    if part in _AFTER_NOON:
        # twelve in the night is the end of the day; at noon it is not
        return 24 if hour == 12 and part.startswith("晚") else hour + 12 * (hour < 12)
    if part == "中午":
        return hour + 12 * (hour < 3)
    spoken = time["mark"] != ":"
    return hour + 12 if spoken and 1 <= hour <= _LAST_OF_AFTERNOON else hour


def _instant(plain: str, zone: str) -> datetime:
    """An instant written in full, in one of the ways of the sheets."""
    if ":" not in plain:
        raise ValueError(plain)
    try:
        return parse_instant(plain, zone)
    except InputError as error:
        raise ValueError(plain) from error


def _number(numerals: str) -> int:
    """A number in hanzi, up to 99: `两`, `十二`, `三十`, `二十五`."""
    tens, ten, ones = numerals.rpartition("十")
    if not ten:
        return int("".join(str(_DIGITS[sign]) for sign in numerals))
    return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)
