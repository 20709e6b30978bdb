"""Facts as numpy columns: one row a round, in the order of the tickets."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from cstui.domain.facts import LAYOUT, MOMENT_LAYOUT, FactTable, Flag

Column = NDArray[Any]
Mask = NDArray[np.bool_]
Places = NDArray[np.int64]
"""Indexes of rows."""
Records = NDArray[np.void]


def packed_dtype(layout: tuple[tuple[str, str], ...]) -> np.dtype[np.void]:
    """A packed record, as numpy reads it."""
    return np.dtype([(name, f"<{kind}") for name, kind in layout])


_SOME_BYTES = 10 << 20
"""Of some rows, so much of their columns is kept."""
RECORD = packed_dtype(LAYOUT)
"""A packed record of a round."""


class Source(Protocol):
    """Where columns come from; it keeps those that were asked for."""

    def __len__(self) -> int:
        """How many rows there are."""
        ...

    def column(self, name: str) -> Column:
        """The column of a name."""
        ...

    def some(self, name: str, rows: Places) -> Column:
        """What a column has in some rows, whose order is ascending."""
        ...

    def blocks(self, names: Sequence[str]) -> Iterator[tuple[int, list[Column]]]:
        """Some columns bit by bit: the first row of each block, and the values from it on."""
        ...


class Columns:
    """The columns of records, each of which costs memory only once it was asked for.

    Instants are seconds since 1970, 0 where unknown.
    """

    def __init__(self, source: Source, words: tuple[str, ...]) -> None:
        self._source = source
        self.words = words
        """The word behind each number of a word column."""

    @classmethod
    def of(cls, table: FactTable) -> "Columns":
        """The columns of rounds at hand; their bytes are shared, not copied."""
        return cls(_AtHand(np.frombuffer(table.records, RECORD)), table.words)

    @classmethod
    def of_moments(cls, table: FactTable) -> "Columns":
        """The columns of moments at hand, likewise."""
        records = np.frombuffer(table.moments, packed_dtype(MOMENT_LAYOUT))
        return cls(_AtHand(records), table.words)

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

    def only(self, rows: Mask) -> "Columns":
        """The columns of some rows."""
        return Columns(_Some(self._source, rows), self.words)

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


class _AtHand:
    """Columns of records in memory.

    A column that lies together is read many times faster than one with the rest of the records
    between its values.
    """

    def __init__(self, records: Records) -> None:
        self._records = records
        self._columns: dict[str, Column] = {}

    def __len__(self) -> int:
        return len(self._records)

    def column(self, name: str) -> Column:
        if name not in self._columns:
            self._columns[name] = np.ascontiguousarray(self._records[name])
        return self._columns[name]

    def some(self, name: str, rows: Places) -> Column:
        return self.column(name)[rows]

    def blocks(self, names: Sequence[str]) -> Iterator[tuple[int, list[Column]]]:
        yield 0, [self.column(name) for name in names]


class Shelf(dict[str, Column]):
    """Columns by name, up to so many bytes: those that were asked for last.

    Args:
        most_bytes: what they take at most together; the last one is kept, however large.
    """

    def __init__(self, most_bytes: int) -> None:
        super().__init__()
        self._most_bytes = most_bytes

    def column(self, name: str, read: Callable[[str], Column]) -> Column:
        """A column, which is read where it is not kept."""
        kept = self.pop(name, None)
        self[name] = column = read(name) if kept is None else kept
        while len(self) > 1 and sum(one.nbytes for one in self.values()) > self._most_bytes:
            del self[next(iter(self))]
        return column


class _Some:
    """Columns of some of the rows of others."""

    def __init__(self, source: Source, rows: Mask) -> None:
        self._source = source
        # places are looked up many times faster than a mask is walked through
        self._places = np.flatnonzero(rows)
        self._columns = Shelf(_SOME_BYTES)
        self._below: tuple[Places, Places] | None = None
        """Rows of these that were asked for last, and which rows they are in the source."""

    def __len__(self) -> int:
        return len(self._places)

    def column(self, name: str) -> Column:
        return self._columns.column(name, lambda name: self._source.some(name, self._places))

    def some(self, name: str, rows: Places) -> Column:
        if name in self._columns:
            return self._columns[name][rows]
        # asked column by column for the same rows
        if self._below is None or self._below[0] is not rows:
            self._below = rows, self._places[rows]
        return self._source.some(name, self._below[1])

    def blocks(self, names: Sequence[str]) -> Iterator[tuple[int, list[Column]]]:
        yield 0, [self.column(name) for name in names]
