"""Charts of a document as SVG, drawn with colours that the page around them gives."""

from xml.etree.ElementTree import Element

from cstui.i18n import Translator
from cstui.reports.document import Bars, Chart, HeatMap, Histogram, Lines
from cstui.reports.render.svg.bars import draw_bars
from cstui.reports.render.svg.heat import draw_heat
from cstui.reports.render.svg.histogram import draw_histogram
from cstui.reports.render.svg.lines import draw_lines


def draw(chart: Chart, t: Translator) -> Element:
    """A chart without its title, as an `svg` element."""
    match chart:
        case Histogram():
            return draw_histogram(chart, t)
        case Lines():
            return draw_lines(chart, t)
        case HeatMap():
            return draw_heat(chart, t)
        case Bars():
            return draw_bars(chart, t)
