"""The tables of a review: figures against targets, and against what is usual in the trade."""

from collections.abc import Iterable, Sequence
from typing import Final

from cstui.clock.periods import previous, year_before
from cstui.metrics.catalogue import METRICS
from cstui.metrics.comparison import Gap, attained, gap
from cstui.metrics.metric import Better
from cstui.reports.document import Cell, Column, Kind, Measure, Row, Section, Table
from cstui.reports.study import Study
from cstui.reports.views.findings import Finding, drawn
from cstui.reports.views.parts import measure, name_of

MONITORED: Final = (
    "FRT", "RT", "TO", "SLA.response", "SLA.resolution", "BL", "SL", "FCR", "RO", "CSAT", "T2B",
    "B2B", "HB", "PK", "RV",
)  # fmt: skip
"""The figures that a review goes through, besides those for which a target is set."""
ASSESSED: Final = ("FRT", "RT", "BL", "T2B", "TO", "RO")
"""The figures by which the current state is told, besides those with a benchmark."""


def monitoring(study: Study) -> Section:
    """Each figure with its target, how far it is reached, and what was found about it."""
    t, found = study.t, drawn(study)
    earlier, last_year = study.earlier(previous), study.earlier(year_before)
    columns = (
        Column("figure", t("view.figure")),
        Column("actual", t("view.actual"), Kind.NUMBER),
        Column("n", t("metric.n"), Kind.COUNT),
        Column("target", t("report.target_name"), Kind.NUMBER),
        Column("attainment", t("metric.attainment"), Kind.RATE),
        Column("attainment_raw", t("view.attainment_raw"), Kind.RATE),
        Column("previous", t("view.against_previous"), Kind.NUMBER),
        Column("year", t("view.against_year"), Kind.NUMBER),
        Column("problem", t("view.problem")),
        Column("measure", t("view.measure")),
    )
    rows = []
    for name in _once((*MONITORED, *study.aims.targets)):
        metric, reading = METRICS[name], study.total(name)
        target = study.aims.targets.get(name)
        reached = attained(reading.value, target, metric.better)
        cells: tuple[Cell, ...] = (
            name_of(name, t),
            measure(name, reading.value),
            reading.n,
            measure(name, target),
            reached.shown if reached else None,
            reached.raw if reached else None,
            _against(study, name, earlier),
            _against(study, name, last_year),
            _told(found, name),
            "",
        )
        missed = reached is not None and reached.raw is not None and reached.raw < 1
        rows.append(Row(cells, metric=name, marked=missed))
    return Section(
        "monitoring",
        t("view.monitoring"),
        (t("view.monitoring.attainment"),),
        (Table("monitoring", columns, tuple(rows)),),
    )


def assessment(study: Study) -> Section:
    """Each figure as it is now, beside what is usual in the trade, and which way it should go."""
    t = study.t
    columns = (
        Column("figure", t("view.figure")),
        Column("now", t("view.now"), Kind.NUMBER),
        Column("n", t("metric.n"), Kind.COUNT),
        Column("benchmark", t("view.benchmark"), Kind.NUMBER),
        Column("gap", t("view.gap"), Kind.NUMBER),
        Column("direction", t("view.direction")),
    )
    rows = []
    for name in _once((*ASSESSED, *study.aims.benchmarks)):
        metric, reading = METRICS[name], study.total(name)
        benchmark = study.aims.benchmarks.get(name)
        apart = gap(reading.value, benchmark, metric.unit, metric.better)
        cells: tuple[Cell, ...] = (
            name_of(name, t),
            measure(name, reading.value),
            reading.n,
            measure(name, benchmark),
            _gap(apart),
            t(f"view.direction.{metric.better}") if metric.better is not Better.NEITHER else "",
        )
        rows.append(Row(cells, metric=name, marked=apart is not None and apart.better is False))
    table = Table("assessment", columns, tuple(rows))
    return Section("assessment", t("view.assessment"), (t("view.assessment.gap"),), (table,))


def _against(study: Study, name: str, other: Study | None) -> Measure | None:
    """The change since another period."""
    metric = METRICS[name]
    old = other.total(name).value if other else None
    return _gap(gap(study.total(name).value, old, metric.unit, metric.better))


def _gap(apart: Gap | None) -> Measure | None:
    if apart is None:
        return None
    return Measure(apart.value, Kind.POINTS if apart.points else Kind.CHANGE)


def _told(found: Sequence[Finding], metric: str) -> str:
    """What was found about a figure, or about its parts."""
    family = metric.partition(".")[0]
    return " ".join(
        one.text
        for one in found
        if one.metric == metric or (family == metric and one.metric.startswith(f"{metric}."))
    )


def _once(names: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(names)
