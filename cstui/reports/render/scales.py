"""Axes: one unit for all values of a chart, round steps, and where they begin and end."""

import math
from collections.abc import Iterable

from msgspec import Struct

from cstui.i18n import Translator
from cstui.reports.document import Kind
from cstui.reports.wording import number_text

_SECONDS = ((86_400, "d", 72 * 3_600), (3_600, "h", 7_200), (60, "min", 120), (1, "s", 0))
"""Seconds of a unit, its name, and from how many seconds on an axis is written in it."""
_SHARES = (Kind.RATE, Kind.CHANGE, Kind.POINTS)
_STEPS = (1, 2, 2.5, 5, 10)
_FROM_ZERO = 0.5
"""An axis begins at 0 unless all values lie above this share of the largest."""

_SLACK = 1e-9
"""Keeps a round value that floating point missed by a hair from costing a step."""


class Unit(Struct, frozen=True):
    """What the values of a chart are written in."""

    size: float
    """The value that is written as 1."""
    name: str
    """In the reader's language; empty where numbers say enough."""
    whole: bool = False
    """Whether there is nothing between two numbers: things are counted."""

    def text(self, value: float, *, whole: bool = False) -> str:
        """A value in this unit, without its name; `whole` leaves nothing after the point."""
        number = value / self.size
        return f"{number:.0f}" if whole else number_text(number)


def unit_of(values: Iterable[float | None], kind: Kind, t: Translator) -> Unit:
    """The unit that suits the largest of some values."""
    if kind in _SHARES:
        return Unit(0.01, "%")
    if kind is not Kind.SECONDS:
        return Unit(1, "", whole=kind is Kind.COUNT)
    largest = max((abs(value) for value in values if value is not None), default=0)
    size, name = next((size, name) for size, name, least in _SECONDS if largest >= least)
    return Unit(size, t(f"report.axis_{name}"))


class Axis(Struct, frozen=True):
    """A stretch of values, with round ones at which it is marked."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """How far along the axis a value lies, from 0 to 1."""
        return (value - self.low) / (self.high - self.low)


def axis_of(
    values: Iterable[float | None], unit: Unit, *, ticks: int = 5, zero: bool = False
) -> Axis:
    """An axis that all values fit on, marked at about so many round values of the unit.

    Args:
        values: What is drawn; those that are None take no room.
        unit: What they are written in.
        ticks: About how many marks there are to be.
        zero: Whether it begins at 0, however far away the values lie.
    """
    known = [value / unit.size for value in values if value is not None] or [0.0]
    low, high = min(known), max(known)
    if zero or 0 <= low <= high * _FROM_ZERO:
        low = min(low, 0.0)
    if high <= low:
        high = low + 1
    step = _step((high - low) / ticks)
    if unit.whole:
        step = max(math.ceil(step), 1)
    first, last = math.floor(low / step + _SLACK), math.ceil(high / step - _SLACK)
    marks = tuple(place * step * unit.size for place in range(first, last + 1))
    return Axis(marks[0], marks[-1], marks)


def _step(least: float) -> float:
    """The smallest round step that is no smaller than this."""
    scale = 10.0 ** math.floor(math.log10(least))
    return next(step * scale for step in _STEPS if step * scale >= least * (1 - _SLACK))
