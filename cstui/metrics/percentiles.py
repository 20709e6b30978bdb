"""Percentiles of many groups at once."""

from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

LEAST = {50: 1, 90: 10, 95: 20}
"""Of how many values, at least, a percentile is told."""


class Sorted(Struct, frozen=True):
    """Values sorted within their groups, one group after the other."""

    values: NDArray[Any]
    """Unsigned."""
    sizes: NDArray[np.int64]
    """How many values each group has."""
    ends: NDArray[np.int64]
    """Where each group ends among the values."""


def sort_in_groups(values: NDArray[Any], codes: NDArray[Any], groups: int) -> Sorted:
    """Whole seconds, below 2³², sorted within their groups.

    Group and value share one key, as one plain sort is many times faster than two; a key of 32 bits
    where they fit, which is sorted in half the time.
    """
    bits = int(values.max(initial=0)).bit_length()
    kind = np.uint32 if bits + max(groups - 1, 0).bit_length() <= 32 else np.uint64
    keys: NDArray[Any] = values.astype(kind)
    if groups > 1:
        above = codes.astype(kind)
        above = np.left_shift(above, kind(bits), out=above)
        keys |= above
    keys.sort()
    if groups > 1:
        keys &= kind((1 << bits) - 1)
    sizes = np.bincount(codes, minlength=groups)
    return Sorted(keys, sizes, np.cumsum(sizes))


def percentile(of: Sorted, percent: int) -> list[float | None]:
    """A percentile of each group by linear interpolation; None of fewer than `LEAST` values.

    The value at place (n - 1) · percent ÷ 100 of the sorted values, counted from 0, as numpy has
    it by default and Excel in PERCENTILE.INC.
    """
    enough = of.sizes >= LEAST[percent]
    sizes, starts = of.sizes[enough], (of.ends - of.sizes)[enough]
    whole, rest = np.divmod((sizes - 1) * percent, 100)
    below = of.values[starts + whole].astype(np.int64)
    above = of.values[starts + np.minimum(whole + 1, sizes - 1)].astype(np.int64)
    told = iter((below + (above - below) * rest / 100).tolist())
    return [next(told) if is_enough else None for is_enough in enough.tolist()]
