"""Bar charts as SVG."""

from xml.etree.ElementTree import Element

from cstui.i18n import Translator
from cstui.reports.cell_text import shown
from cstui.reports.document import Bar, Bars
from cstui.reports.layout import cut
from cstui.reports.render.svg.canvas import WIDTH, Canvas, text_width

_ROW, _BAR = 24, 16
_WIDEST_LABEL = 30
"""Terminal cells of a label."""
_PADDING = 6


def draw_bars(chart: Bars, t: Translator) -> Element:
    """Bars that lie below each other: label, bar, value and n."""
    labels = [cut(bar.label, _WIDEST_LABEL) for bar in chart.bars]
    values = [_value(bar, chart, t) for bar in chart.bars]
    left = max(map(text_width, labels), default=0.0) + _PADDING
    right = WIDTH - max(map(text_width, values), default=0.0) - _PADDING
    top = max([bar.value or 0 for bar in chart.bars] + [chart.target or 0])
    scale = (right - left) / top if top else 0
    canvas = Canvas(max(len(chart.bars), 1) * _ROW, chart.title)
    for place, bar in enumerate(chart.bars):
        middle, long = (place + 0.5) * _ROW, (bar.value or 0) * scale
        canvas.text(0, middle, labels[place])
        canvas.rect(left, middle - _BAR / 2, long, _BAR, "bar")
        canvas.text(right + _PADDING, middle, values[place])
    if chart.target is not None:
        x = left + chart.target * scale
        canvas.line((x, 0), (x, len(chart.bars) * _ROW), "limit")
    return canvas.root


def _value(bar: Bar, chart: Bars, t: Translator) -> str:
    value = shown(bar.value, chart.kind, t)
    return value if bar.count is None else f"{value} ({t('report.n', n=bar.count)})"
