"""Timeout rate of first responses."""

import pytest

from cstui.domain.facts import Flag
from cstui.metrics.columns import Columns
from cstui.metrics.groups import WHOLE
from cstui.metrics.timeout import timeout
from cstui.metrics.values import Timeout
from cstui.metrics.window import Window
from tests.fixtures.facts import EVERYTHING, at, columns, days, response_log, ticket, window

HALF_HOUR = 1800


def told(log: Columns, looked_at: Window = EVERYTHING, threshold: int = HALF_HOUR) -> Timeout:
    """The timeout rate of all rows."""
    return timeout(log, looked_at, WHOLE, threshold)[0]


@pytest.mark.parametrize(("minutes", "late"), [(30, 0), (15, 2)])
def test_the_printed_log(minutes: int, late: int) -> None:
    """None of the form's three rows is later than 30 minutes, two are later than 15."""
    rate = told(columns(*response_log()), threshold=minutes * 60)
    assert rate == Timeout(threshold_s=minutes * 60, n=3, late=late, rate=late / 3)


def test_the_threshold_itself_is_in_time() -> None:
    """A limit is inclusive: only what is longer is late."""
    log = columns(
        ticket(at(1), responded=at(1) + HALF_HOUR), ticket(at(1), responded=at(1) + HALF_HOUR + 1)
    )
    assert told(log)["late"] == 1


@pytest.mark.parametrize(("time", "n"), [("00:30", 0), ("00:31", 1)])
def test_unanswered_tickets_count_once_past_the_threshold(time: str, n: int) -> None:
    """A ticket without reply counts as late, and at all, only when it is past the threshold."""
    log = columns(ticket(at(1)))
    assert told(log, Window.between(None, None, at(1, time)))["n"] == n


def test_nothing_to_tell() -> None:
    """Without a response there is no rate."""
    assert told(columns()) == Timeout(threshold_s=HALF_HOUR, n=0, late=0, rate=None)


def test_a_caller_who_hung_up_waited_no_longer() -> None:
    """A ticket that ended within the threshold is no timeout, however long ago that was."""
    log = columns(ticket(at(1), ended=at(1, "00:01")), ticket(at(1), ended=at(1, "01:00")))
    assert told(log)["n"] == 1


def test_replies_at_an_unknown_time_are_no_timeouts() -> None:
    """A solved ticket and an answered call had a reply, though nobody noted when."""
    log = columns(ticket(at(1), resolved=at(2), ended=at(2)), ticket(at(1), Flag.ANSWERED))
    assert told(log)["n"] == 0


def test_a_missing_response_belongs_to_the_period_in_which_the_threshold_passed() -> None:
    """A request of 23:50 is past 30 minutes on the next day, and only that day tells so."""
    log = columns(ticket(at(1, "23:50")))
    assert [told(log, window(days(day, day)))["late"] for day in (1, 2, 3)] == [0, 1, 0]


def test_a_closed_period_never_changes() -> None:
    """A reply after the period's end leaves what the period told as it was."""
    before = columns(ticket(at(1)))
    after = columns(ticket(at(1), Flag.ANSWERED, responded=at(5)))
    assert told(before, window(days(1, 1))) == told(after, window(days(1, 1)))
    assert told(before, window(days(1, 1)))["late"] == 1
