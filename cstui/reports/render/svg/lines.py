"""Line charts as SVG."""

from collections.abc import Iterator
from itertools import groupby
from xml.etree.ElementTree import Element

from cstui.i18n import Translator
from cstui.reports.cell_text import shown
from cstui.reports.document import Lines, Series
from cstui.reports.render.scales import axis_of, unit_of
from cstui.reports.render.svg.canvas import (
    LINE_HEIGHT,
    WIDTH,
    Canvas,
    Plot,
    framed,
    nothing_drawn,
    spaced,
    tell,
    text_width,
)
from cstui.reports.render.text_lines import drawn_values

_TOP, _BOTTOM, _HEIGHT = 56, 256, 280
_COLOURS = 4
"""How many colours there are for series."""
_SIGN = 18
"""How long the piece of line is that stands beside a name in the legend."""
_EDGE = 24
"""Between the frame and the first and the last point."""


def draw_lines(chart: Lines, t: Translator) -> Element:
    """A line a series through its points, over the band that limits leave, and the target."""
    if not any(value is not None for series in chart.series for value in series.values):
        return nothing_drawn(chart.title, t)
    canvas = Canvas(_HEIGHT, chart.title)
    values = drawn_values(chart)
    unit = unit_of(values, chart.kind, t)
    plot = framed(canvas, axis_of(values, unit), unit, _TOP, _BOTTOM)
    _levels(canvas, plot, chart)
    for place, series in enumerate(chart.series):
        _series(canvas, plot, chart, series, f"s{place % _COLOURS + 1}", t)
    labels = [(_x(plot, place, len(chart.labels)), text) for place, text in enumerate(chart.labels)]
    for middle, label in spaced(labels):
        canvas.text(middle, plot.bottom + LINE_HEIGHT * 0.75, label, "mid")
    _legend(canvas, chart, t)
    return canvas.root


def _x(plot: Plot, place: int, count: int) -> float:
    """How far right a point lies."""
    room = plot.right - plot.left - 2 * _EDGE
    return plot.left + _EDGE + (room * place / (count - 1) if count > 1 else room / 2)


def _levels(canvas: Canvas, plot: Plot, chart: Lines) -> None:
    """Limits as a band around the mean, the target as a line."""
    if limits := chart.limits:
        top, bottom = plot.y(limits.upper), plot.y(limits.lower)
        canvas.rect(plot.left, top, plot.right - plot.left, bottom - top, "band")
        mean = plot.y(limits.mean)
        canvas.line((plot.left, mean), (plot.right, mean), "mean")
    if chart.target is not None:
        target = plot.y(chart.target)
        canvas.line((plot.left, target), (plot.right, target), "limit")


def _series(
    canvas: Canvas, plot: Plot, chart: Lines, series: Series, css: str, t: Translator
) -> None:
    """A line through neighbours that are known, and a point at each."""
    for stretch in _stretches(series):
        points = [(_x(plot, at, len(chart.labels)), plot.y(value)) for at, value in stretch]
        canvas.path(points, f"line {css}")
        for (at, value), (x, y) in zip(stretch, points, strict=True):
            said = f"{chart.labels[at]}: {shown(value, chart.kind, t)}"
            if series.counts:
                said += f" ({t('report.n', n=series.counts[at])})"
            tell(canvas.point(x, y, f"point {css}"), said)


def _stretches(series: Series) -> Iterator[list[tuple[int, float]]]:
    """Runs of known values, each with its place."""
    for known, run in groupby(enumerate(series.values), lambda each: each[1] is not None):
        if known:
            yield [(at, value) for at, value in run if value is not None]


def _legend(canvas: Canvas, chart: Lines, t: Translator) -> None:
    """A piece of each line with its name."""
    named = [
        (f"line s{place % _COLOURS + 1}", series.title) for place, series in enumerate(chart.series)
    ]
    if chart.limits:
        named.append(("mean", t("report.mean_name")))
    if chart.target is not None:
        named.append(("limit", t("report.target_name")))
    x, y = 0.0, LINE_HEIGHT / 2
    for css, name in named:
        wide = _SIGN + 6 + text_width(name)
        if x and x + wide > WIDTH:
            x, y = 0.0, y + LINE_HEIGHT
        canvas.line((x, y), (x + _SIGN, y), css)
        canvas.text(x + _SIGN + 6, y, name)
        x += wide + 18
