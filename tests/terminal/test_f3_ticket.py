"""The after-sales form's own example, act by act at the times that it prints."""

from pathlib import Path

import pytest
from msgspec import Struct

from cstui.exchange.forms.after_sales import AFTER_SALES
from tests.fixtures.dated import Dated, ask
from tests.fixtures.exchange.forms import sheet_rows
from tests.fixtures.exchange.sheets import write_csv

NUMBER = "SR20231001001"
REGISTERED = {
    "contact": "客户-001",
    "kind": "个人",
    "problem": "空调不制冷",
    "requested": "2023-10-01 14:30",
    "channel": "电话投诉",
    "service": "维修",
    "priority": "紧急",
}
"""What the form's first section says, by column."""
COLUMNS = [column.key for column in AFTER_SALES.columns]


class Words(Struct, frozen=True):
    """What is shown and printed in one language."""

    ready: str
    asked: str
    due: str
    in_time: str
    waits: str
    solved: str
    yes: str
    first_response: str
    resolved: str


ZH = Words(
    "F5 接听", "Esc 取消", "首次响应：计时中 · 10-01 14:45 到期，还有 15分钟",
    "首次响应：按时 · 用时 15分钟，时限 15分钟", "等待", "解决：.* · 用时 49.5小时", "是",
    "14:45(15分钟)", "2023-10-03 16:00(49小时30分钟)",
)  # fmt: skip
EN = Words(
    "F5 Answer", "Esc Cancel", "First response: running · due 10-01 14:45, in 15 min",
    "First response: in time · took 15 min of 15 min", "waiting", "Resolution: .* · took 49.5 h",
    "yes", "14:45(15 min)", "2023-10-03 16:00(49 h 30 min)",
)  # fmt: skip


@pytest.mark.parametrize(("language", "words"), [("zh", ZH), ("en", EN)])
def test_the_after_sales_example_act_by_act(
    environment: dict[str, str], tmp_path: Path, language: str, words: Words
) -> None:
    """Answered in 15 minutes, which is in time; solved and confirmed after 49 h 30 min."""
    dated = Dated(tmp_path, environment, language, "2023-10-01 14:30")
    row = [REGISTERED.get(column, "") for column in COLUMNS]
    request = write_csv(tmp_path / "request.csv", sheet_rows(AFTER_SALES, row))
    dated.shell("init", environment["CSTUI_STORE"])
    dated.shell("import", str(request), "--form", "after_sales")
    with dated.screens() as desk:
        desk.wait_for(words.ready)
        desk.press("f3")
        desk.wait_for(words.due)
        dated.move("2023-10-01 14:45", desk)
        ask(desk, "r", words.asked, "", "安排次日上门")
        desk.wait_for(words.in_time)
        dated.move("2023-10-02 09:00", desk)
        ask(desk, "p", words.asked, "上门检查")
        dated.move("2023-10-02 10:30", desk)
        ask(desk, "p", words.asked, "压缩机故障，需更换配件")
        dated.move("2023-10-02 16:00", desk)
        ask(desk, "h", words.asked, "采购部", "压缩机配件", "配件次日到货")
        ask(desk, "w", words.asked, "等配件", "10-03 14:00")
        desk.wait_for(f"{NUMBER} +{words.waits}")
        dated.move("2023-10-03 14:00", desk)
        desk.press("w")
        desk.wait_gone(f"{NUMBER} +{words.waits}")
        ask(desk, "p", words.asked, "配件已装好")
        dated.move("2023-10-03 16:00", desk)
        ask(desk, "s", words.asked, "更换压缩机", words.yes)
        desk.press("f")
        desk.wait_for(words.solved)
    printed = dated.exported("after_sales", COLUMNS)
    assert printed["number"] == NUMBER
    assert printed["first_response"] == words.first_response
    assert printed["resolved"] == words.resolved
