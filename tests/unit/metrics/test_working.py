"""Business time of many stretches at once."""

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cstui.clock.calendar import Calendar, Schedule
from cstui.clock.hours import EVERY_SECOND
from cstui.metrics.working import business_seconds
from tests.fixtures.facts import ZONE, at

OFFICE = Calendar(
    Schedule(
        "office",
        date(2020, 1, 1),
        (((9 * 3600, 12 * 3600), (13 * 3600, 17 * 3600)),) * 5 + ((), ()),
        {date(2023, 10, 2): ()},
    ),
    ZONE,
)
STRETCHES = st.lists(st.tuples(st.integers(at(1), at(12)), st.integers(0, 400_000)), max_size=10)


@given(STRETCHES)
def test_as_the_calendar_counts(stretches: list[tuple[int, int]]) -> None:
    """Every stretch has the seconds that the calendar counts in it."""
    starts = np.array([start for start, _ in stretches], np.uint32)
    ends = starts + np.array([length for _, length in stretches], np.uint32)
    expected = [OFFICE.between(start, start + length) for start, length in stretches]
    assert business_seconds(OFFICE, starts, ends).tolist() == expected


@given(STRETCHES)
def test_every_second(stretches: list[tuple[int, int]]) -> None:
    """Without a calendar all seconds count."""
    starts = np.array([start for start, _ in stretches], np.uint32)
    lengths = [length for _, length in stretches]
    ends = starts + np.array(lengths, np.uint32)
    assert business_seconds(EVERY_SECOND, starts, ends).tolist() == lengths
