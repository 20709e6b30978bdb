"""Durations sorted into the bins of a histogram."""

from itertools import chain

import numpy as np
from numpy.typing import NDArray

from cstui.metrics.durations import Durations
from cstui.metrics.groups import Groups
from cstui.metrics.values import Bins
from cstui.metrics.window import Window

MOST = 16
"""How many bins there are at most, so that each can be told apart on 80 columns."""

_SHOWN = 95
"""The bins reach as far as this percentile; the long tail is gathered beyond them."""
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
_WIDTHS = tuple(
    chain(
        (1, 2, 5, 10, 15, 30),
        (_MINUTE * minutes for minutes in (1, 2, 5, 10, 15, 30)),
        (_HOUR * hours for hours in (1, 2, 4, 6, 12)),
        (_DAY * days for days in (1, 2, 7, 14, 28, 91, 364, 1820, 3640)),
    )
)
"""Widths that people count in; the widest makes room for every duration that facts can hold."""


def bins(durations: Durations, window: Window, threshold_s: int | None = None) -> Bins:
    """The durations that ended in the period, in up to `MOST` bins of a width that suits them."""
    seconds = durations.seconds[durations.known & window.covers(durations.ended)]
    if not len(seconds):
        return Bins(_MINUTE, (), 0, None, threshold_s)
    longest = int(seconds.max())
    reach = _reach(seconds, threshold_s)
    width = next(width for width in _WIDTHS if width * MOST >= reach)
    count = min(max(-(-max(longest, reach) // width), 1), MOST)
    inside = seconds[seconds <= width * count].astype(np.int64)
    counts = np.bincount(np.maximum(inside - 1, 0) // width, minlength=count)
    beyond = len(seconds) - len(inside)
    return Bins(width, tuple(counts.tolist()), beyond, longest, threshold_s)


def binned(durations: Durations, window: Window, groups: Groups, like: Bins) -> list[list[int]]:
    """How many durations of each group lie in each bin of a histogram, and last, beyond them."""
    counted = durations.known & window.covers(durations.ended)
    places = np.maximum(durations.seconds[counted].astype(np.int64) - 1, 0) // like.width_s
    across = len(like.counts) + 1
    codes = groups.of(counted) * across + np.minimum(places, across - 1)
    counts = np.bincount(codes, minlength=len(groups) * across)
    found: list[list[int]] = counts.reshape(len(groups), across).tolist()
    return found


def _reach(seconds: NDArray[np.uint32], threshold_s: int | None) -> int:
    """How far the bins must reach: nearly to the longest, and to a threshold that lies near."""
    place = -(-(len(seconds) - 1) * _SHOWN // 100)
    reach = int(np.partition(seconds, place)[place])
    if threshold_s and reach < threshold_s <= 2 * reach:
        return threshold_s
    return reach
