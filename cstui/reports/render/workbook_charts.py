"""Charts of a workbook, drawn by Excel from the table on their sheet."""

from typing import Any

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.series_factory import SeriesFactory

from cstui.reports.document import Bars, Histogram, Kind, Lines, Table
from cstui.reports.layout import plain

_WIDTH, _HEIGHT = 24, 11
"""Centimetres."""
_AXIS = {Kind.SECONDS: "[h]:mm:ss", Kind.RATE: "0%", Kind.CHANGE: "+0%;-0%;0%"}
_TOUCHING, _APART = 5, 60
"""Gaps between bars, in percent of their width."""
_LEVELS = {"target": "C0392B", "mean": "7F8C8D", "lower": "B0B8BF", "upper": "B0B8BF"}
"""Lines that are the same all over, and their colours."""


def add_chart(sheet: Any, chart: Histogram | Lines | Bars, table: Table) -> None:  # noqa: ANN401
    """Draw a chart beside the table that tells its figures."""
    if not table.rows:
        return
    drawn = _empty(chart)
    drawn.title = plain(chart.title)
    drawn.title.overlay = False
    drawn.width, drawn.height = _WIDTH, _HEIGHT
    drawn.x_axis.delete = drawn.y_axis.delete = False
    columns = 1
    if isinstance(chart, Lines):
        columns = sum(not column.name.startswith("count") for column in table.columns[1:])
    last = len(table.rows) + 1
    for place in range(2, 2 + columns):
        values = Reference(sheet, min_col=place, min_row=1, max_row=last)
        series = SeriesFactory(values, title_from_data=True)
        colour = _LEVELS.get(table.columns[place - 1].name)
        if isinstance(chart, Lines):
            series.smooth = False
            series.marker.symbol = "none" if colour else "circle"
        if colour:
            series.graphicalProperties.line.solidFill = colour
        drawn.series.append(series)
    drawn.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=last))
    sheet.add_chart(drawn, sheet.cell(2, len(table.columns) + 2).coordinate)


def _empty(chart: Histogram | Lines | Bars) -> Any:  # noqa: ANN401
    """The kind of chart that Excel has for one of ours."""
    match chart:
        case Lines(kind=kind):
            drawn: Any = LineChart()
            drawn.legend.position = "b"
        case Histogram():
            drawn, kind = BarChart(gapWidth=_TOUCHING), Kind.COUNT
            drawn.legend = None
        case Bars(kind=kind):
            drawn = BarChart(barDir="bar", gapWidth=_APART)
            drawn.legend, drawn.x_axis.scaling.orientation = None, "maxMin"
    drawn.y_axis.number_format = _AXIS.get(kind, "General")
    return drawn
