"""What goes into a store and comes out of it."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct, field

from cstui.domain.facts import Moment, RoundFacts
from cstui.domain.listing import Listing
from cstui.domain.ticket import Ticket
from cstui.domain.traces import Traces


class Derived(Struct, frozen=True):
    """What is written beside a ticket, derived from it."""

    listing: Listing
    facts: tuple[RoundFacts, ...]
    traces: Traces = field(default_factory=Traces)
    """By what its customer is found again."""
    sought: str = ""
    """All that lists find it by, as texts are compared."""
    quoted: tuple[str, ...] = ()
    """Titles of the articles that it quotes, each once."""
    moments: tuple[Moment, ...] = ()


class Entry(Struct, frozen=True):
    """A ticket on its way into the store."""

    ticket: Ticket
    derived: Derived
    series: str = ""
    """The daily series, as `SR20231001`, that numbers it, or in which its own number counts."""


class Changes(Struct, frozen=True):
    """What happened in the store since a position."""

    position: int
    tickets: frozenset[int] = field(default_factory=frozenset)
    """Rows of the tickets that were added or changed."""
    everything: bool = False
    """True when the feed no longer reaches back that far: read all anew."""
    settings: bool = False
    """True when settings changed."""
    articles: bool = False
    """True when articles changed; being quoted changes none."""
    ringing: bool = False
    """True when calls came in or were taken."""
    company: bool = False
    """True when other people came to tickets that are looked at here, or left them."""


class Setting(Struct, frozen=True):
    """A value from some day on."""

    key: str
    value: object
    """Anything that JSON can hold."""
    effective: str
    """First day on which it counts, as `2026-01-01`."""
    by: str
    at: datetime


class Finding(Struct, frozen=True):
    """Something that `doctor` or `verify` looked at."""

    key: str
    """Phrase key below `finding.`."""
    good: bool
    values: Mapping[str, object] = field(default_factory=dict)
