"""Policies: the limits within which a customer must be helped."""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from math import ceil

from msgspec import Struct

from cstui.clock.versions import ref_of


class ClockName(StrEnum):
    """Everything that is held against a limit."""

    FIRST_RESPONSE = "first_response"
    """From the request to the first reply by a person."""
    UPDATE = "update"
    """From telling the customer where the work stands to telling again."""
    RESOLUTION = "resolution"
    """From the request to the solution."""
    ACCEPT = "accept"
    """From being given a ticket to taking it on."""
    GREETING = "greeting"
    """From picking up to the standard greeting."""
    WRAP_UP = "wrap_up"
    """From the end of a call to its saved record; a wish, not an obligation."""
    REVISIT = "revisit"
    """From the solution to asking the customer how content they are."""
    PROMISE = "promise"
    """From a promise to its day."""
    CALLBACK = "callback"
    """From agreeing to call back to the time agreed."""
    WAIT = "wait"
    """From the start of a wait to the longest that it may last."""
    FOLLOW_UP = "follow_up"
    """From a customer who was not content to the first thing done about it."""
    MEASURE = "measure"
    """From setting a measure to the day on which it is checked."""


OF_THE_CALL = (ClockName.GREETING, ClockName.WRAP_UP)
"""Clocks of a live call, at any hour alike; they are over before a list is looked at."""

KEEP_OPEN = (ClockName.PROMISE, ClockName.CALLBACK, ClockName.FOLLOW_UP, ClockName.MEASURE)
"""Clocks that keep a ticket on the lists, even a solved one, until they have ended."""


class Level(StrEnum):
    """How urgent, in whichever words a form puts it."""

    URGENT = "urgent"
    NORMAL = "normal"
    LOW = "low"


def level_word(priority: str) -> str:
    """A priority as levels are looked up by it, however it was typed."""
    return unicodedata.normalize("NFKC", priority).strip().casefold()


class Limits(Struct, frozen=True):
    """The limits at one level, in seconds; none where nothing is asked."""

    first_response: int | None = None
    update: int | None = None
    resolution: int | None = None
    accept: int | None = None
    greeting: int | None = None
    wrap_up: int | None = None
    revisit: int | None = None
    follow_up: int | None = 48 * 3600
    """As all forms ask for, where a policy does not say otherwise."""
    slowness: int | None = 24 * 3600
    """In place of it where the customer complains that we are slow."""


class Periodic(Struct, frozen=True):
    """Services that go on: their customers are asked how content they are some working days later.

    From the opening of one working day after the solution to the closing of another.
    """

    first_day: int = 3
    """1 is the first working day after that of the solution."""
    last_day: int = 5
    types: tuple[str, ...] = ()
    """Words in a ticket's type that make it such a service; where there are none, each is one."""

    def covers(self, category: Iterable[str]) -> bool:
        """Whether a ticket of that type is such a service."""
        told = " ".join(category).casefold()
        return not self.types or any(word.casefold() in told for word in self.types)


class Policy(Struct, frozen=True):
    """A named set of limits, as it counts from some day on."""

    name: str
    effective: date
    levels: Mapping[Level, Limits]
    words: Mapping[str, Level]
    """Levels by the words in which forms put them, in small letters."""
    business: bool = False
    """Whether limits count working hours only, instead of every hour."""
    pauses: frozenset[ClockName] = frozenset()
    """Clocks that stand still while the work waits; the first response is never one of them."""
    pausing_waits: tuple[str, ...] = ()
    """Words of a reason that make a wait count; where there are none, every wait counts."""
    warn_share: float = 0.8
    """The share of a limit from which on it is warned of."""
    warn_before: int = 0
    """Seconds before the limit from which on it is warned of, however long the limit."""
    periodic: Periodic | None = None
    """Services whose revisits have days of their own, if there are any."""

    @property
    def ref(self) -> str:
        """Name and first day, as tickets keep them: `after_sales@2026-01-01`."""
        return ref_of(self)

    def level(self, priority: str) -> Level:
        """The level of a priority as it was written; normal where the word says nothing."""
        return self.words.get(level_word(priority), Level.NORMAL)

    def limits(self, priority: str) -> Limits:
        """The limits for a priority as it was written."""
        return self.levels[self.level(priority)]

    def warn_after(self, limit: int) -> int:
        """Seconds of a limit after which it is warned of."""
        return max(0, min(ceil(self.warn_share * limit), limit - self.warn_before))

    def pausing(self, clock: ClockName, reason: str) -> bool:
        """Whether a clock stands still during a wait of that reason."""
        if clock not in self.pauses:
            return False
        return not self.pausing_waits or any(word in reason for word in self.pausing_waits)
