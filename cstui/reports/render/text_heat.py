"""Heat maps in terminal cells: a shade and a figure in each."""

from collections.abc import Iterator, Sequence
from itertools import chain

from cstui.i18n import Translator
from cstui.reports.document import HeatMap
from cstui.reports.layout import cells, cut, padded
from cstui.reports.render.scales import Unit, unit_of
from cstui.reports.render.text_table import Spot, TableLine
from cstui.reports.wording import NO_VALUE

_SHADES = " ░▒▓█"
_WIDEST_LABEL = 12


def heat_lines(chart: HeatMap, t: Translator, width: int) -> Iterator[str]:
    """The map as lines of text; see `placed_heat_lines`."""
    return (line.text for line in placed_heat_lines(chart, t, width))


def placed_heat_lines(chart: HeatMap, t: Translator, width: int) -> Iterator[TableLine]:
    """The map as a grid; where it is too wide, in parts of one width below each other."""
    known = [value for value in chain(*chart.values) if value is not None]
    unit = unit_of(known, chart.kind, t)
    low, high = min(known, default=0), max(known, default=0)
    labels = [cut(label, _WIDEST_LABEL) for label in chart.rows]
    grid = [[_cell(value, low, high, unit) for value in row] for row in chart.values]
    across = max(map(cells, (*chain(*grid), *chart.columns)), default=0)
    margin = max(map(cells, (*labels, unit.name)), default=0)
    fitting = max((width - margin) // (across + 1), 1)
    blocks = -(-len(chart.columns) // fitting)
    beside = -(-len(chart.columns) // max(blocks, 1))
    for first in range(0, len(chart.columns), max(beside, 1)):
        part = slice(first, first + beside)
        yield TableLine(_line(unit.name, chart.columns[part], margin, across), None)
        for place, (label, row) in enumerate(zip(labels, grid, strict=True)):
            spots = (
                Spot(start, start + across, place, column)
                for column, start in enumerate(
                    range(margin + 1, margin + 1 + len(row[part]) * (across + 1), across + 1), first
                )
                if chart.values[place][column] is not None
            )
            yield TableLine(_line(label, row[part], margin, across), place, tuple(spots))


def _line(label: str, texts: Sequence[str], margin: int, across: int) -> str:
    parts = [padded(label, margin), *(padded(text, across, right=True) for text in texts)]
    return " ".join(parts).rstrip()


def _cell(value: float | None, low: float, high: float, unit: Unit) -> str:
    if value is None:
        return NO_VALUE
    return _SHADES[_level(value, low, high)] + unit.text(value, whole=high >= 10 * unit.size)


def _level(value: float, low: float, high: float) -> int:
    """Which of the shades a value has that lies between two others."""
    share = (value - low) / (high - low) if high > low else 0
    return min(int(share * len(_SHADES)), len(_SHADES) - 1)
