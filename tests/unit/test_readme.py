"""The README says what the program does."""

import re
import shlex
from pathlib import Path

import pytest

from cstui.cli.command_line import parse
from cstui.i18n import Translator
from screens.analysis.document_view import DocumentView
from screens.analysis.screen import AnalysisScreen
from screens.app import CstuiApp
from screens.followup.screen import FollowUpScreen
from screens.intake.screen import IntakeScreen
from screens.kit.keys import key_text, shortcuts
from screens.knowledge.dialog import SearchField
from screens.settings.screen import SettingsScreen

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SCREENS: dict[str, list[type]] = {
    "everywhere": list(CstuiApp.__mro__),
    "intake": [IntakeScreen],
    "follow-up": [FollowUpScreen],
    "analysis": [AnalysisScreen, DocumentView],
    "knowledge base": [SearchField],
    "team settings": [SettingsScreen],
}


def key_table() -> str:
    """The table of keys, made from the bindings."""
    t = Translator("en")
    lines = ["| where | key | does |", "| --- | --- | --- |"]
    for where, kinds in SCREENS.items():
        seen: set[str] = set()
        for kind in kinds:
            for one in shortcuts(vars(kind).get("BINDINGS", ())):
                if one.phrase not in seen and t.known(f"{one.phrase}.tip"):
                    seen.add(one.phrase)
                    keys = ", ".join(key_text(key, t) for key in one.keys)
                    lines.append(f"| {where} | {keys} | {one.tip(t)} |")
    return "\n".join(lines)


def test_the_table_of_keys_is_made_from_the_bindings() -> None:
    """When a key changes, the README changes."""
    stands = README.split("<!-- keys -->")[1].split("<!-- /keys -->")[0].strip()
    assert stands == key_table(), f"README wants:\n{key_table()}"


@pytest.mark.parametrize("command", sorted({"demo", *re.findall(r"`cstui ([a-z][^`|]*)`", README)}))
def test_every_command_that_it_names_is_one(command: str) -> None:
    """The words of each are understood."""
    parse(shlex.split(command), Translator("en"))


def test_ci_runs_the_command_that_it_shows() -> None:
    """There is one test command, on one line, and CI takes it from here."""
    commands = [line for line in README.splitlines() if re.match(r"python3 -m venv .*pytest", line)]
    assert len(commands) == 1
    assert "README.md" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
