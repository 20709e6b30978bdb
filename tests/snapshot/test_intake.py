"""The intake screen as people see it, at 80 columns and 24 rows.

After a wanted change, write the golden files anew with
`CSTUI_SNAPSHOTS=write python -m pytest tests/snapshot` and look at them.
"""

import os
from pathlib import Path

import pytest

from cstui.i18n import LANGUAGES, Language
from tests.fixtures.front_desk import desk_at
from tests.fixtures.pilots import opened, shown, until_shown


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_call(language: Language, tmp_path: Path) -> None:
    """A call just answered, with what is missing told: all of the form is in sight."""
    async with opened(desk_at(tmp_path / "desk.db"), tmp_path / "draft", language) as pilot:
        await pilot.press("f5", *"13812345678", "ctrl+s")
        await until_shown(pilot, {"en": "Please fill this in.", "zh": "请填写此项。"}[language])
        seen = shown(pilot) + "\n"
    golden = Path(__file__).with_name(f"intake_{language}.txt")
    if os.environ.get("CSTUI_SNAPSHOTS") == "write":
        golden.write_text(seen, encoding="utf-8")
    assert seen == golden.read_text(encoding="utf-8")
