"""How calls end: what each of the team's dispositions asks for and does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cstui.domain import acts
from cstui.domain.assignment import Assignee
from cstui.domain.dispositions import Disposition, Outcome
from cstui.domain.errors import FieldErrors, InputError
from cstui.domain.fold import fold
from cstui.domain.state import State, Status
from cstui.ports import Setting
from cstui.services.intake.calls import Calls
from cstui.services.intake.draft import Draft
from cstui.services.intake.drafts import DraftBox
from tests.fixtures.desks import NOW, Team, make_team
from tests.fixtures.times import at

FAULT = {
    "category": "售后支持/维修",
    "problem.text": "空调不制冷",
    "customer.phone": "13812345678",
}


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """Three people: 李娜 on the hotline, 王伟 and 张敏 in technical support."""
    return make_team(tmp_path / "desk.db")


@pytest.fixture
def calls(team: Team, tmp_path: Path) -> Iterator[Calls]:
    """李娜's intake."""
    with team.desk("lina") as desk:
        yield Calls(desk, DraftBox(tmp_path / "drafts"))


def ended(calls: Calls, outcome: Outcome, detail: str = "", **typed: str) -> State:
    """The state of a ticket after a call about a fault that ended in some way."""
    draft = calls.answer(Draft("hotline", {**FAULT, **typed}))
    return fold(calls.finish(draft, Disposition("x", outcome), detail).ticket)


def refused(calls: Calls, outcome: Outcome, typed: dict[str, str]) -> dict[str, str]:
    """The keys of what is wrong, by field."""
    with pytest.raises(FieldErrors) as caught:
        calls.check(calls.answer(Draft("hotline", typed)), Disposition("x", outcome))
    return {name: error.key for name, error in caught.value.fields.items()}


def test_solved_on_the_call(calls: Calls) -> None:
    """The agent holds it, and only the revisit is left."""
    state = ended(calls, Outcome.SOLVE, solution="重启后恢复")
    assert (state.status, state.owner) == (Status.RESOLVED, "lina")
    assert state.solution == "重启后恢复"


def test_who_solves_says_how(calls: Calls) -> None:
    """A solution is asked for, together with all else that is missing."""
    assert refused(calls, Outcome.SOLVE, {"category": "其他"}) == {
        "problem.text": "required",
        "solution": "required",
    }


def test_dispatch_goes_by_the_rules(calls: Calls) -> None:
    """After-sales is technical support's, and of its people the one with the least work gets it."""
    assert ended(calls, Outcome.DISPATCH).owner == "wangwei"
    assert ended(calls, Outcome.DISPATCH).owner == "zhangmin"
    assert ended(calls, Outcome.DISPATCH).owner == "wangwei"


def test_the_agent_may_know_better(calls: Calls) -> None:
    """An owner in the form is who gets it."""
    assert ended(calls, Outcome.DISPATCH, owner="zhangmin").owner == "zhangmin"


def test_a_dispatch_without_a_rule_asks_for_an_owner(team: Team, calls: Calls) -> None:
    """At the field where one is chosen; nothing is saved."""
    with team.desk("lina") as desk:
        desk.store.set([Setting("assignment", [], "2026-01-01", "lina", desk.clock.now())])
        draft = calls.answer(Draft("hotline", FAULT))
        other = Calls(desk, DraftBox(team.path.parent / "others"))
        desk.reread_rules()
        with pytest.raises(FieldErrors) as caught:
            other.finish(draft, Disposition("派单", Outcome.DISPATCH))
        assert caught.value.fields["owner"].key == "no_rule"
        assert desk.store.count() == 0


def test_who_would_get_it_is_told_before(calls: Calls) -> None:
    """By the same rule."""
    assert calls.assignee(Draft("hotline", FAULT)) == Assignee("wangwei", "技术支持")


def test_what_was_tried_is_a_step(calls: Calls) -> None:
    """A solution typed on a dispatched ticket does not resolve it."""
    draft = calls.answer(Draft("hotline", {**FAULT, "solution": "已请客户断电"}))
    ticket = calls.finish(draft, Disposition("派单", Outcome.DISPATCH)).ticket
    assert fold(ticket).status is Status.OPEN
    assert acts.Progressed("已请客户断电") in [event.act for event in ticket.events]


def test_a_call_back_has_its_time(calls: Calls) -> None:
    """It stays with the agent, and is due when it was agreed on, after the lunch hour."""
    draft = calls.answer(Draft("hotline", FAULT))
    saved = calls.finish(draft, Disposition("约定回电", Outcome.CALL_BACK), "+2h")
    state = fold(saved.ticket)
    assert state.owner == "lina"
    assert state.callback == acts.CallbackSet(at("2026-05-06 13:00"), "空调不制冷")
    assert (saved.clock, saved.due) == ("accept", at("2026-05-06 12:00"))


def test_a_call_back_needs_a_number(calls: Calls) -> None:
    """Nobody can be called back without one."""
    typed = {**FAULT, "customer.phone": ""}
    assert refused(calls, Outcome.CALL_BACK, typed) == {"customer.phone": "required"}


@pytest.mark.parametrize("detail", ["", "sometime"])
def test_a_call_back_needs_a_time(calls: Calls, detail: str) -> None:
    """One that can be read; the record stays."""
    with pytest.raises(InputError):
        ended(calls, Outcome.CALL_BACK, detail)


def test_a_transfer_names_a_person(calls: Calls) -> None:
    """Who then holds it, with their team."""
    state = ended(calls, Outcome.TRANSFER, "zhangmin")
    assert (state.owner, state.team) == ("zhangmin", "技术支持")
    with pytest.raises(InputError):
        ended(calls, Outcome.TRANSFER)


def test_who_keeps_it_has_accepted(calls: Calls) -> None:
    """No clock runs for what one gives to oneself."""
    state = ended(calls, Outcome.KEEP)
    assert (state.owner, state.accepted) == ("lina", at(NOW))


def test_a_wrong_number_asks_for_nothing(calls: Calls) -> None:
    """An empty record is closed under the disposition's name."""
    draft = calls.answer(Draft("hotline"))
    ticket = calls.finish(draft, Disposition("打错电话", Outcome.CLOSE)).ticket
    assert fold(ticket).status is Status.CLOSED
    assert acts.Closed("打错电话") in [event.act for event in ticket.events]


def test_a_call_that_nobody_took_was_abandoned(calls: Calls) -> None:
    """It rang, and that is all."""
    from cstui.domain.ringing import Ringing

    draft = calls.ring(Ringing("lina", at(NOW), "13812345678"))
    ticket = calls.finish(draft, Disposition("无声", Outcome.CLOSE)).ticket
    assert fold(ticket).call.abandoned


def test_the_disposition_is_kept(calls: Calls) -> None:
    """In the team's own word, with the save."""
    saved = calls.finish(Draft("hotline"), Disposition("骚扰", Outcome.CLOSE))
    assert saved.disposition == "骚扰"
    assert saved.ticket.events[-1].act == acts.Saved("骚扰")
