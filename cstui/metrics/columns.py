"""Facts as numpy columns: one row a round, in the order of the tickets."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from cstui.domain.facts import LAYOUT, FactTable, Flag

RECORD = np.dtype([(name, f"<{kind}") for name, kind in LAYOUT])
"""A packed record of facts, as numpy reads it."""

Column = NDArray[Any]
Mask = NDArray[np.bool_]


class Columns:
    """The columns of a fact table, each copied out of the records when it is first asked for.

    A column that lies together in memory is read many times faster than one with the rest of the
    records between its values. Instants are seconds since 1970, 0 where unknown.
    """

    def __init__(self, records: NDArray[np.void], words: tuple[str, ...]) -> None:
        self._records = records
        self._columns: dict[str, Column] = {}
        self.words = words
        """The word behind each number of a word column."""

    @classmethod
    def of(cls, table: FactTable) -> "Columns":
        """The columns of a fact table; its bytes are shared, not copied."""
        return cls(np.frombuffer(table.records, RECORD), table.words)

    def __len__(self) -> int:
        return len(self._records)

    def __getitem__(self, name: str) -> Column:
        """The column of that name in `LAYOUT`."""
        if name not in self._columns:
            self._columns[name] = np.ascontiguousarray(self._records[name])
        return self._columns[name]

    def only(self, rows: Mask) -> "Columns":
        """The columns of some rows."""
        return Columns(self._records[rows], self.words)

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
