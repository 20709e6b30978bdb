"""A document as lines of the screen, with what can be looked into; done in the worker's thread."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from cstui.i18n import Translator
from cstui.reports.document import Bars, Chart, Column, Document, HeatMap, Row, Section, Table
from cstui.reports.layout import cells, cut, wrapped
from cstui.reports.ordering import in_order
from cstui.reports.render.text_charts import WIDEST_LABEL, chart_lines
from cstui.reports.render.text_heat import placed_heat_lines
from cstui.reports.render.text_table import TableLine, placed_lines
from screens.kit.columns import Tone


class Figure(Struct, frozen=True):
    """A figure on the screen, and what leaves the tickets behind it; or a ticket."""

    metric: str
    where: Mapping[str, str] = field(default_factory=dict)
    period: str = ""
    """The part of the period that it is about; empty where that is all of it."""
    ticket: str = ""
    """The number of a ticket, where it is one."""


class Spot(Struct, frozen=True):
    """Where a figure stands on a line."""

    start: int
    """Terminal cells before it."""
    stop: int
    figure: Figure


class Line(Struct, frozen=True):
    """A line of the screen."""

    text: str
    tone: Tone = ""
    spots: tuple[Spot, ...] = ()


BLANK = Line("")


def laid_out(document: Document, t: Translator, width: int) -> list[Line]:
    """The lines of a document, each at most as wide as the screen."""
    lines: list[Line] = []
    for section in document.sections:
        for part in _parts(section, t, width, titled=len(document.sections) > 1):
            lines += [*part, BLANK]
    return lines[:-1]


def _parts(section: Section, t: Translator, width: int, *, titled: bool) -> Iterator[list[Line]]:
    """The sentences, then each table and each chart of a section."""
    above = [Line(text, "strong") for text in wrapped(section.title, width)] if titled else []
    above += (Line(text, "muted") for note in section.notes for text in wrapped(note, width))
    if above:
        yield above
    before = ""
    for part in in_order(section):
        title = "" if part.title == before else part.title
        lines = _table(part, t, width) if isinstance(part, Table) else _chart(part, t, width)
        yield [*_title(part, title, width), *lines]
        before = part.title


def _title(part: Table | Chart, title: str, width: int) -> Iterator[Line]:
    """The title; that of a chart is the figure of all, where the chart tells one."""
    metric = "" if isinstance(part, Table | Bars) else part.metric
    for text in wrapped(title, width) if title else ():
        spots = (Spot(0, cells(text), Figure(metric)),) if metric else ()
        yield Line(text, "strong", spots)


def _table(table: Table, t: Translator, width: int) -> Iterator[Line]:
    for line in placed_lines(table, t, width):
        yield Line(line.text, _tone(table, line), tuple(_spots(table, line)))
    yield from (Line(text, "muted") for note in table.notes for text in wrapped(note, width))


def _tone(table: Table, line: TableLine) -> Tone:
    if line.row is None:
        return "muted"
    return "warn" if table.rows[line.row].marked else ""


def _spots(table: Table, line: TableLine) -> Iterator[Spot]:
    """What can be looked into on a line: cells that tell of a metric, and a ticket's number."""
    for spot in line.spots:
        row, column = table.rows[spot.row], table.columns[spot.column]
        if row.ticket and spot.column == 0:
            yield Spot(spot.start, spot.stop, Figure("", ticket=row.ticket))
        elif metric := _metric(row, column):
            yield Spot(spot.start, spot.stop, Figure(metric, row.where, row.period))


def _metric(row: Row, column: Column) -> str:
    return column.metric or (row.metric if column.kind != "text" else "")


def _chart(chart: Chart, t: Translator, width: int) -> Iterator[Line]:
    """The bars and cells of a chart can be looked into."""
    lines = chart_lines(chart, t, width, colour=False)
    match chart:
        case Bars():
            for bar in chart.bars:
                spot = Spot(0, cells(cut(bar.label, WIDEST_LABEL)), Figure(bar.metric, bar.where))
                yield Line(next(lines), "", (spot,) if bar.metric else ())
        case HeatMap():
            for line in placed_heat_lines(chart, t, width):
                next(lines)
                yield Line(line.text, "", tuple(_cells_of(chart, line)))
    yield from map(Line, lines)


def _cells_of(chart: HeatMap, line: TableLine) -> Iterator[Spot]:
    """The cells of a line of a map whose tickets can be told."""
    for spot in line.spots if chart.where else ():
        across = {chart.across: chart.columns[spot.column]} if chart.across else {}
        figure = Figure(chart.metric, {**chart.where[spot.row], **across})
        yield Spot(spot.start, spot.stop, figure)
