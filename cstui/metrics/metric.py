"""What a metric is: one figure, its definition, and the rows that it stands on.

A definition takes a sample and tells what counts in it, and what each that counts is worth. From
that one answer come the reading of each group, the rows behind the figure and the count of what
was left out; so they cannot tell different things.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from msgspec import Struct, field
from msgspec.structs import force_setattr

from cstui.clock.hours import EVERY_SECOND, Hours
from cstui.metrics.columns import Columns
from cstui.metrics.groups import WHOLE, Groups
from cstui.metrics.sources import Mask
from cstui.metrics.values import Spread
from cstui.metrics.window import Window

Told = TypeVar("Told")


class Unit(StrEnum):
    """What a figure's value is."""

    SECONDS = "seconds"
    """The mean of durations; a reading tells their spread beside it."""
    RATE = "rate"
    """A share of 1."""
    SCORE = "score"
    """The mean of scores."""
    COUNT = "count"
    """How many there are."""


class Better(StrEnum):
    """Which way a figure should go."""

    LOWER = "lower"
    HIGHER = "higher"
    NEITHER = "neither"


class ServiceLevel(StrEnum):
    """Which calls a service level sets against which; ≤ T is within the limit."""

    F1 = "F1"
    """(answered ≤ T + abandoned ≤ T) ÷ (answered + abandoned)."""
    F2 = "F2"
    """Answered ≤ T ÷ answered."""
    F3 = "F3"
    """Answered ≤ T ÷ (answered + abandoned)."""
    F4 = "F4"
    """Answered ≤ T ÷ (answered + abandoned > T)."""
    F5 = "F5"
    """(answered ≤ T + abandoned at once) ÷ (answered + abandoned)."""


class Rules(Struct, frozen=True):
    """What a site sets about its figures."""

    threshold_s: int = 1800
    """Seconds after which a first response counts as a timeout."""
    answer_within_s: int = 20
    """T of the service level."""
    at_once_s: int = 5
    """Within how many seconds F5 takes a hang-up for a slip."""
    service_level: ServiceLevel = ServiceLevel.F3
    estimates: bool = False
    """Whether agents' estimates count as scores."""
    business: bool = False
    """Whether FRT and RT count business seconds in place of every second."""
    hours: Hours = EVERY_SECOND
    """The site's calendar, by which sizes of breaches are counted."""
    repeat_s: int = 7 * 86_400
    """So soon after the last contact, one about the same type is a repeated one."""
    revisit_s: int = 24 * 3600
    """Within how long after the solution a customer is to be asked."""
    loop_s: int = 48 * 3600
    """Within how long something is to be done about a low score."""
    odd_from: float = 2.0
    """How many times its norm a duration must be longer than to be an anomaly."""


class Reading(Struct, frozen=True):
    """What a metric tells of one group."""

    value: float | None
    """Mean, share or count, unrounded; None where there is nothing to tell it of."""
    n: int
    """How many values it is the mean of, or how many it is a share of."""
    part: int | None = None
    """Of a share: how many of the `n` it tells."""
    excluded: int = 0
    """How many were left out: impossible, unknown, or too young to tell."""
    running: int | None = None
    """Of clocks: how many had not ended; beside the share, never part of it."""
    spread: Spread | None = None
    """Of durations: percentiles and longest."""


class Norms(Struct, frozen=True):
    """The mean first response and solution of each type and channel, in seconds."""

    response: dict[tuple[str, str], float]
    """By type and channel."""
    resolution: dict[tuple[str, str], float]


class Sample(Struct, frozen=True):
    """What a metric is read from."""

    columns: Columns
    """Rounds, all of each ticket, filtered or not."""
    moments: Columns
    """Moments, in any order; those of tickets that are not among the rounds do not count."""
    window: Window
    groups: Groups = WHOLE
    """To which group each round belongs."""
    rules: Rules = Rules()
    norms: Callable[[], Norms] | None = None
    """Tells what is usual, where the rounds are filtered; else it is taken from the rounds."""
    _derived: dict[Callable[["Sample"], object], Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Forgets what was derived from the one that it is a copy of."""
        force_setattr(self, "_derived", {})

    def derived(self, work: Callable[["Sample"], Told]) -> Told:
        """What several metrics are drawn from: worked out once, whatever the groups are."""
        if work not in self._derived:
            self._derived[work] = work(self)
        told: Told = self._derived[work]
        return told

    def make_room(self) -> None:
        """Forget what was derived."""
        self._derived.clear()


class Measure(Protocol):
    """What counts in a sample, and what each that counts is worth."""

    def read(self, groups: Groups) -> list[Reading]:
        """What it tells of each group of the sample's rounds."""
        ...

    def rows(self, length: int) -> Mask:
        """The rounds that count, of so many."""
        ...

    def part_rows(self, length: int) -> Mask:
        """Of a share, the rounds that it tells; else those that count."""
        ...

    def rest_rows(self, length: int) -> Mask:
        """Of a share, the rounds of the rest; else those that count."""
        ...

    def excluded_rows(self, length: int) -> Mask:
        """The rounds that were left out."""
        ...


class Metric(Struct, frozen=True):
    """One figure. Its name, formula and exclusions are phrases: `metric.ID.name` and so on."""

    id: str
    """As `FRT`; what is told of several things has a variant, as `SLA.response`."""
    unit: Unit
    better: Better
    measure: Callable[[Sample], Measure]
    """Its definition."""
    back_s: Callable[[Rules], int] = lambda _: 0
    """So many seconds after something happened, it may still tell of it."""
    alone: bool = True
    """Whether it looks at each ticket by itself; else it is a share of rounds that needs all."""

    def read(self, sample: Sample) -> list[Reading]:
        """What it tells of each of the sample's groups."""
        return self.measure(sample).read(sample.groups)

    def rows(self, sample: Sample) -> Mask:
        """The sample's rounds behind the figure."""
        return self.measure(sample).rows(len(sample.columns))

    def part(self, sample: Sample) -> Mask:
        """Of a share, the rounds that it tells, as the breached ones; else those behind it."""
        return self.measure(sample).part_rows(len(sample.columns))

    def poor(self, sample: Sample) -> Mask:
        """The rounds to look into: of a share those that make it worse, else all behind it."""
        return self.poor_of(self.measure(sample), len(sample.columns))

    def poor_of(self, measure: Measure, length: int) -> Mask:
        """The same of what counts in so many rounds."""
        worse_is_part = self.better is Better.LOWER
        return measure.part_rows(length) if worse_is_part else measure.rest_rows(length)

    def excluded(self, sample: Sample) -> Mask:
        """The sample's rounds that were left out of the figure."""
        return self.measure(sample).excluded_rows(len(sample.columns))
