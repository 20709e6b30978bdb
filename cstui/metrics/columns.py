"""Facts as numpy columns: one row a round, in the order of the tickets."""

from collections.abc import Callable, Iterator

import numpy as np

from cstui.domain.facts import FactTable, Flag
from cstui.metrics.sources import (
    MOMENT,
    RECORD,
    AtHand,
    Column,
    Mask,
    Mixed,
    Own,
    Places,
    Records,
    Shelf,
    Some,
    Source,
    indexes,
    of_records,
)

_KEPT_BYTES = 8 << 20
"""So much is kept of what was picked from columns, or worked out of them."""


class Columns:
    """The columns of records, each of which costs memory only once it was asked for.

    Instants are seconds since 1970, 0 where unknown.
    """

    def __init__(
        self, source: Source, words: tuple[str, ...], shelf: Shelf[Own] | None = None
    ) -> None:
        self._source = source
        self._shelf = Shelf(_KEPT_BYTES) if shelf is None else shelf
        """Shared by all that are rows of the same columns."""
        self._own = object()
        self.words = words
        """The word behind each number of a word column."""

    @classmethod
    def of(cls, table: FactTable) -> "Columns":
        """The columns of rounds at hand; their bytes are shared, not copied."""
        return cls(of_records(table.records, RECORD), table.words)

    @classmethod
    def of_moments(cls, table: FactTable) -> "Columns":
        """The columns of moments at hand, likewise."""
        return cls(of_records(table.moments, MOMENT), table.words)

    def __len__(self) -> int:
        return len(self._source)

    def __getitem__(self, name: str) -> Column:
        """The column of that name in `LAYOUT`, or of moments in `MOMENT_LAYOUT`."""
        return self._source.column(name)

    def blocks(self, *names: str) -> Iterator[tuple[int, list[Column]]]:
        """Some columns bit by bit: the first row of each block, and the values from it on.

        A block is to be used before the next one is asked for. Who has to look at a whole column
        once only, asks so: nothing of it is kept.
        """
        return self._source.blocks(names)

    def derived(self, work: Callable[["Columns"], Column]) -> Column:
        """A column that is worked out of others, and kept as they are."""
        return self._shelf.get_or((self._own, work), lambda: work(self))

    def only(self, rows: Mask) -> "Columns":
        """The columns of some rows."""
        return self.at(indexes(rows))

    def at(self, rows: Places) -> "Columns":
        """The columns of the rows of these indexes."""
        return Columns(Some(self._source, rows, self._shelf), self.words, self._shelf)

    def mixed(self, gone: Mask, records: Records, words: tuple[str, ...]) -> "Columns":
        """The same with other records in the place of some rows, in the order of tickets.

        Args:
            gone: the rows that are left out.
            records: what stands among the others, in that order itself.
            words: the word behind each number then.
        """
        kept = indexes(~gone)
        places = np.searchsorted(self["ticket"].take(kept), records["ticket"])
        added = np.arange(len(gone), len(gone) + len(records), dtype=np.int32)
        shelf: Shelf[Own] = Shelf(_KEPT_BYTES)
        order = np.insert(kept, places, added)
        return Columns(Mixed(self._source, records, order, shelf), words, shelf)

    def held(self) -> "Columns":
        """The same, for who asks for the same few columns again and again: none is let go."""
        return Columns(AtHand(self._source.column, len(self)), self.words, Shelf(0))

    def flagged(self, flag: Flag) -> Mask:
        """Rows that have a flag."""
        mask: Mask = (self["flags"] & flag.value) != 0
        return mask

    @property
    def first(self) -> Mask:
        """Rows that speak for a ticket's submission: one a ticket."""
        return self.flagged(Flag.FIRST)

    @property
    def last(self) -> Mask:
        """Rows that speak for a ticket as it stands: one a ticket."""
        return self.flagged(Flag.LAST)

    def tickets(self, rows: Mask) -> list[int]:
        """The tickets, as rows of the store, of some rounds: each once, in their order."""
        found: list[int] = np.unique(self["ticket"][rows]).tolist()
        return found
