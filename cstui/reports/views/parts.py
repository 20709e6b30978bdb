"""What views are built of: labels of groups, columns of metrics, tables of both."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from cstui.i18n import Translator
from cstui.metrics.catalogue import METRICS
from cstui.metrics.metric import Reading, Unit
from cstui.metrics.values import TIMED
from cstui.reports.document import Cell, Column, Kind, Measure, Row, Table
from cstui.reports.readings import Labels
from cstui.reports.study import Study
from cstui.reports.wording import value_text

KINDS: Final[Mapping[Unit, Kind]] = {
    Unit.SECONDS: Kind.SECONDS,
    Unit.RATE: Kind.RATE,
    Unit.SCORE: Kind.SCORE,
    Unit.COUNT: Kind.COUNT,
}
"""How a metric's value is written."""

SPREAD: Final = ("mean", "p50", "p90", "p95", "max")
"""What is told of a spread of durations."""

LEAST_TO_RANK: Final = 30
"""Of fewer values no group is called better or worse than another."""


def kind_of(metric: str) -> Kind:
    """How a metric's value is written."""
    return KINDS[METRICS[metric].unit]


def name_of(metric: str, t: Translator) -> str:
    """What a metric is called."""
    return t(f"metric.{metric}.name")


def measure(metric: str, value: float | None) -> Measure:
    """A value, in a column whose rows tell different metrics."""
    return Measure(value, kind_of(metric))


def label_columns(by: Iterable[str], t: Translator) -> tuple[Column, ...]:
    """The columns that name a group."""
    return tuple(Column(name, t(f"report.dimension.{name}")) for name in by)


def label_cells(by: Sequence[str], labels: Labels, t: Translator) -> tuple[str, ...]:
    """What names a group, a cell for each dimension."""
    return tuple(value_text(name, label, t) for name, label in zip(by, labels, strict=True))


def total_cells(by: Sequence[str], t: Translator) -> tuple[str, ...]:
    """What stands in their place in the row that tells of all."""
    return (t("report.total"), *("",) * (len(by) - 1)) if by else ()


def where_of(by: Sequence[str], labels: Labels) -> dict[str, str]:
    """The filters that leave a group's tickets."""
    return {name: label or "" for name, label in zip(by, labels, strict=True)}


def metric_columns(metrics: Iterable[str], t: Translator) -> tuple[Column, ...]:
    """For each metric its value, and how many values stand behind it; a count is its own."""
    columns: list[Column] = []
    for metric in metrics:
        columns.append(Column(metric, name_of(metric, t), kind_of(metric), metric))
        if METRICS[metric].unit is not Unit.COUNT:
            columns.append(Column(f"{metric}.n", t("metric.n"), Kind.COUNT, metric))
    return tuple(columns)


def metric_cells(metrics: Iterable[str], readings: Iterable[Reading]) -> tuple[Cell, ...]:
    """The values of those columns."""
    cells: list[Cell] = []
    for metric, reading in zip(metrics, readings, strict=True):
        cells.append(reading.value)
        if METRICS[metric].unit is not Unit.COUNT:
            cells.append(reading.n)
    return tuple(cells)


def metric_table(
    study: Study, name: str, by: Sequence[str], metrics: Sequence[str], title: str = ""
) -> Table:
    """Metrics of all tickets, then of each group that has anything to tell."""
    near, t = study.near(*metrics), study.t
    near.learn(metrics, tuple(by))
    labels, read = near.grouped(*by).labels, [near.by(metric, *by) for metric in metrics]
    whole = [near.total(metric) for metric in metrics]
    rows = [Row((*total_cells(by, t), *metric_cells(metrics, whole)))]
    for place in _in_order(by, read) if by else ():
        readings = [each[place] for each in read]
        cells = (*label_cells(by, labels[place], t), *metric_cells(metrics, readings))
        rows.append(Row(cells, where_of(by, labels[place])))
    return Table(name, (*label_columns(by, t), *metric_columns(metrics, t)), tuple(rows), title)


def spread_table(study: Study, metric: str, by: Sequence[str], title: str = "") -> Table:
    """How a metric's durations are spread, of all tickets and of each group."""
    near, t = study.near(metric), study.t
    columns = (
        Column("n", t("metric.n"), Kind.COUNT, metric),
        *(Column(part, t(f"metric.{part}"), Kind.SECONDS, metric) for part in SPREAD),
    )
    labels, read = near.grouped(*by).labels, near.by(metric, *by)
    rows = [Row((*total_cells(by, t), *_spread_cells(near.total(metric))), metric=metric)]
    for place in _in_order(by, [read]) if by else ():
        cells = (*label_cells(by, labels[place], t), *_spread_cells(read[place]))
        rows.append(Row(cells, where_of(by, labels[place]), metric))
    return Table(f"{metric}.spread", (*label_columns(by, t), *columns), tuple(rows), title)


def _in_order(by: Sequence[str], read: Sequence[Sequence[Reading]]) -> Sequence[int]:
    """The groups with anything to tell: the largest first, stretches of time in their order."""
    told = [
        place for place, each in enumerate(zip(*read, strict=True)) if any(one.n for one in each)
    ]
    if by[0] in TIMED:
        return told
    return sorted(told, key=lambda place: -read[0][place].n)


def _spread_cells(reading: Reading) -> tuple[Cell, ...]:
    told = reading.spread
    return (reading.n, *((told[part] if told else None) for part in SPREAD))
