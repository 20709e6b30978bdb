"""Business time of a whole column of stretches at once."""

import numpy as np
from numpy.typing import NDArray

from cstui.clock.hours import Hours, Kind
from cstui.metrics.sources import Column


def business_seconds(hours: Hours, starts: Column, ends: Column) -> NDArray[np.int64]:
    """Seconds that count in each stretch, none of which ends before it starts.

    The hours are asked once for all the time that the stretches lie in.
    """
    if not len(starts):
        return np.zeros(0, np.int64)
    first, last = int(starts.min()), int(ends.max())
    working = [
        (piece.start, piece.end) for piece in hours.pieces(first, last) if piece.kind is Kind.HOURS
    ]
    if not working:
        return np.zeros(len(starts), np.int64)
    begins, stops = np.array(working, np.int64).reshape(-1, 2).T
    before = np.concatenate(([0], np.cumsum(stops - begins)))
    return _passed(begins, stops, before, ends) - _passed(begins, stops, before, starts)


def _passed(
    begins: NDArray[np.int64], stops: NDArray[np.int64], before: NDArray[np.int64], at: Column
) -> NDArray[np.int64]:
    """Working seconds before each instant."""
    instants = at.astype(np.int64)
    pieces = np.searchsorted(begins, instants, side="right")
    current = np.maximum(pieces - 1, 0)
    unused = np.maximum(stops[current] - instants, 0)
    return np.where(pieces == 0, 0, before[pieces] - unused)
