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


def take_a_call(terminal: Terminal) -> None:
    """Answers, and types a telephone number."""
    terminal.wait_for("F5 Answer")
    terminal.press("f5")
    terminal.wait_for("Talking")
    terminal.type("13812345678")
    terminal.wait_for("13812345678")


def goes_on(told: dict[str, str]) -> None:
    """The next start asks whether to continue, and nothing else; the call has gone on."""
    with Terminal(PROGRAM, told) as terminal:
        terminal.wait_for(r"Continue\?")
        terminal.press("enter")
        terminal.wait_gone(r"Continue\?")
        terminal.wait_for("Talking")
        terminal.wait_for("13812345678")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0


def test_a_record_survives_a_lost_line(told: dict[str, str]) -> None:
    """The call and what was typed; the process is gone."""
    with Terminal(PROGRAM, told) as terminal:
        take_a_call(terminal)
        terminal.hang_up()
        assert terminal.ended() == 128 + signal.SIGHUP
    goes_on(told)


def test_a_record_survives_an_orderly_end(told: dict[str, str]) -> None:
    """As when the machine goes down; the terminal is as it was."""
    with Terminal(PROGRAM, told) as terminal:
        take_a_call(terminal)
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
        assert terminal.settings() == terminal.before
    goes_on(told)


def test_a_record_survives_a_killed_program(told: dict[str, str], tmp_path: Path) -> None:
    """Without a word to it: what was typed is on the disk soon after, the call included."""
    with Watched(PROGRAM, told) as terminal:
        take_a_call(terminal)
        terminal.wait_kept("13812345678", tmp_path)
        terminal.process.kill()
        assert terminal.ended() == -signal.SIGKILL
    goes_on(told)


def test_where_nothing_can_be_kept_typing_goes_on(told: dict[str, str], tmp_path: Path) -> None:
    """The agent is told; and the program still ends when it is told to."""
    state = tmp_path / "state"
    with Terminal(PROGRAM, {**told, "XDG_STATE_HOME": str(state)}) as terminal:
        terminal.wait_for("F5 Answer")
        state.write_text("a file where the folder of drafts should be", encoding="utf-8")
        take_a_call(terminal)
        terminal.wait_for("cannot be kept")
        terminal.type("9")
        terminal.wait_for("138123456789")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
