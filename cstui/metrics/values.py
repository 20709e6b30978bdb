"""What the figures look like: plain values, the same on screen, in the shell and in JSON.

Seconds and rates are unrounded; what has no value is None.
"""

from typing import TypedDict

from msgspec import Struct

DIMENSIONS = (
    "channel", "type", "priority", "agent", "team", "customer_kind", "form",
    "hour", "half_hour", "weekday", "day", "week", "month", "subtype", "cause",
)  # fmt: skip
"""By what figures are grouped and filtered: words of a ticket, and parts of its submission."""
TIMED = frozenset({"hour", "half_hour", "weekday", "day", "week", "month"})
"""Dimensions whose values stand in the order of time, not of size."""


class Spread(TypedDict):
    """How a duration is spread, in seconds."""

    n: int
    mean: float | None
    p50: float | None
    p90: float | None
    p95: float | None
    max: int | None


class Timeout(TypedDict):
    """First responses later than a threshold, those still missing included."""

    threshold_s: int
    n: int
    late: int
    rate: float | None


class Standing(TypedDict, total=False):
    """How the clocks of one kind ended; empty where there was none."""

    met: int
    breached: int
    running: int
    rate: float | None


class Attainment(TypedDict):
    """Standing of each kind of clock."""

    response: Standing
    resolution: Standing
    update: Standing


class Satisfaction(TypedDict):
    """Scores on the five-point scale."""

    n: int
    mean: float | None
    satisfied_rate: float | None
    low_rate: float | None
    counts: dict[str, int]
    response_rate: float | None


class Calls(TypedDict):
    """Telephone calls."""

    answered: int
    abandoned: int


class Figures(TypedDict):
    """All figures of some tickets."""

    tickets: int
    open: int
    first_response_s: Spread
    resolution_s: Spread
    timeout: Timeout
    attainment: Attainment
    csat: Satisfaction
    calls: Calls


class Excluded(TypedDict):
    """How many impossible durations were left out of the figures."""

    negative_response: int
    negative_resolution: int


class Bins(Struct, frozen=True):
    """Durations sorted into equal bins, each of which holds its upper edge."""

    width_s: int
    """How many seconds wide each bin is."""
    counts: tuple[int, ...]
    """How many durations are in each bin; the first bin begins at 0 and holds it."""
    beyond: int
    """How many are longer than the last bin's upper edge."""
    longest_s: int | None
    """The longest of all."""
    threshold_s: int | None = None
    """The limit to mark, where there is one."""

    @property
    def upper_s(self) -> int:
        """The last bin's upper edge."""
        return self.width_s * len(self.counts)

    @property
    def n(self) -> int:
        """How many durations there are."""
        return sum(self.counts) + self.beyond
