"""Audit agreement."""

from cstui.domain.facts import Flag
from cstui.metrics.catalogue import METRICS
from tests.fixtures.facts import at, ticket
from tests.fixtures.samples import sample


def test_records_that_agreed_of_those_checked() -> None:
    """AUD: 8 of 10; tickets that nobody checked are of no matter."""
    checked = [ticket(at(2), Flag.AUDITED | Flag.AGREED) for _ in range(8)]
    checked += [ticket(at(2), Flag.AUDITED) for _ in range(2)]
    log = sample([*checked, ticket(at(2))])
    (reading,) = METRICS["AUD"].read(log)
    assert (reading.value, reading.n, reading.part) == (0.8, 10, 8)
    assert METRICS["AUD"].poor(log).tolist() == [False] * 8 + [True] * 2 + [False]
