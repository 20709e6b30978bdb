"""Figures and reports over all tickets of a store.

numpy is read at the first report only: who logs calls never pays for it.
"""

from collections.abc import Iterable
from typing import Protocol

from cstui.domain.errors import InputError
from cstui.domain.facts import FactTable
from cstui.metrics.values import DIMENSIONS
from cstui.ports import Changes, Clock
from cstui.reports.model import Query, Report


class FactSource(Protocol):
    """What reports need of a store."""

    def facts(self) -> FactTable:
        """The facts of all tickets."""
        ...

    def changes(self, since: int) -> Changes:
        """What happened in the store since a position."""
        ...


def report(store: FactSource, clock: Clock, query: Query) -> Report:
    """The report that a query asks for, from the store as it is now.

    Raises:
        InputError: for an unknown dimension, or a value that a dimension never has.
        StoreError: when the store cannot be read.
    """
    return LiveFigures(store, clock).report(query)


def conditions(texts: Iterable[str]) -> dict[str, str]:
    """Filters as they are typed, `DIM=VALUE` each, by dimension.

    Raises:
        InputError: for a text without `=`, an unknown dimension, or one that comes twice.
    """
    found: dict[str, str] = {}
    for text in texts:
        name, equals, value = (part.strip() for part in text.partition("="))
        if not equals:
            raise InputError("bad_condition", text=text)
        if name not in DIMENSIONS:
            raise InputError("unknown_dimension", name=name, known=", ".join(DIMENSIONS))
        if name in found:
            raise InputError("condition_twice", name=name)
        found[name] = value
    return found


class LiveFigures:
    """Reports for a screen that stays open: facts are kept, and read anew when tickets change."""

    def __init__(self, store: FactSource, clock: Clock) -> None:
        from cstui.reports.assembly import over

        self._over = over
        self._store = store
        self._clock = clock
        self._position = 0
        self._read()

    def report(self, query: Query) -> Report:
        """The report that a query asks for, from the facts as they were last read."""
        return self._report(query, self._clock.now())

    def refresh(self) -> bool:
        """Read the facts again if a ticket was added or changed since; whether one was."""
        changes = self._store.changes(self._position)
        if changes.tickets or changes.everything:
            self._read()
            return True
        self._position = changes.position
        return False

    def _read(self) -> None:
        table = self._store.facts()
        self._position = table.position
        self._report = self._over(table)
