"""`cstui call-start`, as a telephone switch runs it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cstui.cli.session import login
from data.desk import open_store
from tests.unit.data.entries import DAY

Shell = Callable[..., tuple[int, str, str]]


def told(folder: Path, agent: str) -> list[str]:
    """The numbers that ring for somebody."""
    store = open_store(folder / "desk.db")
    try:
        return [ringing.phone for ringing in store.ringings.take(agent, DAY)]
    finally:
        store.close()


def test_a_call_rings_for_whoever_runs_it(shell: Shell, tmp_path: Path) -> None:
    """Nothing goes to stdout, and the number is printed nowhere: a switch keeps what it reads."""
    code, out, err = shell("call-start", "--phone", "13800138000")
    assert (code, out) == (0, "")
    assert login() in err
    assert "138" not in err
    assert told(tmp_path, login()) == ["13800138000"]


def test_a_hidden_number_rings_too(shell: Shell, tmp_path: Path) -> None:
    """Without anything said, it is a call that comes in now."""
    assert shell("call-start")[0] == 0
    assert told(tmp_path, login()) == [""]


def test_a_call_may_ring_for_another(shell: Shell, tmp_path: Path) -> None:
    """In a team, for those that it names; while nobody is named, for everybody."""
    assert shell("call-start", "--agent", "li")[0] == 0
    assert told(tmp_path, "li") == [""]
    shell("settings", 'people.li={name="李娜"}')
    assert shell("call-start", "--agent", "li", "--phone", "1")[0] == 0
    assert told(tmp_path, "li") == ["1"]
    code, out, err = shell("call-start", "--agent", "nobody")
    assert (code, out) == (2, "")
    assert "nobody" in err


@pytest.mark.parametrize("rang", ["yesterday", "2023-10-01 09:15", "2090-01-01T08:00:00+08:00"])
def test_a_time_that_cannot_be_is_told(shell: Shell, rang: str) -> None:
    """In one sentence."""
    code, out, err = shell("call-start", "--rang", rang)
    assert (code, out) == (2, "")
    assert err.startswith("cstui: ")
    assert "did not expect" not in err
