"""Whole months of real shape, from files that come from elsewhere."""

from collections import Counter

import pytest

from cstui.domain.fold import fold
from cstui.domain.state import State
from cstui.exchange.outcomes import Passed, PassedOver
from tests.fixtures.exchange.sheets import outcomes_of, sample_data, sample_map, sample_tickets

BANK = "technion_bank_1999-01.tsv.gz"
TICKETS = "support_tickets_8469.csv.gz"


@pytest.fixture(scope="module")
def bank() -> list[State]:
    """The states of a month of calls."""
    return [fold(ticket) for ticket in sample_tickets(BANK, "bank.toml")]


@pytest.fixture(scope="module")
def support() -> list[State]:
    """The states of some thousand support tickets."""
    return [fold(ticket) for ticket in sample_tickets(TICKETS, "tickets.toml")]


def _seconds(states: list[State], end: str) -> list[int]:
    """Seconds from the submission to `responded` or `resolved`, where both are known."""
    pairs = [(state.opened, getattr(state.round, end)) for state in states]
    return sorted(int((to - since).total_seconds()) for since, to in pairs if since and to)


def _percentile(ordered: list[int], share: float) -> float:
    """Linear interpolation between the two nearest ranks."""
    place = (len(ordered) - 1) * share
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def test_first_responses_of_calls(bank: list[State]) -> None:
    """Times of day beside a day, past midnight too, give the first responses to the second."""
    waits = _seconds(bank, "responded")
    assert len(waits) == 27_018
    assert sum(waits) / len(waits) == pytest.approx(42.930676, abs=5e-7)
    assert [_percentile(waits, share) for share in (0.5, 0.9, 0.95, 1)] == [16, 116, 162, 1505]


def test_resolutions_of_calls(bank: list[State]) -> None:
    """A call is resolved when the service ends."""
    spent = _seconds(bank, "resolved")
    assert sum(spent) / len(spent) == pytest.approx(226.667592, abs=5e-7)
    assert [_percentile(spent, share) for share in (0.5, 0.9, 0.95)] == [159, 470, 644]


def test_answered_and_abandoned_calls(bank: list[State]) -> None:
    """Calls are counted as answered also where the sheet does not say when."""
    assert sum(state.call.was_answered for state in bank) == 27_060
    assert sum(state.call.abandoned for state in bank) == 4_299


def test_calls_by_type_and_priority(bank: list[State]) -> None:
    """Columns of words stay what they are."""
    by_type = _seconds([s for s in bank if s.header.category[0] == "PS"], "responded")
    assert len(by_type) == 20_344
    assert sum(by_type) / len(by_type) == pytest.approx(40.027133, abs=5e-7)
    by_priority = _seconds([s for s in bank if s.header.priority == "0"], "responded")
    assert len(by_priority) == 15_602
    assert sum(by_priority) / len(by_priority) == pytest.approx(24.336624, abs=5e-7)


def test_phantom_rows_are_left_out() -> None:
    """Rows that the map leaves out are counted as such."""
    outcomes = outcomes_of(sample_data(BANK), sample_map("bank.toml").read_text("utf-8"))
    assert outcomes.count(PassedOver(Passed.LEFT_OUT)) == 240
    assert len(outcomes) == 31_599


def test_ratings_of_support_tickets(support: list[State]) -> None:
    """Scores written as `3.0` are scores; rows without one have no rating."""
    scores = Counter(state.rating.scores["overall"] for state in support if state.rating)
    assert [scores[score] for score in (1, 2, 3, 4, 5)] == [553, 549, 580, 543, 544]
    mean = sum(score * n for score, n in scores.items()) / scores.total()
    assert (scores.total(), round(mean, 4)) == (2_769, 2.9913)


def test_support_tickets_that_are_not_closed(support: list[State]) -> None:
    """A ticket without any time is open, and imported."""
    assert len(support) == 8_469
    assert sum(state.status.is_open for state in support) == 5_700


def test_resolutions_before_the_response_stay(support: list[State]) -> None:
    """Impossible orders of times are kept as they are, for the figures to count."""
    pairs = [(state.round.responded, state.round.resolved) for state in support]
    assert sum(1 for said, done in pairs if said and done and done < said) == 1_365
