"""Several calls at once: none is lost, each keeps its clock."""

from pathlib import Path

from cstui.services.intake.ringing import tell
from tests.fixtures.front_desk import desk_at, tickets_of
from tests.fixtures.intake import LI, desk, draft_of, past, said, screen_of
from tests.fixtures.pilots import go_to, opened, shown, until, until_shown


async def test_a_second_call_leaves_the_first_waiting(tmp_path: Path) -> None:
    """F5 begins another record; PgUp and PgDn go round, and the first call's time went on."""
    work, clock = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", "tab", *"first")
        clock.advance(30)
        await pilot.press("f5")
        await until_shown(pilot, "2/2")
        assert "problem.text" not in said(pilot)
        clock.advance(10)
        await pilot.press("pageup")
        await until_shown(pilot, "1/2")
        assert said(pilot)["problem.text"] == "first"
        await until_shown(pilot, "通话中 00:40")
        await pilot.press("pageup")
        await until_shown(pilot, "通话中 00:10")


async def test_the_first_call_comes_back_after_the_second(tmp_path: Path) -> None:
    """Once the second is saved, the one that waits is shown."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", "tab", *"first", "f5", "f8", "8")
        await until_shown(pilot, "已保存 20260506001")
        assert said(pilot)["problem.text"] == "first"
        assert screen_of(pilot).unfinished.count == 1


async def test_pages_belong_to_an_open_list(tmp_path: Path) -> None:
    """There they scroll."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", "f5")
        await until_shown(pilot, "2/2")
        go_to(pilot, "category")
        await pilot.press("f4", "pagedown")
        assert "2/2" in shown(pilot)
        await pilot.press("escape", "pagedown")
        await until_shown(pilot, "1/2")


async def test_a_ringing_call_opens_by_itself(tmp_path: Path) -> None:
    """The switch tells who calls: the customer and the history are there before F5."""
    work, clock = desk(tmp_path, past(LI))
    other = desk_at(tmp_path / "desk.db", clock)
    async with opened(work, tmp_path / "draft") as pilot:
        tell(other, "13812345678", to="wang")
        await until_shown(pilot, "来电响铃 00:00  138****5678")
        await until_shown(pilot, "历史 1 次")
        clock.advance(6)
        await until_shown(pilot, "来电响铃 00:06")
        await pilot.press("f5")
        await until_shown(pilot, "通话中 00:00")
        assert said(pilot)["customer.name"] == "李小明"
        assert pilot.app.screen.query_one("#problem-text").has_focus
        assert screen_of(pilot).unfinished.count == 1


async def test_a_call_that_rings_meanwhile_waits(tmp_path: Path) -> None:
    """Nothing that is being typed moves; F5 goes to the call that rings."""
    work, clock = desk(tmp_path)
    other = desk_at(tmp_path / "desk.db", clock)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", "tab", *"first")
        tell(other, "13812345678", to="wang")
        await until_shown(pilot, "新来电：138****5678")
        assert said(pilot)["problem.text"] == "first"
        await pilot.press("f5")
        await until(pilot, lambda: said(pilot).get("customer.phone") == "13812345678")
        assert draft_of(pilot).call.runs
        assert screen_of(pilot).unfinished.count == 2
    assert not tickets_of(work)
