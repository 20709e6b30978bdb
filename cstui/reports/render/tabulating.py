"""Charts as tables: the figures behind what is drawn."""

from collections.abc import Iterator, Sequence

from cstui.i18n import Translator
from cstui.metrics.values import Bins
from cstui.reports.document import (
    Bars,
    Cell,
    Chart,
    Column,
    HeatMap,
    Histogram,
    Kind,
    Lines,
    Row,
    Table,
)
from cstui.reports.wording import duration_text

Line = tuple[str, *tuple[Cell, ...]]
"""A label and the figures beside it."""


def tabulated(chart: Chart, t: Translator) -> Table:
    """A chart's figures: a column of labels, a column for each series drawn, then what is known."""
    match chart:
        case Histogram():
            figures, lines = _histogram(chart.bins, t)
        case Lines():
            figures, lines = _lines(chart, t)
        case HeatMap():
            figures = [
                Column(f"column_{place}", title, chart.kind)
                for place, title in enumerate(chart.columns, 1)
            ]
            lines = [(label, *row) for label, row in zip(chart.rows, chart.values, strict=True)]
        case Bars():
            figures, lines = _bars(chart, t)
    rows = tuple(Row(line) for line in lines)
    return Table(chart.name, (Column("label", ""), *figures), rows, chart.title)


def _histogram(bins: Bins, t: Translator) -> tuple[Sequence[Column], Sequence[Line]]:
    return [Column("count", t("report.column.n"), Kind.COUNT)], list(_bins(bins, t))


def _bins(bins: Bins, t: Translator) -> Iterator[Line]:
    for place, count in enumerate(bins.counts):
        edges = (place * bins.width_s, (place + 1) * bins.width_s)
        yield "–".join(duration_text(edge, t) for edge in edges), count
    if bins.beyond:
        yield f"> {duration_text(bins.upper_s, t)}", bins.beyond


def _lines(chart: Lines, t: Translator) -> tuple[Sequence[Column], Sequence[Line]]:
    """The series, then the levels, then how many values stand behind each point."""
    figures: list[tuple[Column, Sequence[float | None]]] = [
        (Column(f"series_{place}", series.title, chart.kind), series.values)
        for place, series in enumerate(chart.series, 1)
    ]
    levels = {} if chart.target is None else {"target": chart.target}
    if limits := chart.limits:
        levels |= {"mean": limits.mean, "lower": limits.lower, "upper": limits.upper}
    figures += [
        (Column(name, t(f"report.{name}_name"), chart.kind), [value] * len(chart.labels))
        for name, value in levels.items()
    ]
    figures += [
        (
            Column(f"count_{place}", t("report.n_of", name=series.title), Kind.COUNT),
            series.counts,
        )
        for place, series in enumerate(chart.series, 1)
        if series.counts
    ]
    values = zip(*(values for _, values in figures), strict=True)
    lines = [(label, *row) for label, row in zip(chart.labels, values, strict=True)]
    return [column for column, _ in figures], lines


def _bars(chart: Bars, t: Translator) -> tuple[Sequence[Column], Sequence[Line]]:
    figures = [Column("value", chart.title, chart.kind)]
    figures += [Column("count", t("report.column.n"), Kind.COUNT)]
    return figures, [(bar.label, bar.value, bar.count) for bar in chart.bars]
