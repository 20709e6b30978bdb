"""Which tickets a period can tell anything of."""

from typing import Final

import numpy as np

from cstui.metrics.columns import Column, Columns, Mask
from cstui.metrics.window import Window

_HAPPENS: Final = ("opened", "responded", "accepted", "handled", "resolved", "ended", "rated")
"""What happens to a round, by which it counts in one period or another.

A due time is none of it: it counts only while work is left, and so not after the end.
"""


def concerned(columns: Columns, moments: Columns, window: Window, back_s: int) -> Mask:
    """The rounds of tickets that were open in a period, or to which something happened in it.

    Whatever looks at each ticket by itself tells the same of these as of all.

    Args:
        columns: the rounds.
        moments: the moments.
        window: the period.
        back_s: so many seconds before it count as well, for what is told only later.
    """
    since = window.start - back_s
    late_enough, soon_enough = columns["ended"] == 0, columns["opened"] == 0
    for name in _HAPPENS:
        at = columns[name]
        late_enough |= at >= since
        if window.end <= window.now:
            soon_enough |= (at != 0) & (at < window.end)
    told = late_enough & soon_enough if window.end <= window.now else late_enough
    stretched = (moments["end"] == 0) | (moments["end"] >= since)
    return _whole(columns, told, moments["ticket"][stretched])


def _whole(columns: Columns, rounds: Mask, tickets: Column) -> Mask:
    """These rounds and those of these tickets, each with all rounds of its ticket."""
    own = columns["ticket"]
    if not len(own):
        return rounds
    asked = np.zeros(max(int(own[-1]), int(tickets.max(initial=0))) + 1, np.bool_)
    asked[own[rounds]] = True
    asked[tickets] = True
    found: Mask = asked[own]
    return found
