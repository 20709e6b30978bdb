"""Histograms of durations, drawn by plotext."""

from types import ModuleType

from cstui.i18n import Translator
from cstui.metrics.values import Bins
from cstui.reports.plotting import blank, lines_of
from cstui.reports.wording import duration_text

_FRAME = 2
"""Columns that the frame takes beside the bars, and rows above and below them."""
_LAST_EDGE = 1
"""The cell after the last bar, where a limit may stand."""
_TICK_ROWS = 1
_LABEL_ROWS = 1
_WIDEST_BAR = 12
_BAR_COLOUR, _LIMIT_COLOUR = "blue", "red"
_HALF_CELL = 0.2
"""From a cell's middle towards its edge, so that a bar fills the cells at its sides."""
_UNITS = ((86_400, "d"), (3_600, "h"), (60, "min"), (1, "s"))


def histogram(bins: Bins, t: Translator, width: int, height: int, *, colour: bool = False) -> str:
    """A histogram in at most `width` × `height` terminal cells; nothing where there is no value.

    Without colour the text holds no escape sequence. Bars and limit have colours of their own, the
    rest is drawn as the terminal writes, so that it can be read on light and dark.
    """
    if not bins.n:
        return ""
    heights = [*bins.counts, *([bins.beyond] if bins.beyond else [])]
    top = _round_top(max(heights))
    ticks = [0, top // 2, top] if top % 2 == 0 else [0, top]
    margin = len(str(top))
    bar = min(max((width - margin - _FRAME - _LAST_EDGE) // len(heights), 1), _WIDEST_BAR)
    across = len(heights) * bar
    rows = height - _FRAME - _TICK_ROWS - _LABEL_ROWS

    plotext = blank(margin + _FRAME + across + _LAST_EDGE, height, colour=colour)
    figure = plotext.figure
    figure.ruler("y").lim(0, top)
    figure.ruler("y").ticks(ticks, [str(tick).rjust(margin) for tick in ticks])
    figure.ruler("x").lim(0, across)
    _draw_bars(plotext, heights, bar, below=top / (3 * max(rows - 1, 1)))
    _draw_limit(plotext, bins, bar, top)
    _label_edges(plotext, bins, bar, t)
    return "\n".join(lines_of(plotext, colour=colour))


def histogram_notes(bins: Bins, t: Translator) -> list[str]:
    """What must be said beside a histogram, a short sentence a line."""
    if not bins.n:
        return [t("report.nothing_to_draw")]
    notes = [t("report.each_bar", width=duration_text(bins.width_s, t))]
    upper = duration_text(bins.upper_s, t)
    if bins.beyond:
        longest = duration_text(bins.longest_s, t)
        notes.append(t("report.last_bar", upper=upper, count=bins.beyond, longest=longest))
    if bins.threshold_s:
        key = "report.limit_line" if bins.threshold_s <= bins.upper_s else "report.limit_beyond"
        notes.append(t(key, limit=duration_text(bins.threshold_s, t)))
    return notes


def _draw_bars(plotext: ModuleType, heights: list[int], bar: int, below: float) -> None:
    """Draw a bar a bin, one cell apart where there is room; an empty bin stays empty.

    They begin a little below 0, as plotext has 0 in the middle of the lowest row.
    """
    gap = 1 if bar > 1 else 0
    for place, height in enumerate(heights):
        if height:
            sides = (place * bar + gap - _HALF_CELL, (place + 1) * bar - 1 + _HALF_CELL)
            marker = plotext.marker("hd", _BAR_COLOUR)
            shape = plotext.figure.rectangle(sides, (-below, height), marker=marker, fill=True)
            plotext.figure.draw(shape)


def _draw_limit(plotext: ModuleType, bins: Bins, bar: int, top: int) -> None:
    """Draw a line over the bars where the limit lies, in the gap after its bin where it can be."""
    if bins.threshold_s and bins.threshold_s <= bins.upper_s:
        at = bins.threshold_s * bar // bins.width_s
        marker = plotext.marker("┃", _LIMIT_COLOUR)
        plotext.figure.draw(plotext.figure.segment((at, at), (0, top), marker=marker))


def _label_edges(plotext: ModuleType, bins: Bins, bar: int, t: Translator) -> None:
    """Write each bin's lower edge below it, all in one unit; plotext leaves out what collides."""
    unit, name = next(pair for pair in _UNITS if bins.width_s % pair[0] == 0)
    edges = range(len(bins.counts) + 1)
    labels = [str(edge * bins.width_s // unit) for edge in edges]
    plotext.figure.ruler("x").ticks([edge * bar for edge in edges], labels)
    plotext.figure.label(t(f"report.axis_{name}"))


def _round_top(count: int) -> int:
    """The next round number from a count on."""
    scale = 1
    while True:
        for step in (1, 2, 3, 4, 5, 6, 8, 10):
            if step * scale >= count:
                return step * scale
        scale *= 10
