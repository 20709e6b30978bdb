"""How far a share of few may be from that of all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstui.metrics.wilson import agreement, wilson


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"), [(5, 5, 57, 100), (8, 10, 49, 94), (80, 100, 71, 87)]
)
def test_known_intervals(part: int, whole: int, low: int, high: int) -> None:
    """The few leave much room, the many little."""
    interval = wilson(part, whole)
    assert interval is not None
    assert (round(interval.low * 100), round(interval.high * 100)) == (low, high)


def test_nothing_was_looked_at() -> None:
    """Then there is nothing to tell."""
    assert wilson(0, 0) is None
    assert agreement(0, 0) is None


def test_audits() -> None:
    """AUD is agreed ÷ checked with its interval."""
    told = agreement(8, 10)
    assert told is not None
    assert (told.rate, told.n, told.interval) == (0.8, 10, wilson(8, 10))


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_share_lies_in_its_interval(counts: tuple[int, int]) -> None:
    """And the interval within what a share can be."""
    part, whole = counts
    interval = wilson(part, whole)
    assert interval is not None
    assert 0 <= interval.low <= part / whole <= interval.high <= 1
