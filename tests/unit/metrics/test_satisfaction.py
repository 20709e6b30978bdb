"""Satisfaction scores."""

from cstui.domain.facts import Flag, RoundFacts
from cstui.metrics.groups import WHOLE
from cstui.metrics.satisfaction import satisfaction
from cstui.metrics.values import Satisfaction
from tests.fixtures.facts import EVERYTHING, PLAIN, at, columns, days, response_log, ticket, window


def rated(score: int, flags: Flag = PLAIN, scale: int = 0) -> RoundFacts:
    """A ticket with a score of the 2nd."""
    return ticket(at(1), Flag.RATED | flags, rated=at(2), score=score, scale=scale)


def told(*rounds: RoundFacts, estimates: bool = False) -> Satisfaction:
    """The satisfaction of all rows."""
    return satisfaction(columns(*rounds), EVERYTHING, WHOLE, estimates=estimates)[0]


def test_the_printed_log() -> None:
    """Scores of 5, 3 and 4 have a mean of 4; two of three are satisfied."""
    assert told(*response_log()) == Satisfaction(
        n=3,
        mean=4.0,
        satisfied_rate=2 / 3,
        low_rate=0.0,
        counts={"1": 0, "2": 0, "3": 1, "4": 1, "5": 1},
        response_rate=1.0,
    )


def test_low_and_satisfied() -> None:
    """1 and 2 are low, 4 and 5 satisfied, 3 neither."""
    scores = told(*(rated(score) for score in (1, 2, 3, 3, 4)))
    assert (scores["low_rate"], scores["satisfied_rate"]) == (2 / 5, 1 / 5)


def test_estimates_count_only_when_asked_for() -> None:
    """An agent's estimate is no customer's score, and never an answer."""
    rounds = (rated(5), rated(1, Flag.ESTIMATE))
    assert told(*rounds)["mean"] == 5.0
    assert told(*rounds, estimates=True)["mean"] == 3.0
    assert told(*rounds, estimates=True)["response_rate"] == 1.0


def test_the_response_rate_counts_those_who_did_not_answer() -> None:
    """Answered ÷ asked."""
    silent = ticket(at(1), Flag.UNANSWERED, rated=at(2))
    assert told(rated(4), silent, silent, silent)["response_rate"] == 1 / 4


def test_other_scales_are_left_alone() -> None:
    """A score of a three-level scale is never one of five points."""
    assert told(rated(3, scale=1), rated(3, scale=2))["n"] == 0


def test_nobody_was_asked() -> None:
    """Without scores there is no mean and no rate."""
    assert told(ticket(at(1))) == Satisfaction(
        n=0,
        mean=None,
        satisfied_rate=None,
        low_rate=None,
        counts={"1": 0, "2": 0, "3": 0, "4": 0, "5": 0},
        response_rate=None,
    )


def test_a_score_belongs_to_the_period_in_which_it_was_given() -> None:
    """Not to that of the request."""
    log = columns(rated(4))
    counts = [satisfaction(log, window(days(day, day)), WHOLE)[0]["n"] for day in (1, 2)]
    assert counts == [0, 1]
