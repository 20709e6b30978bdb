"""What agents and teams do, each figure with its n; nobody is ranked on a few values."""

from typing import Final

from cstui.metrics.catalogue import METRICS
from cstui.metrics.holding import by_holder
from cstui.metrics.wilson import agreement
from cstui.reports.document import Bar, Bars, Column, Kind, Row, Section, Table
from cstui.reports.study import Study
from cstui.reports.views.parts import (
    LEAST_TO_RANK,
    kind_of,
    label_cells,
    label_columns,
    metric_cells,
    metric_columns,
    metric_table,
    name_of,
    total_cells,
    where_of,
)
from cstui.reports.wording import value_text

_TOLD: Final = (
    "VOL", "BL", "FRT", "RT", "SLA.response", "FCR", "CSAT", "RO", "TR", "AHT", "ACW", "GR",
)  # fmt: skip
_RANKED: Final = ("FRT", "CSAT")


def people(study: Study) -> Section:
    """Agents and teams, the quickest first replies of those with enough values, time by holder."""
    t = study.t
    study.near(*_TOLD).learn(_TOLD, ("agent",), ("team",))
    tables = (
        metric_table(study, "agents", ("agent",), _TOLD, t("view.people.agents")),
        metric_table(study, "teams", ("team",), _TOLD, t("view.people.teams")),
        _audits(study),
        _holders(study),
    )
    charts = tuple(chart for metric in _RANKED if (chart := _ranking(study, metric)).bars)
    return Section("people", t("view.people"), (t("view.least", n=LEAST_TO_RANK),), tables, charts)


def _ranking(study: Study, metric: str) -> Bars:
    """The agents with enough values, best first."""
    t = study.t
    told = [
        Bar(
            value_text("agent", labels[0], t),
            reading.value,
            reading.n,
            metric,
            where_of(("agent",), labels),
        )
        for labels, reading in study.near(metric).each(metric, "agent")
        if reading.value is not None and reading.n >= LEAST_TO_RANK
    ]
    downwards = METRICS[metric].better == "higher"
    told.sort(key=lambda bar: bar.value or 0.0, reverse=downwards)
    title = t("view.people.ranked", name=name_of(metric, t))
    return Bars(metric, title, kind_of(metric), tuple(told), study.aims.targets.get(metric))


def _audits(study: Study) -> Table:
    """How many of the records that were checked agreed, and between what that share lies."""
    t, by = study.t, ("agent",)
    columns = (
        *label_columns(by, t),
        *metric_columns(("AUD",), t),
        Column("low", t("view.people.at_least"), Kind.RATE),
        Column("high", t("view.people.at_most"), Kind.RATE),
    )
    nothing: dict[str, str] = {}
    told = [(total_cells(by, t), nothing, study.total("AUD"))]
    told += [
        (label_cells(by, labels, t), where_of(by, labels), reading)
        for labels, reading in study.near("AUD").each("AUD", *by)
        if reading.n
    ]
    rows = []
    for names, where, reading in told:
        found = agreement(reading.part or 0, reading.n)
        ends = (found.interval.low, found.interval.high) if found else (None, None)
        rows.append(Row((*names, *metric_cells(("AUD",), (reading,)), *ends), where))
    return Table("audits", columns, tuple(rows), name_of("AUD", t), (t("view.people.wilson"),))


def _holders(study: Study) -> Table:
    """How long tickets stayed with whom, the longest in all first."""
    t = study.t
    names, readings = by_holder(study.near("TPH").sample)
    columns = (
        Column("holder", t("view.people.holder")),
        Column("n", t("metric.n"), Kind.COUNT, "TPH"),
        Column("TPH", name_of("TPH", t), Kind.SECONDS, "TPH"),
        Column("all", t("view.people.in_all"), Kind.SECONDS),
    )
    found = [
        (name, one.n, one.value, (one.value or 0.0) * one.n)
        for name, one in zip(names, readings, strict=True)
        if one.n
    ]
    found.sort(key=lambda line: -line[-1])
    rows = tuple(Row((name or t("report.no_value"), *told)) for name, *told in found)
    return Table("holders", columns, rows, name_of("TPH", t))
