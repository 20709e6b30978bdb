"""Cells that cannot be used, and the rows that are rejected because of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field


class BadCell(Exception):
    """A cell that cannot be read.

    It never leaves this package: whatever reads a row turns it into a `Reject`.
    """

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        """Phrase below `exchange.reject.`."""
        self.values = values
        """What the phrase's placeholders stand for."""


class Reject(Struct, frozen=True):
    """Why a row was not taken over: the cell that could not be used."""

    line: int
    """Line of the file on which the row begins; place of the object in JSON."""
    column: str
    """Header of the column; empty where it is the row as a whole."""
    value: str
    """What the cell holds."""
    reason: str
    """Phrase below `exchange.reject.`."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What the phrase's placeholders stand for."""


class BadRow(Exception):
    """A row with cells that cannot be used; it never leaves this package either."""

    def __init__(self, rejects: Sequence[Reject], values: Mapping[str, Any]) -> None:
        super().__init__(len(rejects))
        self.rejects = tuple(rejects)
        """One for each such cell."""
        self.values = values
        """What the other cells say, by field."""
