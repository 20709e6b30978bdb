"""The facts of all tickets of a store as columns, which follow what is saved."""

from collections.abc import Collection
from contextlib import closing

import numpy as np

from cstui.domain.facts import LAYOUT, MOMENT_LAYOUT
from cstui.metrics.columns import Columns
from cstui.metrics.record_file import RecordFile
from cstui.metrics.sources import Column, Places
from cstui.ports import FactSource

_MOST_REPLACED = 1_000
"""Rounds that are put in the place of others one by one."""
_MOST_MOVING = 5
"""Tickets that have more rounds or fewer now, so that all behind them have to move."""


class LiveFacts:
    """The facts of all tickets, as new as the store at the last look; used by one thread.

    Args:
        source: the store, read whole now, and later only as far as tickets changed.

    Raises:
        StoreError: when the store cannot be read.
    """

    def __init__(self, source: FactSource) -> None:
        self._source = source
        self._words: tuple[str, ...] = ()
        self._position = 0
        self._torn = False
        self._read()

    @property
    def rounds(self) -> Columns:
        """The rounds of all tickets; those of a ticket lie together, in the order of tickets."""
        return Columns(self._rounds, self._words)

    @property
    def moments(self) -> Columns:
        """The moments of all tickets, in no order; a record of zeros is no moment any more."""
        return Columns(self._moments, self._words)

    def refresh(self) -> Collection[int] | None:
        """Follow what was saved since the last look.

        Returns:
            The rows of the tickets that were saved; None where all were read anew.

        Columns that were handed out before are not to be used any more then.

        Raises:
            StoreError: when the store cannot be read.
        """
        changes = self._source.changes(self._position)
        if changes.everything or self._torn:
            self._read()
            return None
        # until it was followed to the end, what is in the files may be neither old nor new
        self._torn = True
        if changes.tickets and not self._follow(changes.tickets):
            self._read()
        else:
            self._position = changes.position
        self._torn = False
        return changes.tickets

    def _read(self) -> None:
        rounds, moments = RecordFile(LAYOUT), RecordFile(MOMENT_LAYOUT)
        with closing(self._source.facts()) as blocks:
            for block in blocks:
                rounds.append(block.records)
                moments.append(block.moments)
                self._words, self._position = block.words, block.position
        self._rounds, self._moments, self._torn = rounds, moments, False

    def _follow(self, tickets: Collection[int]) -> bool:
        """Read some tickets anew; whether that was done: where many changed it is not worth it."""
        changed = np.sort(np.fromiter(tickets, np.uint32))
        with closing(self._source.facts(tickets)) as found:
            blocks = list(found)
        self._words = blocks[-1].words
        if not self._follow_rounds(changed, b"".join(block.records for block in blocks)):
            return False
        self._follow_moments(changed, b"".join(block.moments for block in blocks))
        return True

    def _follow_rounds(self, changed: Column, block: bytes) -> bool:
        own, read = self._rounds.column("ticket"), self._rounds.records(block)
        known = changed[changed <= own[-1:].max(initial=0)]
        starts, counts = _lying(known, own)
        firsts, new_counts = _lying(known, read["ticket"])
        moving = np.flatnonzero(counts != new_counts)
        if counts.sum() > _MOST_REPLACED or len(moving) > _MOST_MOVING:
            return False
        same = np.repeat(counts == new_counts, counts)
        rows = np.repeat(starts - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
        alike = np.isin(read["ticket"], known[counts == new_counts])
        self._rounds.replace(rows[same], read[alike].tobytes())
        # the last first, so that the places of the others still hold
        for place in moving[::-1].tolist():
            first, end = firsts[place], firsts[place] + new_counts[place]
            start, count = int(starts[place]), int(counts[place])
            self._rounds.splice(start, count, read[first:end].tobytes())
        self._rounds.append(read[new_counts.sum() :].tobytes())
        return True

    def _follow_moments(self, changed: Column, block: bytes) -> None:
        rows = np.flatnonzero(np.isin(self._moments.column("ticket"), changed, kind="table"))
        size = self._moments.record_bytes
        gone = max(0, len(rows) * size - len(block))
        self._moments.replace(rows, block[: len(rows) * size] + bytes(gone))
        self._moments.append(block[len(rows) * size :])


def _lying(tickets: Column, among: Column) -> tuple[Places, Places]:
    """Where each of some tickets begins among rows in the order of tickets, and its rows' number.

    It begins anywhere where it has none.
    """
    starts = np.searchsorted(among, tickets, "left")
    return starts, np.searchsorted(among, tickets, "right") - starts
