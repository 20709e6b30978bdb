"""A report as text for a terminal or a file."""

from collections.abc import Iterator

from cstui.i18n import Translator
from cstui.metrics.values import Bins, Figures
from cstui.reports.cells import (
    GROUP,
    SPREAD,
    STANDING,
    group_cells,
    spread_cells,
    standing_cells,
    timeout_text,
)
from cstui.reports.heading import report_lines
from cstui.reports.histogram import histogram, histogram_notes
from cstui.reports.layout import cells, cut, table
from cstui.reports.model import Report
from cstui.reports.wording import NO_VALUE, percent_text, score_text, value_text

NARROWEST = 80
"""How many terminal cells the tables need at least."""
_PLOT_HEIGHT = 14


def text_report(report: Report, t: Translator, width: int, *, colour: bool = False) -> str:
    """The report as text, in lines of at most `width` terminal cells, but no fewer than 80.

    Without colour the text holds no escape sequence.
    """
    width = max(width, NARROWEST)
    sections = (
        _heading(report, t, width),
        _volume(report, t),
        _durations(report, t, width),
        _attainment(report.content["total"], t, width),
        _satisfaction(report.content["total"], t),
        _plot("report.first_response", report.first_response, t, width, colour=colour),
        _plot("report.resolution", report.resolution, t, width, colour=colour),
        _groups(report, t, width),
    )
    texts = ("\n".join(section) for section in sections)
    return "\n\n".join(text for text in texts if text) + "\n"


def _heading(report: Report, t: Translator, width: int) -> Iterator[str]:
    title = t("report.title")
    yield title
    yield "─" * cells(title)
    for line in report_lines(report, t):
        yield cut(line, width)


def _volume(report: Report, t: Translator) -> Iterator[str]:
    total = report.content["total"]
    yield t("report.volume", tickets=total["tickets"], open=total["open"])
    calls = total["calls"]
    if calls["answered"] or calls["abandoned"]:
        yield t("report.calls", **calls)


def _durations(report: Report, t: Translator, width: int) -> Iterator[str]:
    total = report.content["total"]
    rows = [
        ["", *(t(f"metric.{name}") for name in SPREAD)],
        [t("report.first_response"), *spread_cells(total["first_response_s"], t)],
        [t("report.resolution"), *spread_cells(total["resolution_s"], t)],
    ]
    yield from table(rows, width)
    yield timeout_text(total["timeout"], t)


def _attainment(total: Figures, t: Translator, width: int) -> Iterator[str]:
    clocks = total["attainment"]
    kinds = {
        "response": clocks["response"],
        "resolution": clocks["resolution"],
        "update": clocks["update"],
    }
    standings = {kind: standing for kind, standing in kinds.items() if standing}
    if not standings:
        return
    heading = [t("report.clocks"), *(t(f"metric.{name}") for name in STANDING)]
    rows = [[t(f"report.clock.{kind}"), *standing_cells(each)] for kind, each in standings.items()]
    yield from table([heading, *rows], width)


def _satisfaction(total: Figures, t: Translator) -> Iterator[str]:
    csat = total["csat"]
    yield t(
        "report.csat",
        mean=score_text(csat["mean"]),
        n=csat["n"],
        satisfied=percent_text(csat["satisfied_rate"]),
        low=percent_text(csat["low_rate"]),
    )
    yield t(
        "report.csat_counts",
        counts="  ".join(f"{score}: {count}" for score, count in csat["counts"].items()),
        response=percent_text(csat["response_rate"]),
    )


def _plot(key: str, bins: Bins, t: Translator, width: int, *, colour: bool) -> Iterator[str]:
    yield t("report.plot", name=t(key), n=bins.n)
    if bins.n:
        yield histogram(bins, t, width, _PLOT_HEIGHT, colour=colour)
    yield from histogram_notes(bins, t)


def _groups(report: Report, t: Translator, width: int) -> Iterator[str]:
    by, groups = report.query.by, report.content["groups"]
    if not by:
        return
    names = [t(f"report.dimension.{dimension}") for dimension in by]
    rows = [[*names, *(t(f"report.column.{column}") for column in GROUP)]]
    for group in groups:
        labels = [cut(value_text(name, group["by"][name], t), width) for name in by]
        rows.append([*labels, *group_cells(group, t)])
    yield t("report.groups", names=t("report.and").join(names))
    yield from table(rows, width, labels=len(by))
    yield t("report.groups_note", dash=NO_VALUE)
