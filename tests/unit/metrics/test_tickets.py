"""From tickets to their rounds."""

import numpy as np
import pytest

from cstui.metrics.columns import Columns
from cstui.metrics.tickets import first_rounds, once, reopened, rounds_of, so_far
from tests.fixtures.facts import at, columns, ticket
from tests.fixtures.samples import reopened as two_rounds


def log() -> Columns:
    """Tickets 1, 2 and 3, of which 2 has two rounds."""
    pair = two_rounds(ticket(at(2), transfers=2), ticket(at(2), opened=at(5), transfers=3))
    return columns(ticket(at(1), transfers=1), *pair, ticket(at(3), transfers=4))


def test_the_last_round_of_a_ticket() -> None:
    """A ticket that is not among the rounds has none."""
    assert rounds_of(log(), np.array([3, 2, 1, 4, 0], np.uint32)).tolist() == [3, 2, 0, -1, -1]
    assert rounds_of(columns(), np.array([1], np.uint32)).tolist() == [-1]


def test_ticket_numbers_far_apart() -> None:
    """They are found in the same way."""
    far = log().only(np.array([True, False, False, True]))
    assert rounds_of(far, np.array([3, 1, 2], np.uint32)).tolist() == [1, 0, -1]
    alone = log().only(np.array([False, False, False, True]))
    assert rounds_of(alone, np.array([1, 3, 9], np.uint32)).tolist() == [-1, 0, -1]


@pytest.mark.parametrize("rows", [[1], [2], [1, 2]])
def test_a_ticket_counts_once(rows: list[int]) -> None:
    """Whichever of its rounds are meant."""
    mask = np.isin(np.arange(4), rows)
    assert once(log(), mask).tolist() == [False, True, False, False]


def test_the_next_round() -> None:
    """A round ends before the next one of its ticket began."""
    assert reopened(log()).tolist() == [0, at(5), 0, 0]


def test_sums_of_tickets() -> None:
    """Each round has what came up to it."""
    assert so_far(log(), log()["transfers"]).tolist() == [1, 2, 5, 4]


def test_rounds_without_their_first() -> None:
    """Where the first round is not looked at, the next one takes its place."""
    later = log().only(np.array([True, False, True, True]))
    assert first_rounds(later).tolist() == [0, 1, 2]
    assert so_far(later, later["transfers"]).tolist() == [1, 3, 4]
    assert reopened(later).tolist() == [0, 0, 0]
