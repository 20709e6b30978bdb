"""What is usual: the mean first response of each type and channel, against which one stands out."""

import numpy as np

from cstui.metrics.columns import Columns
from cstui.metrics.durations import first_response

_FEWEST = 10
"""A mean of fewer tells nothing of what is usual."""


def mean_responses(columns: Columns, since: int) -> dict[tuple[str, str], float]:
    """Mean first response in seconds, by type and channel, of those with ten tickets at least.

    Args:
        columns: the rounds of all tickets.
        since: only responses from this instant on, in seconds since 1970.
    """
    durations = first_response(columns)
    kept = durations.known & (durations.ended >= since)
    pairs = np.stack((columns["type"][kept], columns["channel"][kept]), axis=1)
    if not len(pairs):
        return {}
    found, places, counts = np.unique(pairs, axis=0, return_inverse=True, return_counts=True)
    sums = np.bincount(places.reshape(-1), weights=durations.seconds[kept], minlength=len(found))
    words = columns.words
    return {
        (words[kind], words[channel]): float(total / count)
        for (kind, channel), total, count in zip(found, sums, counts, strict=True)
        if count >= _FEWEST
    }
