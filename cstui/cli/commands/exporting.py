"""`cstui export OUT [PERIOD]`: tickets or events as a sheet, or the store as a TinyDB file."""

import sys
from pathlib import Path

from cstui.cli.options import Options
from cstui.cli.progress import progress
from cstui.cli.session import desk, place
from cstui.cli.writing import out_path
from cstui.clock.period import parse_period
from cstui.domain.people import names_of
from cstui.i18n import Translator
from cstui.services.allowing import require_supervisor
from cstui.services.desk import Desk
from cstui.services.exporting import Exporting, Selection


def run(options: Options, t: Translator) -> int:
    """Write the file, and tell how much it holds."""
    out = out_path(options.out, [place(options)])
    with desk(options, t.language) as work:
        count = _whole(work, out) if options.tinydb else _sheet(work, out, options, t)
    told = "told.events_exported" if options.events and not options.tinydb else "told.exported"
    print(t(told, count=count, path=out), file=sys.stderr)
    return 0


def _whole(work: Desk, out: Path) -> int:
    """The store as stock TinyDB reads it, with nothing masked: for supervisors."""
    require_supervisor(work)
    return work.store.export_tinydb(out)


def _sheet(work: Desk, out: Path, options: Options, t: Translator) -> int:
    period = parse_period(options.period, work.clock.now(), work.rules.zone)
    with progress() as show:
        exporting = Exporting(
            work.store,
            work.me,
            work.rules.zone,
            t,
            on_progress=lambda count: show(str(count)),
            names=names_of(work.rules.settings.people),
        )
        asked = Selection(period, options.form or "", options.full, events=options.events)
        return exporting.file(out, asked)
