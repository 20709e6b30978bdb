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


def spans(columns: Columns) -> Spans:
    """The spans of rounds, for who asks of one period after the other."""
    whole = Spans(np.empty(len(columns), np.uint32), np.empty(len(columns), np.uint32))
    for first, happened in columns.blocks(*_HAPPENS):
        rows = slice(first, first + len(happened[0]))
        whole.begins[rows], whole.ends[rows] = _begins(happened), _ends(happened)
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
    since, is_over = window.start - back_s, window.end <= window.now
    if known:
        told = known.ends >= since
        if is_over:
            told &= known.begins < window.end
    else:
        told = np.empty(len(columns), np.bool_)
        for first, happened in columns.blocks(*_HAPPENS):
            touching = _ends(happened) >= since
            if is_over:
                touching &= _begins(happened) < window.end
            told[first : first + len(touching)] = touching
    stretched = (moments["end"] == 0) | (moments["end"] >= since)
    return _whole(columns, told, moments["ticket"][stretched])


def _ends(happened: Sequence[Column]) -> Column:
    ended = happened[_ENDED]
    ends: Column = np.where(ended == 0, _OPEN, ended)
    for at in happened:
        np.maximum(ends, at, out=ends)
    return ends


def _begins(happened: Sequence[Column]) -> Column:
    opened = happened[_OPENED]
    # what did not happen is 0, and one less is later than anything
    begins = opened - np.uint32(1)
    for at in happened:
        np.minimum(begins, at - np.uint32(1), out=begins)
    return np.where(opened == 0, np.uint32(0), begins + np.uint32(1))


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
