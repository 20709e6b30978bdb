"""`cstui report [NAME] [PERIOD]`: figures and histograms of response times, and named reports."""

import os
import shutil
import sys
from pathlib import Path

from msgspec.structs import replace

from cstui.cli.arguments import REPORT_NAMES
from cstui.cli.options import Options
from cstui.cli.progress import progress
from cstui.cli.session import desk, place
from cstui.cli.writing import out_path, write
from cstui.clock.period import Period, parse_period
from cstui.domain.errors import InputError
from cstui.domain.people import names_of
from cstui.i18n import Translator
from cstui.reports.json_report import json_report
from cstui.reports.model import Query, Report
from cstui.reports.render.formats import ENDINGS, Format, rendered
from cstui.reports.text_report import text_report
from cstui.services.desk import Desk
from cstui.services.reporting import conditions, report

_LEAST_WIDTH = 80
_BY = ("channel",)
"""By what named reports group, unless something else is asked for."""
_SECONDS = 60
_MOST_MINUTES = 366 * 24 * 60


def run(options: Options, t: Translator) -> int:
    """Print the report, or write it to a file."""
    if options.name not in REPORT_NAMES:
        _without_name(options)
    out = out_path(options.out, [place(options)]) if options.out else None
    form = options.format or _form_of(out)
    if form == "xlsx" and out is None and sys.stdout.isatty():
        raise InputError("report_needs_out")
    with desk(options, t.language) as work:
        if options.name:
            return _named(options, form, out, work, t)
        made = _plain(options, work, t)
    write(_told(made, form, out, t), out)
    return 0


def _without_name(options: Options) -> None:
    """A single word that names no report is the period."""
    if options.period:
        raise InputError("report_unknown", name=options.name, known=", ".join(REPORT_NAMES))
    options.period, options.name = options.name, None
    if options.metric:
        raise InputError("report_metric_alone")


def _plain(options: Options, work: Desk, t: Translator) -> Report:
    from cstui.services.past_facts import PastFacts

    period = parse_period(options.period or "all", work.clock.now(), work.rules.zone)
    t.names = names_of(work.settings_over(period).people)
    with progress() as show:
        past = PastFacts.over(work, period, work.clock.now(), lambda done, of: show(f"{done}/{of}"))
        return report(work.store, work.clock, _query(options, period, work), past)


def _named(options: Options, form: Format, out: Path | None, work: Desk, t: Translator) -> int:
    from cstui.cli import named_reports

    period = named_reports.period_of(options.name, options.period, work)
    t.names = names_of(work.settings_over(period).people)
    query = _query(options, period, work)
    told = named_reports.document_of(options, replace(query, by=query.by or _BY), work, t)
    return named_reports.tell(told, form, out, t, _width(), colour=_in_colour())


def _query(options: Options, period: Period, work: Desk) -> Query:
    threshold = work.settings_over(period).threshold
    if options.threshold is not None:
        threshold = _seconds(options.threshold)
    where = conditions(options.where)
    return Query(period, tuple(options.by), where, threshold, options.estimates)


def _form_of(out: Path | None) -> Format:
    """The format that a file's ending names; text where it names none."""
    return ENDINGS.get(out.suffix.lower(), "text") if out else "text"


def _told(made: Report, form: Format, out: Path | None, t: Translator) -> str | bytes:
    match form:
        case "json":
            return json_report(made)
        case "text":
            return text_report(made, t, _LEAST_WIDTH) if out else _for_terminal(made, t)
        case _:
            from cstui.reports.views.overview import overview

            return rendered(overview(made, t), form, t)


def _seconds(minutes: float) -> int:
    """A limit given in minutes; whatever is no number of seconds from 1 on is refused."""
    if not 1 / _SECONDS <= minutes <= _MOST_MINUTES:
        raise InputError("threshold_range", value=minutes)
    return round(minutes * _SECONDS)


def print_report(work: Desk, t: Translator) -> None:
    """Print the report of everything."""
    period = parse_period("all", work.clock.now(), work.rules.zone)
    query = Query(period, threshold_s=work.settings_over(period).threshold)
    write(_for_terminal(report(work.store, work.clock, query), t), None)


def _for_terminal(made: Report, t: Translator) -> str:
    return text_report(made, t, _width(), colour=_in_colour())


def _width() -> int:
    """Columns to fill: the terminal's, but no fewer than a report needs."""
    terminal = sys.stdout.isatty()
    return max(shutil.get_terminal_size().columns if terminal else 0, _LEAST_WIDTH)


def _in_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
