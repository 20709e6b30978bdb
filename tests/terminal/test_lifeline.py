"""What becomes of the work at hand when the line is lost or the program is told to end."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fixtures.terminal import Terminal

ROOT = Path(__file__).parents[2]
RESTORED = b"\x1b[?1049l\x1b[?25h"
"""The screen of before, and its cursor."""
Start = Callable[[str], Terminal]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The file that the program saves to."""
    return tmp_path / "draft.txt"


@pytest.fixture
def start(draft: Path) -> Start:
    """Starts the program in a terminal, with a name typed into its field."""

    def begin(fate: str = "fine") -> Terminal:
        words = [sys.executable, "-m", "tests.fixtures.lifeline_program", str(draft), fate]
        environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
        return Terminal(words, environment)

    return begin


def typed(line: Terminal) -> None:
    """Waits for the program, and types a name into it."""
    line.wait_for("F5 Copy")
    line.type("李雷 Li Lei")
    line.wait_for("Li Lei")


def test_a_program_told_to_end_saves_and_restores_the_terminal(start: Start, draft: Path) -> None:
    """As when it is ended by its own key, but for the exit code."""
    with start("fine") as line:
        typed(line)
        assert line.settings() != line.before
        line.process.send_signal(signal.SIGTERM)
        assert line.ended() == 128 + signal.SIGTERM
        assert line.settings() == line.before
        assert RESTORED in line.output
    assert draft.read_text(encoding="utf-8") == "李雷 Li Lei"


def test_a_lost_line_leaves_a_complete_draft(start: Start, draft: Path) -> None:
    """And no process behind."""
    with start("fine") as line:
        typed(line)
        line.process.send_signal(signal.SIGHUP)
        assert line.ended() == 128 + signal.SIGHUP
    assert draft.read_text(encoding="utf-8") == "李雷 Li Lei"


def test_a_closed_terminal_is_a_lost_line(start: Start, draft: Path) -> None:
    """The other end is gone, whoever tells of it: the system's signal or the end of input."""
    with start("fine") as line:
        typed(line)
        line.hang_up()
        assert line.ended() == 128 + signal.SIGHUP
    assert draft.read_text(encoding="utf-8") == "李雷 Li Lei"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_cannot_save_ends_all_the_same(
    start: Start, draft: Path, number: signal.Signals
) -> None:
    """A full disk must not leave a process for every lost call."""
    with start("broken") as line:
        typed(line)
        line.process.send_signal(number)
        assert line.ended() == 128 + number
    assert not draft.exists()


def test_a_fault_in_the_program_saves_and_shows_no_traceback(start: Start, draft: Path) -> None:
    """Whoever started it tells of the failure, on a terminal that is as it was."""
    with start("faulty") as line:
        typed(line)
        line.press("f5")
        assert line.ended() == 1
        assert line.settings() == line.before
        assert b"Traceback" not in line.output
    assert draft.read_text(encoding="utf-8") == "李雷 Li Lei"


def test_a_lone_escape_and_a_key_sequence_are_told_apart(start: Start) -> None:
    """Although the input thread sleeps until there is something to read."""
    with start("fine") as line:
        line.wait_for("F5 Copy")
        line.press("f1")
        line.wait_for("Everywhere")
        line.press("esc")
        line.wait_gone("Everywhere")
        typed(line)


def test_quitting_restores_the_terminal(start: Start) -> None:
    """The input thread wakes up for the end without a key."""
    with start("fine") as line:
        typed(line)
        line.press("ctrl+q")
        assert line.ended() == 0
        assert line.settings() == line.before
