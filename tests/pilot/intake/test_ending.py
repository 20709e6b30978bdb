"""How a call ends: one key, what is missing, what is left to ask, the next call."""

from pathlib import Path

from cstui.domain import acts
from cstui.domain.fold import fold
from screens.kit.fields import Field
from tests.fixtures.front_desk import tickets_of
from tests.fixtures.intake import LI, desk, draft_of, past, said
from tests.fixtures.pilots import go_to, opened, shown, until, until_shown
from tests.fixtures.times import at

FAULT = ("tab", *"漏水", "tab", *"售后支持/维修")


async def test_the_keys_of_the_first_endings_stand_on_the_screen(tmp_path: Path) -> None:
    """Below the form, with the digits of those that have no key of their own."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft", size=(120, 30)) as pilot:
        line = "F9 当场解决  F10 派单处理  F12 约定回电  F11 转接他人  F8 结束 ▸  5 自己跟进"
        assert line in shown(pilot)


async def test_what_is_missing_is_told_all_at_once(tmp_path: Path) -> None:
    """Only at the end, below each field, the cursor in the first; the call goes on."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", *"138")
        assert "请填写此项" not in shown(pilot)
        await pilot.press("f9")
        await until(pilot, lambda: shown(pilot).count("请填写此项。") == 3)
        assert pilot.app.screen.query_one("#problem-text").has_focus
        assert draft_of(pilot).call.runs
    assert not tickets_of(work)


async def test_solved_on_the_call_takes_one_key(tmp_path: Path) -> None:
    """F9 ends the call, saves, and is ready: all empty, the cursor in the caller field."""
    work, clock = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", *FAULT)
        go_to(pilot, "solution")
        await pilot.press(*"已教客户关阀")
        clock.advance(30)
        await pilot.press("f9")
        await until_shown(pilot, "已保存 20260506001")
        assert "无通话" in shown(pilot)
        assert not said(pilot)
        assert pilot.app.screen.query_one("#caller").has_focus
    (ticket,) = tickets_of(work)
    state = fold(ticket)
    assert state.solution == "已教客户关阀"
    assert state.call.ended == at("2026-05-06 09:00:30")
    assert ticket.events[-1].act == acts.Saved("当场解决")


async def test_dispatched_by_rule(tmp_path: Path) -> None:
    """The form tells beforehand whom the rules would give it; F10 does, and says until when."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", *FAULT, "tab")
        await until_shown(pilot, "按规则：张敏")
        await pilot.press("f10")
        await until_shown(pilot, "由张敏处理 · 下一步：今天 11:00 前受理")
    (ticket,) = tickets_of(work)
    assert fold(ticket).owner == "zhangmin"


async def test_the_rule_can_be_overridden(tmp_path: Path) -> None:
    """Whoever is named in the form is given the ticket."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", *FAULT)
        go_to(pilot, "owner")
        await pilot.press(*"wangw", "enter", "f10")
        await until_shown(pilot, "由王伟处理")
    (ticket,) = tickets_of(work)
    assert fold(ticket).owner == "wangwei"


async def test_a_call_back_is_asked_for_its_time(tmp_path: Path) -> None:
    """What the time means stands there while it is typed; Esc goes back to the call."""
    work, _ = desk(tmp_path, past(LI))
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", *"13812345678", "enter", *FAULT[1:])
        await pilot.press("f12", *"+2h")
        await until_shown(pilot, "→ 今天 11:00")
        await pilot.press("escape")
        assert draft_of(pilot).call.runs
        await pilot.press("f12", *"昨天", "enter")
        await until(pilot, lambda: len(pilot.app.screen_stack) == 2)
        assert len(tickets_of(work)) == 1
        await pilot.press("ctrl+u", *"明天9点", "enter")
        await until_shown(pilot, "已保存")
    ticket = tickets_of(work)[-1]
    callback = fold(ticket).callback
    assert callback
    assert callback.due == at("2026-05-07 09:00")


async def test_f8_ends_at_once_and_a_digit_says_how(tmp_path: Path) -> None:
    """The moment of the key is the end; a transfer asks whom, and letters find the person."""
    work, clock = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", *FAULT)
        clock.advance(20)
        await pilot.press("f8")
        await until_shown(pilot, "通话结果？")
        clock.advance(40)
        await pilot.press("4", *"wangw", "enter")
        await until_shown(pilot, "由王伟处理")
    (ticket,) = tickets_of(work)
    assert fold(ticket).call.ended == at("2026-05-06 09:00:20")
    assert fold(ticket).owner == "wangwei"


async def test_a_full_width_digit_is_a_digit(tmp_path: Path) -> None:
    """An input method may be on while the call ends."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", "f8", "\uff18")
        await until_shown(pilot, "已保存 20260506001")
    (ticket,) = tickets_of(work)
    assert ticket.events[-1].act == acts.Saved("打错电话")


async def test_suggestions_are_taken_with_enter_and_left_with_tab(tmp_path: Path) -> None:
    """They stand dim in the empty field until then."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        priority = pilot.app.screen.query_one("#priority", Field)
        await pilot.press("f5", "tab", *"冒烟了")
        await until(pilot, lambda: priority.placeholder == "高")
        assert "priority" not in said(pilot)
        await pilot.press("tab", "tab", "tab")
        assert "priority" not in said(pilot)
        await pilot.press("shift+tab", "enter")
        assert said(pilot)["priority"] == "高"


async def test_the_last_save_can_be_undone(tmp_path: Path) -> None:
    """Ctrl+Z in an empty form brings the record back; saved again, it keeps its number."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", *FAULT, "f10")
        await until_shown(pilot, "已保存 20260506001")
        await pilot.press("ctrl+z")
        await until_shown(pilot, "修改 20260506001")
        assert said(pilot)["problem.text"] == "漏水"
        await pilot.press("f8", "5")
        await until_shown(pilot, "由王芳处理")
    (ticket,) = tickets_of(work)
    assert fold(ticket).owner == "wang"


async def test_undo_in_a_field_is_the_fields_own(tmp_path: Path) -> None:
    """Once something is typed, Ctrl+Z takes back typing."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", *FAULT, "f10")
        await until_shown(pilot, "已保存 20260506001")
        await pilot.press("f5", "tab", *"x", "ctrl+z")
        await until(pilot, lambda: "problem.text" not in said(pilot))
        assert draft_of(pilot).amends == ""
