"""A store for the shell, and a way to run it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cstui.cli.main import main

Shell = Callable[..., tuple[int, str, str]]


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    """Runs a command on a store of its own: exit code, what went to stdout, what to stderr."""
    monkeypatch.setenv("CSTUI_STORE", str(tmp_path / "desk.db"))
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    assert main(["init", str(tmp_path / "desk.db")]) == 0
    capsys.readouterr()

    def run(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run
