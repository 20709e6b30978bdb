"""Instants: moments in the site's zone, to the second.

Every instant carries a fixed offset, never a zone with rules: Python subtracts two instants of
one such zone by their wall clocks, which is an hour wrong across a change to summer time.
"""

from datetime import datetime, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

from cstui.domain.errors import InputError

FIRST_YEAR = 1970
LAST_YEAR = 2099
"""Instants outside these years are slips of the pen."""

_HALF_SECOND = timedelta(microseconds=500_000)
_fixed_zone = lru_cache(maxsize=256)(timezone)


def zone_of(name: str) -> ZoneInfo:
    """The zone of that name.

    Raises:
        InputError: `unknown_zone`.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise InputError("unknown_zone", zone=name) from error


def local_instant(
    zone: str, year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0
) -> datetime:
    """The instant at which a zone's clocks show this.

    Where clocks go forward over it, it is as much later; where they show it twice, it is the
    second time: Pendulum's rules.

    Raises:
        ValueError: when there is no such date or time.
    """
    offset = _offset_of_day(zone, year, month, day)
    if offset is not None:
        return datetime(year, month, day, hour, minute, second, tzinfo=offset)
    import pendulum

    return _fixed(pendulum.datetime(year, month, day, hour, minute, second, tz=zone))


def localized(at: datetime, zone: str) -> datetime:
    """A moment as the site's clocks show it, rounded to the second.

    Args:
        at: a moment with an offset, or without one what the clocks in `zone` show (as the cells
            of a spreadsheet do).
        zone: name of the site's zone.

    Raises:
        InputError: `instant_range`.
    """
    if at.microsecond:
        at = (at + _HALF_SECOND).replace(microsecond=0)
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise InputError("instant_range", year=at.year, first=FIRST_YEAR, last=LAST_YEAR)
    if at.tzinfo is None:
        return local_instant(zone, at.year, at.month, at.day, at.hour, at.minute, at.second)
    return _fixed(at.astimezone(zone_of(zone)))


def from_epoch(seconds: int, zone: str) -> datetime:
    """The instant so many seconds after the start of 1970 in UTC."""
    return _fixed(datetime.fromtimestamp(seconds, zone_of(zone)))


def epoch(at: datetime) -> int:
    """Seconds since the start of 1970 in UTC."""
    return int(at.timestamp())


def minute_text(at: datetime, zone: str) -> str:
    """A moment as sheets print it: `2023-10-01 09:15`."""
    return f"{at.astimezone(zone_of(zone)):%Y-%m-%d %H:%M}"


def _fixed(at: datetime) -> datetime:
    offset = at.utcoffset()
    assert offset is not None, "an instant has an offset"
    return datetime(
        at.year, at.month, at.day, at.hour, at.minute, at.second, tzinfo=_fixed_zone(offset)
    )


@lru_cache(maxsize=8192)
def _offset_of_day(zone: str, year: int, month: int, day: int) -> timezone | None:
    """The offset that holds all day long; None on a day on which it changes."""
    midnight = datetime(year, month, day, tzinfo=zone_of(zone))
    offsets = {(midnight + timedelta(hours=hour)).utcoffset() for hour in range(25)}
    offset = offsets.pop()
    return None if offsets or offset is None else _fixed_zone(offset)
