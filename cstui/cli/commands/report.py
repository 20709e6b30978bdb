"""`cstui report [PERIOD]`: figures and histograms of response times."""

import argparse
import os
import shutil
import sys

from cstui.cli.session import desk, place
from cstui.cli.writing import out_path, write
from cstui.clock.period import parse_period
from cstui.domain.errors import InputError
from cstui.i18n import Translator
from cstui.reports.json_report import json_report
from cstui.reports.model import Query, Report
from cstui.reports.text_report import text_report
from cstui.services.desk import Desk
from cstui.services.reporting import conditions, report

_LEAST_WIDTH = 80
_SECONDS = 60
_MOST_MINUTES = 366 * 24 * 60


def run(options: argparse.Namespace, t: Translator) -> int:
    """Print the report, or write it to a file."""
    out = out_path(options.out, [place(options)]) if options.out else None
    with desk(options, t.language) as work:
        period = parse_period(options.period, work.clock.now(), work.rules.zone)
        threshold = work.rules.settings.threshold
        if options.threshold is not None:
            threshold = _seconds(options.threshold)
        query = Query(
            period, tuple(options.by), conditions(options.where), threshold, options.estimates
        )
        made = report(work.store, work.clock, query)
    if options.format == "json":
        text = json_report(made)
    elif out:
        text = text_report(made, t, _LEAST_WIDTH)
    else:
        text = _for_terminal(made, t)
    write(text, out)
    return 0


def _seconds(minutes: float) -> int:
    """A limit given in minutes; whatever is no number of seconds from 1 on is refused."""
    if not 1 / _SECONDS <= minutes <= _MOST_MINUTES:
        raise InputError("threshold_range", value=minutes)
    return round(minutes * _SECONDS)


def print_report(work: Desk, t: Translator) -> None:
    """Print the report of everything."""
    period = parse_period("all", work.clock.now(), work.rules.zone)
    query = Query(period, threshold_s=work.rules.settings.threshold)
    write(_for_terminal(report(work.store, work.clock, query), t), None)


def _for_terminal(made: Report, t: Translator) -> str:
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else _LEAST_WIDTH
    colour = terminal and not os.environ.get("NO_COLOR")
    return text_report(made, t, max(width, _LEAST_WIDTH), colour=colour)
