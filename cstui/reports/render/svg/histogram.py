"""Histograms as SVG."""

from xml.etree.ElementTree import Element

from cstui.i18n import Translator
from cstui.metrics.values import Bins
from cstui.reports.document import Histogram, Kind
from cstui.reports.render.scales import Unit, axis_of, unit_of
from cstui.reports.render.svg.canvas import (
    LINE_HEIGHT,
    Canvas,
    Plot,
    framed,
    nothing_drawn,
    spaced,
    tell,
)
from cstui.reports.wording import duration_text

_TOP, _BOTTOM, _HEIGHT = 28, 216, 256
_COUNTS = Unit(1, "", whole=True)
_GAP = 1


def draw_histogram(chart: Histogram, t: Translator) -> Element:
    """A bar a bin, with the limit and the percentiles as lines over them."""
    bins = chart.bins
    heights = [*bins.counts, *([bins.beyond] if bins.beyond else [])]
    if not heights:
        return nothing_drawn(chart.title, t)
    canvas = Canvas(_HEIGHT, chart.title)
    plot = framed(canvas, axis_of(heights, _COUNTS, zero=True), _COUNTS, _TOP, _BOTTOM)
    bar = (plot.right - plot.left) / len(heights)
    for place, height in enumerate(heights):
        left, top = plot.left + place * bar + _GAP, plot.y(height)
        css = "bar" if place < len(bins.counts) else "bar tail"
        shape = canvas.rect(left, top, bar - 2 * _GAP, plot.bottom - top, css)
        tell(shape, _covered(bins, place, t))
    _edges(canvas, plot, bins, bar, t)
    _marks(canvas, plot, chart, bar)
    return canvas.root


def _covered(bins: Bins, place: int, t: Translator) -> str:
    """What a bar stands for, and its count."""
    if place == len(bins.counts):
        return f"> {duration_text(bins.upper_s, t)}: {bins.beyond}"
    edges = (place * bins.width_s, (place + 1) * bins.width_s)
    return f"{'–'.join(duration_text(edge, t) for edge in edges)}: {bins.counts[place]}"


def _edges(canvas: Canvas, plot: Plot, bins: Bins, bar: float, t: Translator) -> None:
    """Edges of the bins below them, all in one unit."""
    unit = unit_of([bins.upper_s], Kind.SECONDS, t)
    edges = range(len(bins.counts) + 1)
    places = [(plot.left + edge * bar, unit.text(edge * bins.width_s)) for edge in edges]
    for middle, label in spaced(places):
        canvas.text(middle, plot.bottom + LINE_HEIGHT * 0.75, label, "mid")
    middle = (plot.left + plot.right) / 2
    canvas.text(middle, plot.bottom + LINE_HEIGHT * 1.75, unit.name, "mid")


def _marks(canvas: Canvas, plot: Plot, chart: Histogram, bar: float) -> None:
    """The percentiles with those of their names that have room, and the limit."""
    bins = chart.bins
    shown = [(at, name) for name, at in chart.percentiles.items() if at <= bins.upper_s]
    places = [(plot.left + at / bins.width_s * bar, name) for at, name in sorted(shown)]
    for x, _ in places:
        canvas.line((x, plot.top - 6), (x, plot.bottom), "percentile")
    for x, name in spaced(places):
        canvas.text(x, plot.top - LINE_HEIGHT, name, "mid")
    if bins.threshold_s and bins.threshold_s <= bins.upper_s:
        x = plot.left + bins.threshold_s / bins.width_s * bar
        canvas.line((x, plot.top - 6), (x, plot.bottom), "limit")
