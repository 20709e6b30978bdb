"""Who is calling: found while one types, taken with Enter, asked for where nobody is known."""

import asyncio
import threading
from pathlib import Path
from time import monotonic

from textual import events
from textual.pilot import Pilot

from cstui.domain import acts
from screens.app import CstuiApp
from screens.intake.caller import PAUSE_SECONDS
from screens.intake.caller_list import CallerList
from tests.fixtures.front_desk import tickets_of
from tests.fixtures.intake import LI, WANG, desk, draft_of, past, said
from tests.fixtures.pilots import go_to, opened, shown, until, until_shown
from tests.fixtures.times import at


def has_focus(pilot: Pilot[None], field: str) -> bool:
    """Whether the cursor is in a field."""
    return pilot.app.screen.query_one(f"#{field}").has_focus


async def test_the_first_key_asks_who_is_calling(tmp_path: Path) -> None:
    """The cursor stands in the caller field from the start."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        assert has_focus(pilot, "caller")


async def test_the_last_digits_find_the_caller(tmp_path: Path) -> None:
    """Name and number are masked in the list; Enter takes the only match, the problem is next."""
    work, _ = desk(tmp_path, past(LI), past(WANG))
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", *"345678")
        await until_shown(pilot, "138****5678")
        assert "李*" in shown(pilot)
        assert "李小明" not in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: draft_of(pilot).call.identified)
        assert has_focus(pilot, "problem-text")
        assert said(pilot)["customer.name"] == "李小明"
        assert said(pilot)["customer.number"] == "C1001"


async def test_of_several_none_is_taken_unasked(tmp_path: Path) -> None:
    """Down marks one, Up takes the mark back; Enter takes the marked one."""
    work, _ = desk(tmp_path, past(LI), past(WANG))
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press(*"5678")
        await until_shown(pilot, "139****5678")
        found = pilot.app.screen.query_one(CallerList)
        assert found.marked is None
        await pilot.press("down", "down", "up", "up")
        assert found.marked is None
        await pilot.press("down")
        assert found.marked
        wanted = found.marked.customer
        await pilot.press("enter")
        await until(pilot, lambda: said(pilot).get("customer.name") == wanted.name)


async def test_escape_takes_nobody(tmp_path: Path) -> None:
    """What was typed is then put where it belongs, as for somebody new."""
    work, _ = desk(tmp_path, past(LI))
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press(*"1381234")
        await until_shown(pilot, "138****5678")
        await pilot.press("escape", "enter")
        await until(pilot, lambda: said(pilot).get("customer.phone") == "1381234")
        assert "customer.name" not in said(pilot)


async def test_an_exact_number_is_certain(tmp_path: Path) -> None:
    """A whole telephone number means its customer, though it is the beginning of another's."""
    longer = past(WANG)
    work, _ = desk(tmp_path, past(LI), longer)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press(*"C1001")
        await until_shown(pilot, "138****5678")
        await pilot.press("enter")
        await until(pilot, lambda: said(pilot).get("customer.name") == "李小明")


async def test_enter_does_not_wait_for_the_answer(tmp_path: Path) -> None:
    """Digits, Enter and the problem may come in one go; each lands where it was meant."""
    work, _ = desk(tmp_path, past(LI))
    async with opened(work, tmp_path / "draft") as pilot:
        for key in [*"13812345678", "enter", *"no", "enter", *"sound"]:
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: said(pilot).get("problem.text") == "no\nsound")
        assert draft_of(pilot).call.identified
        assert said(pilot)["customer.name"] == "李小明"
        assert has_focus(pilot, "problem-text")


async def test_a_new_caller_is_asked_for_what_is_missing(tmp_path: Path) -> None:
    """The number goes where it belongs, the cursor to the name, and from there to the problem."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press(*"13812345678")
        await until_shown(pilot, "未找到，按回车登记为新来电")
        await pilot.press("enter")
        await until(pilot, lambda: has_focus(pilot, "customer-name"))
        assert said(pilot)["customer.phone"] == "13812345678"
        await pilot.press(*"李雷", "enter")
        assert has_focus(pilot, "problem-text")


async def test_a_slow_store_loses_no_caller(tmp_path: Path) -> None:
    """Whom the text means is still found out when the answer comes after the pause in typing."""
    work, _ = desk(tmp_path, past(LI))
    async with opened(work, tmp_path / "draft") as pilot:
        app = pilot.app
        assert isinstance(app, CstuiApp)
        answers = threading.Event()
        held = asyncio.create_task(app.worker.run(answers.wait))
        await pilot.press(*"13812345678", "enter")
        over = monotonic() + 2 * PAUSE_SECONDS
        await until(pilot, lambda: monotonic() > over)
        answers.set()
        await held
        await until(pilot, lambda: said(pilot).get("customer.name") == "李小明")


async def test_an_anonymous_caller_is_tabbed_over(tmp_path: Path) -> None:
    """Nothing is asked, and nothing is filled in."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", "tab", *"ok")
        await until(pilot, lambda: said(pilot).get("problem.text") == "ok")
        assert set(said(pilot)) == {"channel", "problem.text"}


async def test_what_stands_in_the_caller_field_is_saved(tmp_path: Path) -> None:
    """Also when the record is ended from there, before anybody was looked for."""
    work, _ = desk(tmp_path)
    async with opened(work, tmp_path / "draft") as pilot:
        go_to(pilot, "problem-text")
        await pilot.press(*"x", "tab", *"其他")
        go_to(pilot, "caller")
        await pilot.press(*"13812345678", "ctrl+s")
        await until_shown(pilot, "已保存 20260506001")
    (ticket,) = tickets_of(work)
    assert ticket.header.customer.phone == "13812345678"


async def test_the_history_stands_below_the_caller(tmp_path: Path) -> None:
    """Open tickets first, with what was promised; then how content the customer was."""
    rated = acts.Rated(acts.Scale.HOTLINE, {"overall": 3})
    promised = acts.Promised("上门", at("2026-05-06 15:00"))
    work, _ = desk(
        tmp_path,
        past(LI, "2026-05-01 10:00", promised, about="不制冷"),
        past(LI, "2026-05-02 10:00", acts.Resolved("已答复"), rated, about="查物流"),
    )
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press(*"13812345678", "enter")
        await until_shown(pilot, "历史 2 次 · 上次满意度：满意")
        seen = shown(pilot)
        assert seen.index("不制冷") < seen.index("查物流")
        assert "承诺 今天 15:00 前：上门" in seen


async def test_the_history_stands_beside_a_wide_form(tmp_path: Path) -> None:
    """With 120 columns, all of it is in sight, and more of each ticket."""
    work, _ = desk(tmp_path, *(past(LI, f"2026-05-0{day} 10:00") for day in range(1, 5)))
    async with opened(work, tmp_path / "draft", size=(120, 40)) as pilot:
        await pilot.press(*"13812345678", "enter")
        await until(pilot, lambda: shown(pilot).count("空调不制冷") == 4)


async def test_an_open_ticket_is_gone_on_with(tmp_path: Path) -> None:
    """Ctrl+O makes the record a part of it, again Ctrl+O a record of its own."""
    work, _ = desk(tmp_path, past(LI, "2026-05-04 10:00"))
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", "ctrl+g", *"13812345678", "enter")
        await until_shown(pilot, "Ctrl+O 接续")
        await pilot.press("ctrl+o")
        await until_shown(pilot, "接续 20260504001")
        await pilot.press("ctrl+o")
        assert draft_of(pilot).continues == ""
        await pilot.press("ctrl+o", *"又坏了")
        await until_shown(pilot, "又坏了")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "已保存 20260504001")
    (ticket,) = tickets_of(work)
    assert acts.Talked("又坏了") in [event.act for event in ticket.events]
