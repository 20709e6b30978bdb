"""Which tickets a period can tell anything of."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from msgspec import Struct

from cstui.metrics.columns import Columns
from cstui.metrics.sources import Column, Mask, Places
from cstui.metrics.tickets import rounds_of
from cstui.metrics.window import Window

_HAPPENS: Final = ("opened", "responded", "accepted", "handled", "resolved", "ended", "rated")
"""What happens to a round, by which it counts in one period or another.

A due time is none of it: it counts only while work is left, and so not after the end.
"""
_OPENED, _ENDED = _HAPPENS.index("opened"), _HAPPENS.index("ended")


_OPEN: Final = np.uint32(2**32 - 1)
"""Ends what has not ended."""


class Spans(Struct, frozen=True):
    """From the first thing that happened to the last, of rounds or of their whole tickets."""

    begins: Column
    """0 where it is not known when it began."""
    ends: Column
    """Later than anything where it goes on."""

    def at(self, rows: Places) -> "Spans":
        """Those of some of the rounds, which are all of some of the tickets."""
        return Spans(self.begins.take(rows), self.ends.take(rows))

    def concerned(self, window: Window, back_s: int) -> Mask:
        """Those that were open in a period, or to which something happened in it.

        Whatever looks at each ticket by itself tells the same of their tickets as of all.

        Args:
            window: the period.
            back_s: so many seconds before it count as well, for what is told only later.
        """
        # what is to end only after now is still open in a period that has not begun
        told: Mask = self.ends >= min(window.start, window.now) - back_s
        if window.end <= window.now:
            told &= self.begins < window.end
        return told


def spans(columns: Columns, moments: Columns) -> Spans:
    """The spans of tickets beside each of their rounds, for who asks of one period and another."""
    begins, ends = np.empty((2, len(columns)), np.uint32)
    for rows, block in _of_rounds(columns):
        begins[rows], ends[rows] = block.begins, block.ends
    at = rounds_of(columns, moments["ticket"])
    known = np.flatnonzero(at >= 0)
    np.maximum.at(ends, at[known], _or_open(moments["end"][known]))
    return _of_tickets(columns, begins, ends)


def concerned(columns: Columns, moments: Columns, window: Window, back_s: int) -> Mask:
    """The rounds of tickets that concern a period; little memory is taken for it."""
    told = np.empty(len(columns), np.bool_)
    for rows, block in _of_rounds(columns):
        told[rows] = block.concerned(window, back_s)
    lasting = Spans(moments["start"], _or_open(moments["end"])).concerned(window, back_s)
    return _whole(columns, told, np.compress(lasting, moments["ticket"]))


def _of_rounds(columns: Columns) -> Iterator[tuple[slice, Spans]]:
    """The spans of rounds bit by bit, with the rows of each block."""
    for first, happened in columns.blocks(*_HAPPENS):
        rows = slice(first, first + len(happened[0]))
        yield rows, Spans(_begins(happened), _ends(happened))


def _ends(happened: Sequence[Column]) -> Column:
    ends = _or_open(happened[_ENDED])
    for at in happened:
        np.maximum(ends, at, out=ends)
    return ends


def _or_open(ended: Column) -> Column:
    return np.where(ended == 0, _OPEN, ended)


def _begins(happened: Sequence[Column]) -> Column:
    opened = happened[_OPENED]
    # what did not happen is 0, and one less is later than anything
    begins = opened - np.uint32(1)
    for at in happened:
        np.minimum(begins, at - np.uint32(1), out=begins)
    return np.where(opened == 0, np.uint32(0), begins + np.uint32(1))


def _of_tickets(columns: Columns, begins: Column, ends: Column) -> Spans:
    """Those of rounds put together to those of tickets."""
    own = columns["ticket"]
    if not len(own):
        return Spans(begins, ends)
    starts = np.flatnonzero(np.diff(own, prepend=own[0] + own.dtype.type(1)))
    lengths = np.diff(starts, append=len(own))
    return Spans(
        np.repeat(np.minimum.reduceat(begins, starts), lengths),
        np.repeat(np.maximum.reduceat(ends, starts), lengths),
    )


def _whole(columns: Columns, rounds: Mask, tickets: Column) -> Mask:
    """These rounds and those of these tickets, each with all rounds of its ticket."""
    own = columns["ticket"]
    if not len(own):
        return rounds
    asked = np.zeros(max(int(own[-1]), int(tickets.max(initial=0))) + 1, np.bool_)
    asked[np.compress(rounds, own)] = True
    asked[tickets] = True
    return asked.take(own)
