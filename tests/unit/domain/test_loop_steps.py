"""Closing the loop: from a customer who was not content to a checked measure."""

from cstui.domain import acts
from cstui.domain.acts import OVERALL, Rated, Scale
from cstui.domain.fold import fold
from cstui.domain.state import Loop
from cstui.domain.ticket import Event, Header, Source, Ticket
from tests.fixtures.times import at, event

SOLVED = (
    event("2026-05-06 09:00", acts.Submitted()),
    event("2026-05-06 10:00", acts.Resolved("fuse")),
)
LOW = Rated(Scale.FIVE, {OVERALL: 2}, "slow", improve="be quick")
MEASURE = acts.MeasureSet("train", "ben", at("2026-06-06 18:00"), "late")


def loop(*events: Event) -> Loop | None:
    """What is done about the customer after these events on a solved ticket."""
    return fold(Ticket(Header("hotline"), (*SOLVED, *events))).loop


def test_a_low_score_opens_a_loop_with_the_customers_words() -> None:
    """It waits for somebody to begin."""
    assert loop(event("2026-05-06 11:00", LOW)) == Loop(at("2026-05-06 11:00"), "slow be quick")


def test_a_good_score_opens_none() -> None:
    """Nor does one that nobody gave."""
    assert loop(event("2026-05-06 11:00", Rated(Scale.FIVE, {OVERALL: 4}))) is None
    unanswered = Rated(Scale.FIVE, provenance=acts.Provenance.UNANSWERED)
    assert loop(event("2026-05-06 11:00", unanswered)) is None


def test_what_a_sheet_tells_is_history() -> None:
    """A low score of an imported row opens nothing; a measure in it does."""
    imported = Event(at("2026-05-06 11:00"), "ann", LOW, Source.IMPORTED)
    assert loop(imported) is None
    measured = loop(imported, Event(at("2026-05-06 11:00"), "ann", MEASURE, Source.IMPORTED))
    assert measured and measured.measure == MEASURE


def test_a_better_score_that_answers_it_ends_what_nobody_began() -> None:
    """As where somebody typed a wrong digit; once begun, it goes on."""
    better = event("2026-05-06 11:05", Rated(Scale.FIVE, {OVERALL: 5}, why="mistyped"))
    assert loop(event("2026-05-06 11:00", LOW), better) is None
    begun = loop(event("2026-05-06 11:00", LOW), event("2026-05-06 11:01", MEASURE), better)
    assert begun and begun.measure == MEASURE


def test_a_measure_or_a_new_round_begins_it() -> None:
    """Whichever came first."""
    low = event("2026-05-06 11:00", LOW)
    again = event("2026-05-06 12:00", acts.Reopened("slow"))
    measured = event("2026-05-06 13:00", MEASURE)
    for events, started in (
        ((low, again), "2026-05-06 12:00"),
        ((low, measured), "2026-05-06 13:00"),
        ((low, again, measured), "2026-05-06 12:00"),
    ):
        found = loop(*events)
        assert found and found.started == at(started)


def test_a_check_belongs_to_the_standing_measure() -> None:
    """Another measure is to be checked anew; a check without measure says nothing."""
    low, measured = event("2026-05-06 11:00", LOW), event("2026-05-06 13:00", MEASURE)
    missed = event("2026-06-06 18:00", acts.MeasureChecked(False, "no better"))
    found = loop(low, measured, missed)
    assert found and found.checked == missed.act and found.checked_at == missed.at
    anew = loop(low, measured, missed, event("2026-06-07 09:00", MEASURE))
    assert anew and anew.checked is None and anew.since == low.at
    assert loop(missed) is None
