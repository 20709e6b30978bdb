"""The satisfaction form's examples, typed in a terminal, exported, and imported into another."""

import csv
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.fixtures.exchange.forms import SATISFACTION_ROWS
from tests.fixtures.terminal import Terminal

TYPED = [[cell.replace("４", "4").replace("2分", "2") for cell in row] for row in SATISFACTION_ROWS]
IMPROVE = "；最需改进："


@contextmanager
def _at_follow_up(command: Path, environment: dict[str, str], store: Path) -> Iterator[Terminal]:
    """Somebody at the follow-up screen, on a store of their own."""
    own = {**environment, "CSTUI_STORE": str(store), "LANG": "zh_CN.UTF-8"}
    words = [str(command)]
    subprocess.run([*words, "init", str(store)], env=own, check=True, capture_output=True)
    with Terminal(words, own, 100, 30) as desk:
        desk.wait_for("F5 接听")
        desk.press("f3")
        desk.wait_for("这里没有工单|未结 0")
        yield desk


def _type(desk: Terminal, row: list[str]) -> None:
    """A printed row, in the order of the form on the screen, in one go."""
    number, name, customer, phone, kind, service, agent, served, content, *rest = row
    scores, (words, measure, owner, due, check, note) = rest[:5], rest[5:]
    words, _, improve = words.partition(IMPROVE)
    fields = [served, service, name, customer, phone, kind, agent, content, "".join(scores)]
    fields += [words, improve, "", measure, owner, due, check, note]
    desk.press("N")
    desk.wait_for("新建满意度记录")
    for field in fields:
        desk.press(*field, "enter")
    desk.wait_for(number)
    desk.wait_gone("新建满意度记录")


def test_the_forms_rows_come_back_the_same(
    installed: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    """Typed, exported, imported elsewhere and exported again: what the form prints."""
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    with _at_follow_up(installed, environment, tmp_path / "one.db") as desk:
        for row in TYPED:
            _type(desk, row)
        _export(desk, first)
    with _at_follow_up(installed, environment, tmp_path / "two.db") as desk:
        desk.press("I")
        desk.wait_for("导入表格")
        desk.press(str(first), "enter")
        desk.wait_for("可导入 3 条")
        desk.press("ctrl+s")
        desk.wait_for("新增工单 3 条")
        desk.press("enter")
        desk.wait_gone("新增工单 3 条")
        _export(desk, second)
    exported = [[*row[:7], f"{row[7]}:00", *row[8:]] for row in TYPED]
    assert _rows(first) == exported
    assert _rows(second) == exported


def _export(desk: Terminal, path: Path) -> None:
    desk.press("E")
    desk.wait_for("导出工单")
    desk.press(str(path), "enter", "全部", "enter", "enter", "满意度", "enter", "ctrl+s")
    desk.wait_for("已将 3 条工单导出到")


def _rows(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))[1:]
