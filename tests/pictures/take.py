"""Take the README's pictures: `python -m tests.pictures.take [FOLDER]`.

Wants `rsvg-convert` and the font WenQuanYi Micro Hei Mono. The store is the demo's.
"""

import argparse
import asyncio
import re
import subprocess
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from cstui.cli.commands.demo import fill
from cstui.cli.session import create, read_rules
from cstui.domain.fold import fold
from cstui.domain.people import Person, Role
from cstui.i18n import LANGUAGES, Language
from cstui.ports import Store
from cstui.services.desk import Desk
from cstui.services.intake.drafts import DraftBox
from data.desk import open_store
from screens.app import CstuiApp

README: tuple[tuple[Language, tuple[int, int], str], ...] = (
    ("en", (120, 40), "intake"),
    ("zh", (80, 24), "intake"),
    ("zh", (120, 40), "followup"),
    ("en", (80, 24), "followup"),
    ("zh", (80, 24), "transfer"),
    ("en", (120, 40), "board"),
    ("zh", (80, 24), "board"),
    ("zh", (120, 40), "response"),
    ("en", (80, 24), "explained"),
)
"""Language, size and screen of each picture in the README."""
FONT = "WenQuanYi Micro Hei Mono"
NOW = datetime.fromisoformat("2026-11-20T15:04:00+08:00")
CALL = {
    "zh": "9月28日购买的空调不制冷，售后上门一次没有解决|||维修",
    "en": "The air conditioner bought on 28 Sept does not cool; one visit did not help|||repair",
}
"""What is typed into the hotline form, field after field from the problem on; what is left out is
taken as it is suggested."""


class Standing:
    """A clock that a picture has stopped."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        """The moment of the picture."""
        return self.at


async def take(
    language: Language, size: tuple[int, int], dark: bool, folder: Path, wanted: Sequence[str]
) -> None:
    """Take some pictures of an app of a size, in a language."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "desk.db")
        create(path, language=language)
        store = open_store(path, by="lina")
        clock = Standing(NOW)
        me = Person("lina", "李娜" if language == "zh" else "Anna Bell", Role.SUPERVISOR)
        desk = Desk(store, clock, me, lambda: read_rules(store))
        fill(desk, 1500, 3, language)
        drafts, kept = DraftBox(Path(place, "drafts")), Path(place)
        app = CstuiApp(desk, language, drafts, kept / "wishes", kept / "seen")
        async with app.run_test(size=size) as pilot:
            app.dark = dark
            for name in wanted:
                call = [_known_phone(desk.store), *CALL[language].split("|")]
                await _go(app, pilot, name, clock, call)
                tag = f"{name}-{language}-{size[0]}x{size[1]}{'' if dark else '-light'}"
                _save(app.export_screenshot(title="cstui"), folder / f"{tag}.png")
        store.close()


async def _go(
    app: CstuiApp, pilot: object, name: str, clock: Standing, call: Sequence[str]
) -> None:
    press, pause = pilot.press, pilot.pause  # type: ignore[attr-defined]  # Pilot of any app
    match name:
        case "intake":
            caller, *fields = call
            await press("f5", "ctrl+g", *caller)
            await pause(0.5)
            await press("enter")
            for text in fields:
                await pause(0.5)
                await press(*text, "tab") if text else await press("enter")
            clock.at = datetime.fromisoformat("2026-11-20T15:04:47+08:00")
            await pause(1.2)
        case "followup":
            await press("f3")
            await pause(1)
            await press("down", "down")
            await pause(0.5)
        case "transfer":
            await _go(app, pilot, "followup", clock, call)
            await press("t")
            await pause(0.5)
        case "board":
            await press("f6")
            await pause(2.5)
        case "response":
            await _go(app, pilot, "board", clock, call)
            await press("2", "full_stop", "full_stop")
            await pause(2)
        case "explained":
            await _go(app, pilot, "board", clock, call)
            await press("down", "down", "equals_sign")
            await pause(1)


def _known_phone(store: Store) -> str:
    """The telephone number of the newest customer with an open ticket."""
    tickets = [ticket for batch in store.tickets() for ticket in batch]
    return next(one.header.customer.phone for one in reversed(tickets) if fold(one).status.is_open)


def _save(svg: str, target: Path) -> None:
    """The picture without fonts from the network, its spaces kept as they are."""
    plain = re.sub(r"@font-face\s*\{[^}]*\}", "", svg).replace("Fira Code", FONT)
    plain = plain.replace("&#160;", " ").replace("<text ", '<text xml:space="preserve" ')
    subprocess.run(
        ["rsvg-convert", "--width", "1200", "--output", str(target)],
        input=plain.encode(),
        check=True,
    )


def main() -> None:
    """Take all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(__file__).parent)
    parser.add_argument("--all", action="store_true", help="both languages, sizes and themes")
    told = parser.parse_args()
    if not told.all:
        for language, size, screen in README:
            asyncio.run(take(language, size, True, told.folder, [screen]))
        return
    for language in LANGUAGES:
        for size in ((80, 24), (120, 40)):
            for dark in (True, False):
                for screen in ("intake", "followup", "transfer", "board", "response", "explained"):
                    asyncio.run(take(language, size, dark, told.folder, [screen]))


if __name__ == "__main__":
    main()
