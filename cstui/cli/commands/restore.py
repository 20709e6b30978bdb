"""`cstui restore IN`: put a backup in the store's place."""

import sys
from pathlib import Path

from cstui.cli.options import Options
from cstui.cli.session import desk, place
from cstui.domain.errors import StoreError
from cstui.i18n import Translator
from cstui.services.allowing import require_supervisor
from data.desk import restore_store


def run(options: Options, t: Translator) -> int:
    """Replace the store; what stood there before is kept beside it."""
    path = place(options)
    if path.exists():
        _require_leave(options, t)
    kept = restore_store(Path(options.backup).expanduser(), path)
    print(t("told.restored", path=path), file=sys.stderr)
    if kept:
        print(t("told.kept", path=kept), file=sys.stderr)
    return 0


def _require_leave(options: Options, t: Translator) -> None:
    """A store that works is replaced by a supervisor only; a broken one cannot say who that is."""
    try:
        with desk(options, t.language) as work:
            require_supervisor(work)
    except StoreError:
        return
