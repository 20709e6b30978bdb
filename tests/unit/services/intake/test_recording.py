"""Records that go on with a ticket, and saves that are taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from cstui.domain import acts
from cstui.domain.dispositions import Disposition, Outcome
from cstui.domain.errors import InputError
from cstui.domain.fold import fold, standing
from cstui.domain.header import field_text
from cstui.domain.state import Status
from cstui.domain.ticket import Ticket
from cstui.services.followup import FollowUp
from cstui.services.intake.callers import PastTicket
from cstui.services.intake.calls import Calls
from cstui.services.intake.draft import Draft
from cstui.services.intake.drafts import DraftBox
from tests.fixtures.desks import Team, make_team
from tests.fixtures.times import at

FAULT = {
    "category": "售后支持/维修",
    "problem.text": "空调不制冷",
    "customer.phone": "13812345678",
    "customer.name": "李小明",
}
DISPATCH = Disposition("派单", Outcome.DISPATCH)
SOLVE = Disposition("当场解决", Outcome.SOLVE)
KEEP = Disposition("自己跟进", Outcome.KEEP)


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """李娜 on the hotline, 王伟 and 张敏 in technical support."""
    return make_team(tmp_path / "desk.db")


@pytest.fixture
def calls(team: Team, tmp_path: Path) -> Iterator[Calls]:
    """李娜's intake."""
    with team.desk("lina") as desk:
        yield Calls(desk, DraftBox(tmp_path / "drafts"))


@pytest.fixture
def open_one(calls: Calls) -> Ticket:
    """A ticket that 王伟 was given."""
    return calls.finish(calls.answer(Draft("hotline", FAULT)), DISPATCH).ticket


def going_on(calls: Calls, ticket: Ticket, **typed: str) -> Draft:
    """A later call of the same customer, about that ticket."""
    (past,) = calls.history(Draft("hotline", FAULT)).tickets
    assert isinstance(past, PastTicket)
    assert past.number == ticket.number
    return calls.go_on(calls.answer(Draft("hotline", typed)), past)


def acts_of(ticket: Ticket) -> list[acts.Act]:
    """What stands on a ticket."""
    return [event.act for event in standing(ticket.events)]


def test_a_call_about_an_open_ticket_is_added_to_it(
    team: Team, calls: Calls, open_one: Ticket
) -> None:
    """What was said is a talk; the ticket, its number, its problem and its holder stay."""
    team.clock.advance(600)
    said = {"problem.text": "师傅还没来", "request": "今天上门"}
    saved = calls.save(going_on(calls, open_one, **said))
    state = fold(team.stored(open_one.number))
    assert saved.ticket.id == open_one.id
    assert state.header.problem.text == "空调不制冷"
    assert state.owner == "wangwei"
    assert acts.Talked("师傅还没来", next_action="今天上门") in acts_of(saved.ticket)


def test_the_first_call_keeps_its_times(team: Team, calls: Calls, open_one: Ticket) -> None:
    """A later call is one of its own."""
    team.clock.advance(600)
    draft = going_on(calls, open_one)
    team.clock.advance(60)
    state = fold(calls.save(calls.hang_up(draft)).ticket)
    (later,) = state.later_calls
    assert state.call == fold(open_one).call
    assert (later.answered, later.ended) == (at("2026-05-06 10:10"), at("2026-05-06 10:11"))


def test_the_same_key_again_makes_a_new_ticket(calls: Calls, open_one: Ticket) -> None:
    """Until the end the agent may decide otherwise."""
    (past,) = calls.history(Draft("hotline", FAULT)).tickets
    draft = calls.go_on(going_on(calls, open_one, **FAULT), past)
    assert calls.save(draft).ticket.number != open_one.number


def test_a_later_call_needs_no_type(calls: Calls, open_one: Ticket) -> None:
    """The ticket has one."""
    calls.check(going_on(calls, open_one), KEEP)


def test_what_is_typed_anew_corrects_the_ticket(calls: Calls, open_one: Ticket) -> None:
    """The old value stays readable; an empty field says nothing."""
    saved = calls.save(going_on(calls, open_one, **{"priority": "高", "customer.order": "ORD1"}))
    header = fold(saved.ticket).header
    assert (header.priority, header.customer.order) == ("高", "ORD1")
    assert header.category == ("售后支持", "维修")


def test_a_later_call_can_solve_it(calls: Calls, open_one: Ticket) -> None:
    """And it is the agent's then."""
    state = fold(calls.finish(going_on(calls, open_one, solution="电话指导恢复"), SOLVE).ticket)
    assert (state.status, state.owner, state.transfers) == (Status.RESOLVED, "lina", 1)


def test_a_later_call_goes_on_with_a_rated_ticket(
    team: Team, calls: Calls, open_one: Ticket
) -> None:
    """What a customer said of an earlier round does not keep the next call from being saved."""
    with team.desk("wangwei") as desk:
        followup = FollowUp(desk)
        solved = followup.resolve(open_one, "换电容", confirmed=False)
        rated = followup.rate(solved, acts.Rated(acts.Scale.HOTLINE, {acts.OVERALL: 1}))
        followup.reopen(rated, "又不制冷了")
    draft = going_on(calls, open_one, **{"problem.text": "还是不制冷"})
    assert acts.Talked("还是不制冷") in acts_of(calls.finish(draft, KEEP).ticket)


def test_a_wrong_number_does_not_close_the_ticket_of_another_call(
    calls: Calls, open_one: Ticket
) -> None:
    """Only a record of its own is closed by it."""
    saved = calls.finish(going_on(calls, open_one), Disposition("打错", Outcome.CLOSE))
    assert fold(saved.ticket).status.is_open


def test_a_ticket_that_was_closed_meanwhile_is_not_gone_on_with(
    team: Team, calls: Calls, open_one: Ticket
) -> None:
    """The agent is told; the draft is still there."""
    draft = going_on(calls, open_one, **{"problem.text": "x"})
    with team.desk("wangwei") as desk:
        now = team.stored(open_one.number)
        desk.save(now.with_events([desk.event(acts.Closed())]))
    with pytest.raises(InputError, match="not_open"):
        calls.save(draft)


def test_what_others_did_meanwhile_stands(team: Team, calls: Calls, open_one: Ticket) -> None:
    """Both are on the ticket."""
    draft = going_on(calls, open_one, **{"problem.text": "催问"})
    with team.desk("wangwei") as desk:
        now = team.stored(open_one.number)
        desk.save(now.with_events([desk.event(acts.Progressed("已备件"))]))
    told = acts_of(calls.save(draft).ticket)
    assert acts.Progressed("已备件") in told
    assert acts.Talked("催问") in told


def test_a_call_is_added_once(calls: Calls, open_one: Ticket) -> None:
    """Also where the program was killed before it could forget the draft."""
    draft = going_on(calls, open_one, **{"problem.text": "催问"})
    assert calls.save(draft).ticket == calls.save(draft).ticket
    calls.keep(draft)
    assert calls.left() == []


def test_a_save_can_be_taken_back(team: Team, calls: Calls) -> None:
    """The ticket stays, open and nobody's; the record is in the form again."""
    draft = calls.hang_up(calls.answer(Draft("hotline", {**FAULT, "note": "x"})))
    saved = calls.finish(draft, DISPATCH)
    back = calls.undo(saved)
    state = fold(team.stored(saved.ticket.number))
    assert (state.status, state.owner, state.call.saved) == (Status.OPEN, "", None)
    assert (back.values, back.events, back.amends) == (
        draft.values,
        draft.events,
        state.header.number,
    )


def test_what_is_saved_again_is_the_same_ticket(team: Team, calls: Calls) -> None:
    """With what was changed, and without what was taken back."""
    saved = calls.finish(calls.answer(Draft("hotline", {**FAULT, "note": "x"})), DISPATCH)
    back = calls.undo(saved)
    values = {**back.values, "problem.text": "空调漏水", "note": "", "solution": "已接好水管"}
    team.clock.advance(30)
    again = calls.finish(replace(back, values=values), SOLVE).ticket
    state = fold(again)
    assert again.number == saved.ticket.number
    assert (state.header.problem.text, state.status) == ("空调漏水", Status.RESOLVED)
    assert (state.owner, state.transfers) == ("lina", 0)
    assert "noted" not in {event.kind for event in standing(again.events)}
    assert state.call.saved == at("2026-05-06 10:00:30")


def test_a_field_that_was_emptied_is_empty(calls: Calls) -> None:
    """Taking back is also for what should not have been written."""
    back = calls.undo(calls.save(Draft("hotline", {**FAULT, "request": "退款"})))
    values = {**back.values, "request": ""}
    again = calls.save(replace(back, values=values)).ticket
    assert field_text(fold(again).header, "request") == ""


def test_an_addition_can_be_taken_back(team: Team, calls: Calls, open_one: Ticket) -> None:
    """The ticket is as it was before the call, but for the call itself."""
    saved = calls.save(going_on(calls, open_one, **{"problem.text": "催问", "priority": "高"}))
    back = calls.undo(saved)
    state = fold(team.stored(open_one.number))
    assert back.continues == open_one.number
    assert (state.header.priority, state.owner) == ("", "wangwei")
    assert acts.Talked("催问") not in acts_of(team.stored(open_one.number))
    assert acts.Talked("催问") in acts_of(calls.save(back).ticket)


def test_what_somebody_went_on_from_is_not_taken_back(team: Team, calls: Calls) -> None:
    """Their work would hang in the air."""
    saved = calls.finish(calls.answer(Draft("hotline", FAULT)), DISPATCH)
    with team.desk("wangwei") as desk:
        now = team.stored(saved.ticket.number)
        desk.save(now.with_events([desk.event(acts.Accepted())]))
    with pytest.raises(InputError, match="undo_too_late"):
        calls.undo(saved)
