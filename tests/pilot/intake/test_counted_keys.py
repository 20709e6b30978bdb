"""How many keys a call costs beside what is told in free words: what the README says of them."""

from pathlib import Path

from cstui.domain import acts
from cstui.domain.articles import Article, Section
from screens.kit.fields import Field
from tests.fixtures.intake import LI, desk, draft_of, past, said
from tests.fixtures.keystrokes import Counted, told_in_readme
from tests.fixtures.pilots import opened, until, until_shown


async def test_a_known_caller_is_answered_with_twelve_keys(tmp_path: Path) -> None:
    """Answered, greeted, found by the last four digits, typed by suggestion, solved."""
    solved = [
        past(LI, f"2026-05-0{day} 10:00", acts.Resolved("已修好"), about="空调不制冷")
        for day in range(1, 5)
    ]
    work, _ = desk(tmp_path, *solved)
    async with opened(work, tmp_path / "draft") as pilot:
        counted = Counted(pilot)
        await counted.keys("f5")
        await counted.keys("ctrl+g")
        await counted.keys(*"5678")
        await until_shown(pilot, "138****5678")
        await counted.keys("enter")
        await counted.text("空调不制冷")
        await until(pilot, lambda: draft_of(pilot).call.identified)
        category = pilot.app.screen.query_one("#category", Field)
        await until(pilot, lambda: category.placeholder == "售后支持/维修")
        await counted.keys("tab", "enter")
        await counted.keys("tab", "tab")
        await counted.text("已指导重启")
        await counted.keys("f9")
        await until_shown(pilot, "已保存")
    assert counted.count <= 12
    told_in_readme("known caller, answered on the call", counted.row)


async def test_a_new_callers_fault_is_dispatched_with_twenty_five_keys(tmp_path: Path) -> None:
    """The number's eleven digits are dictated; type by its initials, priority as suggested."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        counted = Counted(pilot)
        await counted.keys("f5")
        await counted.keys("ctrl+g")
        await counted.text("13712345678")
        await until_shown(pilot, "未找到")
        await counted.keys("enter")
        await until(pilot, lambda: pilot.app.screen.query_one("#customer-name").has_focus)
        await counted.text("张三")
        await counted.keys("enter")
        await counted.text("热水器漏电")
        await counted.keys("tab", *"wx", "enter")
        await until(pilot, lambda: said(pilot).get("category") == "售后支持/维修")
        await until_shown(pilot, "高")
        await counted.keys("enter")
        await counted.keys("f10")
        await until_shown(pilot, "由张敏处理")
    assert counted.count + 11 <= 25
    told_in_readme("new caller, fault dispatched to a technician", counted.row)


async def test_a_call_back_costs_five_keys(tmp_path: Path) -> None:
    """The key, the time as it is said, Enter."""
    work, _ = desk(tmp_path, past(LI))
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", *"13812345678", "enter", *"漏水", "tab", *"wx", "enter")
        counted = Counted(pilot)
        await counted.keys("f12")
        await counted.keys(*"+2h", "enter")
        await until_shown(pilot, "已保存")
    assert counted.count <= 5
    told_in_readme("call back in two hours", counted.row)


async def test_a_transfer_costs_four_keys(tmp_path: Path) -> None:
    """The key, the initials of the person's name, Enter."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", "tab", *"漏水", "tab", *"wx", "enter")
        counted = Counted(pilot)
        await counted.keys("f11")
        await counted.keys(*"zm", "enter")
        await until_shown(pilot, "由张敏处理")
    assert counted.count <= 4
    told_in_readme("transfer to a named person", counted.row)


async def test_a_quote_costs_five_keys(tmp_path: Path) -> None:
    """The key, the initials of a word of the title, Enter."""
    work, _ = desk(tmp_path)
    work.store.articles.save([article("如何办理退货"), article("空调不制冷")])
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", "tab", *"买错了")
        counted = Counted(pilot)
        await counted.keys("ctrl+k")
        await until_shown(pilot, "如何办理退货")
        await counted.keys(*"th", "enter")
        await until(pilot, lambda: said(pilot).get("solution") == "关于如何办理退货：请先……")
        assert draft_of(pilot).quoted == ("如何办理退货",)
    assert counted.count <= 5
    told_in_readme("quote an article", counted.row)


def article(title: str) -> Article:
    """An article with a short answer."""
    return Article(title, Section.AFTER_SALES, f"关于{title}：请先……\n\n其余。")
