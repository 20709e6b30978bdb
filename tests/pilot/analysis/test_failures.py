"""What the analysis screen does when there is nothing to read from."""

from datetime import datetime
from pathlib import Path

from cstui.cli.session import seat
from cstui.ports import Changes
from cstui.services.analysing import Analysis
from data.desk import open_store
from screens.analysis.screen import AnalysisScreen
from screens.kit.app import KitApp
from tests.fixtures.pilots import until_shown
from tests.fixtures.times import ZONE
from tests.pilot.analysis.shop import EVENING, response_log, save


class AnalysisApp(KitApp[None, Changes]):
    """The analysis screen alone, which opens a store when it reads figures."""

    DEFAULT_MODE = "analysis"

    def __init__(self, path: Path) -> None:
        super().__init__("en", lambda: "18:00", modes={"analysis": self._open})
        self._path = path

    def _open(self) -> AnalysisScreen:
        self.worker.start()
        return AnalysisScreen(self._analysis, ZONE, self._now, lambda _: 1800, print)

    def _now(self) -> datetime:
        return EVENING

    def _analysis(self) -> Analysis:
        self.store = open_store(self._path)
        return Analysis(seat(self.store, None))


async def test_a_store_that_cannot_be_read_is_told_and_can_be_tried_again(tmp_path: Path) -> None:
    """The failure is one sentence on the screen; F5 reads the store once it is there."""
    path = tmp_path / "desk.db"
    app = AnalysisApp(path)
    async with app.run_test() as pilot:
        await until_shown(pilot, "There is no store")
        save(path, *response_log())
        await pilot.press("f5")
        await until_shown(pilot, "How the day goes")
    app.store.close()
