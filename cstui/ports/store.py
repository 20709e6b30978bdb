"""The store: tickets, facts, numbers and settings."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from cstui.domain.facts import FactTable
from cstui.domain.listing import Listing
from cstui.domain.ticket import Ticket
from cstui.ports.desks import Articles, Callers, Presence, Ringings
from cstui.ports.facts import Facts
from cstui.ports.values import Changes, Derived, Entry, Finding, Setting
from cstui.ports.views import Extent, Page, View, Viewer, Which


class Store(Protocol):
    """Tickets, facts, numbers, settings. All failures are `StoreError`s.

    One thread at a time may use a store.
    """

    @property
    def callers(self) -> Callers:
        """Finds callers."""
        ...

    @property
    def ringings(self) -> Ringings:
        """Calls that come in."""
        ...

    @property
    def presence(self) -> Presence:
        """Who looks at which ticket just now."""
        ...

    @property
    def articles(self) -> Articles:
        """The knowledge base."""
        ...

    def add(self, entries: Sequence[Entry]) -> list[Ticket]:
        """Save new tickets in one transaction, and number those that have no number.

        Tickets whose origin is here already are passed over; only those added are returned.
        """
        ...

    def save(self, ticket: Ticket, derived: Derived) -> Ticket:
        """Save a changed ticket; `Conflict` (with the current ticket) if another was faster."""
        ...

    def ticket(self, number: str) -> Ticket:
        """The ticket with that number; `NotFound` if there is none."""
        ...

    def ticket_of(self, origin: str) -> Ticket:
        """The ticket of that origin; `NotFound` if there is none."""
        ...

    def ticket_at(self, row: int) -> Ticket:
        """The ticket in that row; `NotFound` if there is none."""
        ...

    def known_numbers(self, numbers: Sequence[str]) -> frozenset[str]:
        """Those of the numbers that are taken."""
        ...

    def known_origins(self, origins: Sequence[str]) -> frozenset[str]:
        """Those of the origins whose tickets are here already."""
        ...

    def page(self, view: View, first: int, count: int) -> Page:
        """Up to `count` tickets of a view from place `first` on."""
        ...

    def listings(self, rows: Sequence[int]) -> tuple[Listing, ...]:
        """The tickets in some rows, in that order; those that are gone are left out."""
        ...

    def extent(self, view: View, row: int | None = None) -> Extent:
        """How many tickets a view has, and the place of a ticket's row in it, from 0.

        No place without a row, and for one that the view has not.
        """
        ...

    def tally(self, viewer: Viewer) -> Mapping[Which, int]:
        """How many tickets each view has for somebody."""
        ...

    def count(self) -> int:
        """How many tickets there are."""
        ...

    def tickets(self, batch: int = 500) -> Iterator[list[Ticket]]:
        """All tickets in the order in which they were added, in batches."""
        ...

    def facts(self, rows: Collection[int] | None = None) -> Facts:
        """The facts of all tickets or of those in some rows, in the order of the tickets."""
        ...

    def laid_out(self, derived: Sequence[tuple[int, Derived]], words: tuple[str, ...]) -> FactTable:
        """The facts of tickets, by their rows in order, as if they were stored so.

        Args:
            derived: row and facts of each ticket.
            words: the words as they are numbered; those that are new stand behind them.
        """
        ...

    def position(self) -> int:
        """Where the change feed stands now."""
        ...

    def changes(self, since: int) -> Changes:
        """What happened since a position; costs next to nothing when nothing did."""
        ...

    def outdated(self) -> bool:
        """Whether what is derived from the tickets has to be derived anew."""
        ...

    def rebuild(
        self,
        derive: Callable[[Ticket], Derived],
        on_progress: Callable[[int], None] | None = None,
    ) -> int:
        """Derive anew what is outdated, from where it was broken off; how many tickets.

        Revisions stay as they are, and others may save meanwhile.
        """
        ...

    def settings(self) -> list[Setting]:
        """All settings ever made, oldest first."""
        ...

    def set(self, settings: Sequence[Setting]) -> None:
        """Add settings, all or none."""
        ...

    def backup(self, out: Path) -> None:
        """Write a checked copy of the store, and let the feed forget what is long past."""
        ...

    def export_tinydb(self, out: Path) -> int:
        """Write everything as one file that stock TinyDB opens; how many tickets."""
        ...

    def check(self, deep: bool = False) -> list[Finding]:
        """Look the store over; `deep` also reads every record."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...
