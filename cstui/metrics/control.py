"""Control limits: between what values vary by chance alone.

Source: W. A. Shewhart's chart of individual values; 2.66 is 3 ÷ 1.128, which turns the mean of
the moving ranges of two into three standard deviations.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

from msgspec import Struct

FEWEST = 8
"""Fewer values tell nothing of how they vary."""

_TO_LIMITS = 2.66


class ControlLimits(Struct, frozen=True):
    """The mean of some values, and between what they vary by chance."""

    mean: float
    lower: float
    """Never below 0, as no figure is."""
    upper: float
    n: int
    """How many values they are drawn from."""

    def outside(self, values: Sequence[float | None]) -> tuple[int, ...]:
        """Places of the values that something other than chance has moved."""
        return tuple(
            place
            for place, value in enumerate(values)
            if value is not None and not self.lower <= value <= self.upper
        )


def control_limits(values: Sequence[float | None]) -> ControlLimits | None:
    """Mean ± 2.66 × mean moving range of values in the order of time; None of fewer than eight.

    Values that are not known are passed over.
    """
    known = [value for value in values if value is not None]
    if len(known) < FEWEST:
        return None
    mean = fmean(known)
    reach = _TO_LIMITS * fmean(abs(after - before) for before, after in pairwise(known))
    return ControlLimits(mean, max(0.0, mean - reach), mean + reach, len(known))
