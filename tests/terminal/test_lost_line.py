"""What becomes of a record when the line is lost or the program is told to end."""

import signal
import subprocess
import sys

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
