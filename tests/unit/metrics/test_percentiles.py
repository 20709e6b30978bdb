"""Percentiles of many groups at once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstui.metrics.percentiles import LEAST, percentile, sort_in_groups

SECONDS = st.integers(0, 2**32 - 1)


def told(values: list[int], percent: int) -> float | None:
    """The percentile of one group."""
    codes = np.zeros(len(values), np.int64)
    return percentile(sort_in_groups(np.array(values, np.uint32), codes, 1), percent)[0]


@pytest.mark.parametrize(("percent", "expected"), [(50, 55.0), (90, 91.0), (95, None)])
def test_as_a_spreadsheet_has_it(percent: int, expected: float | None) -> None:
    """PERCENTILE.INC of 10, 20 … 100 is 55 and 91; ten values are too few for P95."""
    assert told(list(range(10, 101, 10)), percent) == expected


@given(st.lists(SECONDS, min_size=1, max_size=60), st.sampled_from([50, 90, 95]))
def test_as_numpy_has_it(values: list[int], percent: int) -> None:
    """Linear interpolation is numpy's default; too few values have no percentile."""
    if len(values) < LEAST[percent]:
        assert told(values, percent) is None
    else:
        assert told(values, percent) == pytest.approx(np.percentile(values, percent), rel=1e-12)


@given(st.lists(st.tuples(st.integers(0, 3), SECONDS), max_size=80))
def test_each_group_by_itself(pairs: list[tuple[int, int]]) -> None:
    """A group's percentile does not depend on other groups; an empty group has none."""
    codes = np.array([code for code, _ in pairs], np.int64)
    values = np.array([value for _, value in pairs], np.uint32)
    together = percentile(sort_in_groups(values, codes, 4), 50)
    alone = [told([value for code, value in pairs if code == group], 50) for group in range(4)]
    assert together == alone


@pytest.mark.parametrize(("percent", "least"), [(90, 10), (95, 20)])
def test_least_numbers(percent: int, least: int) -> None:
    """P90 is told of 10 values on, P95 of 20 on."""
    assert told([60] * (least - 1), percent) is None
    assert told([60] * least, percent) == 60.0
