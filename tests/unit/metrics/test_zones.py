"""Local time of whole columns."""

from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstui.metrics.zones import local_seconds, offsets_between

ZONES = ("Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "UTC")
TWO_DECADES = st.integers(1_262_304_000, 1_893_456_000)


@given(st.lists(TWO_DECADES, max_size=8), st.sampled_from(ZONES))
def test_as_each_instant_by_itself(instants: list[int], zone: str) -> None:
    """The wall time of a column is the wall time of each of its instants."""
    column = np.array([*instants, 0], np.uint32)
    expected = [_wall(instant, zone) for instant in instants]
    assert local_seconds(column, zone).tolist() == [*expected, 0]


@pytest.mark.parametrize("second", [-1, 0])
def test_to_the_second(second: int) -> None:
    """A clock is put forward at 2 o'clock in New York, not a second sooner or later."""
    change = 1_678_604_400
    column = np.array([change - 86_400 * 3, change + second], np.uint32)
    expected = _wall(change + second, "America/New_York")
    assert local_seconds(column, "America/New_York")[1] == expected


def test_unknown_instants_stay_unknown() -> None:
    """0 is no instant and has no wall time."""
    assert local_seconds(np.zeros(2, np.uint32), "Asia/Shanghai").tolist() == [0, 0]


def test_each_change_is_found() -> None:
    """New York changes its offset twice a year."""
    since, offsets = offsets_between(1_672_531_200, 1_704_067_199, ZoneInfo("America/New_York"))
    assert offsets.tolist() == [-18_000, -14_400, -18_000]
    assert since.tolist()[1:] == [1_678_604_400, 1_699_164_000]


def _wall(instant: int, zone: str) -> int:
    offset = datetime.fromtimestamp(instant, ZoneInfo(zone)).utcoffset()
    assert offset is not None
    return instant + int(offset.total_seconds())
