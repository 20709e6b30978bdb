"""Two people at two terminals, on one store."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fixtures.terminal import Terminal


@pytest.fixture
def desks(installed: Path, environment: dict[str, str]) -> Iterator[tuple[Terminal, Terminal]]:
    """Two sessions of the installed program."""
    words = [str(installed)]
    made = [*words, "init", environment["CSTUI_STORE"]]
    subprocess.run(made, env=environment, check=True, capture_output=True)
    with Terminal(words, environment) as one, Terminal(words, environment, 120, 40) as other:
        for desk in (one, other):
            desk.wait_for("F5 Answer")
        yield one, other


def take_a_call(desk: Terminal, problem: str) -> None:
    """Answer, type what the form needs, save; all in one go, as a slow line brings it."""
    keys = ["13812345678", "enter", "Alex Green", "enter", problem, "tab", "after-sales", "tab"]
    desk.press("f5", *keys, "high", "enter", "ctrl+s")
    desk.wait_for("Saved 2")


def test_what_one_saves_the_other_shows(desks: tuple[Terminal, Terminal]) -> None:
    """By itself, with the customer masked."""
    one, other = desks
    other.press("f3")
    other.wait_for("No tickets here")
    take_a_call(one, "will not start")
    other.wait_for("will not start")
    other.wait_for(r"138\*\*\*\*5678")
    assert "13812345678" not in other.text()


def test_when_both_edit_one_ticket_both_are_kept(desks: tuple[Terminal, Terminal]) -> None:
    """The later one is told, chooses, and the record holds what each of them wrote."""
    one, other = desks
    take_a_call(one, "will not start")
    for desk, subject in ((one, "from the first"), (other, "from the second")):
        desk.press("f3")
        desk.wait_for("will not start")
        desk.wait_for("Timeline")
        desk.press("e", subject)
        desk.wait_for(subject)
    one.press("ctrl+s")
    one.wait_for("Corrected: subject .empty. → from the first")
    other.press("ctrl+s")
    other.wait_for("Nothing was overwritten")
    other.press("enter")
    other.wait_for("from the second")
    other.wait_gone("Nothing was overwritten")
    other.press("enter")
    other.wait_for(r"subject .empty. →\s+from the first")
    other.wait_for(r"subject from the\s+first → from the second")


def test_whoever_looks_at_a_ticket_is_seen_until_they_are_gone(
    desks: tuple[Terminal, Terminal],
) -> None:
    """In the ticket itself, as soon as they come; a session that is killed does not stay."""
    one, other = desks
    take_a_call(one, "will not start")
    other.press("f3")
    other.wait_for("will not start")
    assert "is here too" not in other.text()
    one.press("f3")
    other.wait_for("◇ .* is here too")
    one.wait_for("◇ .* is here too")
    one.press("f2")
    other.wait_gone("is here too")
    one.press("f3")
    other.wait_for("is here too")
    one.process.kill()
    other.wait_gone("is here too")
