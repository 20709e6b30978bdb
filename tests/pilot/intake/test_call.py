"""The call's own lines: its times, what to say, what to know."""

from pathlib import Path

from cstui.domain import acts
from cstui.domain.articles import Article, Section
from screens.kit.fields import Field
from tests.fixtures.front_desk import tickets_of
from tests.fixtures.intake import LI, desk, draft_of, past, said
from tests.fixtures.pilots import go_to, opened, shown, until, until_shown
from tests.fixtures.times import at

MARKED = "✓问候"


async def test_one_key_answers_and_the_time_runs(tmp_path: Path) -> None:
    """F5 starts the call; minutes and seconds count from then on."""
    work, clock = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        assert "无通话" in shown(pilot)
        await pilot.press("f5")
        await until_shown(pilot, "通话中 00:00")
        clock.advance(65)
        await until_shown(pilot, "通话中 01:05")


async def test_the_greeting_is_shown_while_its_time_runs(tmp_path: Path) -> None:
    """The team's script with one's own name stands there for ten seconds, and counts them down."""
    work, clock = desk(tmp_path, greeting="您好，我是{name}。")
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5")
        await until_shown(pilot, "10 秒  您好，我是王芳。")
        clock.advance(7)
        await until_shown(pilot, "3 秒")
        clock.advance(4)
        await until_shown(pilot, "问候超时")
        assert "我是王芳" not in shown(pilot)


async def test_the_greeting_is_told_with_one_key(tmp_path: Path) -> None:
    """Ctrl+G, offered until it is pressed; the line tells that it was in time."""
    work, clock = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        assert "已问候" not in shown(pilot)
        await pilot.press("f5")
        await until_shown(pilot, "^G 已问候")
        clock.advance(4)
        await pilot.press("ctrl+g")
        await until_shown(pilot, MARKED)
        assert "^G" not in shown(pilot)
        clock.advance(20)
        await pilot.press("ctrl+g")
        draft = draft_of(pilot)
    greetings = [event.at for event in draft.events if event.act == acts.Greeted()]
    assert greetings == [at("2026-05-06 09:00:04")]


async def test_hold_and_wrap_up_run_visibly(tmp_path: Path) -> None:
    """F7 holds and resumes, F8 ends; each state shows its own time and that of the call."""
    work, clock = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5")
        clock.advance(60)
        await pilot.press("f7")
        clock.advance(15)
        await until_shown(pilot, "保持中 00:15  通话 01:15")
        await pilot.press("f7")
        await until_shown(pilot, "通话中 01:15  保持 00:15")
        await pilot.press("f8", "escape")
        clock.advance(20)
        await until_shown(pilot, "话后处理 00:20")
        assert "通话 01:15" in shown(pilot)


async def test_the_wrap_up_is_held_against_its_limit(tmp_path: Path) -> None:
    """Where the team has one, it stands beside the time; nothing happens when it is over."""
    limits = {"greeting": "10 s", "wrap_up": "1 min"}
    work, clock = desk(tmp_path, **{"policy.hotline": {"limits": limits}})
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", "f8", "escape")
        clock.advance(70)
        await until_shown(pilot, "话后处理 01:10/01:00")


async def test_hold_works_in_a_field_of_many_lines(tmp_path: Path) -> None:
    """F7 is the call's key wherever the cursor stands."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5")
        go_to(pilot, "problem-text")
        await pilot.press("f7")
        await until_shown(pilot, "保持中")


async def test_the_problem_is_repeated_and_confirmed(tmp_path: Path) -> None:
    """Ctrl+R shows what to ask; once the caller agreed, again Ctrl+R ticks it."""
    work, _ = desk(tmp_path, repeat_back="您说{problem}，对吗？")
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", "ctrl+g", "ctrl+r")
        await until_shown(pilot, "请先记下问题")
        go_to(pilot, "problem-text")
        await pilot.press(*"漏水", "ctrl+r")
        await until_shown(pilot, "您说漏水，对吗？")
        assert not draft_of(pilot).call.confirmed
        await pilot.press("ctrl+r")
        await until_shown(pilot, "✓复述")
        assert "对吗" not in shown(pilot)
        assert draft_of(pilot).call.confirmed


async def test_an_upset_caller_is_calmed_first(tmp_path: Path) -> None:
    """Ctrl+B shows one of the team's phrases, again the next; the priority rises by it."""
    work, _ = desk(tmp_path, calming=["您先别急。", "我来处理。"])
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", "ctrl+g", "ctrl+b")
        await until_shown(pilot, "您先别急。")
        await pilot.press("ctrl+b")
        await until_shown(pilot, "我来处理。")
        await pilot.press("ctrl+b")
        await until_shown(pilot, "您先别急。")
        upset = [event for event in draft_of(pilot).events if event.act == acts.Upset()]
        assert len(upset) == 1
        priority = pilot.app.screen.query_one("#priority", Field)
        await until(pilot, lambda: priority.placeholder == "高")


async def test_what_is_missing_of_the_problem_is_shown(tmp_path: Path) -> None:
    """As soon as something is told of it; it never holds anything up."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        assert "未记" not in shown(pilot)
        go_to(pilot, "problem-where")
        await pilot.press(*"家中")
        await until_shown(pilot, "未记：时间 事件 结果")


async def test_a_repeated_call_is_told_while_typing(tmp_path: Path) -> None:
    """The same customer about the same type within a week: a look before another ticket."""
    work, _ = desk(tmp_path, past(LI, "2026-05-04 10:00", acts.Resolved("已修好")))
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press(*"13812345678", "enter")
        await until_shown(pilot, "历史 1 次")
        assert "近期同类来电" not in shown(pilot)
        go_to(pilot, "category")
        await pilot.press(*"售后支持/维修")
        await until_shown(pilot, "近期同类来电：20260504001 5月4日 空调不制冷")


async def test_a_promise_is_noted_with_its_time(tmp_path: Path) -> None:
    """Ctrl+D asks what and until when, and says what the time means before it counts."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", "ctrl+g", "ctrl+d", *"退款", "enter", *"+2h")
        await until_shown(pilot, "→ 今天 11:00")
        await pilot.press("enter")
        await until_shown(pilot, "承诺：退款")
        assert draft_of(pilot).promise == acts.Promised("退款", at("2026-05-06 11:00"))


async def test_an_answer_is_quoted_below_what_is_typed(tmp_path: Path) -> None:
    """Ctrl+K shows the article that fits the problem first; Enter quotes it."""
    work, _ = desk(tmp_path)
    work.store.articles.save([Article("空调不制冷", Section.OPERATION, "请先清洗过滤网。")])
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", "tab", *"空调不制冷")
        go_to(pilot, "solution")
        await pilot.press(*"已道歉", "ctrl+k")
        await until_shown(pilot, "请先清洗过滤网。")
        await pilot.press("enter")
        await until(pilot, lambda: draft_of(pilot).quoted == ("空调不制冷",))
        assert said(pilot)["solution"] == "已道歉\n请先清洗过滤网。"


async def test_what_was_typed_and_measured_is_saved(tmp_path: Path) -> None:
    """A ticket holds exactly the words of the fields and the moments of the keys."""
    work, clock = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", *"13812345678", "enter")
        await until(pilot, lambda: pilot.app.screen.query_one("#customer-name").has_focus)
        await pilot.press(*"李雷", "enter", *"不能开机", "enter", *"reset", "tab")
        clock.advance(30)
        await pilot.press("f7")
        clock.advance(10)
        await pilot.press("f7", *"售后支持/维修", "enter")
        go_to(pilot, "problem-when")
        await pilot.press(*"昨天")
        clock.advance(20)
        await pilot.press("f8", "escape")
        clock.advance(40)
        await pilot.press("ctrl+s")
        await until_shown(pilot, "已保存 20260506001")
    (ticket,) = tickets_of(work)
    header = ticket.header
    assert (header.customer.phone, header.customer.name) == ("13812345678", "李雷")
    assert header.channel == "电话"
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
