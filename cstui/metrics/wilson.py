"""How far a share of few may be from the share of all: Wilson's interval.

Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
Journal of the American Statistical Association 22 (1927).
"""

from math import sqrt
from statistics import NormalDist

from msgspec import Struct


class Interval(Struct, frozen=True):
    """Between what the share of all lies."""

    low: float
    high: float


class Agreement(Struct, frozen=True):
    """AUD: how many audited records agreed with their source."""

    rate: float
    """Agreed ÷ checked."""
    n: int
    interval: Interval


def wilson(part: int, whole: int, confidence: float = 0.95) -> Interval | None:
    """The interval of part ÷ whole; None of nothing.

    Args:
        part: How many have something, at most `whole`.
        whole: How many were looked at.
        confidence: How often the interval is to hold the share of all.
    """
    if not whole:
        return None
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    rate, square = part / whole, z * z / whole
    middle = rate + square / 2
    half = z * sqrt(rate * (1 - rate) / whole + square / whole / 4)
    # rounding must not push an end past what a share can be
    low = 0.0 if part == 0 else (middle - half) / (1 + square)
    high = 1.0 if part == whole else (middle + half) / (1 + square)
    return Interval(low, high)


def agreement(agreed: int, checked: int) -> Agreement | None:
    """AUD: agreed ÷ checked with its 95 % interval; None where nothing was checked."""
    interval = wilson(agreed, checked)
    return Agreement(agreed / checked, checked, interval) if interval else None
