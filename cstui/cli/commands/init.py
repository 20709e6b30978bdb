"""`cstui init PATH`: create a store."""

import sys
from pathlib import Path

from cstui.cli.options import Options
from cstui.cli.session import DEFAULT_ZONE, create
from cstui.clock.instants import zone_of
from cstui.i18n import Translator


def run(options: Options, t: Translator) -> int:
    """Create a store and say how to use it."""
    path = Path(options.path).expanduser()
    zone_of(options.zone or DEFAULT_ZONE)
    create(path, zone=options.zone or DEFAULT_ZONE, language=t.language, shared=options.shared)
    print(t("told.created", path=path), file=sys.stderr)
    print(t("told.created_words"), file=sys.stderr)
    return 0
