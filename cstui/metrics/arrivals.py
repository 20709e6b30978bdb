"""When calls come, and how long they take: what staffing is reckoned from."""

import numpy as np
from msgspec import Struct

from cstui.metrics.calls import handling_time
from cstui.metrics.metric import Sample
from cstui.metrics.volume import offered
from cstui.metrics.zones import local_seconds

_DAY = 86_400


class Arrivals(Struct, frozen=True):
    """The calls of the parts of a day, all days of a period taken together."""

    interval_s: int
    """How long each part is; the first begins at midnight."""
    calls: tuple[int, ...]
    """Answered or abandoned, by when they rang."""
    days: int
    """On how many days a call came."""
    handling_s: tuple[float | None, ...]
    """Mean handling time of the calls that rang in each part; None where none was measured."""
    mean_handling_s: float | None
    """The same of all calls."""


def arrivals(sample: Sample, zone: str, interval_s: int = 1800) -> Arrivals:
    """The calls of each part of a day.

    Args:
        sample: The facts and the period.
        zone: The site's zone, whose midnights count.
        interval_s: How long a part is; a day is a whole number of them.
    """
    columns = sample.columns
    rang = columns["submitted"]
    answered, abandoned = offered(columns, sample.window)
    came = (answered | abandoned) & (rang != 0)
    handled = handling_time(sample)
    local = local_seconds(rang, zone)
    parts, count = local % _DAY // interval_s, _DAY // interval_s
    calls = np.bincount(parts[came], minlength=count)
    timed = np.compress(handled.counted, rang) != 0
    measured = np.compress(handled.counted, parts)[timed]
    n = np.bincount(measured, minlength=count)
    seconds = np.bincount(measured, weights=handled.seconds[timed], minlength=count)
    return Arrivals(
        interval_s,
        tuple(calls.tolist()),
        len(np.unique(local[came] // _DAY)),
        tuple(
            total / each if each else None
            for total, each in zip(seconds.tolist(), n.tolist(), strict=True)
        ),
        float(seconds.sum() / n.sum()) if n.any() else None,
    )
