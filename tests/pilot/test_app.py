"""The program as a whole: drafts, screens, a store that is lost and found."""

import asyncio
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from cstui.cli.session import read_rules
from cstui.domain.people import Person
from cstui.ports import Store
from cstui.services.desk import Desk
from cstui.services.intake.calls import Calls
from cstui.services.intake.draft import Draft
from cstui.services.intake.drafts import DraftBox
from data.desk import create_store, open_store
from screens.app import CstuiApp
from tests.fixtures.front_desk import MORNING, desk_at, tickets_of
from tests.fixtures.pilots import go_to, opened, shown, until, until_shown
from tests.fixtures.times import FrozenClock, at


def open_mode(pilot: Pilot[None], mode: str) -> bool:
    """Whether that screen is open."""
    return bool(pilot.app.current_mode == mode)


async def test_leaving_keeps_an_unsaved_record_for_the_next_start(tmp_path: Path) -> None:
    """Ctrl+Q writes it down; the next start shows it, its call running, and asks one question."""
    clock = FrozenClock(at(MORNING))
    desk = desk_at(tmp_path / "desk.db", clock)
    async with opened(desk, tmp_path / "draft") as pilot:
        await pilot.press("f5", "tab", *"138", "ctrl+q")
    clock.advance(60)
    async with opened(desk, tmp_path / "draft") as pilot:
        await until_shown(pilot, "继续未完成的记录？")
        await pilot.press("enter")
        await until_shown(pilot, "通话中 01:00")
        assert "138" in shown(pilot)


async def test_whoever_does_not_continue_loses_nothing(tmp_path: Path) -> None:
    """Esc begins a new record; the one that was left waits beside it."""
    desk = desk_at(tmp_path / "desk.db")
    async with opened(desk, tmp_path / "draft") as pilot:
        await pilot.press("f5", "tab", *"138", "ctrl+q")
    async with opened(desk, tmp_path / "draft") as pilot:
        await until_shown(pilot, "继续未完成的记录？")
        await pilot.press("escape")
        await until_shown(pilot, "无通话")
        assert "138" in kept_texts(tmp_path / "draft")
        await pilot.press("pageup")
        await until_shown(pilot, "138")


async def test_a_saved_record_leaves_no_draft(tmp_path: Path) -> None:
    """What is in the store is not found again."""
    desk = desk_at(tmp_path / "desk.db")
    async with opened(desk, tmp_path / "draft") as pilot:
        await pilot.press("tab", *"x", "tab", *"物流", "ctrl+s")
        await until_shown(pilot, "已保存 20260506001")
        await pilot.press("ctrl+q")
    assert not list((tmp_path / "draft").iterdir())
    assert len(tickets_of(desk)) == 1


def kept_texts(folder: Path) -> str:
    """All that the next start would find."""
    return "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.json"))


async def test_a_save_that_waits_loses_nothing(tmp_path: Path) -> None:
    """The line may drop while the store is busy with something else: the record is kept."""
    desk, go_on = desk_at(tmp_path / "desk.db"), threading.Event()
    async with opened(desk, tmp_path / "draft") as pilot:
        assert isinstance(pilot.app, CstuiApp)
        await pilot.press("tab", *"x", "tab", *"物流")
        busy = asyncio.create_task(pilot.app.worker.run(go_on.wait))
        try:
            await pilot.press("ctrl+s")
            # what a signal has done
            pilot.app.rescue()
            assert "物流" in kept_texts(tmp_path / "draft")
            assert not tickets_of(desk_at(tmp_path / "desk.db"))
        finally:
            go_on.set()
        await busy
        await until_shown(pilot, "已保存 20260506001")
        assert not kept_texts(tmp_path / "draft")


async def test_typing_is_kept_by_itself(tmp_path: Path) -> None:
    """No key, no signal: within a moment it is on the disk, the call's moments with it."""
    async with opened(desk_at(tmp_path / "desk.db"), tmp_path / "draft") as pilot:
        await pilot.press("f5")
        await until(pilot, lambda: "answered" in kept_texts(tmp_path / "draft"))
        await pilot.press(*"138")
        await until(pilot, lambda: "138" in kept_texts(tmp_path / "draft"))


async def test_every_unfinished_record_is_kept(tmp_path: Path) -> None:
    """Also those that wait beside the one that is shown; the newest call is the one to go on."""
    desk = desk_at(tmp_path / "desk.db")
    async with opened(desk, tmp_path / "draft") as pilot:
        await pilot.press("f5", "tab", *"first", "f5", "tab", *"second", "ctrl+q")
    async with opened(desk, tmp_path / "draft") as pilot:
        await until_shown(pilot, "有 2 条未完成")
        await pilot.press("enter")
        await until_shown(pilot, "second")
        await pilot.press("pageup")
        await until_shown(pilot, "first")


async def test_typing_that_cannot_be_kept_is_told_once(tmp_path: Path) -> None:
    """In time to save the record; it is tried again, and kept as soon as that works."""
    async with opened(desk_at(tmp_path / "desk.db"), tmp_path / "draft") as pilot:
        (tmp_path / "draft").touch()
        await pilot.press(*"138")
        await until_shown(pilot, "请在退出前保存该记录")
        (tmp_path / "draft").unlink()
        await until(pilot, lambda: "138" in kept_texts(tmp_path / "draft"))


class LateBox(DraftBox):
    """A slow disk: what was left is found when the test says so."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.go_on = threading.Event()

    def left(self) -> Iterator[Draft]:
        """What was left, in the end."""
        self.go_on.wait()
        yield from super().left()


async def test_what_is_typed_before_the_restoring_stays(tmp_path: Path) -> None:
    """What was left waits beside it, and says so."""
    work, old = desk_at(tmp_path / "desk.db"), Draft("hotline", {"customer.phone": "139"})
    ended = DraftBox(tmp_path / "draft")
    ended.keep(old)
    ended.close()
    drafts = LateBox(tmp_path / "draft")
    app = CstuiApp(work, "zh", drafts, tmp_path / "wishes", tmp_path / "seen")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        try:
            await until_shown(pilot, "联系方式")
            await pilot.press(*"138")
        finally:
            drafts.go_on.set()
        await until_shown(pilot, "另有 1 条未完成")
        assert "138" in shown(pilot)
        assert "139" not in shown(pilot)
        await pilot.press("pageup")
        await until_shown(pilot, "139")
    at_next_start = DraftBox(tmp_path / "draft")
    assert old in list(at_next_start.left())
    at_next_start.close()


async def test_a_draft_that_cannot_be_kept_holds_the_program_open(tmp_path: Path) -> None:
    """Then the agent decides; the record is still on the screen."""
    async with opened(desk_at(tmp_path / "desk.db"), tmp_path / "draft") as pilot:
        (tmp_path / "draft").touch()
        await pilot.press(*"138", "ctrl+q")
        await until_shown(pilot, "草稿未能保存，仍要退出吗？")
        await pilot.press("escape")
        await until_shown(pilot, "138")
        await pilot.press("ctrl+q", "enter")
        await until(pilot, lambda: not pilot.app.is_running)


async def test_each_key_opens_its_screen(tmp_path: Path) -> None:
    """F2, F3 and F6 are intake, follow-up and analysis; the record waits meanwhile."""
    async with opened(desk_at(tmp_path / "desk.db"), tmp_path / "draft") as pilot:
        go_to(pilot, "problem-text")
        await pilot.press(*"abc")
        for key, mode in (("f6", "analysis"), ("f3", "followup"), ("f2", "intake")):
            await pilot.press(key)
            await until(pilot, partial(open_mode, pilot, mode))
        await until_shown(pilot, "abc")


async def test_every_style_sheet_is_read_at_the_start(tmp_path: Path) -> None:
    """One that came later would have all others parsed again."""
    async with opened(desk_at(tmp_path / "desk.db"), tmp_path / "draft") as pilot:
        at_start = [*pilot.app.stylesheet.source]
        for key, mode in (("f6", "analysis"), ("f3", "followup")):
            await pilot.press(key)
            await until(pilot, partial(open_mode, pilot, mode))
        added = [place for place in pilot.app.stylesheet.source if place not in at_start]
        assert not [path for path, _ in added if path.endswith(".tcss")]


async def test_the_help_tells_the_keys_of_all_screens(tmp_path: Path) -> None:
    """Also of those that were not opened yet, and which open as ever afterwards."""
    async with opened(
        desk_at(tmp_path / "desk.db"), tmp_path / "draft", "en", size=(100, 200)
    ) as pilot:
        await pilot.press("f1")
        await until_shown(pilot, "Put the caller on hold")
        help_text = shown(pilot)
        assert help_text.count("F5") == 3
        await pilot.press("escape", "f3")
        await until(pilot, partial(open_mode, pilot, "followup"))


async def test_a_lost_store_is_told_once_and_so_is_its_return(tmp_path: Path) -> None:
    """Typing goes on meanwhile."""
    path = tmp_path / "desk.db"
    stores: list[Store] = [create_store(path)]
    clock, me = FrozenClock(at(MORNING)), Person("wang", "王芳")
    desk = Desk(stores[0], clock, me, lambda: read_rules(stores[-1]))
    async with opened(desk, tmp_path / "draft", size=(90, 24)) as pilot:
        assert isinstance(pilot.app, CstuiApp)
        await pilot.app.worker.run(stores[0].close)
        await until_shown(pilot, "暂时无法读取数据")
        await pilot.press(*"138")
        assert "138" in shown(pilot)
        stores.append(open_store(path))
        desk.store = stores[-1]
        await until_shown(pilot, "数据读取已恢复正常。")


def test_what_only_other_screens_need_is_not_loaded_at_the_start() -> None:
    """An agent's session starts without figures, charts and sheets."""
    asked = "import sys, screens.app; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", asked], check=True, capture_output=True, text=True
    ).stdout.split()
    assert not {"numpy", "plotext", "openpyxl", "screens.followup", "screens.analysis"} & {*loaded}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_handover_is_one_key_away(tmp_path: Path, size: tuple[int, int]) -> None:
    """Each of its lines fits the terminal; Enter closes it."""
    work, row = desk_at(tmp_path / "desk.db"), {"category": "其他", "problem.text": "长" * 200}
    Calls(work, DraftBox(tmp_path / "box")).save(Draft("hotline", row))
    async with opened(work, tmp_path / "draft", size=size) as pilot:
        await pilot.press("f3")
        await until(pilot, lambda: open_mode(pilot, "followup"))
        await pilot.press("H")
        await until_shown(pilot, "交接班简报")
        assert any("20260506001" in line and "未分派" in line for line in shown(pilot).splitlines())
        await pilot.press("enter")
        await until(pilot, lambda: len(pilot.app.screen_stack) == 1)
