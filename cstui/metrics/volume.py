"""Volume: how many tickets came, how many are left, how many calls were answered."""

import numpy as np

from cstui.domain.facts import Flag
from cstui.metrics.columns import Columns
from cstui.metrics.groups import Counts, Groups
from cstui.metrics.values import Calls
from cstui.metrics.window import Window


def tickets(columns: Columns, window: Window, groups: Groups) -> Counts:
    """Tickets submitted in the period."""
    return groups.count(columns.first & window.covers(columns["submitted"]))


def backlog(columns: Columns, window: Window, groups: Groups) -> Counts:
    """Tickets with work left at the end of the period, or now if that is earlier."""
    here = columns.first & window.begun(columns["submitted"])
    return groups.count(here & window.left(columns["ended"]))


def calls(columns: Columns, window: Window, groups: Groups) -> list[Calls]:
    """Calls answered, and calls that nobody answered in time.

    Each counts in the period in which it was answered or given up, else in that of its ring.
    """
    rang = columns["submitted"]
    counts = []
    for flag, end in ((Flag.ANSWERED, "responded"), (Flag.ABANDONED, "ended")):
        at = np.where(columns[end] != 0, columns[end], rang)
        counts.append(groups.count(columns.first & columns.flagged(flag) & window.covers(at)))
    answered, abandoned = (count.tolist() for count in counts)
    return [
        Calls(answered=picked_up, abandoned=given_up)
        for picked_up, given_up in zip(answered, abandoned, strict=True)
    ]
