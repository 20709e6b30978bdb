"""Facts: what the figures need of a ticket, in records of a fixed size.

There is one record for each round, and one for each moment: for what a ticket can have any number
of. They are derived from the ticket and written with it in one transaction, so that figures over a
million tickets need not read a million documents. A change of a layout, or of what a part means,
needs a migration of the store, after which they are rebuilt from the tickets.
"""

from enum import IntEnum, IntFlag

from msgspec import Struct


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
    EXPLAINED_LATE = 256
    """A reason was given for a late answer."""
    EXPLAINED_ODD = 512
    """A reason was given for an anomaly."""
    ON_CALL = 1024
    """Solved on first contact, as far as we claim."""
    CONFIRMED = 2048
    """The customer agreed that this round's problem is solved."""
    AUDITED = 4096
    """Somebody checked the record."""
    AGREED = 8192
    """And it agreed with what it was made from, at the last check."""


class LoopEnd(IntEnum):
    """How far we are with a customer who was not content."""

    NONE = 0
    """The customer was content, or nothing was begun yet."""
    TO_CHECK = 1
    """A measure was set, and its check is to come."""
    MET = 2
    """It reached what it was for."""
    MISSED = 3
    """It did not."""


WORDS = (
    "form", "channel", "type", "priority", "agent", "team", "customer_kind", "subtype", "cause",
)  # fmt: skip
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
    ("assigned", "u4"),
    ("accepted", "u4"),
    ("handled", "u4"),
    ("revisited", "u4"),
    ("loop_started", "u4"),
    ("touched", "u4"),
    ("caller", "u8"),
    *((word, "u4") for word in WORDS),
    ("flags", "u2"),
    ("updates_met", "u2"),
    ("updates_breached", "u2"),
    ("talk", "u2"),
    ("hold", "u2"),
    ("wrap", "u2"),
    ("response", "u1"),
    ("resolution", "u1"),
    ("update", "u1"),
    ("accept", "u1"),
    ("greeting", "u1"),
    ("round", "u1"),
    ("transfers", "u1"),
    ("score", "u1"),
    ("attitude", "u1"),
    ("skill", "u1"),
    ("speed", "u1"),
    ("ease", "u1"),
    ("scale", "u1"),
    ("loop", "u1"),
)
"""Name and type (as numpy writes it, little-endian, packed) of each part of a round's record."""

MOMENT_LAYOUT: tuple[tuple[str, str], ...] = (
    ("ticket", "u4"),
    ("start", "u4"),
    ("end", "u4"),
    ("due", "u4"),
    ("word", "u4"),
    ("kind", "u1"),
    ("verdict", "u1"),
)
"""The same of a moment's record."""

NO_DURATION = -(2**31)
"""A business duration that is not known."""


class RoundFacts(Struct, frozen=True):
    """One round of one ticket. Instants are seconds since 1970, 0 where there is none.

    What a record has no room for stands there as the most that it has room for.
    """

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
    assigned: int
    """When the holder was given the ticket who first took it on in this round, else the last."""
    accepted: int
    """When a holder first took it on in this round."""
    handled: int
    """When the record of the call was saved, which ends its wrap-up; in the first round."""
    revisited: int
    """When the customer was first asked, after this round's solution, how content they are."""
    loop_started: int
    """When something was first done about a customer who was not content in this round."""
    touched: int
    """When the last thing happened to the ticket, whatever it was."""
    caller: int
    """Stands for the customer, the same on all their tickets; 0 where nobody knows who it is."""
    words: tuple[str, ...]
    """The words of `WORDS`, in that order."""
    flags: Flag
    updates_met: int
    updates_breached: int
    talk: int
    """Seconds of talk in the call, holds left out; in the first round."""
    hold: int
    """Seconds on hold in the call; in the first round."""
    wrap: int
    """Seconds from the end of the call to its saved record; in the first round."""
    response: Verdict
    resolution: Verdict
    update: Verdict
    accept: Verdict
    greeting: Verdict
    """In the first round."""
    round: int
    """1 for the first."""
    transfers: int
    """How often the ticket went from one holder to another in this round."""
    score: int
    """Overall score as given on its scale; 0 where there is none."""
    attitude: int
    skill: int
    speed: int
    ease: int
    """Scores of the survey's other dimensions, on the same scale."""
    scale: int
    """Place of the scale in `Scale`, from 0."""
    loop: LoopEnd


class MomentKind(IntEnum):
    """What a moment is."""

    STAY = 1
    """The ticket was with one holder, from one transfer to the next."""
    UPDATE = 2
    """The customer waited to hear where the work stands."""
    PROMISE = 3
    """A promise stood."""


class Moment(Struct, frozen=True):
    """A stretch of a ticket's time. Instants are seconds since 1970, 0 where there is none."""

    kind: MomentKind
    start: int
    end: int
    """0 where it has not ended."""
    due: int = 0
    word: str = ""
    """Of a stay, its holder: a login, else a team."""
    verdict: Verdict = Verdict.NONE


class FactTable(Struct, frozen=True):
    """Facts of tickets, as they lie in the store."""

    records: bytes | bytearray
    """Packed records of `LAYOUT`, one after the other, in the order of the tickets."""
    moments: bytes | bytearray
    """Packed records of `MOMENT_LAYOUT`; many tickets have none."""
    words: tuple[str, ...]
    """The word behind each number; number 0 is the empty word."""
    position: int
    """The change feed's position at which they were read."""
