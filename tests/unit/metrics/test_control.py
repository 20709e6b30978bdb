"""Control limits."""

import pytest

from cstui.metrics.control import control_limits

WEEKS = [10.0, 12.0, 10.0, 12.0, 10.0, 12.0, 10.0, 12.0]


def test_limits() -> None:
    """Mean ± 2.66 × mean moving range: here 11 ± 2.66 × 2."""
    limits = control_limits(WEEKS)
    assert limits is not None
    assert (limits.mean, limits.n) == (11, 8)
    assert (limits.lower, limits.upper) == pytest.approx((5.68, 16.32))


def test_fewer_than_eight_tell_nothing() -> None:
    """Values that are not known do not count."""
    assert control_limits(WEEKS[:7]) is None
    assert control_limits([*WEEKS[:7], None]) is None
    assert control_limits([None, *WEEKS]) is not None


def test_no_figure_is_below_nothing() -> None:
    """A lower limit is 0 at least."""
    limits = control_limits([1.0, 9.0] * 4)
    assert limits is not None
    assert limits.lower == 0


def test_what_lies_outside() -> None:
    """The places of values beyond a limit; those on it, and those not known, are inside."""
    limits = control_limits(WEEKS)
    assert limits is not None
    assert limits.outside([11.0, None, limits.upper, 16.4, 5.6]) == (3, 4)
