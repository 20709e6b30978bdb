"""What took far longer than is usual, or left a customer discontent."""

from msgspec.structs import replace

from cstui.domain.facts import Flag, RoundFacts
from cstui.metrics.anomalies import anomalies, norms
from cstui.metrics.metric import Sample
from tests.fixtures.facts import PLAIN, at, days, ticket, window
from tests.fixtures.samples import read, reopened, sample


def answered(minutes: int, kind: str = "售后", flags: Flag = PLAIN, **values: int) -> RoundFacts:
    """A ticket answered after so many minutes."""
    words = {"type": kind, "channel": "电话"}
    return ticket(at(1), flags, words, **{"responded": at(1) + minutes * 60} | values)


def test_more_than_twice_the_mean_of_its_kind() -> None:
    """10, 10 and 41 min have a mean of 20 min 20 s: 41 is more than twice that, 40 is not of 20."""
    odd = anomalies(sample([answered(10), answered(10), answered(41)])).response
    assert odd.tolist() == [False, False, True]
    even = anomalies(sample([answered(10), answered(10), answered(40)])).response
    assert even.tolist() == [False, False, False]


def test_kinds_have_means_of_their_own() -> None:
    """41 min among those of 40 are nothing unusual."""
    log = [answered(10), answered(10), answered(41, "维修"), answered(40, "维修")]
    assert not anomalies(sample(log)).any.any()


def test_solutions_too() -> None:
    """A ticket solved after more than twice the mean stands out."""
    log = [answered(1, resolved=at(day), ended=at(day)) for day in (2, 2, 2, 9)]
    assert anomalies(sample(log)).resolution.tolist() == [False, False, False, True]


def test_low_scores() -> None:
    """3 of five and 不满意 are low."""
    log = [
        answered(1, flags=Flag.RATED, rated=at(2), score=score, scale=scale)
        for score, scale in ((3, 0), (4, 0), (1, 1), (2, 1))
    ]
    assert anomalies(sample(log)).low.tolist() == [True, False, True, False]


def test_a_ticket_counts_once() -> None:
    """A ticket that is an anomaly in two rounds is one of the tickets that were judged."""
    low = answered(1, flags=Flag.RATED, rated=at(2), score=1)
    log = [*reopened(low, low), answered(1)]
    told = read("ANOM", sample(log))
    assert (told.part, told.n) == (1, 2)


def test_reasons() -> None:
    """Anomalies with a reason ÷ anomalies."""
    low = answered(1, flags=Flag.RATED, rated=at(2), score=1)
    told = read("ANOM.explained", sample([low, replace(low, flags=low.flags | Flag.EXPLAINED_ODD)]))
    assert (told.part, told.n) == (1, 2)


def test_what_is_usual_can_come_from_outside() -> None:
    """A filtered sample is held against the means of all, where they are given."""
    whole = sample([answered(10), answered(10), answered(41)])
    slow = whole.columns.only(anomalies(whole).response)
    alone = Sample(slow, whole.moments, whole.window)
    assert read("ANOM", alone).part == 0
    assert read("ANOM", replace(alone, norms=lambda: norms(whole))).part == 1


def test_means_of_the_period_alone() -> None:
    """A slow month is held against itself."""
    log = [answered(10), answered(10), answered(41), replace(answered(41), responded=at(5))]
    assert anomalies(sample(log, window(days(1, 1)))).response.tolist() == [
        False,
        False,
        True,
        False,
    ]
