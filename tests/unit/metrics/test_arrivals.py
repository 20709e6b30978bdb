"""When calls come, and how long they take."""

from cstui.domain.facts import Flag, RoundFacts
from cstui.metrics.arrivals import arrivals
from tests.fixtures.facts import ZONE, at, days, ticket, window
from tests.fixtures.samples import sample


def call(day: int, time: str, talk: int = 0, flag: Flag = Flag.ANSWERED) -> RoundFacts:
    """A call."""
    return ticket(at(day, time), flag, responded=at(day, time) + 5, talk=talk)


def test_half_hours() -> None:
    """Calls of all days, answered or not, by the half hour in which they rang."""
    log = [
        call(1, "09:00", talk=100),
        call(1, "09:29", talk=300),
        call(2, "09:30"),
        call(2, "09:10", flag=Flag.ABANDONED),
        ticket(at(1, "09:00")),
        call(9, "09:00", talk=900),
    ]
    told = arrivals(sample(log, window(days(1, 3))), ZONE)
    assert len(told.calls) == 48
    assert (told.calls[18], told.calls[19], sum(told.calls), told.days) == (3, 1, 4, 2)
    assert (told.handling_s[18], told.handling_s[19]) == (200, None)
    assert told.mean_handling_s == 200


def test_no_calls() -> None:
    """Then nothing is known of how long they take."""
    told = arrivals(sample([ticket(at(1))]), ZONE)
    assert (sum(told.calls), told.days, told.mean_handling_s) == (0, 0, None)
