"""Times: to a reply, to the solution, to taking a ticket on."""

import pytest
from msgspec.structs import replace

from cstui.domain.facts import RoundFacts
from tests.fixtures.facts import PLAIN, at, days, response_log, ticket, window
from tests.fixtures.samples import read, reopened, sample

_MINUTE, _HOUR = 60, 3600


def solved(**values: int) -> RoundFacts:
    """A ticket of the 1st, solved on the 3rd."""
    return ticket(at(1), PLAIN, None, **{"resolved": at(3), "ended": at(3)} | values)


def test_the_printed_response_log() -> None:
    """The form's own rows have means of 18 min 20 s and 33 min 20 s, of three each."""
    log = sample(response_log())
    response, solution = read("FRT", log), read("RT", log)
    assert (response.value, response.n) == (18 * _MINUTE + 20, 3)
    assert (solution.value, solution.n) == (33 * _MINUTE + 20, 3)


def test_the_printed_after_sales_ticket() -> None:
    """14:30 to 14:45 is a quarter of an hour, 14:30 to 16:00 two days later is 49.5 h."""
    log = sample(
        [ticket(at(1, "14:30"), responded=at(1, "14:45"), resolved=at(3, "16:00"), ended=at(3))]
    )
    assert read("FRT", log).value == 15 * _MINUTE
    assert read("RT", log).value == 49 * _HOUR + 30 * _MINUTE


def test_the_spread_of_a_duration_stands_beside_its_mean() -> None:
    """Median and longest are told; P90 and P95 only of enough values."""
    spread = read("FRT", sample(response_log())).spread
    assert spread is not None
    assert (spread["p50"], spread["p90"], spread["max"]) == (20 * _MINUTE, None, 25 * _MINUTE)


def test_impossible_durations_are_left_out_and_counted() -> None:
    """A reply before the submission is no duration, and no silence is kept about it."""
    log = sample([ticket(at(2), responded=at(1)), ticket(at(2), responded=at(2) + 60)])
    assert (read("FRT", log).value, read("FRT", log).excluded) == (60, 1)


def test_nothing_to_tell() -> None:
    """Of nothing there is no mean."""
    assert read("FRT", sample([ticket(at(1))])).value is None


def test_business_seconds_in_place_of_all() -> None:
    """On request FRT and RT count working hours; what is not known of them is left out."""
    log = sample(
        [
            solved(responded=at(2), response_business=600, resolution_business=7200),
            solved(responded=at(2)),
        ],
        business=True,
    )
    assert (read("FRT", log).value, read("FRT", log).excluded) == (600, 1)
    assert (read("RT", log).value, read("RT", log).excluded) == (7200, 1)


def test_rounds_and_the_whole() -> None:
    """A reopened ticket is solved with its last round; each round has a time of its own."""
    rounds = reopened(
        ticket(at(1), resolved=at(2), ended=at(6)),
        ticket(at(5), opened=at(5), resolved=at(6), ended=at(6)),
    )
    log = sample(rounds)
    assert (read("RT", log).value, read("RT", log).n) == (5 * 24 * _HOUR, 1)
    assert (read("RT.round", log).value, read("RT.round", log).n) == (24 * _HOUR, 2)


def test_a_closed_period_does_not_know_of_a_later_reopening() -> None:
    """A ticket solved on the 2nd and reopened on the 5th was solved, as seen on the 3rd."""
    rounds = reopened(
        ticket(at(1), resolved=at(2), resolution_business=600),
        ticket(at(5), opened=at(5), resolved=at(6), ended=at(6), resolution_business=300),
    )
    early, late = (sample(rounds, window(days(*span))) for span in ((1, 3), (1, 7)))
    assert (read("RT", early).value, read("RT", late).value) == (24 * _HOUR, 5 * 24 * _HOUR)
    assert (read("RTN", early).value, read("RTN", late).value) == (600, 900)


def test_net_time_leaves_waiting_out() -> None:
    """RTN is business seconds less those spent waiting, of all rounds together or of each."""
    rounds = reopened(
        solved(resolution_business=7200, waited_business=1200),
        replace(solved(resolution_business=3600, waited_business=600), opened=at(2)),
    )
    log = sample(rounds)
    assert read("RTN", log).value == 9000
    assert (read("RTN.round", log).value, read("RTN.round", log).n) == (4500, 2)


def test_net_time_without_business_time() -> None:
    """What is not known cannot be told, and is counted."""
    told = read("RTN", sample([solved()]))
    assert (told.value, told.n, told.excluded) == (None, 0, 1)


@pytest.mark.parametrize(("day", "n"), [(1, 0), (2, 1), (3, 0)])
def test_taking_on_counts_when_it_happened(day: int, n: int) -> None:
    """ACC runs from the assignment to the acceptance, which decides the period."""
    log = sample(
        [ticket(at(1), assigned=at(1, "23:00"), accepted=at(2, "01:00"))], window(days(day, day))
    )
    assert (read("ACC", log).n, read("ACC", log).value) == (n, 2 * _HOUR if n else None)


def test_taking_on_before_the_assignment_is_impossible() -> None:
    """It is left out and counted."""
    told = read("ACC", sample([ticket(at(1), assigned=at(2), accepted=at(1))]))
    assert (told.value, told.excluded) == (None, 1)
