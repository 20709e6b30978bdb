"""A call from the first key to the saved record."""

from pathlib import Path

from textual.pilot import Pilot

from cstui.domain import acts
from cstui.services.desk import Desk
from cstui.services.drafts import Draft
from screens.intake.screen import IntakeScreen
from tests.fixtures.front_desk import MORNING, desk_at, tickets_of
from tests.fixtures.pilots import go_to, opened, shown, until_shown
from tests.fixtures.times import FrozenClock, at


def desk(tmp_path: Path) -> tuple[Desk, FrozenClock]:
    """A desk with nothing on it, and its clock."""
    clock = FrozenClock(at(MORNING))
    return desk_at(tmp_path / "desk.db", clock), clock


def draft_of(pilot: Pilot[None]) -> Draft:
    """What is being written."""
    screen = pilot.app.screen
    assert isinstance(screen, IntakeScreen)
    assert screen.draft
    return screen.draft


async def test_one_key_answers_and_the_time_runs(tmp_path: Path) -> None:
    """F5 starts the call; minutes and seconds count from then on."""
    work, clock = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        assert "无通话" in shown(pilot)
        await pilot.press("f5")
        await until_shown(pilot, "通话中  00:00")
        clock.advance(65)
        await until_shown(pilot, "通话中  01:05")


async def test_the_greeting_is_shown_while_its_time_runs(tmp_path: Path) -> None:
    """The script with one's own name stands there for ten seconds, and counts them down."""
    work, clock = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5")
        await until_shown(pilot, "我是王芳，请问有什么可以帮您？”  还有 10 秒")
        clock.advance(7)
        await until_shown(pilot, "还有 3 秒")
        clock.advance(4)
        await until_shown(pilot, "问候已超时")
        assert "我是王芳" not in shown(pilot)


async def test_the_greeting_is_told_with_one_key(tmp_path: Path) -> None:
    """Ctrl+G, offered until it is pressed; the bar tells that it was in time."""
    work, clock = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        assert "已问候" not in shown(pilot)
        await pilot.press("f5")
        await until_shown(pilot, "^G 已问候")
        clock.advance(4)
        await pilot.press(*"138", "ctrl+g")
        await until_shown(pilot, "已按时问候")
        assert "^G" not in shown(pilot)
        clock.advance(20)
        await pilot.press("ctrl+g", "f8")
        await until_shown(pilot, "话后处理")
        assert "问候" not in shown(pilot)
        draft = draft_of(pilot)
    greetings = [event.at for event in draft.events if event.act == acts.Greeted()]
    assert greetings == [at("2026-05-06 09:00:04")]


async def test_hold_and_wrap_up_run_visibly(tmp_path: Path) -> None:
    """F7 holds and resumes, F8 hangs up; each state shows its own time and that of the call."""
    work, clock = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5")
        clock.advance(60)
        await pilot.press("f7")
        clock.advance(15)
        await until_shown(pilot, "保持中  00:15   通话 01:15")
        await pilot.press("f7")
        await until_shown(pilot, "通话中  01:15")
        await pilot.press("f8")
        clock.advance(20)
        await until_shown(pilot, "话后处理  00:20   通话 01:15")


async def test_hold_works_in_a_field_of_many_lines(tmp_path: Path) -> None:
    """F7 is the call's key wherever the cursor stands."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5")
        go_to(pilot, "problem-text")
        await pilot.press("f7")
        await until_shown(pilot, "保持中")


async def test_what_was_typed_and_measured_is_saved(tmp_path: Path) -> None:
    """A ticket holds exactly the words of the fields and the moments of the keys."""
    work, clock = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", *"13812345678", "enter", *"李雷", "enter", *"ORD1", "enter")
        clock.advance(30)
        await pilot.press("f7")
        clock.advance(10)
        await pilot.press("f7", "enter", *"维修", "enter", "enter", *"昨天")
        go_to(pilot, "problem-text")
        await pilot.press(*"不能开机", "enter", *"reset")
        clock.advance(20)
        await pilot.press("f8")
        clock.advance(40)
        await pilot.press("ctrl+s")
        await until_shown(pilot, "已保存 20260506001 · 下一步：5月8日 09:00 前解决")
    (ticket,) = tickets_of(work)
    header = ticket.header
    assert (header.customer.phone, header.customer.name) == ("13812345678", "李雷")
    assert (header.customer.order, header.channel) == ("ORD1", "电话")
    assert header.category == ("售后支持", "维修")
    assert (header.problem.when, header.problem.text) == ("昨天", "不能开机\nreset")
    assert [(event.at, event.act) for event in ticket.events] == [
        (at("2026-05-06 09:00:00"), acts.Rang()),
        (at("2026-05-06 09:00:00"), acts.Answered()),
        (at("2026-05-06 09:00:30"), acts.Held()),
        (at("2026-05-06 09:00:40"), acts.ResumedTalk()),
        (at("2026-05-06 09:01:00"), acts.Ended()),
        (at("2026-05-06 09:01:40"), acts.Saved()),
    ]


async def test_after_saving_the_form_is_ready_for_the_next_call(tmp_path: Path) -> None:
    """A call that still runs ends with the save; then all is empty, the cursor in front."""
    work, clock = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", *"138")
        go_to(pilot, "category")
        await pilot.press(*"物流", "tab", "tab", *"x")
        clock.advance(30)
        await pilot.press("ctrl+s")
        await until_shown(pilot, "已保存 20260506001")
        assert "无通话" in shown(pilot)
        assert "138" not in shown(pilot).replace("20260506001", "")
        await pilot.press("f5", *"139")
        assert pilot.app.screen.query_one("#customer-phone").has_focus
        await until_shown(pilot, "139")
    (ticket,) = tickets_of(work)
    assert [event.kind for event in ticket.events] == ["rang", "answered", "ended", "saved"]


async def test_the_next_call_waits_for_the_record(tmp_path: Path) -> None:
    """In the wrap-up F5 starts nothing, and says what to do first."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", "f8", "f5")
        await until_shown(pilot, "请先保存当前记录")
        assert "话后处理" in shown(pilot)


async def test_clearing_asks_first(tmp_path: Path) -> None:
    """Ctrl+N throws a record away, once the agent has agreed."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", *"138", "ctrl+n")
        await until_shown(pilot, "放弃这条记录？")
        await pilot.press("escape")
        await until_shown(pilot, "通话中")
        await pilot.press("ctrl+n", "enter")
        await until_shown(pilot, "无通话")
        assert "138" not in shown(pilot)
    assert not tickets_of(work)
