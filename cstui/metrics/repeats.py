"""Repeated contacts: how long after a customer's last one about the same type the next one came."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from cstui.domain.facts import Flag
from cstui.metrics.columns import Columns, Mask
from cstui.metrics.window import Window

NEVER = 2**40
"""Longer than any time between two instants of the facts."""

_MIX = np.uint64(0x9E37_79B9_7F4A_7C15)
"""An odd number with bits all over, by which types are spread before they join a customer's key."""


class Neighbours(Struct, frozen=True):
    """For each round, seconds from and to the customer's nearest contacts about the same type."""

    since_last: NDArray[np.int64]
    until_next: NDArray[np.int64]
    """`NEVER` where there is none, or the customer is not known."""


def contacts(columns: Columns) -> Mask:
    """Rounds that stand for a contact: all that came, but calls that nobody answered in time."""
    came: Mask = columns.first & (columns["submitted"] != 0) & ~columns.flagged(Flag.ABANDONED)
    return came


def neighbours(columns: Columns, window: Window, reach_s: int) -> Neighbours:
    """The nearest contacts of those that a period can tell of.

    Args:
        columns: The facts.
        window: The period; contacts after it are not looked at.
        reach_s: How many seconds before the period are looked at too.
    """
    submitted = columns["submitted"].astype(np.int64)
    told = contacts(columns) & (columns["caller"] != 0) & window.begun(columns["submitted"])
    told &= submitted >= window.start - reach_s
    rows = np.flatnonzero(told)
    keys = columns["caller"][rows] ^ (columns["type"][rows].astype(np.uint64) * _MIX)
    order = _by_key_and_time(keys, submitted[rows])
    rows, keys = rows[order], keys[order]
    gaps = np.where(keys[1:] == keys[:-1], np.diff(submitted[rows]), NEVER)
    since, until = np.full((2, len(columns)), NEVER, np.int64)
    since[rows[1:]] = gaps
    until[rows[:-1]] = gaps
    return Neighbours(since, until)


def _by_key_and_time(keys: NDArray[np.uint64], times: NDArray[np.int64]) -> NDArray[np.int64]:
    """The order by key, and by time within each.

    The upper bits of the key and the place in time share one number, as one plain sort is many
    times faster than two. Where two keys have the same upper bits, which is rare, they are sorted
    in full.
    """
    count = len(keys)
    in_time = _by_time(times)
    low = np.uint64(max(count - 1, 1).bit_length())
    packed = (keys[in_time] >> low << low) | np.arange(count, dtype=np.uint64)
    packed.sort()
    order = in_time[(packed & ((np.uint64(1) << low) - np.uint64(1))).astype(np.int64)]
    upper, whole = packed >> low, keys[order]
    if np.any((upper[1:] == upper[:-1]) & (whole[1:] != whole[:-1])):
        return np.lexsort((times, keys))
    return order


def _by_time(times: NDArray[np.int64]) -> NDArray[np.int64]:
    """The order by time, which is mostly that of the rows already."""
    if np.all(times[1:] >= times[:-1]):
        return np.arange(len(times))
    return np.argsort(times, kind="stable")
