"""Percentiles of many groups at once."""

from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

LEAST = {50: 1, 90: 10, 95: 20}
"""Of how many values, at least, a percentile is told."""


class Sorted(Struct, frozen=True):
    """Values sorted within their groups, one group after the other."""

    values: NDArray[np.int64]
    sizes: NDArray[np.int64]
    """How many values each group has."""
    ends: NDArray[np.int64]
    """Where each group ends among the values."""


def sort_in_groups(values: NDArray[Any], codes: NDArray[np.int64], groups: int) -> Sorted:
    """Whole seconds sorted within their groups.

    Group and value share one 64-bit key, as one plain sort is many times faster than two.
    """
    keys = codes.astype(np.uint64)
    keys <<= np.uint64(32)
    keys |= values.astype(np.uint64, copy=False)
    keys.sort()
    sizes = np.bincount(codes, minlength=groups)
    keys &= np.uint64(0xFFFF_FFFF)
    in_order = keys.view(np.int64)
    return Sorted(in_order, sizes, np.cumsum(sizes))


def percentile(of: Sorted, percent: int) -> list[float | None]:
    """A percentile of each group by linear interpolation; None of fewer than `LEAST` values.

    The value at place (n - 1) · percent ÷ 100 of the sorted values, counted from 0, as numpy has
    it by default and Excel in PERCENTILE.INC.
    """
    enough = of.sizes >= LEAST[percent]
    sizes, starts = of.sizes[enough], (of.ends - of.sizes)[enough]
    whole, rest = np.divmod((sizes - 1) * percent, 100)
    below = of.values[starts + whole]
    above = of.values[starts + np.minimum(whole + 1, sizes - 1)]
    told = iter((below + (above - below) * rest / 100).tolist())
    return [next(told) if is_enough else None for is_enough in enough.tolist()]
