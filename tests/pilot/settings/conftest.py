"""The settings screen in an app of its own, on a real store."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from cstui.i18n import Language
from cstui.ports import Changes, Setting
from cstui.services.desk import Desk
from cstui.services.feed import Feed
from cstui.services.settings.team import TeamSettings
from screens.kit.app import KitApp
from screens.kit.base import BaseScreen
from screens.kit.fields import Field, TextField
from screens.kit.table import PagedTable
from screens.settings.screen import SettingsScreen
from tests.fixtures.desks import Team, make_team
from tests.fixtures.pilots import shown, until


class SettingsApp(KitApp[None, Changes]):
    """A screen below, and the settings over it. Keeps what it told in passing."""

    DEFAULT_MODE = "below"

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(
            language, lambda: "10:00:00", modes={"below": BaseScreen}, poll=Feed(desk).look
        )
        self._settings = TeamSettings(desk)
        self.told: list[str] = []

    def on_mount(self) -> None:
        """Looks for what others save."""
        self.worker.start()
        self.worker.watch()

    def notify(self, message: str, **options: Any) -> None:  # noqa: ANN401
        """Keeps it, and shows it."""
        self.told.append(message)
        super().notify(message, **options)

    def open(self) -> None:
        """Opens the settings."""
        self.push_screen(SettingsScreen(self._settings, self.worker, self.changes))


class Hand:
    """Somebody at the settings screen: presses keys, and reads what is there."""

    def __init__(self, app: SettingsApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def shown(self) -> str:
        """What the screen shows."""
        return shown(self.pilot)

    @property
    def value(self) -> TextField:
        """The field of the value."""
        return self.app.screen_stack[1].query_one("#value", TextField)

    @property
    def day(self) -> Field:
        """The field of the day."""
        return self.app.screen_stack[1].query_one("#effective", Field)

    @property
    def wrong(self) -> str:
        """What is told to be wrong with the value."""
        told = self.app.screen_stack[1].query_one("#wrong", Static)
        return str(told.render()) if told.display else ""

    async def press(self, *keys: str) -> None:
        """Presses keys."""
        await self.pilot.press(*keys)

    async def go_to(self, key: str) -> None:
        """Puts the cursor on a setting."""
        table = self.app.screen.query_one(PagedTable)
        table.focus()
        table.action_first()
        for index in range(table.total):
            table.move_to(index)
            await self.pilot.pause()
            if table.cursor_row and table.cursor_row.key == key:
                break
        await self.until_shown(f" {key}")

    async def type(self, key: str, text: str) -> None:
        """Writes a text in place of a setting's value."""
        await self.go_to(key)
        await self.press("enter", "ctrl+a")
        self.value.replace(text, (0, 0), self.value.document.end)
        await self.pilot.pause()

    async def until_shown(self, text: str) -> None:
        """Waits for a text on the screen."""
        await until(self.pilot, lambda: text in self.shown)

    async def until_told(self, text: str) -> None:
        """Waits for passing news."""
        await until(self.pilot, lambda: any(text in told for told in self.app.told))


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """A team with a supervisor, 陈杰."""
    made = make_team(tmp_path / "desk.db")
    make(made, "people.chen", {"name": "陈杰", "role": "supervisor"}, "2026-01-01")
    return made


def make(team: Team, key: str, value: object, effective: str = "2026-05-06") -> None:
    """What somebody else sets."""
    with team.desk("lina") as desk:
        desk.store.set([Setting(key, value, effective, "lina", desk.clock.now())])


def held(team: Team, key: str) -> object:
    """A setting's value as anybody would see it now."""
    with team.desk("lina") as desk:
        return TeamSettings(desk).overview().shown[key]


@asynccontextmanager
async def settings(
    team: Team, login: str = "chen", language: Language = "zh", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Hand]:
    """Somebody at the settings screen, which shows the settings."""
    # opened in the test's thread and used in the worker's, as the program does
    with team.desk(login) as desk:
        app = SettingsApp(desk, language)
        async with app.run_test(size=size, notifications=True) as pilot:
            hand = Hand(app, pilot)
            await pilot.pause()
            app.open()
            await hand.until_shown("Asia/Shanghai")
            yield hand
