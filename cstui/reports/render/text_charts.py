"""Charts of a document in terminal cells."""

from collections.abc import Iterator

from cstui.i18n import Translator
from cstui.reports.cell_text import shown
from cstui.reports.document import Bars, Chart, HeatMap, Histogram, Kind, Lines
from cstui.reports.histogram import histogram, histogram_notes
from cstui.reports.layout import cells, cut, padded, wrapped
from cstui.reports.render.text_heat import heat_lines
from cstui.reports.render.text_lines import plot
from cstui.reports.wording import duration_text

_HEIGHT = 14
WIDEST_LABEL = 24
"""Cells after which a bar's label is cut."""
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_LIMIT = "┃"
_BLUE, _RED, _PLAIN = "\x1b[34m", "\x1b[31m", "\x1b[39m"


def chart_lines(chart: Chart, t: Translator, width: int, *, colour: bool) -> Iterator[str]:
    """A chart without its title, in lines of at most `width` terminal cells."""
    match chart:
        case Histogram():
            yield from _histogram(chart, t, width, colour=colour)
        case Lines():
            yield from plot(chart, t, width, _HEIGHT, colour=colour)
        case HeatMap():
            yield from heat_lines(chart, t, width)
        case Bars():
            yield from _bars(chart, t, width, colour=colour)
    for note in chart_notes(chart, t):
        yield from wrapped(note, width)


def chart_notes(chart: Chart, t: Translator) -> Iterator[str]:
    """What must be said beside a chart in any format, a sentence each."""
    match chart:
        case Histogram(bins=bins, percentiles=percentiles):
            yield from histogram_notes(bins, t)
            if percentiles:
                told = [f"{name} {duration_text(at, t)}" for name, at in percentiles.items()]
                yield t("report.between").join(told)
        case Lines(kind=kind, limits=limits, target=target):
            if limits:
                mean, lower, upper = (
                    shown(value, kind, t) for value in (limits.mean, limits.lower, limits.upper)
                )
                yield t("report.limits", mean=mean, lower=lower, upper=upper)
            yield from _target(target, kind, t)
        case Bars(kind=kind, target=target):
            yield from _target(target, kind, t)
        case HeatMap():
            yield t("report.darker")


def _target(target: float | None, kind: Kind, t: Translator) -> Iterator[str]:
    if target is not None:
        yield t("report.target", value=shown(target, kind, t))


def _histogram(chart: Histogram, t: Translator, width: int, *, colour: bool) -> Iterator[str]:
    if chart.bins.n:
        yield from histogram(chart.bins, t, width, _HEIGHT, colour=colour).split("\n")


def _bars(chart: Bars, t: Translator, width: int, *, colour: bool) -> Iterator[str]:
    """Label, bar, value and n of each, a line each."""
    labels = [cut(bar.label, WIDEST_LABEL) for bar in chart.bars]
    values = [shown(bar.value, chart.kind, t) for bar in chart.bars]
    counts = ["" if bar.count is None else t("report.n", n=bar.count) for bar in chart.bars]
    label, value, count = (max(map(cells, texts), default=0) for texts in (labels, values, counts))
    room = width - label - value - count - 3
    top = max([bar.value or 0 for bar in chart.bars] + [chart.target or 0], default=0)
    at = None if chart.target is None or not top else round(chart.target / top * (room - 1))
    for place, bar in enumerate(chart.bars):
        drawn = _bar((bar.value or 0) / top * room if top else 0, room, at, colour=colour)
        beside = padded(values[place], value, right=True), padded(counts[place], count)
        yield f"{padded(labels[place], label)} {drawn} {' '.join(beside)}".rstrip()


def _bar(length: float, room: int, limit: int | None, *, colour: bool) -> str:
    """A bar of so many cells, and parts of one, with the limit's line over it."""
    whole, part = divmod(round(length * 8), 8)
    drawn = list(("█" * whole + _EIGHTHS[part]).ljust(room)[:room])
    if colour:
        drawn = [f"{_BLUE}{cell}{_PLAIN}" if cell != " " else cell for cell in drawn]
    if limit is not None:
        drawn[limit] = f"{_RED}{_LIMIT}{_PLAIN}" if colour else _LIMIT
    return "".join(drawn)
