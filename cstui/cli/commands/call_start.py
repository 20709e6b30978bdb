"""`cstui call-start`: a telephone switch tells that a call comes in."""

import sys

from cstui.cli.options import Options
from cstui.cli.session import desk
from cstui.clock.written import parse_instant
from cstui.i18n import Translator
from cstui.services.intake import ringing


def run(options: Options, t: Translator) -> int:
    """Put a call on an agent's screen; who calls is printed nowhere, lest logs keep it."""
    with desk(options, t.language) as work:
        zone, now = work.rules.zone, work.clock.now()
        rang = parse_instant(options.rang, zone, on=now) if options.rang else None
        told = ringing.tell(work, options.phone, rang, options.agent)
    print(t("told.ringing", agent=told.to), file=sys.stderr)
    return 0
