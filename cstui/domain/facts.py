"""Facts: what the figures need of a ticket, one fixed-size record for each round.

They are derived from the ticket and written with it in one transaction, so that figures over a
million tickets need not read a million documents. A change of `LAYOUT`, or of what a part means,
needs a migration of the store, after which they are rebuilt from the tickets.
"""

from dataclasses import dataclass
from enum import IntEnum, IntFlag


class Verdict(IntEnum):
    """How a clock stands, as far as its events tell."""

    NONE = 0
    """No limit applies."""
    RUNNING = 1
    """Not over; past its due time it counts as breached."""
    PAUSED = 2
    """Not over, and standing still."""
    MET = 3
    BREACHED = 4


class Flag(IntFlag):
    """Yes-or-no facts."""

    OPEN = 1
    """Work is left on the ticket."""
    ANSWERED = 2
    """A call that was answered."""
    ABANDONED = 4
    """A call that nobody answered in time."""
    RATED = 8
    """The customer gave a score, or somebody estimated it."""
    ESTIMATE = 16
    """The score is an agent's estimate."""
    UNANSWERED = 32
    """The customer was asked for a score and gave none."""
    LAST = 64
    """The ticket's last round, which speaks for the ticket as it stands."""
    FIRST = 128
    """The ticket's first round, which speaks for its submission."""


WORDS = ("form", "channel", "type", "priority", "agent", "team", "customer_kind")
"""The words by which figures are grouped; the store keeps each as a number."""

LAYOUT: tuple[tuple[str, str], ...] = (
    ("ticket", "u4"),
    ("opened", "u4"),
    ("responded", "u4"),
    ("resolved", "u4"),
    ("submitted", "u4"),
    ("ended", "u4"),
    ("rated", "u4"),
    ("response_due", "u4"),
    ("resolution_due", "u4"),
    ("update_due", "u4"),
    ("response_business", "i4"),
    ("resolution_business", "i4"),
    ("waited_business", "i4"),
    *((word, "u4") for word in WORDS),
    ("flags", "u2"),
    ("updates_met", "u2"),
    ("updates_breached", "u2"),
    ("response", "u1"),
    ("resolution", "u1"),
    ("update", "u1"),
    ("round", "u1"),
    ("score", "u1"),
    ("scale", "u1"),
)
"""Name and type (as numpy writes it, little-endian, packed) of each part of a record."""

NO_DURATION = -(2**31)
"""A business duration that is not known."""


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """One round of one ticket. Instants are seconds since 1970, 0 where there is none."""

    opened: int
    """When this round began."""
    responded: int
    """First reply by a person in this round."""
    resolved: int
    """When this round's solution was confirmed, else marked."""
    submitted: int
    """When the customer first asked: the first round's `opened`."""
    ended: int
    """When the ticket was last left without work (solved, closed or abandoned); 0 while open."""
    rated: int
    response_due: int
    resolution_due: int
    update_due: int
    response_business: int
    """Business seconds until the first reply."""
    resolution_business: int
    """Business seconds until the solution."""
    waited_business: int
    """Business seconds of this round spent waiting."""
    words: tuple[str, ...]
    """The words of `WORDS`, in that order."""
    flags: Flag
    updates_met: int
    updates_breached: int
    response: Verdict
    resolution: Verdict
    update: Verdict
    round: int
    """1 for the first."""
    score: int
    """Overall score as given on its scale; 0 where there is none."""
    scale: int
    """Place of the scale in `Scale`, from 0."""


@dataclass(frozen=True, slots=True)
class FactTable:
    """All rounds of all tickets, as they lie in the store."""

    records: bytes | bytearray
    """Packed records of `LAYOUT`, one after the other, in the order of the tickets."""
    words: tuple[str, ...]
    """The word behind each number; number 0 is the empty word."""
    position: int
    """The change feed's position at which they were read."""
