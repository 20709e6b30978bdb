"""What the facts of a round tell of its call, its holders, its rating and what came of that."""

from datetime import timedelta

import pytest

from cstui.clock.instants import epoch
from cstui.domain import acts
from cstui.domain.acts import Provenance, Rated, Scale
from cstui.domain.facts import Flag, LoopEnd, RoundFacts, Verdict
from cstui.domain.ticket import Customer, Event, Header, Source, Ticket
from cstui.services.deriving import Deriver
from tests.fixtures.times import at, calendars, event, policies

derive = Deriver(policies(), calendars())
LOW, HIGH = Rated(Scale.FIVE, {"overall": 2}), Rated(Scale.FIVE, {"overall": 5})


def rounds(*told: tuple[str, acts.Act], form: str = "hotline") -> tuple[RoundFacts, ...]:
    """The facts of each round of a ticket; all happened on one day in the morning or later."""
    events = tuple(event(f"2026-05-06 {when}", act) for when, act in told)
    return derive(Ticket(Header(form), events)).facts


def last(*told: tuple[str, acts.Act], form: str = "hotline") -> RoundFacts:
    """The facts of the last round."""
    return rounds(*told, form=form)[-1]


def moment(when: str) -> int:
    """A moment of that day as facts hold it."""
    return epoch(at(f"2026-05-06 {when}"))


def caller(**told: str) -> int:
    """What stands for a customer."""
    return derive(Ticket(Header("hotline", customer=Customer(**told)))).facts[0].caller


CALL = (
    ("09:00:00", acts.Rang()), ("09:00:10", acts.Answered()), ("09:00:15", acts.Greeted()),
    ("09:01:00", acts.Held()), ("09:01:30", acts.ResumedTalk()), ("09:05:10", acts.Ended()),
    ("09:06:00", acts.Saved()),
)  # fmt: skip


def test_a_call_is_told_in_parts() -> None:
    """Talk without holds, holds, and wrap-up until the record was saved."""
    facts = last(*CALL)
    assert (facts.talk, facts.hold, facts.wrap) == (270, 30, 50)
    assert facts.handled == moment("09:06:00")
    assert facts.greeting is Verdict.MET


@pytest.mark.parametrize("begun", [acts.Submitted(), acts.Abandoned()])
def test_only_an_answered_call_is_handled(begun: acts.Act) -> None:
    """A message has a saved record too, and so may a call that nobody took."""
    assert last(("09:00", begun), ("09:06", acts.Saved())).handled == 0


def test_a_late_greeting_is_breached() -> None:
    """It is asked for within ten seconds."""
    late = (*CALL[:2], ("09:00:21", acts.Greeted()), *CALL[3:])
    assert last(*late).greeting is Verdict.BREACHED


def test_only_the_first_round_has_the_call() -> None:
    """A reopened ticket was not called about a second time."""
    first, second = rounds(*CALL, ("09:10", acts.Resolved("x")), ("10:00", acts.Reopened()))
    assert (first.talk, first.handled > 0) == (270, True)
    assert (second.talk, second.hold, second.wrap, second.handled) == (0, 0, 0, 0)
    assert (first.greeting, second.greeting) == (Verdict.MET, Verdict.NONE)


def test_impossible_call_times_give_no_parts() -> None:
    """An end before the answer was written down wrongly."""
    facts = last(("09:00:10", acts.Answered()), ("09:00:00", acts.Ended()))
    assert (facts.talk, facts.hold, facts.wrap) == (0, 0, 0)


@pytest.mark.parametrize(
    ("solved", "claimed"), [("09:05:00", True), ("09:06:00", True), ("09:06:01", False)]
)
def test_what_is_solved_before_the_record_is_saved_is_solved_on_first_contact(
    solved: str, claimed: bool
) -> None:
    """What is solved later took more than the call."""
    assert (Flag.ON_CALL in last(*CALL, (solved, acts.Resolved("x"))).flags) is claimed


def test_what_nobody_called_about_is_not_solved_on_a_call() -> None:
    """A message that is answered and solved at once is none."""
    told = (("09:00", acts.Submitted()), ("09:00", acts.Resolved("x")), ("09:00", acts.Saved()))
    assert Flag.ON_CALL not in last(*told).flags


def test_a_round_tells_whether_its_solution_was_confirmed() -> None:
    """By the customer, in that round."""
    first, second = rounds(
        ("09:00", acts.Submitted()), ("10:00", acts.Resolved("x")),
        ("10:30", acts.ConfirmedByCustomer()), ("11:00", acts.Reopened()),
        ("12:00", acts.Resolved("y")),
    )  # fmt: skip
    assert Flag.CONFIRMED in first.flags
    assert Flag.CONFIRMED not in second.flags


def test_a_record_agrees_as_it_was_last_found() -> None:
    """Each round has its own checks, of which the last one counts."""
    first, second = rounds(
        ("09:00", acts.Submitted()), ("10:00", acts.Audited(False, "type")),
        ("10:30", acts.Audited(True)), ("11:00", acts.Resolved("x")), ("12:00", acts.Reopened()),
    )  # fmt: skip
    both = Flag.AUDITED | Flag.AGREED
    assert (first.flags & both, second.flags & both) == (both, Flag(0))


def test_reasons_stand_in_the_round_in_which_they_were_given() -> None:
    """For a late answer, and for an anomaly."""
    first, second = rounds(
        ("09:00", acts.Submitted()), ("10:00", acts.Explained(acts.LATE, "busy")),
        ("10:00", acts.Resolved("x")), ("11:00", acts.Reopened()),
        ("12:00", acts.Explained(acts.ANOMALOUS, "storm")),
    )  # fmt: skip
    both = Flag.EXPLAINED_LATE | Flag.EXPLAINED_ODD
    assert (first.flags & both, second.flags & both) == (Flag.EXPLAINED_LATE, Flag.EXPLAINED_ODD)


def test_the_first_acceptance_stands_beside_the_assignment_that_it_answered() -> None:
    """Who was passed over before, and who takes it on later, do not count."""
    facts = last(
        ("09:00", acts.Assigned("li")), ("09:30", acts.Transferred("wang")),
        ("10:00", acts.Accepted()), ("11:00", acts.Transferred("zhao")),
        ("11:30", acts.Accepted()),
    )  # fmt: skip
    assert (facts.assigned, facts.accepted) == (moment("09:30"), moment("10:00"))
    assert (facts.accept, facts.transfers) == (Verdict.MET, 2)


@pytest.mark.parametrize(
    ("events", "verdict"),
    [
        ([], Verdict.RUNNING),
        ([("11:00", acts.Accepted())], Verdict.MET),
        ([("11:01", acts.Accepted())], Verdict.BREACHED),
        ([("10:00", acts.Closed())], Verdict.NONE),
        ([("12:00", acts.Closed())], Verdict.BREACHED),
    ],
)
def test_acceptance_is_due_within_two_hours(
    events: list[tuple[str, acts.Act]], verdict: Verdict
) -> None:
    """What was left before that without being taken on owes nothing."""
    facts = last(("09:00", acts.Submitted()), ("09:00", acts.Assigned("li")), *events)
    assert facts.accept is verdict


def test_each_round_has_its_own_acceptance_and_transfers() -> None:
    """An assignment that nobody took on in one round is answered in the next."""
    first, second = rounds(
        ("09:00", acts.Assigned("li")), ("09:10", acts.Transferred("wang")),
        ("09:20", acts.Resolved("x")), ("10:00", acts.Reopened()), ("10:05", acts.Accepted()),
    )  # fmt: skip
    assert (first.transfers, second.transfers) == (1, 0)
    assert (first.assigned, first.accepted) == (moment("09:10"), 0)
    assert (second.assigned, second.accepted) == (moment("09:10"), moment("10:05"))


def test_a_ticket_that_was_taken_on_is_not_assigned_again_by_reopening() -> None:
    """The new round has an acceptance only if somebody new was given it."""
    second = last(
        ("09:00", acts.Assigned("li")), ("09:10", acts.Accepted()), ("09:20", acts.Resolved("x")),
        ("10:00", acts.Reopened()),
    )  # fmt: skip
    assert (second.assigned, second.accepted, second.accept) == (0, 0, Verdict.NONE)


def test_a_revisit_is_the_first_question_after_the_solution() -> None:
    """Asked in vain counts; what was said before the solution does not."""
    unanswered = Rated(Scale.FIVE, provenance=Provenance.UNANSWERED)
    facts = last(
        ("09:00", HIGH), ("10:00", acts.Resolved("x")), ("11:00", unanswered), ("12:00", HIGH)
    )
    assert facts.revisited == moment("11:00")
    assert facts.rated == moment("12:00")


def test_an_estimate_of_ours_is_no_revisit() -> None:
    """Nobody spoke with the customer."""
    estimate = Rated(Scale.FIVE, {"overall": 4}, provenance=Provenance.ESTIMATE)
    assert last(("10:00", acts.Resolved("x")), ("11:00", estimate)).revisited == 0


def test_a_revisit_belongs_to_the_round_that_it_followed() -> None:
    """A new round is to be revisited anew."""
    first, second = rounds(
        ("09:00", acts.Submitted()), ("10:00", acts.Resolved("x")), ("11:00", LOW),
        ("11:10", acts.Reopened()), ("12:00", acts.Resolved("y")),
    )  # fmt: skip
    assert (first.revisited, second.revisited) == (moment("11:00"), 0)


def test_all_scores_of_a_survey_are_told() -> None:
    """Each dimension in a column of its own."""
    scores = {"attitude": 5, "skill": 4, "speed": 3, "ease": 2, "overall": 1}
    facts = last(("09:00", Rated(Scale.FIVE, scores)))
    assert (facts.attitude, facts.skill, facts.speed, facts.ease, facts.score) == (5, 4, 3, 2, 1)


MEASURE = acts.MeasureSet("train", "li", at("2026-05-13 18:00"))


@pytest.mark.parametrize(
    ("events", "started", "end"),
    [
        ([], "", LoopEnd.NONE),
        ([("12:00", HIGH)], "", LoopEnd.NONE),
        ([("12:00", MEASURE)], "12:00", LoopEnd.TO_CHECK),
        ([("12:00", MEASURE), ("13:00", acts.MeasureChecked(True))], "12:00", LoopEnd.MET),
        ([("12:00", MEASURE), ("13:00", acts.MeasureChecked(False))], "12:00", LoopEnd.MISSED),
    ],
)
def test_a_loop_begins_with_the_first_thing_done_about_a_low_score(
    events: list[tuple[str, acts.Act]], started: str, end: LoopEnd
) -> None:
    """And ends with the check of its measure."""
    facts = last(("10:00", acts.Resolved("x")), ("11:00", LOW), *events)
    assert facts.loop_started == (moment(started) if started else 0)
    assert facts.loop is end


def test_a_loop_stands_in_the_round_in_which_the_customer_was_not_content() -> None:
    """Also when a new round is what was done, and whatever is checked later."""
    first, second = rounds(
        ("09:00", acts.Submitted()), ("10:00", acts.Resolved("x")), ("11:00", LOW),
        ("11:10", acts.Reopened()), ("11:20", MEASURE), ("12:00", acts.MeasureChecked(True)),
        ("12:30", acts.Resolved("y")), ("13:00", LOW),
    )  # fmt: skip
    assert (first.loop_started, first.loop) == (moment("11:10"), LoopEnd.MET)
    assert (second.loop_started, second.loop) == (0, LoopEnd.NONE)


def test_what_a_sheet_tells_of_a_measure_is_a_loop_too() -> None:
    """Though its low score alone opens none: nobody is to act on history."""
    when = at("2026-05-06 11:00")
    told = [Event(when, "ann", act, Source.IMPORTED) for act in (LOW, MEASURE)]
    (facts,) = derive(Ticket(Header("satisfaction"), tuple(told))).facts
    assert (facts.score, facts.loop) == (2, LoopEnd.TO_CHECK)
    (facts,) = derive(Ticket(Header("satisfaction"), tuple(told[:1]))).facts
    assert (facts.score, facts.loop) == (2, LoopEnd.NONE)


def test_a_caller_is_known_by_phone_else_by_number() -> None:
    """However it was written; a name or an order tells nobody for certain."""
    assert caller(phone="138-0013-8000") == caller(phone="+86 13800138000", name="x") > 0
    assert caller(number="M 1") == caller(number="m1") > 0
    assert caller(number="13800138000") != caller(phone="13800138000")
    assert caller(name="李雷", order="7") == caller() == 0


def test_a_caller_is_the_same_for_ever() -> None:
    """In another process and another year: what was stored before must be found again."""
    assert caller(phone="13800138000") == 18_250_918_799_430_459_267


def test_subtype_and_cause_are_words() -> None:
    """As corrected, and as it was last found."""
    header = Header("hotline", category=("维修", "空调"))
    caused = (
        event("2026-05-06 10:00", acts.Caused("a")),
        event("2026-05-06 11:00", acts.Caused("b")),
    )
    (facts,) = derive(Ticket(header, caused)).facts
    assert facts.words[-2:] == ("空调", "b")


def test_long_times_fit() -> None:
    """A record that was saved days later is told as it is; packing caps it."""
    saved = Event(at("2026-05-06 09:05:10") + timedelta(days=2), "ann", acts.Saved())
    events = (*(event(f"2026-05-06 {when}", act) for when, act in CALL[:-1]), saved)
    (facts,) = derive(Ticket(Header("hotline"), events)).facts
    assert facts.wrap == 2 * 86400
