"""Tickets, backlog and calls."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cstui.domain.facts import Flag
from cstui.metrics.columns import Columns
from cstui.metrics.groups import WHOLE
from cstui.metrics.values import Calls
from cstui.metrics.volume import backlog, calls, tickets
from cstui.metrics.window import Window
from tests.fixtures.facts import BLANK, EVERYTHING, at, columns, days, ticket, window


def left(log: Columns, looked_at: Window) -> int:
    """The backlog of all rows."""
    return int(backlog(log, looked_at, WHOLE)[0])


def test_tickets_count_by_submission() -> None:
    """A ticket counts once, in the period of its submission; an unknown one only among all."""
    log = columns(
        ticket(at(1)),
        replace(ticket(at(2)), flags=Flag.FIRST),
        replace(ticket(at(2)), flags=Flag.LAST, round=2),
        BLANK,
    )
    assert tickets(log, window(days(1, 1)), WHOLE).tolist() == [1]
    assert tickets(log, window(days(1, 2)), WHOLE).tolist() == [2]
    assert tickets(log, EVERYTHING, WHOLE).tolist() == [3]


def test_backlog_at_the_end_of_a_period() -> None:
    """Open is what had come and had not ended, as seen at the period's end."""
    log = columns(ticket(at(1), ended=at(3)), ticket(at(2)), ticket(at(5)))
    assert [left(log, window(days(1, day))) for day in (1, 2, 3, 5)] == [1, 2, 1, 2]


def test_backlog_now() -> None:
    """In a period that is not over, open is what is left now."""
    log = columns(ticket(at(1), ended=at(3)), ticket(at(2)))
    assert left(log, window(days(1, 31), now=at(2))) == 2
    assert left(log, window(days(1, 31), now=at(4))) == 1


MOMENTS = st.integers(at(1), at(6))


@given(st.lists(st.tuples(MOMENTS, st.none() | MOMENTS), max_size=20))
def test_backlog_is_what_came_less_what_ended(spans: list[tuple[int, int | None]]) -> None:
    """BL(t) = BL(t - 1) + in - out, day by day, to the second."""
    spans = [(start, end) for start, end in spans if end is None or end >= start]
    log = columns(*(ticket(start, ended=end or 0) for start, end in spans))
    before = 0
    for day in range(1, 7):
        today = window(days(day, day))
        came = sum(today.start <= start < today.end for start, _ in spans)
        went = sum(end is not None and today.start <= end < today.end for _, end in spans)
        assert left(log, today) == before + came - went
        before += came - went


@pytest.mark.parametrize(("day", "expected"), [(1, (1, 0)), (2, (1, 1)), (3, (0, 0))])
def test_calls(day: int, expected: tuple[int, int]) -> None:
    """A call counts when it was answered or given up, else when it rang."""
    log = columns(
        ticket(at(1, "23:59"), Flag.ANSWERED, responded=at(2)),
        ticket(at(1), Flag.ANSWERED),
        ticket(at(1, "23:59"), Flag.ABANDONED, ended=at(2)),
    )
    answered, abandoned = expected
    assert calls(log, window(days(day, day)), WHOLE) == [
        Calls(answered=answered, abandoned=abandoned)
    ]
