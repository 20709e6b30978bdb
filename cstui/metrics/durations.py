"""How long customers waited for a reply and for the solution."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from cstui.metrics.columns import Columns
from cstui.metrics.groups import Groups
from cstui.metrics.percentiles import percentile, sort_in_groups
from cstui.metrics.sources import Column, Mask
from cstui.metrics.tickets import superseded
from cstui.metrics.values import Spread
from cstui.metrics.window import Window


class Durations(Struct, frozen=True):
    """A duration of each row, where it has one."""

    ended: Column
    """When it ended; that decides to which period it belongs."""
    seconds: NDArray[np.uint32]
    """How long it lasted; without meaning where it is not `known`."""
    known: Mask
    impossible: Mask
    """Rows whose end lies before their beginning: left out, counted and listed."""


def first_response(columns: Columns) -> Durations:
    """First reply by a person − submitted, one a ticket."""
    submitted, responded = columns["submitted"], columns["responded"]
    replied = columns.first & (responded != 0)
    impossible = replied & (responded < submitted)
    known = replied & (submitted != 0) & ~impossible
    return Durations(responded, responded - submitted, known, impossible)


def resolution(columns: Columns, window: Window | None = None) -> Durations:
    """End of a ticket's last round − submitted, one a ticket, however often it was reopened.

    Impossible is a solution before anything that it follows: the submission, the reopening or the
    first reply, as far as they are known.

    Args:
        columns: The facts.
        window: The period, which knows nothing of a reopening after its end; all is known
            without one.
    """
    submitted, resolved = columns["submitted"], columns["resolved"]
    last = columns.last if window is None else ~superseded(columns, window)
    solved = last & (resolved != 0)
    before = np.maximum(np.maximum(submitted, columns["opened"]), columns["responded"])
    impossible = solved & (resolved < before)
    known = solved & (submitted != 0) & ~impossible
    return Durations(resolved, resolved - submitted, known, impossible)


def ended_in(durations: Durations, window: Window) -> Column:
    """How long those lasted that ended in the period."""
    seconds: Column = durations.seconds[durations.known & window.covers(durations.ended)]
    return seconds


def spread(durations: Durations, window: Window, groups: Groups) -> list[Spread]:
    """Number, mean, percentiles and longest of the durations that ended in the period."""
    rows = durations.known & window.covers(durations.ended)
    return spread_of(np.compress(rows, durations.seconds), groups.of(rows), len(groups))


def spread_of(seconds: Column, codes: Column, groups: int) -> list[Spread]:
    """Number, mean, percentiles and longest of the whole seconds of each group.

    Args:
        seconds: the durations.
        codes: the index of each one's group.
        groups: how many groups there are.
    """
    in_order = sort_in_groups(seconds, codes, groups)
    filled = in_order.sizes > 0
    totals = np.zeros(groups, np.int64)
    if filled.any():
        starts = (in_order.ends - in_order.sizes)[filled]
        totals[filled] = np.add.reduceat(in_order.values, starts, dtype=np.int64)
    p50, p90, p95 = (percentile(in_order, percent) for percent in (50, 90, 95))
    return [
        Spread(
            n=n,
            mean=int(totals[place]) / n if n else None,
            p50=p50[place],
            p90=p90[place],
            p95=p95[place],
            max=int(in_order.values[end - 1]) if n else None,
        )
        for place, (n, end) in enumerate(
            zip(in_order.sizes.tolist(), in_order.ends.tolist(), strict=True)
        )
    ]


def impossible(durations: Durations, window: Window) -> int:
    """How many impossible durations ended in the period."""
    return int(np.count_nonzero(durations.impossible & window.covers(durations.ended)))
