"""Local time of a whole column of instants at once."""

from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from cstui.metrics.sources import Column

_DAY = 86_400


def local_seconds(instants: Column, zone: str) -> NDArray[np.int64]:
    """Seconds since 1970 as a clock on a wall of the zone counts them; 0 stays 0."""
    known = instants[instants != 0]
    if not len(known):
        return np.zeros(len(instants), np.int64)
    since, offsets = offsets_between(int(known.min()), int(known.max()), ZoneInfo(zone))
    if len(since) == 1:
        shift: NDArray[np.int64] | np.int64 = offsets[0]
    else:
        shift = offsets[np.maximum(np.searchsorted(since, instants, side="right") - 1, 0)]
    return np.where(instants == 0, 0, instants + shift)


def offsets_between(
    first: int, last: int, zone: ZoneInfo
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The offsets in force between two instants, and since when each is.

    The zone is asked once a day; where its answer changes, the second of the change is sought by
    halving, so that a million rows cost no more than the days they lie in.
    """
    since, offsets = [first], [_offset(first, zone)]
    for day in range(first + _DAY, last + _DAY, _DAY):
        if _offset(day, zone) != offsets[-1]:
            since.append(_change(day - _DAY, day, zone))
            offsets.append(_offset(day, zone))
    return np.array(since, np.int64), np.array(offsets, np.int64)


def _change(before: int, after: int, zone: ZoneInfo) -> int:
    """The first second with the offset that `after` has."""
    while after - before > 1:
        middle = (before + after) // 2
        if _offset(middle, zone) == _offset(before, zone):
            before = middle
        else:
            after = middle
    return after


def _offset(instant: int, zone: ZoneInfo) -> int:
    offset = datetime.fromtimestamp(instant, zone).utcoffset()
    return int(offset.total_seconds()) if offset else 0
