"""`cstui brief`: what the next shift must know."""

import shutil
import sys

from cstui.cli.options import Options
from cstui.cli.session import desk
from cstui.domain.errors import InputError
from cstui.i18n import Translator
from cstui.reports.brief import brief_json, brief_text
from cstui.services.brief import Briefing

_WIDTH, _NARROWEST = 100, 80


def run(options: Options, t: Translator) -> int:
    """Print the handover."""
    if options.lines < 1:
        raise InputError("brief_lines", value=options.lines)
    with desk(options, t.language) as work:
        brief = Briefing(work).brief(options.team, mine=options.mine, lines=options.lines)
    if options.format == "json":
        sys.stdout.write(brief_json(brief))
        return 0
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else _WIDTH
    sys.stdout.write(brief_text(brief, t, max(width, _NARROWEST)))
    return 0
