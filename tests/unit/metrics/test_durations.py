"""First response and resolution times."""

import numpy as np
from msgspec.structs import replace

from cstui.domain.facts import Flag
from cstui.metrics.columns import Columns
from cstui.metrics.durations import Durations, first_response, impossible, resolution, spread
from cstui.metrics.groups import WHOLE
from cstui.metrics.values import Spread
from cstui.metrics.window import Window
from tests.fixtures.facts import EVERYTHING, at, columns, days, response_log, ticket, window


def whole(durations: Durations, looked_at: Window = EVERYTHING) -> Spread:
    """How the durations of all rows are spread."""
    return spread(durations, looked_at, WHOLE)[0]


def reopened() -> Columns:
    """A ticket answered and solved on the 1st, opened again on the 3rd, solved on the 4th."""
    ended = at(4)
    first = ticket(at(1), responded=at(1, "00:20"), resolved=at(1, "02:00"), ended=ended)
    second = ticket(at(1), responded=at(3, "00:05"), resolved=ended, ended=ended, round=2)
    return columns(replace(first, flags=Flag.FIRST), replace(second, flags=Flag.LAST, opened=at(3)))


def test_the_printed_log() -> None:
    """The form's own rows have means of 18 min 20 s and 33 min 20 s."""
    log = columns(*response_log())
    assert whole(first_response(log)) == Spread(
        n=3, mean=1100.0, p50=1200.0, p90=None, p95=None, max=1500
    )
    assert whole(resolution(log)) == Spread(
        n=3, mean=2000.0, p50=1800.0, p90=None, p95=None, max=3000
    )


def test_unknown_instants_give_no_duration() -> None:
    """Without submission or without reply there is no first response time, and nothing is wrong."""
    log = columns(ticket(0, responded=at(1)), ticket(at(1)))
    assert whole(first_response(log))["n"] == 0
    assert impossible(first_response(log), EVERYTHING) == 0


def test_a_reply_at_once_is_a_duration() -> None:
    """A reply in the second of the submission took 0 seconds, which is a value."""
    told = whole(first_response(columns(ticket(at(1), responded=at(1)))))
    assert (told["n"], told["mean"], told["max"]) == (1, 0.0, 0)


def test_negative_responses_are_left_out_and_counted() -> None:
    """A reply before the submission is never a duration, and is counted."""
    log = columns(ticket(at(2), responded=at(1)), ticket(at(2), responded=at(2, "00:10")))
    assert whole(first_response(log))["mean"] == 600.0
    assert impossible(first_response(log), EVERYTHING) == 1


def test_impossible_resolutions_are_left_out_and_counted() -> None:
    """A solution before the submission or the first reply, also if the submission is unknown."""
    log = columns(
        ticket(at(2), resolved=at(1)),
        ticket(at(2), responded=at(2, "02:00"), resolved=at(2, "01:00")),
        ticket(0, responded=at(2, "02:00"), resolved=at(2, "01:00")),
        ticket(at(2), responded=at(2, "01:00"), resolved=at(2, "01:00")),
    )
    assert whole(resolution(log)) == Spread(
        n=1, mean=3600.0, p50=3600.0, p90=None, p95=None, max=3600
    )
    assert impossible(resolution(log), EVERYTHING) == 3


def test_a_reopened_ticket_counts_once() -> None:
    """Its first response is that of the first round; its resolution lasts to the last one's end."""
    log = reopened()
    assert whole(first_response(log))["max"] == 1200
    assert whole(resolution(log))["max"] == 3 * 86_400
    assert whole(first_response(log))["n"] == whole(resolution(log))["n"] == 1


def test_a_duration_belongs_to_the_period_of_its_end() -> None:
    """A request of one day that is answered on the next counts on the next."""
    log = columns(ticket(at(1, "23:50"), responded=at(2, "00:10"), resolved=at(3)))
    assert whole(first_response(log), window(days(1, 1)))["n"] == 0
    assert whole(first_response(log), window(days(2, 2)))["n"] == 1
    assert whole(resolution(log), window(days(3, 3)))["n"] == 1


def test_impossible_durations_belong_to_the_period_of_their_end() -> None:
    """They are counted where they would have been told."""
    log = columns(ticket(at(2), responded=at(1)))
    assert impossible(first_response(log), window(days(1, 1))) == 1
    assert impossible(first_response(log), window(days(2, 2))) == 0


def test_long_durations_do_not_overflow() -> None:
    """A century of seconds times many tickets still gives the right mean."""
    log = columns(*(ticket(1, responded=2**32 - 1) for _ in range(40)))
    told = whole(first_response(log))
    assert told["mean"] == told["p95"] == told["max"] == 2**32 - 2
    assert isinstance(told["max"], int) and not isinstance(told["max"], np.integer)
