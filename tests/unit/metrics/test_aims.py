"""Aims as people write them."""

import pytest

from cstui.domain.errors import InputError
from cstui.metrics.aims import aim, aims, misses
from cstui.metrics.catalogue import METRICS
from data.resources import read


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [("FRT", "25 min", 1500), ("T2B", "90%", 0.9), ("T2B", "９０ ％", 0.9), ("CSAT", "4.5", 4.5)],
)
def test_an_aim_is_written_as_the_figure_is(name: str, text: str, value: float) -> None:
    """A length of time, a share in percent or a number, whatever the figure is."""
    assert aim(name, text) == pytest.approx(value)


@pytest.mark.parametrize(
    ("name", "text"),
    [("FRT", "90 %"), ("T2B", "0.9"), ("T2B", "120 %"), ("CSAT", "-1"), ("XX", "1")],
)
def test_what_the_figure_cannot_be_is_refused(name: str, text: str) -> None:
    """A value of another kind is refused with an example of the right one."""
    with pytest.raises(InputError):
        aim(name, text)


def test_the_aims_that_come_with_the_program_can_be_read() -> None:
    """The built-in targets, benchmarks and alarms are values of figures that there are."""
    defaults = read("settings")
    for group in ("targets", "benchmarks", "alarms"):
        assert set(aims(defaults[group])) == set(defaults[group])


@pytest.mark.parametrize(
    ("name", "value", "missed"),
    [("FRT", 1501.0, True), ("FRT", 1500.0, False), ("T2B", 0.5, True), ("FRT", None, False)],
)
def test_a_limit_is_missed_on_its_wrong_side(name: str, value: float | None, missed: bool) -> None:
    """Being at the limit is good, whichever way the figure should go."""
    limit = {"FRT": 1500.0, "T2B": 0.9}[name]
    assert misses(METRICS[name], value, limit) is missed
