"""Groups, and the law that parts add up to the whole."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cstui.domain.facts import Flag, RoundFacts, Verdict
from cstui.metrics.columns import Columns
from cstui.metrics.figures import figures
from cstui.metrics.groups import WHOLE, grouped
from cstui.metrics.values import DIMENSIONS, Figures
from cstui.metrics.window import Window
from tests.fixtures.facts import EVERYTHING, ZONE, at, columns, days, response_log, ticket, window

WORDS = st.sampled_from(["", "a", "b", "电话"])
INSTANTS = st.just(0) | st.integers(at(1), at(8))
VERDICTS = st.sampled_from(Verdict)
FLAGS = st.sampled_from(
    [
        Flag(0),
        Flag.RATED,
        Flag.RATED | Flag.ESTIMATE,
        Flag.UNANSWERED,
        Flag.ANSWERED,
        Flag.ABANDONED,
    ]
)


@st.composite
def rounds(draw: st.DrawFn) -> RoundFacts:
    """Any round, sound or not."""
    return replace(
        ticket(draw(INSTANTS), draw(FLAGS), {"channel": draw(WORDS), "agent": draw(WORDS)}),
        responded=draw(INSTANTS),
        resolved=draw(INSTANTS),
        ended=draw(INSTANTS),
        rated=draw(INSTANTS),
        response_due=draw(INSTANTS),
        update_due=draw(INSTANTS),
        updates_met=draw(st.integers(0, 3)),
        response=draw(VERDICTS),
        resolution=draw(VERDICTS),
        update=draw(VERDICTS),
        score=draw(st.integers(0, 5)),
    )


def counted(one: Figures) -> list[int]:
    """All that a group counts, and so must add up."""
    clocks = one["attainment"]
    standings = (clocks["response"], clocks["resolution"], clocks["update"])
    return [
        one["tickets"],
        one["open"],
        one["first_response_s"]["n"],
        one["resolution_s"]["n"],
        one["timeout"]["n"],
        one["timeout"]["late"],
        *(standing.get("met", 0) for standing in standings),
        *(standing.get("breached", 0) for standing in standings),
        *(standing.get("running", 0) for standing in standings),
        *one["csat"]["counts"].values(),
        one["calls"]["answered"],
        one["calls"]["abandoned"],
        round((one["first_response_s"]["mean"] or 0) * one["first_response_s"]["n"]),
        round((one["resolution_s"]["mean"] or 0) * one["resolution_s"]["n"]),
    ]


@given(
    st.lists(rounds(), max_size=25),
    st.lists(st.sampled_from(DIMENSIONS), min_size=1, max_size=3, unique=True),
    st.sampled_from([EVERYTHING, window(days(2, 4)), window(days(1, 9), now=at(5))]),
)
def test_parts_add_up_to_the_whole(some: list[RoundFacts], by: list[str], seen: Window) -> None:
    """Whatever tickets are grouped by, the groups' counts and sums are those of all of them."""
    log = columns(*some)
    whole = figures(log, seen, WHOLE, threshold_s=1800)[0]
    parts = figures(log, seen, grouped(log, by, ZONE), threshold_s=1800)
    sums = [sum(values) for values in zip(*map(counted, parts), strict=True)]
    assert (sums or [0] * len(counted(whole))) == counted(whole)


@given(st.lists(rounds(), max_size=12))
def test_a_group_is_told_as_if_it_were_alone(some: list[RoundFacts]) -> None:
    """Figures of a group are the figures of its rows."""
    log = columns(*some)
    groups = grouped(log, ["channel"], ZONE)
    together = figures(log, EVERYTHING, groups, threshold_s=1800)
    assert groups.codes is not None
    for place, one in enumerate(together):
        alone = log.only(groups.codes == place)
        assert one == figures(alone, EVERYTHING, WHOLE, threshold_s=1800)[0]


def test_dimensions_are_crossed() -> None:
    """Two dimensions give a group for each pair that occurs, in order."""
    log: Columns = columns(*response_log())
    assert grouped(log, ["channel", "hour"], ZONE).labels == (
        ("在线客服", "10"),
        ("电话", "09"),
        ("邮件", "11"),
    )
