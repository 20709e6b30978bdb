"""Other sessions in real processes, and a desk's store opened twice."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from data.desk import DeskStore, create_store, open_store

Session = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    """Starts other sessions: `session(what, …)` runs a function of the `sessions.py` beside."""
    with ExitStack() as started:

        def start(what: str, *arguments: object) -> "subprocess.Popen[str]":
            script = request.path.with_name("sessions.py")
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


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DeskStore]:
    """An empty store."""
    made = create_store(tmp_path / "desk.db")
    yield made
    made.close()


@pytest.fixture
def other(store: DeskStore, tmp_path: Path) -> Iterator[DeskStore]:
    """Another session on the same store."""
    made = open_store(tmp_path / "desk.db", by="wang")
    yield made
    made.close()
