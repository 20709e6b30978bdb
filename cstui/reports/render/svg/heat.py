"""Heat maps as SVG."""

from itertools import chain
from xml.etree.ElementTree import Element

from cstui.i18n import Translator
from cstui.reports.cell_text import shown
from cstui.reports.document import HeatMap
from cstui.reports.render.scales import unit_of
from cstui.reports.render.svg.canvas import LINE_HEIGHT, WIDTH, Canvas, spaced, tell, text_width

_CELL_HEIGHT = 24
_LEAST, _MOST = 0.06, 0.7
"""Of their colour, the share that the cells with the smallest and the largest value have."""
_PADDING = 6


def draw_heat(chart: HeatMap, t: Translator) -> Element:
    """A cell for each value, darker the larger it is, with its figure where there is room."""
    known = [value for value in chain(*chart.values) if value is not None]
    unit, low, high = unit_of(known, chart.kind, t), min(known, default=0), max(known, default=0)
    left = max(map(text_width, (*chart.rows, unit.name)), default=0.0) + _PADDING
    canvas = Canvas(LINE_HEIGHT + len(chart.rows) * _CELL_HEIGHT, chart.title)
    across = (WIDTH - left) / max(len(chart.columns), 1)
    canvas.text(0, LINE_HEIGHT / 2, unit.name)
    middles = [(left + (place + 0.5) * across, name) for place, name in enumerate(chart.columns)]
    for middle, name in spaced(middles, gap=2):
        canvas.text(middle, LINE_HEIGHT / 2, name, "mid")
    for row, (label, values) in enumerate(zip(chart.rows, chart.values, strict=True)):
        top = LINE_HEIGHT + row * _CELL_HEIGHT
        canvas.text(0, top + _CELL_HEIGHT / 2, label)
        for place, value in enumerate(values):
            if value is None:
                continue
            x, share = left + place * across, (value - low) / (high - low) if high > low else 0
            shade = _LEAST + share * (_MOST - _LEAST)
            cell = canvas.rect(x, top, across - 1, _CELL_HEIGHT - 1, "bar", share=shade)
            tell(cell, f"{label} {chart.columns[place]}: {shown(value, chart.kind, t)}")
            figure = f"{value / unit.size:.0f}"
            if text_width(figure) < across:
                canvas.text(middles[place][0], top + _CELL_HEIGHT / 2, figure, "mid figure")
    return canvas.root
