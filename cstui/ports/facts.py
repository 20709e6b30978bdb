"""What figures need of a store."""

from collections.abc import Collection, Generator
from typing import Protocol

from cstui.domain.facts import FactTable
from cstui.ports.values import Changes

Facts = Generator[FactTable, None, None]
"""Facts in blocks, of one state of a store, which is held until the last was read."""


class FactSource(Protocol):
    """A store, as far as figures are made of it."""

    def facts(self, rows: Collection[int] | None = None) -> Facts:
        """The facts of all tickets or of those in some rows, in the order of the tickets."""
        ...

    def changes(self, since: int) -> Changes:
        """What happened in the store since a position; costs next to nothing when nothing did."""
        ...
