"""What the program needs from outside: a store and a clock, as protocols."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from cstui.domain.facts import FactTable, RoundFacts
from cstui.domain.listing import Listing
from cstui.domain.ticket import Ticket


class Clock(Protocol):
    """Tells the time; injected, so that tests can stop it."""

    def now(self) -> datetime:
        """This moment in the site's zone, to the second."""
        ...


@dataclass(frozen=True, slots=True)
class Derived:
    """What is written beside a ticket, derived from it."""

    listing: Listing
    facts: tuple[RoundFacts, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A ticket on its way into the store."""

    ticket: Ticket
    derived: Derived
    series: str = ""
    """The daily series, as `SR20231001`, that numbers it, or in which its own number counts."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened in the store since a position."""

    position: int
    tickets: frozenset[int] = field(default_factory=frozenset)
    """Rows of the tickets that were added or changed."""
    everything: bool = False
    """True when the feed no longer reaches back that far: read all anew."""
    settings: bool = False
    """True when settings changed."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the tickets of a view, in its order."""

    first: int
    """Place of the first of them in the view, from 0."""
    listings: tuple[Listing, ...]
    total: int
    """How many the whole view has."""


@dataclass(frozen=True, slots=True)
class View:
    """Which tickets a list shows."""

    open_only: bool = True
    """Open tickets stand soonest due first, those without a due time last; with the closed ones
    among them, the newest stand first."""
    owner: str | None = None
    """Only this owner's, where given."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A value from some day on."""

    key: str
    value: object
    """Anything that JSON can hold."""
    effective: str
    """First day on which it counts, as `2026-01-01`."""
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that `doctor` or `verify` looked at."""

    key: str
    """Phrase key below `finding.`."""
    good: bool
    values: Mapping[str, object] = field(default_factory=dict)


class Store(Protocol):
    """Tickets, facts, numbers, settings. All failures are `StoreError`s.

    One thread at a time may use a store.
    """

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

    def place(self, view: View, row: int) -> int | None:
        """The place of a ticket's row in a view, from 0; None if the view has it not."""
        ...

    def count(self) -> int:
        """How many tickets there are."""
        ...

    def tickets(self, batch: int = 500) -> Iterator[list[Ticket]]:
        """All tickets in the order in which they were added, in batches."""
        ...

    def facts(self) -> FactTable:
        """The facts of all tickets."""
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
