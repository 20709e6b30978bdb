"""The follow-up screen is made while nobody calls, so that it opens at once."""

from pathlib import Path

from textual.pilot import Pilot

from cstui.services.intake.calls import Calls
from cstui.services.intake.draft import Draft
from cstui.services.intake.drafts import DraftBox
from data.desk import open_store
from screens.app import CstuiApp
from screens.followup.screen import FollowUpScreen
from tests.fixtures.front_desk import desk_at
from tests.fixtures.pilots import opened, until

ROW = {"category": "其他", "problem.text": "登录不了"}


def made_ahead(pilot: Pilot[None]) -> FollowUpScreen | None:
    """The follow-up screen, where it is there and was not opened."""
    app = pilot.app
    assert isinstance(app, CstuiApp)
    stack = app._screen_stacks.get("followup")  # nothing public tells
    if not stack:
        return None
    screen = stack[0]
    assert isinstance(screen, FollowUpScreen)
    return screen


async def test_the_list_is_there_before_it_is_opened(tmp_path: Path) -> None:
    """Nobody looks at its tickets yet, as far as others can see, and its clock stands still."""
    work = desk_at(tmp_path / "desk.db")
    Calls(work, DraftBox(tmp_path / "box")).save(Draft("hotline", ROW))
    other = open_store(tmp_path / "desk.db", by="other")
    async with opened(work, tmp_path / "draft") as pilot:

        def listed() -> bool:
            screen = made_ahead(pilot)
            return bool(screen and screen.queue.table.cursor_row and not screen.ticking)

        await until(pilot, listed)
        assert pilot.app.current_mode == "intake"
        await pilot.pause()
        assert other.presence.others() == {}
        await pilot.press("f3")
        await until(pilot, lambda: bool(other.presence.others()))
    other.close()
