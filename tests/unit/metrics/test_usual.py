"""What is usual for a type and a channel."""

from cstui.metrics.usual import mean_responses
from tests.fixtures.facts import at, columns, ticket

PHONE = {"type": "维修", "channel": "电话"}


def test_the_mean_first_response_of_each_type_and_channel() -> None:
    """Of those with ten tickets at least; impossible and older ones are left out."""
    rounds = [
        ticket(at(2, "09:00"), words=PHONE, responded=at(2, "09:00") + seconds)
        for seconds in range(60, 660, 60)
    ]
    rounds.append(ticket(at(1), words=PHONE, responded=at(1) + 9000))
    rounds.append(ticket(at(3), words=PHONE, responded=at(3) - 60))
    rounds.append(ticket(at(3), words=PHONE))
    rounds.append(ticket(at(3), words={"type": "咨询"}, responded=at(3) + 60))
    assert mean_responses(columns(*rounds), at(2)) == {("维修", "电话"): 330.0}


def test_nothing_is_usual_where_nothing_was_answered() -> None:
    """An empty store, or an empty month."""
    assert mean_responses(columns(), 0) == {}
    assert mean_responses(columns(ticket(at(1))), 0) == {}
