"""Figures set against others."""

import pytest

from cstui.metrics.comparison import Attained, Gap, attained, gap
from cstui.metrics.metric import Better, Unit

LOWER, HIGHER, NEITHER = Better.LOWER, Better.HIGHER, Better.NEITHER


@pytest.mark.parametrize(
    ("now", "benchmark", "expected"), [(1800, 900, 1.0), (14400, 7200, 1.0), (500, 100, 4.0)]
)
def test_the_printed_assessment(now: float, benchmark: float, expected: float) -> None:
    """30 min against 15 and 4 h against 2 are over by 100 %, 500 against 100 by 400 %."""
    assert gap(now, benchmark, Unit.SECONDS, LOWER) == Gap(expected, points=False, better=False)


def test_rates_are_compared_in_points() -> None:
    """75 % is 15 points below 90 %."""
    told = gap(0.75, 0.9, Unit.RATE, HIGHER)
    assert told is not None
    assert (round(told.value, 9), told.points, told.better) == (-0.15, True, False)


@pytest.mark.parametrize(
    ("now", "better", "expected"),
    [
        (2, LOWER, False),
        (2, HIGHER, True),
        (0.5, LOWER, True),
        (1, LOWER, None),
        (2, NEITHER, None),
    ],
)
def test_which_side_is_better(now: float, better: Better, expected: bool | None) -> None:
    """More is better or worse, as the figure has it; the same is neither."""
    told = gap(now, 1, Unit.COUNT, better)
    assert told is not None
    assert told.better is expected


def test_gaps_that_cannot_be_told() -> None:
    """Nothing can be compared with what is unknown, or be a share of nothing; rates can."""
    assert gap(None, 1, Unit.COUNT, LOWER) is None
    assert gap(1, None, Unit.COUNT, LOWER) is None
    assert gap(1, 0, Unit.COUNT, LOWER) is None
    assert gap(0.1, 0.0, Unit.RATE, LOWER) == Gap(0.1, points=True, better=False)


@pytest.mark.parametrize(
    ("actual", "target", "better", "percent"),
    [(25, 20, LOWER, 80), (420, 350, LOWER, 83), (0.82, 0.9, HIGHER, 91)],
)
def test_the_printed_monitoring(actual: float, target: float, better: Better, percent: int) -> None:
    """20 of 25 is 80 %, 350 of 420 is 83 %, 82 of 90 is 91 %."""
    told = attained(actual, target, better)
    assert told is not None
    assert round(told.shown * 100) == percent


def test_more_than_reached_is_shown_as_reached() -> None:
    """Shown is 100 % at most; the raw value is kept."""
    told = attained(10, 20, LOWER)
    assert told is not None
    assert (told.shown, told.raw) == (1.0, 2.0)


def test_attainment_of_nothing() -> None:
    """No wait at all is beyond all measure, and reaches any target."""
    assert attained(0, 20, LOWER) == Attained(None)
    assert attained(0, 0, LOWER) == Attained(1.0)
    assert attained(5, 0, LOWER) == Attained(0.0)
    assert attained(0, 0.9, HIGHER) == Attained(0.0)
    assert attained(None, 20, LOWER) is None
    assert attained(20, None, LOWER) is None
    assert attained(20, 20, NEITHER) is None
