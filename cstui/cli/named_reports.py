"""`cstui report NAME [PERIOD]`: the views of the analysis and the named reports."""

from pathlib import Path

from cstui.cli.options import Options
from cstui.cli.progress import progress
from cstui.cli.writing import write
from cstui.clock.period import Period, parse_period
from cstui.clock.periods import previous
from cstui.domain.errors import InputError
from cstui.i18n import Translator
from cstui.metrics.catalogue import METRICS
from cstui.reports.document import Document
from cstui.reports.model import Query
from cstui.reports.render.formats import Format, rendered
from cstui.reports.render.text import as_text
from cstui.services.analysing import Analysis
from cstui.services.desk import Desk

_OVER = {
    "daily": ("today", 1),
    "weekly": ("week", 1),
    "monthly": ("month", 1),
    "current": ("month", 6),
}
"""Reports that are made when a period is over: of the last such period, or of so many."""
_WARNING = ("findings", "board")
"""Reports that end with 1 where there is something to look into."""


def period_of(name: str, text: str | None, work: Desk) -> Period:
    """The period that is asked for, or the one that suits the report.

    Raises:
        InputError: when the period makes no sense.
    """
    now, zone = work.clock.now(), work.rules.zone
    if text:
        return parse_period(text, now, zone)
    if name in _OVER:
        word, count = _OVER[name]
        return previous(parse_period(word, now, zone), count) or parse_period("all", now, zone)
    return parse_period("today" if name == "board" else "month", now, zone)


def document_of(options: Options, query: Query, work: Desk, t: Translator) -> Document:
    """The report as a document.

    Raises:
        InputError: `report_needs_metric`, `aim_unknown`, or what a query can be refused for.
    """
    with progress() as show:
        analysis = Analysis(work, lambda done, of: show(f"{done}/{of}"))
        if options.name != "tickets":
            return analysis.document(options.name, query, t)
        if not options.metric:
            raise InputError("report_needs_metric", known=", ".join(METRICS))
        if options.metric not in METRICS:
            raise InputError("aim_unknown", name=options.metric, known=", ".join(METRICS))
        return analysis.tickets(options.metric, query, t)


def tell(
    document: Document, form: Format, out: Path | None, t: Translator, width: int, *, colour: bool
) -> int:
    """Print a document or write it to a file; 1 where a warning report has something to tell."""
    as_it_is = form == "text" and out is None
    write(
        as_text(document, t, width, colour=colour) if as_it_is else rendered(document, form, t), out
    )
    if document.name not in _WARNING:
        return 0
    section = document.sections[0]
    return int(bool(section.tables[0].rows if document.name == "findings" else section.notes))
