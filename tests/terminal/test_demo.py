"""The installed program, as a newcomer meets it."""

import subprocess
from pathlib import Path

import pytest

from tests.fixtures.terminal import Terminal

SIZES = [(80, 24), (120, 40)]


@pytest.mark.parametrize(("columns", "rows"), SIZES)
@pytest.mark.parametrize(
    ("language", "intake", "followup", "analysis"),
    [
        ("en", "Problem", r"Open \d", "First response"),
        ("zh", "问题描述", r"未结 \d", "首次响应"),
    ],
)
def test_the_demo_shows_its_three_screens(
    installed: Path,
    environment: dict[str, str],
    columns: int,
    rows: int,
    language: str,
    intake: str,
    followup: str,
    analysis: str,
) -> None:
    """By key, in both languages, at both sizes; and leaves the terminal as it was."""
    words = [str(installed), "demo", "--tickets", "200", "--lang", language]
    with Terminal(words, environment, columns, rows) as terminal:
        terminal.wait_for(intake)
        terminal.wait_for("F5 ")
        terminal.press("f3")
        terminal.wait_for(followup)
        terminal.press("f6")
        terminal.wait_for(analysis)
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
        assert terminal.settings() == terminal.before


def test_the_demo_leaves_nothing_behind(
    installed: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    """Its store is gone when it ends."""
    environment["TMPDIR"] = str(tmp_path)
    done = subprocess.run(
        [installed, "demo", "--tickets", "50"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "50" in done.stdout
    assert not list(tmp_path.glob("cstui-demo-*"))
