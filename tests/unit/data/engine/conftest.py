"""A store on disk for each test, other sessions in real processes, and other users."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from data.engine.creation import create
from data.engine.database import RowDb
from data.engine.table import RowTable

Session = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where a new and empty store is."""
    path = tmp_path / "desk.db"
    create(path)
    return path


@pytest.fixture
def db(place: Path) -> Iterator[RowDb]:
    """That store, opened by Li."""
    with RowDb(place, actor="li") as opened:
        yield opened


@pytest.fixture
def other(place: Path) -> Iterator[RowDb]:
    """The same store, opened once more by Wang."""
    with RowDb(place, actor="wang") as opened:
        yield opened


@pytest.fixture
def table(db: RowDb) -> RowTable:
    """A table of the store, not made yet."""
    return db.table("notes")


@pytest.fixture
def session() -> Iterator[Session]:
    """Starts other sessions: `session(what, store, …)` runs a function of `sessions.py`."""
    with ExitStack() as started:

        def start(what: str, *arguments: object) -> "subprocess.Popen[str]":
            script = Path(__file__).with_name("sessions.py")
            process = subprocess.Popen(
                [sys.executable, str(script), what, *map(str, arguments)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env={**os.environ, "PYTHONPATH": str(Path.cwd())},
            )
            started.enter_context(process)
            started.callback(process.kill)
            return process

        yield start
