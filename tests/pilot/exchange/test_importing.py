"""Importing sheets on the screen: looked over, changed, taken over."""

from contextlib import closing
from pathlib import Path

from cstui.domain.fold import fold
from cstui.domain.ticket import Ticket
from cstui.exchange.map_file import read_map
from cstui.exchange.maps import FieldSource
from data.desk import open_store
from tests.fixtures.desks import Team
from tests.fixtures.exchange.sheets import write_csv
from tests.pilot.exchange.conftest import Sit, Somebody

HEADERS = ["Ticket ID", "Created", "First reply", "Customer", "Phone", "Topic", "Weather"]
ROWS = [
    [f"T-{n}", f"2024-05-{n:02} 09:15", f"2024-05-{n:02} 09:25", "李小明", "13812345678",
     "维修", "晴"]
    for n in range(1, 11)
]  # fmt: skip
NO_TIME = ["T-11", "someday", "", "王伟", "", "维修", "雨"]


def _tickets(team: Team) -> list[Ticket]:
    with closing(open_store(team.path, by="lina")) as store:
        return [ticket for batch in store.tickets() for ticket in batch]


async def _look_over(somebody: Somebody, name: str) -> None:
    await somebody.press("I")
    await somebody.until_dialog("Ask")
    await somebody.type(name)


async def test_a_sheet_is_looked_over_before_it_comes_in(
    team: Team, sit: Sit, folder: Path
) -> None:
    """Its columns with what they mean, its first rows masked, and how many can be used."""
    write_csv(folder / "tickets.csv", [HEADERS, *ROWS, NO_TIME])
    async with sit(team) as lina:
        await _look_over(lina, "tickets.csv")
        await lina.until_dialog("PreviewDialog")
        seen = lina.text()
        for text in ("Created", "提交时间", "2024-05-01 09:15", "李*", "138****5678", "不导入"):
            assert text in seen
        assert "可导入 10 条" in seen
        assert "无法导入 1 条" in seen
        assert "第 12 行：someday" in seen
        assert not _tickets(team), "nothing comes in by looking"
        await lina.press("escape")
        await lina.until_dialog("FollowUpScreen")
    assert not _tickets(team)


async def test_what_came_in_is_told_and_rejects_are_written_beside(
    team: Team, sit: Sit, folder: Path
) -> None:
    """The same sheet again adds nothing."""
    write_csv(folder / "tickets.csv", [HEADERS, *ROWS, NO_TIME])
    async with sit(team) as lina:
        for told in ("新增工单 10 条", "原已存在 10 条"):
            await _look_over(lina, "tickets.csv")
            await lina.until_dialog("PreviewDialog")
            await lina.press("ctrl+s")
            await lina.until_seen(told)
            await lina.press("enter")
            await lina.until_dialog("FollowUpScreen")
    assert len(_tickets(team)) == 10
    rejects = (folder / "tickets.rejects.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rejects) == 2
    assert rejects[1].startswith("tickets.csv,12,Created,someday,")
    assert (folder / "tickets.rejects-2.csv").exists(), "the first ones are kept"


async def test_what_a_column_means_can_be_changed(team: Team, sit: Sit, folder: Path) -> None:
    """The preview follows; what is agreed is what comes in, and can be kept as a map."""
    write_csv(folder / "tickets.csv", [HEADERS, *ROWS])
    async with sit(team) as lina:
        await _look_over(lina, "tickets.csv")
        await lina.until_dialog("PreviewDialog")
        await lina.press("end", "enter")
        await lina.until_dialog("Choose")
        await lina.type("备注")
        await lina.until(lambda: "不导入" not in lina.text())
        await lina.press("m")
        await lina.until_dialog("Ask")
        await lina.press("enter")
        await lina.until_seen("已保存为")
        await lina.press("ctrl+s")
        await lina.until_seen("新增工单 10 条")
    columns = read_map(folder / "tickets.toml").columns
    assert columns["note"] == FieldSource(columns=("Weather",))
    assert columns["opened"] == FieldSource(columns=("Created",))
    assert [event.kind for event in _tickets(team)[0].events][-1] == "noted"


async def test_a_map_that_was_saved_is_used_again(team: Team, sit: Sit, folder: Path) -> None:
    """In place of what is guessed."""
    write_csv(folder / "tickets.csv", [HEADERS, *ROWS])
    text = '[columns]\nopened = "Created"\nsubject = "Weather"\nchannel = { const = "电话" }\n'
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    async with sit(team) as lina:
        await _look_over(lina, "tickets.csv")
        await lina.until_dialog("PreviewDialog")
        await lina.press("l")
        await lina.until_dialog("Ask")
        await lina.type("mine.toml")
        await lina.until_seen("主题")
        await lina.press("ctrl+s")
        await lina.until_seen("新增工单 10 条")
    header = fold(_tickets(team)[0]).header
    assert (header.subject, header.channel, header.customer.name) == ("晴", "电话", "")


async def test_an_unclear_order_of_dates_is_asked_for(team: Team, sit: Sit, folder: Path) -> None:
    """With what it would mean; who does not answer imports nothing."""
    rows = [["T-1", "03/04/2024 09:15", "", "", "", "", ""]]
    write_csv(folder / "tickets.csv", [HEADERS, *rows])
    async with sit(team) as lina:
        await _look_over(lina, "tickets.csv")
        await lina.until_seen("03/04/2024 应如何理解？")
        assert "2024-04-03" in lina.text()
        await lina.press("escape")
        await lina.until_dialog("FollowUpScreen")
        await _look_over(lina, "tickets.csv")
        await lina.until_dialog("Choose")
        await lina.press("down", "enter")
        await lina.until_seen("2024-03-04 09:15")
        await lina.press("d")
        await lina.until_dialog("Choose")
        await lina.type("日、月")
        await lina.until_seen("2024-04-03 09:15")


async def test_without_a_time_nothing_comes_in(team: Team, sit: Sit, folder: Path) -> None:
    """What is lacking is said; a form's columns can be told by hand too."""
    write_csv(folder / "names.csv", [["A", "B"], ["x", "2024-05-01 09:15"]])
    async with sit(team) as lina:
        await _look_over(lina, "names.csv")
        await lina.until_dialog("PreviewDialog")
        await lina.press("ctrl+s")
        await lina.until_seen("还没有时间列")
        await lina.press("end", "enter")
        await lina.until_dialog("Choose")
        await lina.type("提交时间")
        await lina.until_seen("可导入 1 条")
        await lina.press("ctrl+s")
        await lina.until_seen("新增工单 1 条")


async def test_a_form_can_be_taken_for_any_other_sheet(team: Team, sit: Sit, folder: Path) -> None:
    """Where its headers mean something else here."""
    write_csv(folder / "f.csv", [["服务时间", "整体满意度"], ["2024-05-01 09:15", "4"]])
    async with sit(team) as lina:
        await _look_over(lina, "f.csv")
        await lina.until_seen("按表头识别为：客户服务满意度跟踪记录表")
        await lina.press("o")
        await lina.until_seen("各列含义按表头推断")


async def test_paths_are_listed_while_they_are_typed(team: Team, sit: Sit, folder: Path) -> None:
    """Tab takes what is marked and goes on into a folder; only sheets are listed."""
    below = folder / "五月"
    below.mkdir()
    write_csv(below / "tickets.csv", [HEADERS, *ROWS])
    (below / "letter.docx").touch()
    async with sit(team) as lina:
        await lina.press("I")
        await lina.until_dialog("Ask")
        await lina.press("down")
        await lina.until_seen("五月/")
        await lina.press("tab")
        await lina.until_seen(" tickets.csv")
        assert "letter" not in lina.text()
        await lina.press("tab")
        await lina.until_seen("五月/tickets.csv")
        await lina.press("enter")
        await lina.until_dialog("PreviewDialog")


async def test_what_is_no_file_or_no_sheet_is_said(team: Team, sit: Sit, folder: Path) -> None:
    """Beside the field, or with what to do instead."""
    (folder / "old.xls").touch()
    async with sit(team) as lina:
        await _look_over(lina, "nothing.csv")
        await lina.until_seen("没有此文件")
        await lina.press("ctrl+u")
        await lina.type("old.xls")
        await lina.until_dialog("Message")
        assert "另存为 .xlsx" in lina.text()


async def test_the_palette_offers_it_on_every_screen(team: Team, sit: Sit, folder: Path) -> None:
    """Not only where it has a key."""
    async with sit(team) as lina:
        await lina.press("f2")
        await lina.until_dialog("IntakeScreen")
        await lina.press("ctrl+p")
        await lina.until_dialog("Palette")
        await lina.type("新建满意度")
        await lina.until_dialog("SurveyForm")
        await lina.press("escape", "f3", "ctrl+p")
        await lina.until_dialog("Palette")
        await lina.type("导入")
        await lina.until_seen("导入表格")
