"""Asking customers, and closing the loop, in a real store."""

import pytest
from msgspec.structs import replace

from cstui.clock.policy import ClockName
from cstui.domain import acts
from cstui.domain.acts import OVERALL, Provenance, Rated, Scale
from cstui.domain.errors import InputError
from cstui.domain.fold import fold
from cstui.domain.ticket import Customer, Header, Ticket
from cstui.ports import View
from cstui.services.desk import Desk
from cstui.services.followup import FollowUp, ReasonNeeded
from tests.fixtures.desks import Team, ticket
from tests.fixtures.times import at, event

DAY = 86400
SOLVED = (acts.Responded(), acts.Resolved("fuse"))
GOOD = Rated(Scale.AFTER_SALES, {OVERALL: 3}, "fine")
BAD = Rated(Scale.AFTER_SALES, {OVERALL: 1}, "still warm")


def listed(desk: Desk) -> list[str]:
    """The clocks of what is to be done."""
    return [one.due_clock for one in desk.store.page(View(), 0, 10).listings]


def test_scores_are_kept_and_never_altered(lina: Desk) -> None:
    """Another rating answers the first, with a reason; both stay readable."""
    (one,) = lina.add([ticket("2026-05-06 09:00", "紧急", *SOLVED)])
    followup = FollowUp(lina)
    rated = followup.rate(one, BAD)
    with pytest.raises(InputError) as refused:
        followup.undo(rated)
    assert refused.value.key == "nothing_to_undo"
    with pytest.raises(InputError) as refused:
        followup.rate(rated, GOOD)
    assert refused.value.key == "already_rated"
    answered = followup.rate(rated, replace(GOOD, why="mistyped"))
    assert [each.act for each in answered.events[-2:]] == [BAD, replace(GOOD, why="mistyped")]
    assert fold(answered).rating == answered.events[-1].act


def test_a_customer_is_asked_once_in_thirty_days(team: Team, lina: Desk) -> None:
    """About whatever ticket; sooner only for a reason."""
    one, two = lina.add([ticket("2026-05-06 09:00", "紧急", *SOLVED) for _ in range(2)])
    followup = FollowUp(lina)
    followup.rate(one, GOOD)
    team.clock.advance(30 * DAY - 1)
    asked = followup.asked_lately(two)
    assert asked and (asked.number, asked.at) == (one.number, at("2026-05-06 10:00"))
    with pytest.raises(InputError) as refused:
        followup.rate(two, GOOD)
    told = {"number": one.number, "time": "2026-05-06 10:00"}
    assert (refused.value.key, refused.value.values) == ("asked_lately", told)
    followup.rate(two, replace(GOOD, why="asked for it"))
    team.clock.advance(30 * DAY)
    assert followup.asked_lately(one) is None


def test_an_estimate_is_no_question(lina: Desk) -> None:
    """Nobody was asked, so the next one may be."""
    one, two = lina.add([ticket("2026-05-06 09:00", "紧急", *SOLVED) for _ in range(2)])
    followup = FollowUp(lina)
    followup.rate(one, replace(GOOD, provenance=Provenance.ESTIMATE))
    assert followup.asked_lately(two) is None
    followup.rate(two, GOOD)


def test_the_team_says_how_often(team: Team, lina: Desk) -> None:
    """By a setting, 30 days unless it says otherwise."""
    assert lina.rules.settings.survey_days == 30


def test_a_low_score_keeps_a_solved_ticket_on_the_list(team: Team, lina: Desk) -> None:
    """First until something is begun, then until it is checked whether it helped."""
    (one,) = lina.add([ticket("2026-05-06 09:00", "紧急", *SOLVED)])
    followup = FollowUp(lina)
    assert listed(lina) == []
    rated = followup.rate(one, BAD)
    assert followup.wants_loop(rated)
    assert listed(lina) == ["follow_up"]
    measured = followup.set_measure(rated, " train ", "wangwei", "2026-06-01", "no test run")
    assert measured.events[-1].act == acts.MeasureSet(
        "train", "wangwei", at("2026-06-01 18:00"), "no test run"
    )
    assert listed(lina) == ["measure"]
    assert not followup.wants_loop(measured)
    with pytest.raises(InputError) as refused:
        followup.check_measure(measured, False, " ")
    assert refused.value.key == "review_required"
    checked = followup.check_measure(measured, True, "4.2")
    assert checked.events[-1].act == acts.MeasureChecked(True, "4.2")
    assert listed(lina) == []


def test_an_unhappy_customer_may_be_given_a_new_round(lina: Desk) -> None:
    """That begins something, and its clocks run anew."""
    (one,) = lina.add([ticket("2026-05-06 09:00", "紧急", *SOLVED)])
    followup = FollowUp(lina)
    again = followup.reopen(followup.rate(one, BAD), "still warm")
    assert not followup.wants_loop(again)
    assert listed(lina) == ["first_response"]
    clocks = [each for each in followup.seen(again).readings if each.round == 2]
    assert {ClockName.FIRST_RESPONSE, ClockName.RESOLUTION} <= {each.clock for each in clocks}


def test_the_response_log_wants_a_reason_for_a_low_score(lina: Desk) -> None:
    """It is an anomaly there; the score itself needs none elsewhere."""
    (one,) = lina.add([Ticket(Header("response"), (event("2026-05-06 09:50", acts.Responded()),))])
    low = Rated(Scale.FIVE, {OVERALL: 3})
    followup = FollowUp(lina)
    with pytest.raises(ReasonNeeded) as refused:
        followup.rate(one, low)
    assert refused.value.key == "low_reason"
    rated = followup.rate(one, low, "a hard fault ")
    assert [each.act for each in rated.events[1:]] == [
        low,
        acts.Explained("anomalous", "a hard fault"),
    ]


def test_a_survey_of_its_own_is_numbered_and_followed_up(lina: Desk) -> None:
    """The form of five scores has a series of its own, and its low scores are not forgotten."""
    header = Header("satisfaction", category=("售后投诉", ""), customer=Customer(number="C2024"))
    (one,) = lina.add([Ticket(header, (event("2026-05-06 09:30", acts.Submitted()),))])
    assert one.number == "CSAT20260506001"
    scores = {"attitude": 4, "skill": 3, "speed": 5, "ease": 2, OVERALL: 3}
    rated = FollowUp(lina).rate(one, Rated(Scale.FIVE, scores, "太慢"))
    (due,) = (
        each.due for each in FollowUp(lina).seen(rated).readings
        if each.clock is ClockName.FOLLOW_UP
    )  # fmt: skip
    assert due == at("2026-05-07 10:00")
