"""Long work beside the screen."""

import threading

from textual.pilot import Pilot
from textual.screen import Screen

from screens.exchange.working import Tell, WorkDialog, work_beside
from screens.kit.fields import Field
from tests.fixtures.kit import try_app
from tests.fixtures.pilots import shown, until


class _Work:
    """Work that goes on as far as a test lets it."""

    def __init__(self) -> None:
        self.may_go_on = threading.Semaphore(0)
        self.done: list[int] = []

    def __call__(self, tell: Tell) -> str:
        for step in range(1, 4):
            self.may_go_on.acquire()
            self.done.append(step)
            tell(f"step {step}", step / 3)
        return "all of it"


def _begin(pilot: Pilot[None], work: _Work) -> list[str | None]:
    """Begins it over the screen that is shown; what comes of it is in the list then."""
    results: list[str | None] = []
    screen: Screen[object] = pilot.app.screen

    async def run() -> None:
        results.append(await work_beside(screen, "Working", work))

    screen.run_worker(run())
    return results


async def test_how_far_it_is_is_told_until_it_is_done() -> None:
    """Then the dialog goes by itself."""
    async with try_app(Field()).run_test() as pilot:
        work = _Work()
        results = _begin(pilot, work)
        work.may_go_on.release()
        await until(pilot, lambda: "step 1" in shown(pilot))
        assert "█" in shown(pilot)
        work.may_go_on.release(2)
        await until(pilot, lambda: results == ["all of it"])
        assert not isinstance(pilot.app.screen, WorkDialog)


async def test_it_stops_at_the_next_occasion() -> None:
    """Nothing is cut off in the middle, and nothing more is begun."""
    async with try_app(Field()).run_test() as pilot:
        work = _Work()
        results = _begin(pilot, work)
        work.may_go_on.release()
        await until(pilot, lambda: "step 1" in shown(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "Stopping" in shown(pilot))
        work.may_go_on.release(2)
        await until(pilot, lambda: results == [None])
        assert work.done == [1, 2]


async def test_leaving_the_program_stops_it() -> None:
    """It never goes on where nobody sees it."""
    async with try_app(Field()).run_test() as pilot:
        work = _Work()
        _begin(pilot, work)
        work.may_go_on.release()
        await until(pilot, lambda: "step 1" in shown(pilot))
        dialog = pilot.app.screen
        assert isinstance(dialog, WorkDialog)
        pilot.app.exit()
        await until(pilot, lambda: dialog.stopped)
        work.may_go_on.release(2)
    assert work.done[-1] < 3
