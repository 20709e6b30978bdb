"""Opening the screens: the terminal made ready, Textual imported only now."""

import gc
import locale
import os
import sys
from typing import TYPE_CHECKING

# only to name them: whoever opens the screens makes ready before importing these
if TYPE_CHECKING:
    from pathlib import Path

    from cstui.i18n import Language
    from cstui.services.desk import Desk
    from cstui.services.intake.drafts import DraftBox

_ESCAPE_MS = "50"
"""How long a lone Esc waits for the rest of a key's sequence; over SSH it comes in one piece."""
_OPENSSL = ("ssl", "_hashlib")
"""Modules that load OpenSSL; asyncio and hashlib do without."""


def speak_utf8() -> None:
    """Start again in UTF-8 mode where the locale's encoding cannot show Chinese.

    Python decides on its encoding as it starts, so that only a new start can change it.
    """
    if locale.getencoding().lower().replace("-", "") == "utf8" or sys.flags.utf8_mode:
        return
    environment = {**os.environ, "PYTHONUTF8": "1"}
    os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environment)


def make_ready() -> None:
    """Prepare a quick start of the screens; call it before importing what they need."""
    speak_utf8()
    # nothing is thrown away while the screens start; the app collects again once it is ready
    gc.disable()
    # the screens speak to no network, and each session would hold OpenSSL in memory
    for name in _OPENSSL:
        if name not in sys.modules:
            sys.modules[name] = None  # type: ignore[assignment]  # Python's way to bar a module


def open_screens(
    desk: "Desk", language: "Language", drafts: "DraftBox", wishes: "Path", seen: "Path"
) -> int:
    """Run the screens until the user leaves; returns the exit code.

    Args:
        desk: who works, on which store.
        language: the language to start in.
        drafts: where unfinished records are kept.
        wishes: the file that says how they want to work.
        seen: the file that says what they have seen of tickets.

    Raises:
        Exception: what ended the screens although nobody foresaw it.
    """
    os.environ.setdefault("ESCDELAY", _ESCAPE_MS)
    # 256 colours are enough for these screens, and take a quarter fewer bytes over the line
    os.environ.pop("COLORTERM", None)
    gc.disable()
    from screens.app import CstuiApp

    app = CstuiApp(desk, language, drafts, wishes, seen)
    # without the mouse, the terminal's own selecting and copying works
    app.run(mouse=False)
    if app.failure:
        raise app.failure
    return app.return_code or 0
