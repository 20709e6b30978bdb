"""Repeated contacts: how long after a customer's last one about the same type the next one came."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from cstui.domain.facts import Flag
from cstui.metrics.columns import Columns
from cstui.metrics.sources import Mask, Places, indexes
from cstui.metrics.window import Window

NEVER = 2**32 - 1
"""Longer than any time between two instants of the facts that count."""

_MIX = np.uint64(0x9E37_79B9_7F4A_7C15)
"""An odd number with bits all over, by which types are spread before they join a customer's key."""


class Neighbours(Struct, frozen=True):
    """For each round, seconds from and to the customer's nearest contacts about the same type."""

    since_last: NDArray[np.uint32]
    until_next: NDArray[np.uint32]
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
    submitted = columns["submitted"]
    told = contacts(columns) & (columns["caller"] != 0) & window.begun(submitted)
    told &= submitted >= window.start - reach_s
    rows = indexes(told)
    keys = columns["type"].take(rows).astype(np.uint64)
    keys *= _MIX
    keys ^= columns["caller"].take(rows)
    order = _by_key_and_time(keys, submitted.take(rows))
    rows, keys = rows.take(order), keys.take(order)
    gaps = np.where(keys[1:] == keys[:-1], np.diff(submitted.take(rows)), np.uint32(NEVER))
    since, until = np.full((2, len(columns)), NEVER, np.uint32)
    since[rows[1:]] = gaps
    until[rows[:-1]] = gaps
    return Neighbours(since, until)


def _by_key_and_time(keys: NDArray[np.uint64], times: NDArray[np.uint32]) -> Places:
    """The order by key, and by time within each.

    The upper bits of the key and the place in time share one number, as one plain sort is many
    times faster than two. Where two keys have the same upper bits, which is rare, they are sorted
    in full.
    """
    count = len(keys)
    in_time = _by_time(times)
    low = np.uint64(max(count - 1, 1).bit_length())
    places = (np.uint64(1) << low) - np.uint64(1)
    packed = keys.take(in_time)
    packed &= ~places
    packed |= np.arange(count, dtype=np.uint64)
    packed.sort()
    order = in_time.take((packed & places).view(np.int64))
    packed >>= low
    twins = np.flatnonzero(packed[1:] == packed[:-1])
    if np.any(keys.take(order.take(twins)) != keys.take(order.take(twins + 1))):
        return np.lexsort((times, keys))
    return order


def _by_time(times: NDArray[np.uint32]) -> Places:
    """The order by time, which is mostly that of the rows already."""
    if np.all(times[1:] >= times[:-1]):
        return np.arange(len(times), dtype=np.int32)
    return np.argsort(times, kind="stable").astype(np.int32)
