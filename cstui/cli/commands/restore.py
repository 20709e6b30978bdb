"""`cstui restore IN`: put a backup in the store's place."""

import argparse
import sys
from pathlib import Path

from cstui.cli.session import place
from cstui.i18n import Translator
from data.desk import restore_store


def run(options: argparse.Namespace, t: Translator) -> int:
    """Replace the store; what stood there before is kept beside it."""
    path = place(options)
    kept = restore_store(Path(options.backup).expanduser(), path)
    print(t("told.restored", path=path), file=sys.stderr)
    if kept:
        print(t("told.kept", path=kept), file=sys.stderr)
    return 0
