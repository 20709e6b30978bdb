"""Which tickets a period can tell anything of."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from cstui.metrics.columns import Column, Columns, Mask
from cstui.metrics.window import Window

_HAPPENS: Final = ("opened", "responded", "accepted", "handled", "resolved", "ended", "rated")
"""What happens to a round, by which it counts in one period or another.

A due time is none of it: it counts only while work is left, and so not after the end.
"""
_OPENED, _ENDED = _HAPPENS.index("opened"), _HAPPENS.index("ended")


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
    told = np.empty(len(columns), np.bool_)
    for first, happened in columns.blocks(*_HAPPENS):
        told[first : first + len(happened[0])] = _between(happened, since, window)
    stretched = (moments["end"] == 0) | (moments["end"] >= since)
    return _whole(columns, told, moments["ticket"][stretched])


def _between(happened: Sequence[Column], since: int, window: Window) -> Mask:
    """Rounds open in a period or with something that happened then, by when all of it happened."""
    late_enough: Mask = happened[_ENDED] == 0
    for at in happened:
        late_enough |= at >= since
    if window.end > window.now:
        return late_enough
    soon_enough: Mask = happened[_OPENED] == 0
    for at in happened:
        soon_enough |= (at != 0) & (at < window.end)
    return late_enough & soon_enough


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
