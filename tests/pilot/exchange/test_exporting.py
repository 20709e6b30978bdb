"""Exporting tickets on the screen."""

import csv
from pathlib import Path

from openpyxl import load_workbook

from cstui.domain.people import Role
from tests.fixtures.desks import Team, ticket
from tests.pilot.exchange.conftest import Sit, Somebody


async def _ask(somebody: Somebody) -> None:
    await somebody.press("E")
    await somebody.until_dialog("ExportForm")


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))


async def test_what_the_list_shows_is_exported(team: Team, sit: Sit, folder: Path) -> None:
    """With its filter, in its order, masked."""
    team.add(
        ticket(subject="空调不制冷"),
        ticket("2026-05-06 09:55", subject="空调漏水"),
        ticket(subject="电视黑屏"),
    )
    async with sit(team) as lina:
        await lina.press("slash")
        await lina.type("空调")
        await lina.until_seen("2 个工单")
        await _ask(lina)
        assert "空调" in lina.text().split("导出工单")[1]
        await lina.type("list.csv")
        await lina.press("ctrl+s")
        await lina.until_seen("已将 2 条工单导出到 list.csv")
    rows = _rows(folder / "list.csv")
    assert [row["问题描述"] for row in rows] == ["空调不制冷", "空调漏水"]
    assert {row["客户姓名"] for row in rows} == {"李*"}


async def test_a_period_and_a_form_may_be_chosen(team: Team, sit: Sit, folder: Path) -> None:
    """The form's sheet has its own headings."""
    team.add(ticket(), ticket("2026-04-06 09:50"))
    async with sit(team) as lina:
        await _ask(lina)
        await lina.type("may.xlsx", "全部", "本月", "售后服务")
        await lina.until_seen("已将 1 条工单导出到 may.xlsx")
    sheet = load_workbook(folder / "may.xlsx").worksheets[0]
    assert (sheet.title[:4], sheet.max_row) == ("售后服务", 2)


async def test_a_file_is_never_replaced_without_a_question(
    team: Team, sit: Sit, folder: Path
) -> None:
    """Who says no is back at what was asked."""
    team.add(ticket())
    (folder / "mine.csv").write_text("kept", encoding="utf-8")
    async with sit(team) as lina:
        await _ask(lina)
        await lina.type("mine.csv")
        await lina.press("ctrl+s")
        await lina.until_dialog("Confirm")
        await lina.press("escape")
        await lina.until_dialog("ExportForm")
        assert "mine.csv" in lina.text()
        assert (folder / "mine.csv").read_text(encoding="utf-8") == "kept"
        await lina.press("ctrl+s")
        await lina.until_dialog("Confirm")
        await lina.press("enter")
        await lina.until_seen("已将 1 条工单导出到")
    assert len(_rows(folder / "mine.csv")) == 1


async def test_full_data_is_offered_to_supervisors_alone(
    team: Team, sit: Sit, folder: Path
) -> None:
    """As in the shell."""
    team.add(ticket())
    async with sit(team) as lina:
        await _ask(lina)
        assert "姓名电话" not in lina.text()
    async with sit(team, Role.SUPERVISOR) as lina:
        await _ask(lina)
        await lina.type("full.csv", "", "", "", "完整显示")
        await lina.until_seen("已将 1 条工单导出到 full.csv")
    assert [row["客户姓名"] for row in _rows(folder / "full.csv")] == ["李小明"]


async def test_what_cannot_be_done_is_said_beside_its_field(
    team: Team, sit: Sit, folder: Path
) -> None:
    """Endings, folders and periods."""
    async with sit(team) as lina:
        await _ask(lina)
        await lina.type("list.doc", "", "someday")
        await lina.press("ctrl+s")
        await lina.until_seen("应以 .csv、.xlsx 或 .json 结尾")
        assert "someday" in lina.text()
        await lina.type("nowhere/list.csv")
        await lina.press("ctrl+s")
        await lina.until_seen("没有此文件夹")
