"""Packed records kept in a file, of which memory holds only the columns that are asked for.

A million tickets have some 150 megabytes of records, of which no figure needs more than a part.
The file is a temporary one that nobody else sees, and is gone with the program.
"""

import tempfile
from collections.abc import Iterator, Sequence
from errno import ENOSPC
from io import FileIO
from itertools import accumulate
from weakref import finalize

import numpy as np

from cstui.domain.errors import StoreFull
from cstui.metrics.sources import Column, Places, Records, Shelf, packed_dtype

_ROWS = 65_536
"""Rows of a block of the file, in which the values of each column lie together."""
_ROOM = 64
"""A column has room for one more row for each so many, before it has to be copied."""
_KEPT_BYTES = 6 << 20
"""So much of the columns is kept in memory, those that were asked for last."""


class RecordFile:
    """Records that change and grow more, with their columns; used by one thread.

    Args:
        layout: name and type of each part of a record, in its order and without gaps.
    """

    def __init__(self, layout: tuple[tuple[str, str], ...]) -> None:
        self._record = packed_dtype(layout)
        self._file = _file()
        finalize(self, self._file.close)
        sizes = {name: self._record[name].itemsize for name, _ in layout}
        ends = accumulate(sizes.values())
        self._starts = {name: end - sizes[name] for name, end in zip(sizes, ends, strict=True)}
        self._count = 0
        self._columns: Shelf[str] = Shelf(_KEPT_BYTES)

    def __len__(self) -> int:
        return self._count

    @property
    def record_bytes(self) -> int:
        """How long a record is."""
        return self._record.itemsize

    def column(self, name: str) -> Column:
        """The values of a column, read from the file unless they were asked for lately.

        Records that are replaced later may change in it, those that are added later are not in it.
        """
        seen = self._columns.get_or(name, lambda: self._read(name))[: self._count]
        seen.flags.writeable = False
        return seen

    def some(self, name: str, rows: Places) -> Column:
        """What a column has in some rows, whose order is ascending.

        The column itself is not kept: those who ask for a few rows of many columns would fill the
        memory with what they left out.
        """
        if name in self._columns:
            return self._columns[name].take(rows)
        found, block = np.empty(len(rows), self._record[name]), np.empty(_ROWS, self._record[name])
        edges = np.arange(0, self._count + _ROWS, _ROWS).astype(rows.dtype)
        starts = np.searchsorted(rows, edges).tolist()
        for first, start, end in zip(edges.tolist(), starts, starts[1:], strict=False):
            held, part = block[: min(_ROWS, self._count - first)], found[start:end]
            if len(part) == len(held):
                self._get(self._place(name, first), part)
            elif len(part):
                self._get(self._place(name, first), held)
                # no row is outside, so none is looked for there
                held.take(rows[start:end] - first, out=part, mode="clip")
        return found

    def blocks(self, names: Sequence[str]) -> Iterator[tuple[int, list[Column]]]:
        """Some columns bit by bit: the first row of each block, and the values from it on.

        The next block takes the place of the one before it; no column is kept.
        """
        rooms = [np.empty(_ROWS, self._record[name]) for name in names]
        for first, count in _pieces(0, self._count):
            for name, room in zip(names, rooms, strict=True):
                self._get(self._place(name, first), room[:count])
            yield first, [room[:count] for room in rooms]

    def append(self, block: bytes | bytearray) -> None:
        """Add packed records behind all others; `StoreFull` where the file has no room."""
        records = self.records(block)
        self._write(self._count, records)
        self._count += len(records)

    def replace(self, rows: Places, block: bytes | bytearray) -> None:
        """Put packed records into the rows of others, whose order is ascending."""
        records = self.records(block)
        breaks = np.flatnonzero(np.diff(rows) != 1) + 1
        for run in np.split(rows, breaks):
            if len(run):
                self._write(int(run[0]), records[: len(run)])
                records = records[len(run) :]

    def splice(self, row: int, count: int, block: bytes | bytearray) -> None:
        """Put packed records in the place of so many rows from a row on; those behind move up."""
        records = self.records(block)
        end, first = self._count, row + count
        try:
            for name in self._starts:
                behind = np.empty(end - first, self._record[name])
                self._fetch(name, first, behind)
                self._store(name, row, np.concatenate((records[name], behind)))
        except OSError as error:
            raise _full() from error
        self._count = row + len(records) + end - first
        self._columns.clear()

    def records(self, block: bytes | bytearray) -> Records:
        """Packed records as numpy reads them."""
        return np.frombuffer(block, self._record)

    def _write(self, first: int, records: Records) -> None:
        try:
            for name in self._starts:
                self._store(name, first, records[name])
        except OSError as error:
            raise _full() from error
        end = first + len(records)
        for name, column in self._columns.items():
            if end > len(column):
                column = self._columns[name] = _roomier(column, end)
            column[first:end] = records[name]

    def _store(self, name: str, first: int, values: Column) -> None:
        for row, count in _pieces(first, len(values)):
            self._put(self._place(name, row), values[row - first : row - first + count].tobytes())

    def _fetch(self, name: str, first: int, room: Column) -> None:
        for row, count in _pieces(first, len(room)):
            self._get(self._place(name, row), room[row - first : row - first + count])

    def _put(self, place: int, values: bytes) -> None:
        self._file.seek(place)
        if self._file.write(values) != len(values):
            raise OSError(ENOSPC, "written in part only")

    def _read(self, name: str) -> Column:
        column = np.empty(_with_room(self._count), self._record[name])
        self._fetch(name, 0, column[: self._count])
        return column

    def _get(self, place: int, values: Column) -> None:
        self._file.seek(place)
        self._file.readinto(values.data.cast("B"))

    def _place(self, name: str, row: int) -> int:
        """Where the value of a column stands in the file."""
        block, inside = divmod(row, _ROWS)
        start = (block * self._record.itemsize + self._starts[name]) * _ROWS
        return start + inside * self._record[name].itemsize


def _file() -> FileIO:
    try:
        # unbuffered: what is put here and there is put at once
        return tempfile.TemporaryFile(buffering=0, prefix="cstui-")
    except OSError as error:
        raise _full() from error


def _full() -> StoreFull:
    return StoreFull("no_room_for_figures", path=tempfile.tempdir or "/tmp")


def _pieces(first: int, count: int) -> Iterator[tuple[int, int]]:
    """First row and number of the rows that lie in each block."""
    row, end = first, first + count
    while row < end:
        stop = min(end, (row // _ROWS + 1) * _ROWS)
        yield row, stop - row
        row = stop


def _with_room(count: int) -> int:
    return count + count // _ROOM + _ROWS // _ROOM


def _roomier(column: Column, count: int) -> Column:
    larger = np.empty(_with_room(count), column.dtype)
    larger[: len(column)] = column
    return larger
