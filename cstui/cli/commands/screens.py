"""`cstui`: open the screens."""

import sys

from cstui.app import make_ready, open_screens
from cstui.cli.options import Options
from cstui.domain.errors import InputError
from cstui.i18n import Translator


def run(options: Options, t: Translator) -> int:
    """Open the screens on the store, or only tell the version."""
    if options.version:
        from cstui.cli.session import version_text

        print(version_text())
        return 0
    if not has_terminal():
        raise InputError("no_terminal")
    make_ready()
    from cstui.cli.session import desk, draft_place, place, seen_place, wishes_place
    from cstui.services.intake.drafts import DraftBox

    with desk(options, t.language, lasting=True) as work:
        store, who = place(options), work.me.login
        drafts, seen = DraftBox(draft_place(store, who)), seen_place(store, who)
        return open_screens(work, t.language, drafts, wishes_place(who), seen)


def has_terminal() -> bool:
    """Whether somebody sits in front of this."""
    return sys.stdin.isatty() and sys.stdout.isatty()
