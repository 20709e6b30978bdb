"""The program at the follow-up screen, and a folder with sheets."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from cstui.domain.people import Role
from cstui.i18n import Language
from cstui.services.desk import Desk
from screens.followup.screen import FollowUpScreen
from tests.fixtures.desks import Team, make_team
from tests.fixtures.pilots import opened, shown, until


class Somebody:
    """Somebody at the keyboard."""

    def __init__(self, pilot: Pilot[None], desk: Desk) -> None:
        self.pilot = pilot
        self.desk = desk

    @property
    def dialog(self) -> str:
        """The name of the screen in front."""
        return type(self.pilot.app.screen).__name__

    def text(self) -> str:
        """All that is seen."""
        return shown(self.pilot)

    async def press(self, *keys: str) -> None:
        """Presses keys one after another."""
        await self.pilot.press(*keys)

    async def type(self, *texts: str) -> None:
        """Types texts, each into a field that Enter leaves."""
        for text in texts:
            for letter in text:
                # the pilot knows no names of full-width signs
                self.pilot.app.post_message(events.Key(letter, letter))
            await self.pilot.press("enter")

    async def until(self, holds: Callable[[], bool]) -> None:
        """Waits for a state."""
        await until(self.pilot, holds)

    async def until_dialog(self, name: str) -> None:
        """Waits for a dialog by the name of its class."""
        await self.until(lambda: self.dialog == name)

    async def until_seen(self, text: str) -> None:
        """Waits until a text is on the screen."""
        await self.until(lambda: text in self.text())


Sit = Callable[..., AbstractAsyncContextManager[Somebody]]


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """A team whose store has no ticket."""
    return make_team(tmp_path / "desk.db")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the program runs."""
    path = tmp_path / "sheets"
    path.mkdir()
    monkeypatch.chdir(path)
    return path


@pytest.fixture
def sit(tmp_path: Path) -> Sit:
    """Sits somebody down at the follow-up screen."""

    @asynccontextmanager
    async def seated(
        team: Team,
        role: Role = Role.AGENT,
        language: Language = "zh",
        size: tuple[int, int] = (100, 30),
    ) -> AsyncIterator[Somebody]:
        with team.desk("lina") as desk:
            # as the settings would make them
            desk.me = type(desk.me)("lina", "李娜", role, "热线组")
            async with opened(desk, tmp_path / "drafts", language, size) as pilot:
                await pilot.press("f3")
                await until(pilot, lambda: isinstance(pilot.app.screen, FollowUpScreen))
                yield Somebody(pilot, desk)

    return seated
