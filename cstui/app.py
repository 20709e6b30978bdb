"""Opening the screens: the terminal made ready, Textual imported only now."""

import locale
import os
import sys

from cstui.i18n import Language
from cstui.services.desk import Desk
from cstui.services.drafts import DraftBox


def speak_utf8() -> None:
    """Start again in UTF-8 mode where the locale's encoding cannot show Chinese.

    Python decides on its encoding as it starts, so that only a new start can change it.
    """
    if locale.getencoding().lower().replace("-", "") == "utf8" or sys.flags.utf8_mode:
        return
    environment = {**os.environ, "PYTHONUTF8": "1"}
    os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environment)


def open_screens(desk: Desk, language: Language, drafts: DraftBox) -> int:
    """Run the screens until the user leaves; returns the exit code."""
    from screens.app import CstuiApp

    app = CstuiApp(desk, language, drafts)
    app.run()
    return app.return_code or 0
