"""A call while it lasts: what each key measures, and what it leaves alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cstui.domain import acts
from cstui.domain.articles import Article, Section
from cstui.domain.errors import InputError
from cstui.domain.ringing import Ringing
from cstui.domain.ticket import Customer
from cstui.services.intake.callers import KnownCaller
from cstui.services.intake.draft import Draft
from cstui.services.intake.live_call import LiveCall, WrapUp
from tests.fixtures.front_desk import MORNING, desk_at
from tests.fixtures.times import FrozenClock, at

XIAOMING = Customer(name="李小明", phone="13812345678", number="C1")
ARTICLE = Article("断电检查", Section.OPERATION, "请先断电。\n\n再检查插座。")


@pytest.fixture
def clock() -> FrozenClock:
    """A clock that stands at nine in the morning."""
    return FrozenClock(at(MORNING))


@pytest.fixture
def live(tmp_path: Path, clock: FrozenClock) -> Iterator[LiveCall]:
    """王芳's calls."""
    desk = desk_at(tmp_path / "desk.db", clock)
    yield LiveCall(desk)
    desk.store.close()


def known(customer: Customer) -> KnownCaller:
    """A customer as a look-up finds them."""
    return KnownCaller(customer, "20260501001", at("2026-05-01 09:00"), open=True)


def test_a_call_that_the_switch_told_of_began_when_it_rang(
    live: LiveCall, clock: FrozenClock
) -> None:
    """Answering adds the answer alone."""
    draft = live.ring(Ringing("wang", at("2026-05-06 08:59:50"), "13812345678"))
    assert draft.values == {"channel": "电话", "customer.phone": "13812345678"}
    call = live.answer(draft).call
    assert (call.rang, call.answered) == (at("2026-05-06 08:59:50"), clock.now())


def test_wrap_up_is_held_against_its_limit(live: LiveCall, clock: FrozenClock) -> None:
    """From the end of the call on; a wish, where the team has one."""
    draft = live.answer(Draft("hotline"))
    assert live.wrap_up(draft) is None
    over = live.hang_up(draft)
    clock.advance(40)
    wrap_up = live.wrap_up(over)
    assert wrap_up
    assert wrap_up.used == 40
    assert WrapUp(41, 40).over
    assert not WrapUp(40, 40).over
    assert not WrapUp(4000, None).over


def test_a_tick_counts_once(live: LiveCall) -> None:
    """Repeated back, upset: the first press is the moment."""
    draft = live.upset(live.repeat_back(Draft("hotline")))
    assert live.upset(live.repeat_back(draft)) == draft
    assert (draft.call.confirmed, draft.call.upset) == (True, True)


def test_a_caller_fills_the_form(live: LiveCall) -> None:
    """And is identified at that moment."""
    draft = live.known(Draft("hotline"), known(XIAOMING))
    assert draft.values == {
        "customer.name": "李小明",
        "customer.phone": "13812345678",
        "customer.number": "C1",
    }
    assert draft.call.identified


def test_what_was_typed_of_the_customer_stays(live: LiveCall) -> None:
    """They may call from another telephone today."""
    typed = Draft("hotline", {"customer.phone": "13900000000"})
    draft = live.known(typed, known(XIAOMING))
    assert draft.values["customer.phone"] == "13900000000"
    assert draft.values["customer.name"] == "李小明"


def test_another_caller_replaces_the_first(live: LiveCall) -> None:
    """Whoever was chosen by mistake leaves nothing behind."""
    draft = live.known(Draft("hotline"), known(XIAOMING))
    other = Customer(name="王伟", phone="13711112222", number="C2")
    values = live.known(draft, known(other)).values
    assert values["customer.name"] == "王伟"
    assert values["customer.phone"] == "13711112222"


def test_a_promise_has_words_and_a_time(live: LiveCall) -> None:
    """Both, or it is none."""
    draft = live.promise(Draft("hotline"), "寄出配件", "+1d")
    assert draft.promise == acts.Promised("寄出配件", at("2026-05-07 09:00"))
    for what, until in ("", "+1d"), ("x", "sometime"):
        with pytest.raises(InputError):
            live.promise(draft, what, until)


def test_a_quote_never_overwrites(live: LiveCall) -> None:
    """The answer goes below what is there; the article counts once."""
    draft = live.quote(Draft("hotline", {"solution": "已安抚"}), ARTICLE)
    assert draft.values["solution"] == "已安抚\n请先断电。"
    assert live.quote(draft, ARTICLE).quoted == ("断电检查",)


def test_the_agent_says_their_own_name(live: LiveCall) -> None:
    """The script has it in."""
    assert "王芳" in live.script(Draft("hotline"))


def test_the_problem_is_repeated_back(live: LiveCall) -> None:
    """All that was written of it; nothing before there is something."""
    assert live.repeat_back_script(Draft("hotline", {"problem.text": " "})) == ""
    told = {"problem.text": "空调不制冷", "problem.when": "昨晚"}
    script = live.repeat_back_script(Draft("hotline", told))
    assert "空调不制冷" in script
    assert "昨晚" in script


def test_missing_parts_of_the_problem_are_told(live: LiveCall) -> None:
    """None while nothing is typed; one text tells at least what happened."""
    assert live.missing(Draft("hotline", {"note": "x"})) == ()
    assert live.missing(Draft("hotline", {"problem.text": "不能开机"})) == (
        "problem.when",
        "problem.where",
        "problem.outcome",
    )
    parts = dict.fromkeys(("when", "where", "what", "outcome"), "x")
    assert live.missing(Draft("hotline", {f"problem.{part}": "x" for part in parts})) == ()
