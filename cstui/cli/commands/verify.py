"""`cstui verify`: read every record and check it."""

from cstui.cli.commands.doctor import tell
from cstui.cli.options import Options
from cstui.cli.session import desk
from cstui.i18n import Translator


def run(options: Options, t: Translator) -> int:
    """Check every record; 1 when something is wrong."""
    with desk(options, t.language) as work:
        return tell(work.store.check(deep=True), t)
