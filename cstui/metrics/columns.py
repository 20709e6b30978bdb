"""Facts as numpy columns: one row a round, in the order of the tickets."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from cstui.domain.facts import LAYOUT, MOMENT_LAYOUT, FactTable, Flag

Column = NDArray[Any]
Mask = NDArray[np.bool_]
Places = NDArray[np.integer[Any]]
"""Indexes of rows, in ascending order."""
Records = NDArray[np.void]
Name = TypeVar("Name", bound=Hashable)
Own = tuple[object, str]
"""Whose column it is, and its name."""


def indexes(rows: Mask) -> Places:
    """The indexes of some rows, half as wide as numpy has them: they are kept for long."""
    return np.flatnonzero(rows).astype(np.int32)


def packed_dtype(layout: tuple[tuple[str, str], ...]) -> np.dtype[np.void]:
    """A packed record, as numpy reads it."""
    return np.dtype([(name, f"<{kind}") for name, kind in layout])


_KEPT_BYTES = 20 << 20
"""So much is kept of what was picked from columns, or worked out of them."""
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

    def __init__(
        self, source: Source, words: tuple[str, ...], shelf: "Shelf[Own] | None" = None
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
        return cls(_of_records(table.records, RECORD), table.words)

    @classmethod
    def of_moments(cls, table: FactTable) -> "Columns":
        """The columns of moments at hand, likewise."""
        return cls(_of_records(table.moments, packed_dtype(MOMENT_LAYOUT)), table.words)

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
        return self._shelf.column((self._own, work.__name__), lambda: work(self))

    def only(self, rows: Mask) -> "Columns":
        """The columns of some rows."""
        return self.at(indexes(rows))

    def at(self, rows: Places) -> "Columns":
        """The columns of the rows of these indexes."""
        return Columns(_Some(self._source, rows, self._shelf), self.words, self._shelf)

    def held(self) -> "Columns":
        """The same, for who asks for the same few columns again and again: none is let go."""
        return Columns(_AtHand(self._source.column, len(self)), self.words, Shelf(0))

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
    """Columns that stay in memory once they were read.

    Args:
        read: reads the column of a name.
        count: how many rows there are.
    """

    def __init__(self, read: Callable[[str], Column], count: int) -> None:
        self._read = read
        self._count = count
        self._columns: dict[str, Column] = {}

    def __len__(self) -> int:
        return self._count

    def column(self, name: str) -> Column:
        if name not in self._columns:
            self._columns[name] = self._read(name)
        return self._columns[name]

    def some(self, name: str, rows: Places) -> Column:
        return self.column(name).take(rows)

    def blocks(self, names: Sequence[str]) -> Iterator[tuple[int, list[Column]]]:
        yield 0, [self.column(name) for name in names]


def _of_records(packed: bytes | bytearray, layout: np.dtype[np.void]) -> _AtHand:
    """The columns of packed records.

    A column that lies together is read many times faster than one with the rest of the records
    between its values.
    """
    records = np.frombuffer(packed, layout)
    return _AtHand(lambda name: np.ascontiguousarray(records[name]), len(records))


class Shelf(dict[Name, Column], Generic[Name]):
    """Columns up to so many bytes: those that were asked for last.

    Args:
        most_bytes: what they take at most together; the last one is kept, however large.
    """

    def __init__(self, most_bytes: int) -> None:
        super().__init__()
        self._most_bytes = most_bytes

    def column(self, name: Name, read: Callable[[], Column]) -> Column:
        """A column, which is read where it is not kept."""
        kept = self.pop(name, None)
        self[name] = column = read() if kept is None else kept
        while len(self) > 1 and sum(one.nbytes for one in self.values()) > self._most_bytes:
            del self[next(iter(self))]
        return column


class _Some:
    """Columns of some of the rows of others."""

    def __init__(self, source: Source, rows: Places, shelf: Shelf[Own]) -> None:
        self._source = source
        self._places = rows
        self._shelf = shelf
        self._own = object()
        self._below: tuple[Places, Places] | None = None
        """Rows of these that were asked for last, and which rows they are in the source."""

    def __len__(self) -> int:
        return len(self._places)

    def column(self, name: str) -> Column:
        return self._shelf.column((self._own, name), lambda: self._source.some(name, self._places))

    def some(self, name: str, rows: Places) -> Column:
        kept = self._shelf.get((self._own, name))
        if kept is not None:
            return kept.take(rows)
        # asked column by column for the same rows
        if self._below is None or self._below[0] is not rows:
            self._below = rows, self._places.take(rows)
        return self._source.some(name, self._below[1])

    def blocks(self, names: Sequence[str]) -> Iterator[tuple[int, list[Column]]]:
        yield 0, [self.column(name) for name in names]
