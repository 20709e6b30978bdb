"""Where columns come from: records at hand, some rows of others, records in the place of others."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from operator import attrgetter
from typing import Any, Generic, Protocol

import numpy as np
from numpy.typing import NDArray

from cstui.domain.facts import LAYOUT, MOMENT_LAYOUT
from cstui.metrics.latest import Latest, Name

Column = NDArray[Any]
Mask = NDArray[np.bool_]
Places = NDArray[np.integer[Any]]
"""Indexes of rows."""
Records = NDArray[np.void]
Own = tuple[object, Hashable]
"""Whose column it is, and its name or what works it out."""


def indexes(rows: Mask) -> Places:
    """The indexes of some rows, half as wide as numpy has them: they are kept for long."""
    return np.flatnonzero(rows).astype(np.int32)


def packed_dtype(layout: tuple[tuple[str, str], ...]) -> np.dtype[np.void]:
    """A packed record, as numpy reads it."""
    return np.dtype([(name, f"<{kind}") for name, kind in layout])


_BLOCK = 65_536
"""So many rows are put together at a time for who looks at them only once."""
RECORD = packed_dtype(LAYOUT)
"""A packed record of a round."""
MOMENT = packed_dtype(MOMENT_LAYOUT)
"""A packed record of a moment."""


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


class AtHand:
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
        """The column of a name."""
        if name not in self._columns:
            self._columns[name] = self._read(name)
        return self._columns[name]

    def some(self, name: str, rows: Places) -> Column:
        """What a column has in some rows, whose order is ascending."""
        return self.column(name).take(rows)

    def blocks(self, names: Sequence[str]) -> Iterator[tuple[int, list[Column]]]:
        """All rows as one block."""
        yield 0, [self.column(name) for name in names]


def of_records(packed: bytes | bytearray, layout: np.dtype[np.void]) -> AtHand:
    """The columns of packed records.

    A column that lies together is read many times faster than one with the rest of the records
    between its values.
    """
    records = np.frombuffer(packed, layout)
    return AtHand(lambda name: np.ascontiguousarray(records[name]), len(records))


class Shelf(Latest[Name, Column], Generic[Name]):
    """Columns up to so many bytes: those that were asked for last."""

    def __init__(self, most_bytes: int) -> None:
        super().__init__(most_bytes, attrgetter("nbytes"))


class Some:
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
        """The column of a name."""
        return self._shelf.get_or((self._own, name), lambda: self._source.some(name, self._places))

    def some(self, name: str, rows: Places) -> Column:
        """What a column has in some rows, whose order is ascending."""
        kept = self._shelf.get((self._own, name))
        if kept is not None:
            return kept.take(rows)
        # asked column by column for the same rows
        if self._below is None or self._below[0] is not rows:
            self._below = rows, self._places.take(rows)
        return self._source.some(name, self._below[1])

    def blocks(self, names: Sequence[str]) -> Iterator[tuple[int, list[Column]]]:
        """All rows as one block."""
        yield 0, [self.column(name) for name in names]


class Mixed:
    """Columns with some records in the place of others.

    Args:
        source: the columns.
        records: what is to stand among its rows.
        order: the rows as they are then: of the source, ascending, and behind its last the records.
        shelf: where columns are kept.
    """

    def __init__(self, source: Source, records: Records, order: Places, shelf: Shelf[Own]) -> None:
        self._source = source
        self._records = records
        self._order = order
        self._shelf = shelf
        self._own = object()

    def __len__(self) -> int:
        return len(self._order)

    def column(self, name: str) -> Column:
        """The column of a name."""
        return self._shelf.get_or((self._own, name), lambda: self._column(name))

    def some(self, name: str, rows: Places) -> Column:
        """What a column has in some rows, whose order is ascending."""
        wanted = self._order.take(rows)
        own = wanted < len(self._source)
        values = np.empty(len(wanted), self._records[name].dtype)
        values[own] = self._source.some(name, np.compress(own, wanted))
        values[~own] = self._records[name][wanted[~own] - len(self._source)]
        return values

    def blocks(self, names: Sequence[str]) -> Iterator[tuple[int, list[Column]]]:
        """The columns put together bit by bit."""
        for first in range(0, len(self), _BLOCK):
            rows = np.arange(first, min(first + _BLOCK, len(self)), dtype=np.int32)
            yield first, [self.some(name, rows) for name in names]

    def _column(self, name: str) -> Column:
        return np.concatenate((self._source.column(name), self._records[name])).take(self._order)
