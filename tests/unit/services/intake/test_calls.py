"""Intake without a screen: what is measured, what is refused, what is saved."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from cstui.clock.policy import ClockName
from cstui.clock.readings import Stand, read_clocks
from cstui.domain import acts
from cstui.domain.errors import FieldErrors
from cstui.domain.fold import fold
from cstui.domain.ticket import Source
from cstui.services.intake.calls import Calls
from cstui.services.intake.draft import Draft
from cstui.services.intake.drafts import DraftBox
from cstui.services.intake.live_call import Greeting
from tests.fixtures.front_desk import MORNING, desk_at, tickets_of
from tests.fixtures.times import FrozenClock, at

ENOUGH = {"category": "售后支持/维修", "problem.text": "不能开机"}
LOGGED = {"category": "技术故障", "problem.text": "登录不了", "submitted": "08:20"}


@pytest.fixture
def clock() -> FrozenClock:
    """A clock that stands at nine in the morning."""
    return FrozenClock(at(MORNING))


@pytest.fixture
def calls(tmp_path: Path, clock: FrozenClock) -> Calls:
    """An agent's intake."""
    return Calls(desk_at(tmp_path / "desk.db", clock), DraftBox(tmp_path / "draft"))


def refused(calls: Calls, draft: Draft) -> dict[str, str]:
    """The keys of what is wrong, by field."""
    with pytest.raises(FieldErrors) as caught:
        calls.save(draft)
    return {name: error.key for name, error in caught.value.fields.items()}


def test_a_call_is_answered_once(calls: Calls, clock: FrozenClock) -> None:
    """A second press changes nothing; the call began with the first."""
    draft = calls.answer(Draft("hotline"))
    clock.advance(10)
    assert calls.answer(draft) == draft
    assert [event.act for event in draft.events] == [acts.Rang(), acts.Answered()]
    assert draft.call.answered == at(MORNING)


def test_answering_makes_the_record_a_live_one(calls: Calls) -> None:
    """Over the response log too, and what was typed there stays."""
    draft = calls.answer(Draft("response", {"problem.text": "x"}))
    assert draft.form == "hotline"
    assert draft.values == {"problem.text": "x", "channel": "电话"}


def test_a_channel_that_was_typed_stays(calls: Calls) -> None:
    """The telephone is only what an empty field is filled with."""
    draft = calls.answer(Draft("hotline", {"channel": "微信"}))
    assert draft.values["channel"] == "微信"


def test_hold_and_hang_up_need_a_call(calls: Calls) -> None:
    """Without one, or after it, they do nothing."""
    idle = Draft("hotline")
    assert calls.hold(idle) == calls.hang_up(idle) == idle
    over = calls.hang_up(calls.answer(idle))
    assert calls.hold(over) == calls.hang_up(over) == over


def test_hold_takes_turns(calls: Calls) -> None:
    """One key puts the caller on hold, and takes them off it."""
    held = calls.hold(calls.answer(Draft("hotline")))
    assert held.call.on_hold
    assert not calls.hold(held).call.on_hold


def test_hanging_up_ends_the_hold(calls: Calls, clock: FrozenClock) -> None:
    """No hold outlasts its call."""
    held = calls.hold(calls.answer(Draft("hotline")))
    clock.advance(5)
    over = calls.hang_up(held).call
    assert not over.on_hold
    assert over.holds[-1].end == over.ended == clock.now()


def test_the_greeting_has_its_time(calls: Calls, clock: FrozenClock) -> None:
    """Ten seconds from picking up; none before the call and after it."""
    idle = Draft("hotline")
    assert calls.greeting(idle) is None
    draft = calls.answer(idle)
    assert calls.greeting(draft) == Greeting(10, kept=None)
    clock.advance(10)
    assert calls.greeting(draft) == Greeting(0, kept=None)
    clock.advance(1)
    assert calls.greeting(draft) == Greeting(0, kept=False)
    assert calls.greeting(calls.hang_up(draft)) is None


@pytest.mark.parametrize(("seconds", "kept"), [(0, True), (10, True), (11, False)])
def test_a_greeting_counts_when_it_is_told(
    calls: Calls, clock: FrozenClock, seconds: int, kept: bool
) -> None:
    """Measured once, at that moment: what the screen says of it, the ticket says too."""
    draft = calls.answer(Draft("hotline", ENOUGH))
    clock.advance(seconds)
    greeted = calls.greet(draft)
    clock.advance(30)
    assert calls.greeting(greeted) == Greeting(0, kept=kept)
    assert calls.greet(greeted) == greeted
    ticket = calls.save(greeted).ticket
    (told,) = [event for event in ticket.events if event.act == acts.Greeted()]
    assert (told.at - at(MORNING)).total_seconds() == seconds
    assert told.source is Source.MEASURED


def test_nobody_is_greeted_without_a_call(calls: Calls) -> None:
    """Before it and after it, the key does nothing."""
    idle = Draft("hotline")
    over = calls.hang_up(calls.answer(idle))
    assert (calls.greet(idle), calls.greet(over)) == (idle, over)


def test_a_greeting_told_in_time_is_no_breach(tmp_path: Path, clock: FrozenClock) -> None:
    """The ticket's clock stops at it."""
    desk = desk_at(tmp_path / "desk.db", clock)
    calls = Calls(desk, DraftBox(tmp_path / "drafts"))
    draft = calls.answer(Draft("hotline", ENOUGH))
    clock.advance(5)
    greeted = calls.greet(draft)
    clock.advance(60)
    ticket = calls.save(greeted).ticket
    policy = desk.rules.policies.governing(ticket)
    calendar = desk.rules.calendars.governing(ticket)
    (reading,) = [
        one
        for one in read_clocks(fold(ticket), policy, calendar, clock.now())
        if one.clock is ClockName.GREETING
    ]
    assert (reading.used_s, reading.stand) == (5, Stand.MET)


def test_all_that_is_missing_is_told_at_once(calls: Calls) -> None:
    """Each required field of the form, and nothing is saved."""
    assert refused(calls, Draft("hotline")) == {
        "category": "required",
        "problem.text": "required",
    }
    assert set(refused(calls, Draft("response"))) == {"category", "problem.text", "submitted"}


@pytest.mark.parametrize("part", ["when", "where", "what", "outcome"])
def test_one_part_of_the_problem_is_enough(calls: Calls, part: str) -> None:
    """The parts guide, they do not bind."""
    saved = calls.save(Draft("hotline", {"category": "其他", f"problem.{part}": "x"}))
    assert saved.ticket.header.problem.summary == "x"


def test_a_call_that_runs_ends_with_the_save(calls: Calls, clock: FrozenClock) -> None:
    """Then its wrap-up took no time."""
    draft = calls.answer(Draft("hotline", ENOUGH))
    clock.advance(90)
    ticket = calls.save(draft).ticket
    assert [(event.kind, event.at) for event in ticket.events[-2:]] == [
        ("ended", clock.now()),
        ("saved", clock.now()),
    ]


def test_a_record_without_call_or_time_begins_now(calls: Calls, clock: FrozenClock) -> None:
    """Its request was not measured, and says so."""
    first = calls.save(Draft("hotline", ENOUGH)).ticket.events[0]
    assert (first.act, first.at, first.source) == (acts.Submitted(), clock.now(), Source.TYPED)


def test_an_owner_is_given_the_ticket(calls: Calls) -> None:
    """And has two hours to accept it, which is due before the solution."""
    saved = calls.save(calls.answer(Draft("hotline", {**ENOUGH, "owner": "li"})))
    assert acts.Assigned("li") in [event.act for event in saved.ticket.events]
    assert (saved.clock, saved.due) == ("accept", at("2026-05-06 11:00"))


def test_a_solution_resolves(calls: Calls) -> None:
    """What is left is to ask the customer a day later."""
    saved = calls.save(calls.answer(Draft("hotline", {**ENOUGH, "solution": "已更换"})))
    assert acts.Resolved("已更换") in [event.act for event in saved.ticket.events]
    assert (saved.clock, saved.due) == ("revisit", at("2026-05-07 09:00"))


def test_only_the_fields_of_the_form_count(calls: Calls) -> None:
    """What was typed into the other form is not saved with this one."""
    ticket = calls.save(Draft("hotline", {**ENOUGH, "score": "9"})).ticket
    assert "rated" not in {event.kind for event in ticket.events}


def test_typed_times_stand_in_their_order(calls: Calls) -> None:
    """A bare time is on the day of submission, which is today or as typed."""
    values = {**LOGGED, "submitted": "2026-05-05 23:10", "responded": "23:20"}
    values["resolved"] = "2026-05-06 00:10"
    ticket = calls.save(Draft("response", values)).ticket
    assert [(event.kind, event.at) for event in ticket.events] == [
        ("submitted", at("2026-05-05 23:10")),
        ("responded", at("2026-05-05 23:20")),
        ("resolved", at("2026-05-06 00:10")),
        ("saved", at(MORNING)),
    ]


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"submitted": "sometime"}, {"submitted": "bad_instant"}),
        ({"submitted": "09:30"}, {"submitted": "moment_ahead"}),
        ({"responded": "08:10"}, {"responded": "moments_swapped"}),
        ({"responded": "08:40", "resolved": "08:30"}, {"resolved": "moments_swapped"}),
        ({"score": "6"}, {"score": "score_range"}),
        ({"score": "4.5", "responded": "x"}, {"score": "score_range", "responded": "bad_instant"}),
        ({"score": "4 of 5"}, {"score": "score_range"}),
        ({"score": "٤"}, {"score": "score_range"}),
        ({"submitted": "sometime", "responded": "23:10"}, {"submitted": "bad_instant"}),
        ({"submitted": "", "responded": "23:10", "resolved": "08:00"}, {"submitted": "required"}),
    ],
)
def test_what_cannot_be_is_refused(
    calls: Calls, typed: dict[str, str], wrong: dict[str, str]
) -> None:
    """Times that are unreadable, still to come or out of order, and scores beyond 1 to 5."""
    assert refused(calls, Draft("response", {**LOGGED, **typed})) == wrong


@pytest.mark.parametrize(
    ("typed", "score", "provenance"),
    [
        ("4", 4, acts.Provenance.CUSTOMER),
        ("５", 5, acts.Provenance.CUSTOMER),
        ("3分", 3, acts.Provenance.CUSTOMER),
        ("4(估)", 4, acts.Provenance.ESTIMATE),
        ("４（估计）", 4, acts.Provenance.ESTIMATE),
        ("4 est", 4, acts.Provenance.ESTIMATE),
        ("2 (Estimate)", 2, acts.Provenance.ESTIMATE),
    ],
)
def test_a_score_is_the_customers_or_an_estimate(
    calls: Calls, typed: str, score: int, provenance: acts.Provenance
) -> None:
    """Whoever guesses says so; full-width digits are digits."""
    ticket = calls.save(Draft("response", {**LOGGED, "score": typed})).ticket
    (rated,) = [event.act for event in ticket.events if isinstance(event.act, acts.Rated)]
    assert (rated.scores, rated.provenance) == ({acts.OVERALL: score}, provenance)


def test_a_clock_that_is_a_little_ahead_is_forgiven(calls: Calls) -> None:
    """The one on the wall need not agree with ours to the second."""
    assert calls.save(Draft("response", {**LOGGED, "submitted": "09:01"})).ticket.id


def test_a_saved_record_leaves_no_draft(calls: Calls) -> None:
    """What was kept of it before is gone."""
    draft = Draft("hotline", ENOUGH)
    calls.keep(draft)
    calls.save(draft)
    assert calls.left() == []


def test_a_draft_that_was_saved_never_comes_back(tmp_path: Path) -> None:
    """Also where the program was killed before it could forget it; the next one left does."""
    folder = tmp_path / "drafts"
    desk, killed, other = desk_at(tmp_path / "desk.db"), DraftBox(folder), DraftBox(folder)
    saved, unsaved = Draft("hotline", ENOUGH), Draft("hotline", {"note": "x"})
    Calls(desk, DraftBox(tmp_path / "elsewhere")).save(saved)
    killed.keep(saved)
    killed.keep(unsaved)
    os.utime(folder / f"{saved.key}.json", (0, 0))
    killed.close()
    assert Calls(desk, other).left() == [unsaved]
    assert [path.stem for path in folder.iterdir()] == [unsaved.key]
    other.close()


def test_a_draft_is_saved_once(calls: Calls) -> None:
    """A second save gives the ticket that it became."""
    draft = Draft("hotline", ENOUGH)
    first = calls.save(draft).ticket
    assert calls.save(draft).ticket == first


def test_a_save_that_fails_keeps_the_draft(tmp_path: Path, calls: Calls) -> None:
    """Whatever the store says, the record is not lost."""
    desk = desk_at(tmp_path / "other.db")
    drafts = DraftBox(tmp_path / "kept")
    failing = Calls(desk, drafts)
    desk.store.close()
    draft = calls.answer(Draft("hotline", ENOUGH))
    with pytest.raises(Exception, match="store_failed"):
        failing.save(draft)
    drafts.close()
    assert Calls(desk_at(tmp_path / "other.db"), DraftBox(tmp_path / "kept")).left() == [draft]


def test_drafts_say_what_would_be_lost() -> None:
    """Blanks are nothing; a call is something even without a word."""
    blank = Draft("hotline", {"note": "  "})
    assert blank.empty
    assert not replace(blank, values={"note": "x"}).empty


def test_two_records_have_two_numbers(tmp_path: Path) -> None:
    """Every save is a ticket of its own."""
    desk = desk_at(tmp_path / "desk.db")
    calls = Calls(desk, DraftBox(tmp_path / "draft"))
    numbers = [calls.save(Draft("hotline", ENOUGH)).ticket.number for _ in range(2)]
    assert numbers == ["20260506001", "20260506002"]
    assert [ticket.number for ticket in tickets_of(desk)] == numbers
