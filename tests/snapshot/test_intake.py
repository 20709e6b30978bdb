"""The intake screen as people see it, in both sizes that it is made for.

After a wanted change, write the golden files anew with
`CSTUI_SNAPSHOTS=write python -m pytest tests/snapshot` and look at them.
"""

import os
from pathlib import Path

import pytest

from cstui.domain import acts
from cstui.i18n import LANGUAGES, Language
from tests.fixtures.intake import LI, desk, past
from tests.fixtures.pilots import opened, shown, until_shown
from tests.fixtures.times import at

SIZES = ((80, 24), (120, 40))
PROBLEM = {"en": "Water runs out of it", "zh": "机器漏水"}
MISSING = {"en": "Not noted yet", "zh": "未记"}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_call(language: Language, size: tuple[int, int], tmp_path: Path) -> None:
    """A known caller in the middle of the call: all of the form is in sight."""
    promised = acts.Promised("上门检修", at("2026-05-06 15:00"))
    work, clock = desk(
        tmp_path,
        past(LI, "2026-05-02 10:00", acts.Resolved("已修好"), about="遥控器失灵"),
        past(LI, "2026-05-04 10:00", promised),
    )
    async with opened(work, tmp_path / "draft", language, size) as pilot:
        await pilot.press("f5", "ctrl+g", *"13812345678", "enter")
        await until_shown(pilot, "20260504001")
        await pilot.press(*PROBLEM[language])
        await until_shown(pilot, MISSING[language])
        clock.advance(83)
        await until_shown(pilot, "01:23")
        await until_shown(pilot, "09:01")
        seen = shown(pilot) + "\n"
    golden = Path(__file__).with_name(f"intake_{language}_{size[0]}x{size[1]}.txt")
    if os.environ.get("CSTUI_SNAPSHOTS") == "write":
        golden.write_text(seen, encoding="utf-8")
    assert seen == golden.read_text(encoding="utf-8")
