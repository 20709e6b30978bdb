"""Findings: which rules draw them, and from how many values."""

import pytest

from cstui.domain.facts import Flag, RoundFacts, Verdict
from cstui.reports.views.findings import Finding, command_of, drawn, findings
from tests.fixtures.facts import at, days, ticket
from tests.fixtures.studies import study

MINUTE = 60


def answered(submitted: int, minutes: int, count: int = 30, **words: str) -> list[RoundFacts]:
    """Some tickets answered and solved after so many minutes."""
    then = submitted + minutes * MINUTE
    told = {"responded": then, "resolved": then, "ended": then}
    return [ticket(submitted, Flag(0), words, **told) for _ in range(count)]


def rules(found: list[Finding]) -> list[str]:
    """By which rules findings were drawn."""
    return [one.rule for one in found]


@pytest.mark.parametrize(
    ("minutes", "count", "told"), [(20, 30, True), (19, 30, False), (60, 29, False)]
)
def test_a_slow_channel(minutes: int, count: int, told: bool) -> None:
    """At least twice as slow as the fastest one, both with enough values."""
    rounds = answered(at(1), 10, channel="phone") + answered(at(1), minutes, count, channel="mail")
    found = drawn(study(rounds))
    assert (rules(found) == ["channel"]) is told
    if told:
        assert found[0].where == {"channel": "mail"}
        assert found[0].n == 30
        assert "2.0 times" in found[0].text


def test_hours_that_miss_the_target() -> None:
    """Less than the target of an hour's first responses in time; hours with few are passed over."""
    late = {
        "responded": at(1, "12:40"),
        "response": Verdict.BREACHED,
        "response_due": at(1, "12:10"),
    }
    rounds = [ticket(at(1, "12:00"), Flag(0), {}, **late) for _ in range(30)]
    rounds += [ticket(at(1, "13:00"), Flag(0), {}, **late) for _ in range(5)]
    assert [one.where for one in drawn(study(rounds))] == [{"hour": "12"}]


def test_types_whose_time_grew() -> None:
    """A fifth longer than in the period before, with enough values in both."""
    rounds = answered(at(1), 60, type="repair") + answered(at(1, month=11), 72, type="repair")
    rounds += answered(at(1), 60, type="price") + answered(at(1, month=11), 71, type="price")
    found = drawn(study(rounds, days(1, 30, month=11)))
    assert [one.where for one in found] == [{"type": "repair"}]
    assert "20.0%" in found[0].text


def test_dimensions_with_many_low_scores() -> None:
    """From 15 % of thirty scores on."""
    low = [ticket(at(1), Flag.RATED, rated=at(1), score=1) for _ in range(5)]
    high = [ticket(at(1), Flag.RATED, rated=at(1), score=5) for _ in range(25)]
    assert rules(drawn(study(low + high))) == ["low"]
    assert rules(drawn(study(low + high[1:]))) == []


def test_a_backlog_that_grew() -> None:
    """A tenth more is left than there was; little work is no backlog."""
    before = [ticket(at(1), Flag.OPEN) for _ in range(30)]
    came = [ticket(at(5), Flag.OPEN) for _ in range(3)]
    assert rules(drawn(study(before + came, days(4, 8)))) == ["backlog"]
    assert rules(drawn(study(before[1:] + came, days(4, 8)))) == []


def test_each_finding_has_the_command_that_lists_its_tickets() -> None:
    """The command can be pasted into a shell, whatever a label holds."""
    rounds = answered(at(1), 10, channel="phone") + answered(at(1), 30, channel="e mail")
    asked = study(rounds, days(1, 31))
    assert command_of(asked, drawn(asked)[0]) == (
        "cstui report tickets 2023-10-01..31 --metric FRT --where 'channel=e mail'"
    )
    row = findings(asked).tables[0].rows[0]
    assert row.metric == "FRT"
