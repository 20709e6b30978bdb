"""Axes and the units that they are written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstui.i18n import Translator
from cstui.reports.document import Kind
from cstui.reports.render.scales import Unit, axis_of, unit_of

ENGLISH = Translator("en")
PLAIN = Unit(1, "")


@pytest.mark.parametrize(
    ("seconds", "name", "written"),
    [
        (59, "seconds", "59"),
        (119, "seconds", "119"),
        (120, "minutes", "2"),
        (7199, "minutes", "120"),
        (9000, "hours", "2.5"),
        (72 * 3600, "days", "3"),
    ],
)
def test_durations_are_written_in_the_unit_of_the_longest(
    seconds: int, name: str, written: str
) -> None:
    """Small numbers of few digits, whatever the length."""
    unit = unit_of([1, None, seconds], Kind.SECONDS, ENGLISH)
    assert (unit.name, unit.text(seconds)) == (name, written)


def test_rates_are_written_in_percent() -> None:
    """Counts and scores need no unit."""
    assert unit_of([0.5], Kind.RATE, ENGLISH).text(0.125) == "12.5"
    assert unit_of([3], Kind.SCORE, ENGLISH) == PLAIN


@given(
    st.lists(
        st.none() | st.floats(0, 1e7, allow_subnormal=False).map(lambda value: round(value, 3))
    ),
    st.sampled_from([Unit(1, ""), Unit(60, "min"), Unit(0.01, "%"), Unit(1, "", whole=True)]),
)
def test_an_axis_holds_all_values(values: list[float | None], unit: Unit) -> None:
    """No value lies outside, marks are few and rise evenly."""
    axis = axis_of(values, unit)
    assert all(-1e-6 <= axis.share(value) <= 1 + 1e-6 for value in values if value is not None)
    assert 2 <= len(axis.ticks) <= 8
    assert list(axis.ticks) == sorted(set(axis.ticks))


def test_an_axis_begins_at_zero_unless_all_lie_far_above() -> None:
    """A small change of large values stays visible; a bar always begins at 0."""
    assert axis_of([4, 10], PLAIN).low == 0
    assert axis_of([96, 100], PLAIN).low > 0
    assert axis_of([96, 100], PLAIN, zero=True).low == 0


def test_things_are_counted_in_whole_numbers() -> None:
    """No mark stands between two tickets."""
    assert axis_of([0, 1], Unit(1, "", whole=True)).ticks == (0, 1)
