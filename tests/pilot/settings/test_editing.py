"""Editing settings on a screen."""

import pytest

from screens.settings.screen import SettingsScreen
from tests.fixtures.desks import Team
from tests.fixtures.pilots import until
from tests.pilot.settings.conftest import held, make, settings


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_setting_can_be_looked_at(team: Team, size: tuple[int, int]) -> None:
    """Its name, what it does, its value; on a small screen as on a large one."""
    async with settings(team, size=size) as hand:
        await hand.go_to("threshold")
        assert "首次响应时限" in hand.shown
        assert "统计中首次响应算作及时的时限。" in hand.shown
        assert hand.value.text == '"30 min"'
        await hand.press("ctrl+l")
        await hand.until_shown("In time within")


async def test_a_setting_is_saved_from_today_on(team: Team) -> None:
    """With Ctrl+S, wherever the cursor is."""
    async with settings(team) as hand:
        await hand.type("threshold", "20 min")
        await hand.press("ctrl+s")
        await hand.until_told("自 2026-05-06 起生效")
        assert held(team, "threshold") == "20 min"
        assert hand.value.text == '"20 min"'
        await hand.press("ctrl+s")
        await hand.until_told("无需保存")


async def test_a_setting_may_begin_later(team: Team) -> None:
    """Until then, what begins is told below the value that holds."""
    async with settings(team) as hand:
        await hand.type("threshold", "20 min")
        hand.day.value = "2999-01-01"
        await hand.press("ctrl+s")
        await hand.until_shown('自 2999-01-01 起："20 min"')
        assert held(team, "threshold") == "30 min"
        assert hand.value.text == '"30 min"'


async def test_a_wrong_value_is_told_with_its_line(team: Team) -> None:
    """The cursor goes there; what was typed stays, and the sentence goes when typing goes on."""
    async with settings(team) as hand:
        text = '[\n    "电话",\n    "邮件",\n    "电话",\n]'
        await hand.type("channels", text)
        await hand.press("ctrl+s")
        await until(hand.pilot, lambda: hand.wrong.startswith("第 4 行：设置 channels"))
        assert hand.value.cursor_location == (3, 0)
        assert hand.value.text == text
        await hand.press("x")
        assert not hand.wrong


async def test_a_wrong_day_is_told_below_it(team: Team) -> None:
    """And nothing is saved."""
    async with settings(team) as hand:
        await hand.type("threshold", "20 min")
        hand.day.value = "soon"
        await hand.press("ctrl+s")
        await hand.until_shown("2026-01-01")
        assert held(team, "threshold") == "30 min"


async def test_what_is_typed_stays_until_it_is_saved_or_given_up(team: Team) -> None:
    """While the cursor is elsewhere; leaving asks, and names what would be lost."""
    async with settings(team) as hand:
        await hand.type("threshold", "20 min")
        await hand.type("zone", "Europe/Berlin")
        await hand.go_to("threshold")
        assert hand.value.text == "20 min"
        assert isinstance(hand.app.screen, SettingsScreen)
        assert hand.app.screen.unsaved
        await hand.press("escape")
        await hand.until_shown("尚未保存：首次响应时限, 时区。")
        await hand.press("escape")
        await until(hand.pilot, lambda: isinstance(hand.app.screen, SettingsScreen))
        await hand.press("ctrl+r")
        assert hand.value.text == '"30 min"'
        await hand.press("escape")
        await hand.until_shown("尚未保存：时区。")
        await hand.press("enter")
        await until(hand.pilot, lambda: len(hand.app.screen_stack) == 1)


async def test_without_changes_the_screen_is_left_at_once(team: Team) -> None:
    """Nothing would be lost."""
    async with settings(team) as hand:
        await hand.press("escape")
        await until(hand.pilot, lambda: len(hand.app.screen_stack) == 1)


async def test_what_others_set_is_shown(team: Team) -> None:
    """Without a key; what was typed here stays."""
    async with settings(team) as hand:
        await hand.type("zone", "Europe/Berlin")
        await hand.go_to("threshold")
        make(team, "threshold", "10 min")
        await until(hand.pilot, lambda: hand.value.text == '"10 min"')
        await hand.go_to("zone")
        assert hand.value.text == "Europe/Berlin"


async def test_what_somebody_else_set_meanwhile_is_not_replaced_unseen(team: Team) -> None:
    """It is told once; whoever saves again then has seen it."""
    async with settings(team) as hand:
        await hand.type("threshold", "20 min")
        make(team, "threshold", "10 min")
        await hand.until_shown("10 min")
        await hand.press("ctrl+s")
        await until(hand.pilot, lambda: "李娜已修改此项，现为：10 min" in hand.wrong)
        assert held(team, "threshold") == "10 min"
        assert hand.value.text == "20 min"
        await hand.press("ctrl+s")
        await hand.until_told("已保存")
        assert held(team, "threshold") == "20 min"


async def test_somebody_new_is_added(team: Team) -> None:
    """By login; the rest is written as that of everybody else."""
    async with settings(team) as hand:
        await hand.press("ctrl+n")
        await hand.until_shown("登录名或名称")
        await hand.press("tab", *"hu", "ctrl+s")
        await hand.until_shown(" people.hu")
        assert hand.value.text.startswith('name = ""')
        await hand.press("ctrl+s")
        await hand.until_told("人员：hu：已保存")
        assert held(team, "people.hu") == {"role": "agent"}


async def test_the_help_tells_of_this_screen_first(team: Team) -> None:
    """Although it stands over another."""
    async with settings(team) as hand:
        await hand.press("f1")
        await hand.until_shown("本页")
        assert "自所填日期起修改此项" in hand.shown


async def test_agents_may_look(team: Team) -> None:
    """They can neither type nor save."""
    async with settings(team, login="lina") as hand:
        await hand.go_to("threshold")
        assert "仅主管可修改设置" in hand.shown
        await hand.press("enter", "x", "ctrl+s", "escape")
        await until(hand.pilot, lambda: len(hand.app.screen_stack) == 1)
        assert held(team, "threshold") == "30 min"
