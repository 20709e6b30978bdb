"""Durations sorted into the bins of a histogram."""

from itertools import chain

import numpy as np

from cstui.metrics.sources import Column
from cstui.metrics.values import Bins

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


def bins(seconds: Column, threshold_s: int | None = None) -> Bins:
    """Durations in whole seconds, in up to `MOST` bins of a width that suits them."""
    if not len(seconds):
        return Bins(_MINUTE, (), 0, None, threshold_s)
    longest = int(seconds.max())
    reach = _reach(seconds, threshold_s)
    width = next(width for width in _WIDTHS if width * MOST >= reach)
    count = min(max(-(-max(longest, reach) // width), 1), MOST)
    *counts, beyond = np.bincount(_places(seconds, width, count), minlength=count + 1).tolist()
    return Bins(width, tuple(counts), beyond, longest, threshold_s)


def binned(seconds: Column, codes: Column, groups: int, like: Bins) -> list[list[int]]:
    """How many durations of each group lie in each bin of a histogram, and last, beyond them.

    Args:
        seconds: the durations.
        codes: the index of each one's group.
        groups: how many groups there are.
        like: the histogram.
    """
    across = len(like.counts) + 1
    places = codes.astype(np.int64) * across + _places(seconds, like.width_s, across - 1)
    counts = np.bincount(places, minlength=groups * across)
    found: list[list[int]] = counts.reshape(groups, across).tolist()
    return found


def _places(seconds: Column, width_s: int, count: int) -> Column:
    """In which of so many bins each duration lies; behind them all where it is longer."""
    found: Column = np.minimum((np.maximum(seconds, 1) - 1) // seconds.dtype.type(width_s), count)
    return found


def _reach(seconds: Column, threshold_s: int | None) -> int:
    """How far the bins must reach: nearly to the longest, and to a threshold that lies near."""
    place = -(-(len(seconds) - 1) * _SHOWN // 100)
    reach = int(np.partition(seconds, place)[place])
    if threshold_s and reach < threshold_s <= 2 * reach:
        return threshold_s
    return reach
