"""Clocks of one kind, as they stand in a period.

One that has stopped counts in the period in which it stopped; one that has not, and is past due,
counts as breached in the period in which it was due; one that is not due yet is running, and is
told beside the rate without being part of it.
"""

import numpy as np
from msgspec import Struct

from cstui.domain.facts import MomentKind, Verdict
from cstui.metrics.columns import Columns
from cstui.metrics.sources import Column, Mask
from cstui.metrics.tickets import rounds_of
from cstui.metrics.window import Window


class Clocks(Struct, frozen=True):
    """One kind of clock, one an item."""

    verdict: Column
    due: Column
    stopped: Column
    """When it stopped, 0 while it has not."""
    began: Column
    ended: Column
    """When its ticket was last left without work, 0 while it is open."""

    def stand(self, window: Window) -> "Stand":
        """How they stand in a period."""
        stopped = (self.stopped != 0) & window.covers(self.stopped)
        return Stand(
            met=stopped & (self.verdict == Verdict.MET),
            late=stopped & (self.verdict == Verdict.BREACHED),
            missed=self.missed(window),
            running=self._waiting(window)
            & window.pending(self.ended)
            & ~(self._can_pass & (self.due < window.as_of)),
        )

    def missed(self, window: Window) -> Mask:
        """Those that were past due in the period, and had not stopped by its end.

        A ticket that was left without work takes its clocks with it; a paused clock is never past
        due.
        """
        mask: Mask = self._waiting(window) & self._can_pass & self._passed(window)
        return mask

    def over(self, window: Window) -> Column:
        """Until when each lasted, as far as a period knows."""
        return np.where(window.pending(self.stopped), window.until(self.ended), self.stopped)

    def _waiting(self, window: Window) -> Mask:
        waiting: Mask = (self.verdict != Verdict.NONE) & window.pending(self.stopped)
        return waiting & window.begun(self.began)

    @property
    def _can_pass(self) -> Mask:
        mask: Mask = (self.verdict != Verdict.PAUSED) & (self.due != 0)
        return mask

    def _passed(self, window: Window) -> Mask:
        mask: Mask = window.covers(self.due) & (self.due < window.until(self.ended))
        return mask


class Stand(Struct, frozen=True):
    """How clocks stand, one an item."""

    met: Mask
    late: Mask
    """Stopped after they were due."""
    missed: Mask
    """Past due, and had not stopped by the end of the period."""
    running: Mask

    @property
    def breached(self) -> Mask:
        """Those that were not met."""
        return self.late | self.missed

    @property
    def counted(self) -> Mask:
        """Those that were met or breached."""
        return self.met | self.breached


def response_clocks(columns: Columns) -> Clocks:
    """First response, one a round."""
    return _of_rounds(columns, columns["response"], columns["response_due"], columns["responded"])


def resolution_clocks(columns: Columns) -> Clocks:
    """Solution, one a round."""
    return _of_rounds(
        columns, columns["resolution"], columns["resolution_due"], columns["resolved"]
    )


def next_update_clocks(columns: Columns) -> Clocks:
    """The update that is due next, one a round."""
    return _of_rounds(columns, columns["update"], columns["update_due"], columns["resolved"])


def accept_clocks(columns: Columns) -> Clocks:
    """Taking on what was given, one a round; facts tell no due time, only how it ended."""
    nothing = np.zeros(len(columns), np.uint32)
    return _of_rounds(columns, columns["accept"], nothing, columns["accepted"])


class Picked(Struct, frozen=True):
    """Moments of one kind that a period can tell of, with the rounds on which they stand."""

    clocks: Clocks
    word: Column
    at: Column
    """Index of the last round of each moment's ticket."""


def picked(columns: Columns, moments: Columns, kind: MomentKind, window: Window) -> Picked:
    """The moments of a kind that had begun by the end of the period, and not ended before it.

    A promise stands even when its ticket is solved; nothing else does.
    """
    recent = (moments["end"] == 0) | (moments["end"] >= window.start)
    items = np.flatnonzero((moments["kind"] == kind) & window.begun(moments["start"]) & recent)
    at = rounds_of(columns, moments["ticket"][items])
    items, at = items[at >= 0], at[at >= 0]
    verdict, due, end, start, word = (
        moments[name][items] for name in ("verdict", "due", "end", "start", "word")
    )
    ended = np.zeros_like(end) if kind is MomentKind.PROMISE else columns["ended"][at]
    return Picked(Clocks(verdict, due, end, start, ended), word, at)


def _of_rounds(columns: Columns, verdict: Column, due: Column, stopped: Column) -> Clocks:
    return Clocks(verdict, due, stopped, columns["opened"], columns["ended"])
