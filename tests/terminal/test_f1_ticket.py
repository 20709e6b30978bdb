"""The hotline form's own example after the call, act by act at the times that it prints."""

from pathlib import Path

import pytest
from msgspec import Struct

from cstui.exchange.forms.hotline import HOTLINE
from tests.fixtures.dated import Dated, ask
from tests.fixtures.exchange.forms import sheet_rows
from tests.fixtures.exchange.sheets import write_csv

REGISTERED = {
    "at": "2023-10-01 14:30",
    "contact": "13800005678",
    "references": "ORD202309280001",
    "category": "售后支持",
    "problem": "9月28日购买的产品B，使用十天后无法开机",
    "request": "维修或退款",
    "priority": "中",
}
"""What is written during the call, by column."""
COLUMNS = [column.key for column in HOTLINE.columns]
TEAM = "技术支持"
CAUSE, MEASURE = "该批次电路存在缺陷", "改进电路设计，加强出厂检验"


class Words(Struct, frozen=True):
    """What is shown in one language."""

    ready: str
    asked: str
    accepted: str
    solved: str
    revisited: str
    content: str


ZH = Words(
    "F5 接听", "Esc 取消", "受理：按时 · 用时 1小时，时限 2小时",
    "解决：按时 · 用时 47小时，时限 ", "回访：按时 · 用时 20.5小时，时限 24小时", "满意",
)  # fmt: skip
EN = Words(
    "F5 Answer", "Esc Cancel", "Acceptance: in time · took 1 h of 2 h",
    "Resolution: in time · took 47 h of ", "Revisit: in time · took 20.5 h of 24 h", "content",
)  # fmt: skip


@pytest.mark.parametrize(("language", "words"), [("zh", ZH), ("en", EN)])
def test_the_hotline_example_act_by_act(
    environment: dict[str, str], tmp_path: Path, language: str, words: Words
) -> None:
    """Dispatched after half an hour, accepted within 2 h, solved within 48 h, revisited in 24 h."""
    dated = Dated(tmp_path, environment, language, "2023-10-01 14:30")
    row = [REGISTERED.get(column, "") for column in COLUMNS]
    record = write_csv(tmp_path / "record.csv", sheet_rows(HOTLINE, row))
    dated.shell("init", environment["CSTUI_STORE"])
    dated.shell("settings", f'people.mia={{name="张敏", team="{TEAM}"}}', "allow_as=true")
    dated.shell("import", str(record), "--form", "hotline")
    with dated.screens() as desk:
        desk.wait_for(words.ready)
        desk.press("f3")
        desk.wait_for(REGISTERED["references"])
        dated.move("2023-10-01 15:00", desk)
        ask(desk, "t", words.asked, TEAM, "无法开机")
        desk.wait_for(f"{TEAM}.*无法开机")
    with dated.screens("--as", "mia") as desk:
        desk.wait_for(words.ready)
        desk.press("f3")
        desk.wait_for(REGISTERED["references"])
        dated.move("2023-10-01 16:00", desk)
        desk.press("a")
        desk.wait_for(words.accepted)
        dated.move("2023-10-03 13:30", desk)
        ask(desk, "s", words.asked, "更换同型号新品，客户已确认收货")
        desk.press("8")
        desk.wait_for(words.solved)
        dated.move("2023-10-04 10:00", desk)
        desk.press("v")
        desk.wait_for(words.asked)
        desk.press("3")
        desk.type("使用正常")
        desk.wait_for("使用正常")
        desk.press("ctrl+s")
        desk.wait_gone(words.asked)
        desk.press("f")
        desk.wait_for(words.revisited)
        ask(desk, "i", words.asked, CAUSE, MEASURE)
        desk.wait_for(CAUSE)
    printed = dated.exported("hotline", COLUMNS)
    assert printed["solution"].startswith("2023-10-03 13:30 更换同型号新品")
    assert printed["satisfaction"] == words.content
    assert (printed["words"], printed["cause"], printed["measure"]) == ("使用正常", CAUSE, MEASURE)
