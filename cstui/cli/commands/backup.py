"""`cstui backup OUT`: a checked copy of the store."""

import sys
from pathlib import Path

from cstui.cli.options import Options
from cstui.cli.session import desk
from cstui.i18n import Translator
from cstui.services.allowing import require_supervisor


def run(options: Options, t: Translator) -> int:
    """Write the copy, with nothing masked; the store stays in use meanwhile."""
    out = Path(options.out).expanduser()
    with desk(options, t.language) as work:
        require_supervisor(work)
        work.store.backup(out)
    print(t("told.backed_up", path=out), file=sys.stderr)
    return 0
