"""What a shell command reads before it speaks."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textual", "rich", "tinydb", "pendulum", "numpy", "plotext", "openpyxl")


def modules_after(words: list[str], store: Path) -> set[str]:
    """Which of the heavy packages a command has imported when it is done."""
    script = (
        "import sys; from cstui.cli.main import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        f"print(*(name for name in {HEAVY} if name in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "--store", str(store), *words],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.splitlines()[-1].split()) if done.stderr.strip() else set()


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    """So it is there at once."""
    assert modules_after(["--help"], tmp_path / "none.db") == set()


@pytest.mark.parametrize("words", [["report", "all"], ["doctor"], ["settings"]])
def test_the_shell_never_imports_textual(words: list[str], tmp_path: Path) -> None:
    """The screens' packages are read only when the screens open."""
    store = tmp_path / "desk.db"
    modules_after(["init", str(store)], store)
    assert not modules_after(words, store) & {"textual", "rich"}


def test_settings_need_no_figures(tmp_path: Path) -> None:
    """Numpy and plotext are read only where something is counted or drawn."""
    store = tmp_path / "desk.db"
    modules_after(["init", str(store)], store)
    assert not modules_after(["settings"], store) & {"numpy", "plotext", "openpyxl"}


@pytest.mark.parametrize(
    "module",
    ["_ssl", "argparse", "textual.widgets._tree", "textual.widgets._select", "screens.followup"],
)
def test_a_session_reads_nothing_that_it_may_never_need(module: str) -> None:
    """It would be waited for at each start, and take memory in each of an office's sessions."""
    script = (
        "import sys; import cstui.cli.main; from cstui.app import make_ready; make_ready()\n"
        "import screens.app, screens.intake.screen, cstui.cli.session, cstui.cli.commands.screens\n"
        f"print({module!r} in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
