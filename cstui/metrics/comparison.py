"""Figures set against others: an earlier period, a target, a benchmark."""

from msgspec import Struct

from cstui.metrics.metric import Better, Unit


class Gap(Struct, frozen=True):
    """How far a figure is from another."""

    value: float
    """A share of the other figure, or of two rates their difference; above 0 where it is more."""
    points: bool
    """Whether it is the difference of two rates, told in percentage points."""
    better: bool | None
    """Whether it lies on the better side; None where it is the same, or no side is better."""


class Attained(Struct, frozen=True):
    """How far a target was reached."""

    raw: float | None
    """As a share of 1; None where it is beyond all measure, as of a wait of 0 s."""

    @property
    def shown(self) -> float:
        """The same, but 1 at most."""
        return 1.0 if self.raw is None else min(self.raw, 1.0)


def gap(now: float | None, other: float | None, unit: Unit, better: Better) -> Gap | None:
    """GAP: (now − other) ÷ other, but of rates now − other.

    Returns:
        None where one of them is not known, or nothing can be a share of an other that is 0.
    """
    if now is None or other is None:
        return None
    points = unit is Unit.RATE
    if not points and not other:
        return None
    difference = now - other
    value = difference if points else difference / other
    if not difference or better is Better.NEITHER:
        return Gap(value, points, None)
    return Gap(value, points, (difference > 0) is (better is Better.HIGHER))


def attained(actual: float | None, target: float | None, better: Better) -> Attained | None:
    """ATT: target ÷ actual where lower is better, actual ÷ target where higher is.

    Returns:
        None where one of them is not known, or neither direction is better.
    """
    if actual is None or target is None or better is Better.NEITHER:
        return None
    part, whole = (target, actual) if better is Better.LOWER else (actual, target)
    if whole:
        return Attained(part / whole)
    return Attained(None if part else 1.0)
