"""Telephone calls."""

import pytest

from cstui.domain.facts import Flag, RoundFacts, Verdict
from cstui.metrics.calls import occupancy
from cstui.metrics.metric import ServiceLevel
from tests.fixtures.facts import EVERYTHING, PLAIN, at, days, ticket, window
from tests.fixtures.samples import read, sample


def answered(wait: int, flags: Flag = PLAIN, **values: int) -> RoundFacts:
    """A call answered after so many seconds."""
    return ticket(at(1), Flag.ANSWERED | flags, None, responded=at(1) + wait, **values)


def abandoned(wait: int) -> RoundFacts:
    """A caller who hung up after so many seconds."""
    return ticket(at(1), Flag.ABANDONED, ended=at(1) + wait)


LINE = [
    *[answered(20)] * 860,
    *[answered(21)] * 140,
    *[abandoned(5)] * 10,
    *[abandoned(20)] * 10,
    *[abandoned(21)] * 40,
]
"""1000 answered, 860 of them within 20 s; 60 abandoned, 20 of them within 20 s, 10 within 5 s."""


@pytest.mark.parametrize(
    ("formula", "percent"),
    [("F1", 83.0), ("F2", 86.0), ("F3", 81.1), ("F4", 82.7), ("F5", 82.1)],
)
def test_service_level(formula: str, percent: float) -> None:
    """Each formula sets other calls against others."""
    told = read("SL", sample(LINE, service_level=ServiceLevel(formula)))
    assert told.value is not None
    assert round(told.value * 100, 1) == percent


def test_the_service_level_is_f3_unless_another_is_asked_for() -> None:
    """Answered in time ÷ all that were offered."""
    told = read("SL", sample(LINE))
    assert (told.part, told.n) == (860, 1060)


def test_a_wait_that_nobody_knows_is_left_out() -> None:
    """A call answered at an unknown time was neither in time nor late; F3 asks no hang-up when."""
    untimed = ticket(at(1), Flag.ANSWERED)
    gone = ticket(at(1), Flag.ABANDONED)
    log = [answered(5), untimed, gone]
    assert (read("SL", sample(log)).n, read("SL", sample(log)).excluded) == (2, 1)
    by_f1 = read("SL", sample(log, service_level=ServiceLevel.F1))
    assert (by_f1.n, by_f1.excluded) == (1, 2)


def test_speed_of_answer() -> None:
    """ASA is the wait of the answered ÷ their number; those who hung up have no part in it."""
    told = read("ASA", sample([answered(10), answered(30), abandoned(200)]))
    assert (told.value, told.n) == (20, 2)


def test_an_answer_before_the_ring_is_impossible() -> None:
    """It is left out and counted."""
    told = read("ASA", sample([ticket(at(2), Flag.ANSWERED, responded=at(1))]))
    assert (told.value, told.excluded) == (None, 1)


def test_abandonment() -> None:
    """ABA is abandoned ÷ offered."""
    assert read("ABA", sample(LINE)).value == 60 / 1060


def test_handling_time() -> None:
    """AHT adds talk, hold and wrap-up; calls without any are left out."""
    told = read(
        "AHT",
        sample([answered(5, talk=100, hold=20, wrap=60), answered(5, talk=240), answered(5)]),
    )
    assert (told.value, told.n, told.excluded) == (210, 2, 1)


def test_a_call_is_handled_when_its_record_is_saved() -> None:
    """A record saved after midnight counts on the day on which it was saved."""
    log = [answered(5, talk=100, handled=at(2))]
    assert [read("AHT", sample(log, window(days(day, day)))).n for day in (1, 2)] == [0, 1]


def test_wrap_up() -> None:
    """A measured call may have no wrap-up; one without a record has none that is known."""
    told = read(
        "ACW",
        sample(
            [
                answered(5, talk=100, wrap=60, handled=at(1, "01:00")),
                answered(5, talk=100, handled=at(1, "01:00")),
                answered(5, talk=100),
            ]
        ),
    )
    assert (told.value, told.n) == (30, 2)


def test_greeting() -> None:
    """GR is greeted in time ÷ answered; where no greeting was measured it is left out."""
    told = read(
        "GR",
        sample(
            [
                answered(5, greeting=Verdict.MET),
                answered(5, greeting=Verdict.BREACHED),
                answered(5, greeting=Verdict.NONE),
            ]
        ),
    )
    assert (told.value, told.n, told.excluded) == (1 / 2, 2, 1)


def test_occupancy() -> None:
    """OCC is handling ÷ (handling + available)."""
    assert occupancy(1800, 720) == 1800 / 2520
    assert occupancy(0, 0) is None


def test_no_calls() -> None:
    """Of no calls there is no rate."""
    log = sample([ticket(at(1))], EVERYTHING)
    assert [read(name, log).value for name in ("SL", "ABA", "GR", "AHT")] == [None] * 4
