"""What customers say, and what is done about it."""

import pytest

from cstui.domain.facts import Flag, LoopEnd, RoundFacts
from cstui.metrics.window import Window
from tests.fixtures.facts import PLAIN, at, days, response_log, ticket, window
from tests.fixtures.samples import read, sample


def rated(score: int, flags: Flag = PLAIN, **values: int) -> RoundFacts:
    """A ticket with a score of the 2nd."""
    return ticket(at(1), Flag.RATED | flags, None, **{"rated": at(2), "score": score} | values)


def survey(attitude: int, skill: int, speed: int, ease: int, overall: int) -> RoundFacts:
    """A survey of five scores."""
    return rated(overall, attitude=attitude, skill=skill, speed=speed, ease=ease)


PRINTED = [survey(4, 3, 5, 2, 3), survey(5, 5, 5, 4, 5), survey(2, 2, 3, 3, 2)]
"""The three rows of the printed satisfaction record."""

NOW = Window.between(None, None, at(20))


def test_the_printed_log() -> None:
    """Scores of 5, 3 and 4 have a mean of 4."""
    assert read("CSAT", sample(response_log())).value == 4.0


def test_the_printed_survey() -> None:
    """Overall 3, 5, 2: a mean of 3.33, one of three satisfied, one low; speed has 4.33."""
    log = sample(PRINTED)
    told = {name: read(name, log).value for name in ("CSAT", "T2B", "B2B", "CSAT.speed")}
    assert told == {"CSAT": 10 / 3, "T2B": 1 / 3, "B2B": 1 / 3, "CSAT.speed": 13 / 3}


def test_two_of_the_printed_scores_want_following_up() -> None:
    """3 of 5 or less is to be followed up within 48 h."""
    assert read("CL", sample(PRINTED, NOW)).n == 2


def test_each_dimension_has_shares_of_its_own() -> None:
    """Ease has 2, 4 and 3: one satisfied, one low."""
    log = sample(PRINTED)
    assert (read("T2B.ease", log).value, read("B2B.ease", log).value) == (1 / 3, 1 / 3)


def test_estimates_count_only_when_asked_for() -> None:
    """An agent's estimate is no customer's score, and never an answer."""
    log = [rated(5), rated(1, Flag.ESTIMATE)]
    assert read("CSAT", sample(log)).value == 5
    assert read("CSAT", sample(log, estimates=True)).value == 3
    assert read("RR", sample(log, estimates=True)).n == 1


def test_three_levels_stand_apart() -> None:
    """满意, the middle and 不满意 have shares of their own, and no part in scores of five."""
    log = sample([rated(score, scale=scale) for score, scale in ((3, 1), (2, 1), (3, 2), (1, 2))])
    told = {name: read(name, log).value for name in ("T2B.three", "T2B.middle", "B2B.three")}
    assert told == {"T2B.three": 1 / 2, "T2B.middle": 3 / 4, "B2B.three": 1 / 4}
    assert read("CSAT", log).n == 0


@pytest.mark.parametrize(("name", "scale"), [("RR", 0), ("RR.three", 1)])
def test_response_rate(name: str, scale: int) -> None:
    """RR is answered ÷ asked, of each kind of scale."""
    silent = ticket(at(1), Flag.UNANSWERED, rated=at(2), scale=scale)
    told = read(name, sample([rated(3, scale=scale), silent, silent, silent]))
    assert (told.part, told.n) == (1, 4)


def test_revisits() -> None:
    """RV is revisited within a day ÷ solved a day ago; the young are left out."""
    log = [
        ticket(at(1), resolved=at(2), revisited=at(3)),
        ticket(at(1), resolved=at(2), revisited=at(3, "00:01")),
        ticket(at(1), resolved=at(2)),
        ticket(at(1), resolved=at(19, "12:00")),
    ]
    told = read("RV", sample(log, NOW))
    assert (told.part, told.n, told.excluded) == (1, 3, 1)


def test_revisits_count_when_their_day_is_over() -> None:
    """A solution of the 2nd is judged on the 3rd."""
    log = [ticket(at(1), resolved=at(2, "12:00"))]
    assert [read("RV", sample(log, window(days(day, day)))).n for day in (2, 3, 4)] == [0, 1, 0]


def test_loops_started() -> None:
    """CL is low scores followed up within two days ÷ low scores two days old."""
    log = [
        rated(3, loop_started=at(4)),
        rated(2, loop_started=at(4, "00:01")),
        rated(1, scale=1, loop_started=at(3)),
        rated(4),
        rated(2, scale=1),
        rated(1, rated=at(19)),
        rated(1, Flag.ESTIMATE),
    ]
    told = read("CL", sample(log, NOW))
    assert (told.part, told.n, told.excluded) == (2, 3, 1)


def test_loops_closed() -> None:
    """CLW is reached ÷ (reached + not reached); checks to come stand beside."""
    log = [
        rated(2, loop=end) for end in (LoopEnd.MET, LoopEnd.MET, LoopEnd.MISSED, LoopEnd.TO_CHECK)
    ]
    told = read("CLW", sample([*log, rated(2)]))
    assert (told.part, told.n, told.running) == (2, 3, 1)


def test_a_score_counts_when_it_was_given() -> None:
    """Not when the customer first asked."""
    assert [read("CSAT", sample([rated(4)], window(days(day, day)))).n for day in (1, 2)] == [0, 1]
