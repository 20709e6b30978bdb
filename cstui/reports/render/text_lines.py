"""Line charts in terminal cells, drawn by plotext."""

from collections.abc import Sequence
from itertools import chain, pairwise
from types import ModuleType

from cstui.i18n import Translator
from cstui.reports.document import Lines, Series
from cstui.reports.layout import cells, cut
from cstui.reports.plotting import blank, lines_of
from cstui.reports.render.scales import axis_of, unit_of

_POINTS = "●○◆◇"
"""Marks of the series, one after the other."""
_COLOURS = ("blue", "cyan", "magenta", "yellow")
_WIDEST_LABEL = 10
_BETWEEN_LABELS = 2
_LEAST_ROWS = 3


def drawn_values(chart: Lines) -> list[float | None]:
    """All values that must fit on the chart's axis."""
    limits = chart.limits
    beside = (limits.mean, limits.lower, limits.upper) if limits else ()
    return [*chain(*(series.values for series in chart.series)), *beside, chart.target]


def plot(chart: Lines, t: Translator, width: int, height: int, *, colour: bool) -> list[str]:
    """The chart in `width` × `height` cells with a legend above; nothing where nothing is known.

    Without colour the text holds no escape sequence.
    """
    if not any(value is not None for series in chart.series for value in series.values):
        return [t("report.nothing_to_draw")]
    values = drawn_values(chart)
    unit = unit_of(values, chart.kind, t)
    axis = axis_of(values, unit, ticks=max(height // 4, _LEAST_ROWS))

    plotext = blank(width, height, colour=colour)
    figure = plotext.figure
    figure.ruler("y").lim(axis.low, axis.high)
    figure.ruler("y").ticks(list(axis.ticks), [unit.text(tick) for tick in axis.ticks])
    figure.ruler("x").lim(0, max(len(chart.labels) - 1, 1))
    labels = [cut(label, _WIDEST_LABEL) for label in chart.labels]
    every = _label_step(labels, width)
    figure.ruler("x").ticks(list(range(0, len(labels), every)), labels[::every])
    _draw_levels(plotext, chart, len(labels))
    for place, series in enumerate(chart.series):
        _draw_series(plotext, series, place)
    return [_legend(chart, unit.name, t, width), *lines_of(plotext, colour=colour)]


def _label_step(labels: Sequence[str], width: int) -> int:
    """Which of the labels are written, every second or every third, so that none collide."""
    room = max(map(cells, labels), default=0) + _BETWEEN_LABELS
    return max(-(-room * len(labels) // width), 1)


def _draw_levels(plotext: ModuleType, chart: Lines, across: int) -> None:
    """Mean and limits as dotted lines, the target as a solid one."""
    limits = chart.limits
    levels = [(limits.lower, "┈"), (limits.upper, "┈"), (limits.mean, "╌")] if limits else []
    ends = (0, max(across - 1, 1))
    for value, sign in levels:
        plotext.figure.draw(plotext.figure.segment(ends, (value, value), marker=sign))
    if chart.target is not None:
        marker, level = plotext.marker("━", "red"), (chart.target, chart.target)
        plotext.figure.draw(plotext.figure.segment(ends, level, marker=marker))


def _draw_series(plotext: ModuleType, series: Series, place: int) -> None:
    """Thin lines between neighbours that are both known, and a point at each value."""
    colour = _COLOURS[place % len(_COLOURS)]
    for (left, low), (right, high) in pairwise(enumerate(series.values)):
        if low is not None and high is not None:
            marker = plotext.marker("braille", colour)
            ends = plotext.figure.segment((left, right), (low, high), marker=marker)
            plotext.figure.draw(ends)
    point = plotext.marker(_POINTS[place % len(_POINTS)], colour)
    for at, value in enumerate(series.values):
        if value is not None:
            dot = plotext.figure.segment((at, at), (value, value), marker=point)
            plotext.figure.draw(dot)


def _legend(chart: Lines, unit: str, t: Translator, width: int) -> str:
    """The unit, and which mark belongs to which series."""
    names = [
        f"{_POINTS[place % len(_POINTS)]} {series.title}"
        for place, series in enumerate(chart.series)
    ]
    parts = [unit] if unit else []
    parts += names
    if chart.limits:
        parts += [t("report.mean_mark"), t("report.limits_mark")]
    if chart.target is not None:
        parts.append(t("report.target_mark"))
    return cut("   ".join(parts), width)
