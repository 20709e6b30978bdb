"""Satisfaction by how long customers waited for a reply."""

from msgspec.structs import replace

from cstui.domain.facts import Flag, RoundFacts
from cstui.i18n import Translator
from cstui.metrics.bands import AGES, WAITS, by_wait, within
from cstui.metrics.catalogue import METRICS
from tests.fixtures.facts import at, ticket
from tests.fixtures.samples import reopened, sample


def rated(minutes: int, score: int, channel: str = "电话") -> RoundFacts:
    """A ticket answered after so many minutes, with a score."""
    return ticket(
        at(1),
        Flag.RATED,
        {"channel": channel},
        responded=at(1) + minutes * 60,
        rated=at(2),
        score=score,
    )


def test_buckets_hold_their_upper_edge() -> None:
    """5 minutes are in the first bucket, 121 in the last."""
    waits = (5, 6, 10, 15, 25, 30, 60, 120, 121)
    log = by_wait(sample([rated(wait, 5) for wait in waits]))
    assert [reading.n for reading in METRICS["CSAT"].read(log)] == [1, 2, 1, 1, 1, 1, 1, 1, 0]


def test_satisfaction_of_each_bucket() -> None:
    """Every metric of scores is told of each bucket, and of those without a known wait."""
    unknown = replace(rated(1, 1), responded=0)
    log = by_wait(sample([rated(3, 5), rated(4, 4), rated(200, 2), unknown]))
    told = dict(zip(log.groups.labels, METRICS["CSAT"].read(log), strict=True))
    assert told[("0-5min",)].value == 4.5
    assert told[("120min+",)].value == 2
    assert told[(None,)].value == 1
    assert told[("5-10min",)].value is None


def test_buckets_are_crossed_with_groups() -> None:
    """Each group has all buckets, one group after the other."""
    log = by_wait(sample([rated(3, 5), rated(4, 1, "邮件")], by=["channel"]))
    told = dict(zip(log.groups.labels, METRICS["CSAT"].read(log), strict=True))
    assert len(told) == 2 * (len(WAITS.names) + 1)
    assert (told["电话", "0-5min"].value, told["邮件", "0-5min"].value) == (5, 1)


def test_a_later_round_stands_with_the_first_reply() -> None:
    """What a customer says after a reopening still follows the first wait."""
    rounds = reopened(
        replace(rated(3, 0), flags=Flag.FIRST, rated=0), replace(rated(100, 2), opened=at(3))
    )
    log = by_wait(sample(rounds))
    told = dict(zip(log.groups.labels, METRICS["CSAT"].read(log), strict=True))
    assert told[("0-5min",)].n == 1


def test_a_band_can_be_looked_at_alone() -> None:
    """What lies within it is told apart from the rest; other filters are of no matter to it."""
    log = within(sample([rated(3, 5), rated(4, 4), rated(200, 2)]), {"wait": "0-5min", "hour": "9"})
    inside, rest = METRICS["CSAT"].read(log)
    assert (inside.value, inside.n) == (4.5, 2)
    assert (rest.value, rest.n) == (2, 1)


def test_every_band_has_a_name() -> None:
    """In both languages."""
    for name in (*WAITS.names, *AGES.names):
        assert Translator("zh").known(f"metric.band.{name}")
