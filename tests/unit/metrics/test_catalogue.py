"""Laws that hold of every metric."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cstui.domain.facts import NO_DURATION, Flag, LoopEnd, Moment, MomentKind, RoundFacts, Verdict
from cstui.i18n import Translator
from cstui.metrics.catalogue import METRICS
from cstui.metrics.concerned import concerned, spans
from cstui.metrics.figures import figures
from cstui.metrics.groups import WHOLE, Groups
from cstui.metrics.metric import Reading, Unit
from cstui.metrics.values import DIMENSIONS
from cstui.metrics.window import Window
from tests.fixtures.facts import EVERYTHING, at, days, ticket, window
from tests.fixtures.samples import reopened, sample

INSTANTS = st.just(0) | st.integers(at(1), at(20))
WORDS = st.sampled_from(["", "a", "b", "电话"])
VERDICTS = st.sampled_from(Verdict)
SHORT = st.just(0) | st.integers(1, 600)
BUSINESS = st.sampled_from([NO_DURATION, -5, 0, 60, 7200])
FLAGS = st.sampled_from(
    [Flag.ANSWERED, Flag.ABANDONED, Flag.ON_CALL, Flag.EXPLAINED_ODD, Flag.UNANSWERED, Flag.RATED]
)
_INSTANTS = (
    "responded", "resolved", "rated", "response_due", "resolution_due", "update_due",
    "assigned", "accepted", "handled", "revisited", "loop_started",
)  # fmt: skip
_VERDICTS = ("response", "resolution", "update", "accept", "greeting")
_SCORES = ("score", "attitude", "skill", "speed", "ease")


@st.composite
def rounds(draw: st.DrawFn) -> RoundFacts:
    """A round, sound or not."""
    words = {name: draw(WORDS) for name in ("channel", "type", "agent")}
    values = {name: draw(INSTANTS) for name in _INSTANTS}
    values |= {name: int(draw(VERDICTS)) for name in _VERDICTS}
    values |= {name: draw(st.integers(0, 6)) for name in _SCORES}
    values |= {name: draw(SHORT) for name in ("talk", "hold", "wrap")}
    values |= {name: draw(BUSINESS) for name in ("response_business", "resolution_business")}
    values |= {
        "ended": draw(INSTANTS),
        "updates_breached": draw(st.integers(0, 1)),
        "transfers": draw(st.integers(0, 2)),
        "caller": draw(st.integers(0, 2)),
        "scale": draw(st.integers(0, 2)),
        "loop": int(draw(st.sampled_from(LoopEnd))),
    }
    flags = draw(FLAGS) | draw(st.sampled_from([Flag(0), Flag.RATED | Flag.ESTIMATE]))
    return ticket(draw(INSTANTS), flags, words, **values)


@st.composite
def logs(draw: st.DrawFn) -> list[RoundFacts]:
    """Tickets, some of which were opened again."""
    told: list[RoundFacts] = []
    for one in draw(st.lists(rounds(), max_size=12)):
        if draw(st.booleans()):
            told += [one]
            continue
        later = replace(draw(rounds()), words=one.words, opened=draw(INSTANTS), ended=one.ended)
        told += reopened(one, later)
    return told


MOMENTS = st.lists(
    st.tuples(
        st.integers(1, 14),
        st.builds(
            Moment,
            st.sampled_from(MomentKind),
            st.integers(at(1), at(20)),
            INSTANTS,
            INSTANTS,
            st.sampled_from(["张三", "技术部"]),
            VERDICTS,
        ),
    ),
    max_size=12,
)
WINDOWS = st.sampled_from([EVERYTHING, window(days(2, 9)), window(days(3, 19), now=at(12))])


def counted(reading: Reading) -> tuple[int, ...]:
    """All that a reading counts, and so must add up."""
    total = 0 if reading.value is None else round(reading.value * reading.n)
    return (reading.n, reading.part or 0, reading.excluded, reading.running or 0, total)


@settings(max_examples=60)
@given(
    logs(),
    MOMENTS,
    st.lists(st.sampled_from(DIMENSIONS), min_size=1, max_size=2, unique=True),
    WINDOWS,
)
def test_parts_add_up_to_the_whole(
    some: list[RoundFacts], moments: list[tuple[int, Moment]], by: list[str], seen: Window
) -> None:
    """Whatever one or two dimensions a metric is told by, its groups make up the whole."""
    grouped = sample(some, seen, moments=moments, by=by)
    whole = replace(grouped, groups=WHOLE)
    for name, metric in METRICS.items():
        parts = [counted(reading) for reading in metric.read(grouped)]
        sums = tuple(sum(values) for values in zip(*parts, strict=True)) or (0,) * 5
        if metric.unit is Unit.COUNT:
            parts = [part[:4] for part in parts]
        assert sums[:4] == counted(metric.read(whole)[0])[:4], name
        if metric.unit in (Unit.SECONDS, Unit.SCORE):
            assert sums[4] == counted(metric.read(whole)[0])[4], name


@settings(max_examples=100)
@given(logs(), MOMENTS, WINDOWS)
def test_tickets_that_do_not_concern_a_period_can_be_left_out(
    some: list[RoundFacts], moments: list[tuple[int, Moment]], seen: Window
) -> None:
    """Each metric tells the same without them, as far as it looks back before the period."""
    whole = sample(some, seen, moments=moments)
    known = spans(whole.columns, whole.moments)
    for name, metric in METRICS.items():
        back = metric.back_s(whole.rules)
        together = known.concerned(seen, back)
        for rows in (concerned(whole.columns, whole.moments, seen, back), together):
            near = replace(whole, columns=whole.columns.only(rows))
            assert metric.read(near) == metric.read(whole), name


@settings(max_examples=40)
@given(logs(), MOMENTS, WINDOWS)
def test_rows_stand_behind_the_figure(
    some: list[RoundFacts], moments: list[tuple[int, Moment]], seen: Window
) -> None:
    """A figure has rows exactly if it has an n, its part is among them, and none is left out."""
    log = sample(some, seen, moments=moments)
    for name, metric in METRICS.items():
        rows, part, reading = metric.rows(log), metric.part(log), metric.read(log)[0]
        assert len(rows) == len(part) == len(log.columns), name
        assert rows.any() == (reading.n > 0), name
        assert not (part & ~rows).any(), name
        assert not (metric.poor(log) & ~rows).any(), name
        assert part.any() == bool(reading.n if reading.part is None else reading.part), name
        assert metric.excluded(log).any() == (reading.excluded > 0), name


@settings(max_examples=40)
@given(logs(), MOMENTS, WINDOWS)
def test_a_group_is_told_as_if_it_were_alone(
    some: list[RoundFacts], moments: list[tuple[int, Moment]], seen: Window
) -> None:
    """Only repeated contacts look beyond the group: a customer comes back on any channel."""
    log = sample(some, seen, moments=moments, by=["channel"])
    codes = log.groups.codes
    for name, metric in METRICS.items():
        if name in ("RPT", "FCR.verified"):
            continue
        for place, together in enumerate(metric.read(log)):
            assert codes is not None
            alone = replace(log, columns=log.columns.only(codes == place), groups=WHOLE)
            assert metric.read(alone)[0] == together, name


@settings(max_examples=40)
@given(logs(), WINDOWS)
def test_reports_tell_the_same(some: list[RoundFacts], seen: Window) -> None:
    """The figures of a report are those of the metrics; of updates it knows less."""
    log = sample(some, seen)
    told = figures(log.columns, seen, WHOLE, threshold_s=1800)[0]
    read = {name: metric.read(log)[0] for name, metric in METRICS.items()}
    assert read["FRT"].spread == told["first_response_s"]
    assert read["RT"].spread == told["resolution_s"]
    assert (read["TO"].part, read["TO"].n) == (told["timeout"]["late"], told["timeout"]["n"])
    assert (read["VOL"].value, read["BL"].value) == (told["tickets"], told["open"])
    assert read["SLA.response"].value == told["attainment"]["response"].get("rate")
    assert read["SLA.resolution"].value == told["attainment"]["resolution"].get("rate")
    csat = told["csat"]
    assert (read["CSAT"].value, read["CSAT"].n) == (csat["mean"], csat["n"])
    assert (read["T2B"].value, read["B2B"].value) == (csat["satisfied_rate"], csat["low_rate"])
    assert read["RR"].value == csat["response_rate"]
    assert (read["ABA"].part, read["ABA"].n) == (
        told["calls"]["abandoned"],
        told["calls"]["abandoned"] + told["calls"]["answered"],
    )


def test_no_tickets_at_all() -> None:
    """Of nothing nothing is told: no value, but 0 of what is counted."""
    log = sample([])
    for metric in METRICS.values():
        (reading,) = metric.read(log)
        assert reading.value == (0 if metric.unit is Unit.COUNT else None)
        assert metric.read(replace(log, groups=Groups(np.zeros(0, np.int64), ()))) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_metric_is_defined_for_readers(language: str) -> None:
    """A name, a formula, and what is left out, in both languages; so for those of other facts."""
    translate = Translator("zh" if language == "zh" else "en")
    for name in (*METRICS, "OCC", "GAP", "ATT"):
        for part in ("name", "formula", "excluded"):
            assert translate(f"metric.{name}.{part}")


def test_names_differ() -> None:
    """No two metrics have the same name."""
    for language in ("en", "zh"):
        translate = Translator("zh" if language == "zh" else "en")
        names = [translate(f"metric.{name}.name") for name in METRICS]
        assert len(set(names)) == len(names)
