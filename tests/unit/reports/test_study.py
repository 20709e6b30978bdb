"""What figures are read from tells the same, however few tickets are looked at for it."""

from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from cstui.clock.period import parse_period
from cstui.clock.periods import parts
from cstui.domain.facts import Flag, RoundFacts
from cstui.metrics.catalogue import METRICS
from tests.fixtures.facts import CHINA, ZONE, at, ticket
from tests.fixtures.studies import study

NOW = datetime(2023, 10, 18, 12, tzinfo=CHINA)
AGENTS = ("张三", "李四")


def made(day: int, hours: int, agent: str, caller: int, score: int) -> RoundFacts:
    """An answered call of a customer, solved after some hours or never."""
    rang = at(day)
    solved = rang + hours * 3600 if hours else 0
    return ticket(
        rang,
        Flag.ANSWERED | Flag.ON_CALL | Flag.RATED,
        {"agent": agent, "type": "repair"},
        responded=rang + 20, resolved=solved, ended=solved, caller=caller,
        rated=solved + 60 if score and solved else 0, score=score,
    )  # fmt: skip


CALLS = st.lists(
    st.builds(
        made, st.integers(1, 20), st.sampled_from([0, 1, 40, 300]), st.sampled_from(AGENTS),
        st.integers(0, 2), st.integers(0, 5),
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=60)
@given(CALLS, st.sampled_from(["2023-10", "2023-10-09..2023-10-12", "all"]))
def test_a_filter_tells_what_the_group_does(calls: list[RoundFacts], text: str) -> None:
    """Also of repeated contacts: it does not matter to whom the customer talked before."""
    everyone = study(calls, parse_period(text, NOW, ZONE), now=NOW)
    alone = {agent: everyone.of({"agent": agent}) for agent in AGENTS}
    for name in METRICS:
        for labels, reading in everyone.near(name).each(name, "agent"):
            assert alone[str(labels[0])].total(name) == reading, name


@settings(max_examples=60)
@given(CALLS, st.booleans())
def test_a_course_tells_what_each_part_does(calls: list[RoundFacts], filtered: bool) -> None:
    """Of all tickets or some, also where the parts begin before the period or end after it."""
    asked = study(calls, parse_period("2023-10-09..2023-10-20", NOW, ZONE), now=NOW)
    if filtered:
        asked = asked.of({"agent": AGENTS[0]})
    assert asked.period.start
    assert asked.period.end
    told = ("VOL", "FRT", "RT", "CSAT", "BL", "RV")
    for step in ("day", "week"):
        periods = tuple(parts(asked.period.start, asked.period.end, step, ZONE))
        for name, readings in zip(told, asked.courses(told, periods), strict=True):
            assert readings == [asked.over(period).total(name) for period in periods]
