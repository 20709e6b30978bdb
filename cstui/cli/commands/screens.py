"""`cstui`: open the screens."""

import argparse
import sys

from cstui.app import open_screens, speak_utf8
from cstui.cli.session import desk, draft_place, place, version_text
from cstui.domain.errors import InputError
from cstui.i18n import Translator
from cstui.services.drafts import DraftBox


def run(options: argparse.Namespace, t: Translator) -> int:
    """Open the screens on the store, or only tell the version."""
    if options.version:
        print(version_text())
        return 0
    if not has_terminal():
        raise InputError("no_terminal")
    speak_utf8()
    with desk(options, t.language) as work:
        drafts = DraftBox(draft_place(place(options), work.me.login))
        return open_screens(work, t.language, drafts)


def has_terminal() -> bool:
    """Whether somebody sits in front of this."""
    return sys.stdin.isatty() and sys.stdout.isatty()
