"""What an agent's session never pays for."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.pilot.analysis.shop import response_log, save

SESSION = """
import asyncio, sys, threading
from importlib.abc import MetaPathFinder
from pathlib import Path

class Watch(MetaPathFinder):
    threads = {}
    def find_spec(self, name, path=None, target=None):
        self.threads.setdefault(name, threading.current_thread().name)

sys.meta_path.insert(0, Watch())
from tests.fixtures.pilots import opened, until_shown
from tests.pilot.analysis.shop import desk_at

async def session(path):
    with desk_at(path, "wang") as desk:
      async with opened(desk, path.with_name("draft"), "en") as pilot:
        await pilot.press("f3", "f2")
        print(sorted({"numpy", "plotext"} & set(sys.modules)))
        await pilot.press("f6")
        await until_shown(pilot, "Promises kept")
        await pilot.press("2", *["full_stop"] * 5, "end")
        await until_shown(pilot, "█")
        print({Watch.threads["numpy"], Watch.threads["plotext"]})

asyncio.run(session(Path(sys.argv[1])))
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with the rows of the printed response time log."""
    path = tmp_path / "desk.db"
    save(path, *response_log())
    return path


def test_numbers_and_charts_are_imported_by_the_analysis_screen_alone(store: Path) -> None:
    """Numpy and plotext come when it opens, and in the worker's thread: typing never waits."""
    told = subprocess.run(
        [sys.executable, "-c", SESSION, str(store)],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.splitlines() == ["[]", "{'store'}"]
