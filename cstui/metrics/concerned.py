"""Which tickets a period can tell anything of."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from msgspec import Struct

from cstui.metrics.columns import Column, Columns, Mask
from cstui.metrics.window import Window

_HAPPENS: Final = ("opened", "responded", "accepted", "handled", "resolved", "ended", "rated")
"""What happens to a round, by which it counts in one period or another.

A due time is none of it: it counts only while work is left, and so not after the end.
"""
_OPENED, _ENDED = _HAPPENS.index("opened"), _HAPPENS.index("ended")


_OPEN: Final = np.uint32(2**32 - 1)
"""Ends a round that has not ended."""


class Spans(Struct, frozen=True):
    """From the first thing that happened to each round to the last."""

    begins: Column
    """0 where it is not known when the round began."""
    ends: Column
    """Later than anything where it goes on."""

    def touch(self, since: int, window: Window) -> Mask:
        """Those that do not lie before some moment, nor after a period that is over."""
        touching: Mask = self.ends >= since
        if window.end <= window.now:
            touching &= self.begins < window.end
        return touching


def spans(columns: Columns) -> Spans:
    """The spans of rounds, for who asks of one period after the other."""
    whole = Spans(np.empty(len(columns), np.uint32), np.empty(len(columns), np.uint32))
    for first, happened in columns.blocks(*_HAPPENS):
        rows, some = slice(first, first + len(happened[0])), _spans(happened)
        whole.begins[rows], whole.ends[rows] = some.begins, some.ends
    return whole


def concerned(
    columns: Columns, moments: Columns, window: Window, back_s: int, known: Spans | None = None
) -> Mask:
    """The rounds of tickets that were open in a period, or to which something happened in it.

    Whatever looks at each ticket by itself tells the same of these as of all.

    Args:
        columns: the rounds.
        moments: the moments.
        window: the period.
        back_s: so many seconds before it count as well, for what is told only later.
        known: the spans of the rounds, where they were looked up before.
    """
    since = window.start - back_s
    if known:
        told = known.touch(since, window)
    else:
        told = np.empty(len(columns), np.bool_)
        for first, happened in columns.blocks(*_HAPPENS):
            told[first : first + len(happened[0])] = _spans(happened).touch(since, window)
    stretched = (moments["end"] == 0) | (moments["end"] >= since)
    return _whole(columns, told, moments["ticket"][stretched])


def _spans(happened: Sequence[Column]) -> Spans:
    opened, ended = happened[_OPENED], happened[_ENDED]
    ends = np.where(ended == 0, _OPEN, ended)
    # what did not happen is 0, and one less is later than anything
    begins = opened - np.uint32(1)
    for at in happened:
        np.maximum(ends, at, out=ends)
        np.minimum(begins, at - np.uint32(1), out=begins)
    return Spans(np.where(opened == 0, np.uint32(0), begins + np.uint32(1)), ends)


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
