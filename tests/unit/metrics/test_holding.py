"""How long tickets were with whom."""

import pytest

from cstui.domain.facts import Moment, MomentKind
from cstui.metrics.holding import by_holder
from tests.fixtures.facts import at, days, ticket, window
from tests.fixtures.samples import read, sample

_HOUR = 3600


def stay(holder: str, start: int, end: int) -> Moment:
    """Time with a holder."""
    return Moment(MomentKind.STAY, start, end, word=holder)


MOMENTS = [
    (1, stay("张三", at(1), at(1, "01:00"))),
    (1, stay("技术部", at(1, "01:00"), at(1, "04:00"))),
    (1, stay("张三", at(1, "04:00"), at(1, "06:00"))),
    (2, stay("张三", at(1), at(1, "05:00"))),
    (2, stay("技术部", at(1, "05:00"), 0)),
]


@pytest.mark.parametrize("moments", [MOMENTS, MOMENTS[::2] + MOMENTS[1::2]])
def test_stays_with_one_holder_add_up(moments: list[tuple[int, Moment]]) -> None:
    """Ticket 1 was with 张三 for 3 h in two stays, with 技术部 for 3 h; ticket 2 for 5 h."""
    told = read("TPH", sample([ticket(at(1)), ticket(at(1))], moments=moments))
    assert (told.n, told.value) == (3, 11 * _HOUR / 3)


def test_each_holder() -> None:
    """Of each holder the mean over their tickets; a stay that has not ended is not told."""
    names, told = by_holder(sample([ticket(at(1)), ticket(at(1))], moments=MOMENTS))
    means = {name: (each.n, each.value) for name, each in zip(names, told, strict=True)}
    assert means == {"张三": (2, 4 * _HOUR), "技术部": (1, 3 * _HOUR)}


@pytest.mark.parametrize(("day", "n"), [(1, 0), (2, 1), (3, 0)])
def test_a_stay_counts_when_it_ends(day: int, n: int) -> None:
    """That decides the period."""
    moments = [(1, stay("张三", at(1), at(2)))]
    assert read("TPH", sample([ticket(at(1))], window(days(day, day)), moments=moments)).n == n


def test_stays_that_end_before_they_begin() -> None:
    """They are left out and counted."""
    moments = [(1, stay("张三", at(2), at(1))), (1, stay("张三", at(1), at(2)))]
    log = sample([ticket(at(1))], moments=moments)
    told = read("TPH", log)
    assert (told.n, told.excluded, told.value) == (1, 1, 24 * _HOUR)
    assert by_holder(log)[1] == [told]


def test_nobody_held_anything() -> None:
    """Without stays there is no mean and no holder."""
    log = sample([ticket(at(1))])
    assert read("TPH", log).value is None
    assert by_holder(log) == ((), [])
