"""What becomes of a record when the line is lost or the program is told to end."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fixtures.terminal import Terminal
from tests.terminal.conftest import ROOT

PROGRAM = (sys.executable, "-m", "cstui")


@pytest.fixture
def told(environment: dict[str, str]) -> dict[str, str]:
    """The environment of somebody whose store is there already."""
    told = {**environment, "PYTHONPATH": str(ROOT)}
    made = [*PROGRAM, "init", told["CSTUI_STORE"]]
    subprocess.run(made, env=told, check=True, capture_output=True)
    return told


@pytest.mark.parametrize("sent", [signal.SIGHUP, signal.SIGTERM])
def test_the_record_is_there_again_at_the_next_start(
    told: dict[str, str], sent: signal.Signals
) -> None:
    """A call with what was typed survives a lost line and an orderly end."""
    with Terminal(PROGRAM, told) as terminal:
        terminal.wait_for("F5 Answer")
        terminal.press("f5")
        terminal.wait_for("Talking")
        terminal.type("13812345678")
        terminal.wait_for("13812345678")
        terminal.process.send_signal(sent)
        assert terminal.ended() == 128 + sent
    with Terminal(PROGRAM, told) as terminal:
        terminal.wait_for("Your unsaved record is back")
        terminal.wait_for("Talking")
        terminal.wait_for("13812345678")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0


class Watched(Terminal):
    """A terminal beside which somebody looks at the disk."""

    def wait_kept(self, text: str, home: Path) -> None:
        """Waits until a text stands in somebody's drafts."""
        drafts = home / ".local" / "state" / "cstui" / "drafts"
        self._until(
            lambda: any(
                text in path.read_text(encoding="utf-8") for path in drafts.rglob("*.json")
            ),
            f"{text!r} was never kept",
        )


def test_a_killed_program_costs_seconds_of_typing(told: dict[str, str], tmp_path: Path) -> None:
    """Without a word to it: what was typed is on the disk soon after, the call included."""
    with Watched(PROGRAM, told) as terminal:
        terminal.wait_for("F5 Answer")
        terminal.press("f5")
        terminal.wait_for("Talking")
        terminal.type("13812345678")
        terminal.wait_kept("13812345678", tmp_path)
        terminal.process.kill()
        assert terminal.ended() == -signal.SIGKILL
    with Terminal(PROGRAM, told) as terminal:
        terminal.wait_for("Your unsaved record is back")
        terminal.wait_for("Talking")
        terminal.wait_for("13812345678")
