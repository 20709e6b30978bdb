"""How content customers are, and with what it goes along."""

from typing import Final

from cstui.metrics.bands import WAITS
from cstui.reports.document import Bar, Bars, Column, Kind, Row, Section, Table
from cstui.reports.study import Study
from cstui.reports.views.parts import (
    LEAST_TO_RANK,
    label_cells,
    metric_cells,
    metric_columns,
    metric_table,
    name_of,
    where_of,
)

FLAGGED: Final = 0.15
"""From this share of scores 1–2 on a dimension is flagged."""
DIMENSIONS: Final = ("attitude", "skill", "speed", "ease", "")
"""The survey's dimensions, the overall score last."""
_DRIVERS: Final = ("type", "channel", "agent", "priority")


def satisfaction(study: Study) -> Section:
    """Scores by dimension, by group and by how long customers had waited; how many answered."""
    t, rate = study.t, study.total("RR")
    notes = (
        t("view.satisfaction.rate", part=rate.part or 0, n=rate.n),
        t("view.satisfaction.flag", share="15%"),
    )
    tables = (
        study.once(_dimensions),
        metric_table(
            study,
            "scores_by",
            study.query.by,
            ("CSAT", "T2B", "B2B", "RR"),
            t("view.satisfaction.by"),
        ),
        metric_table(
            study,
            "three",
            study.query.by,
            ("T2B.three", "T2B.middle", "B2B.three", "RR.three"),
            t("view.satisfaction.three"),
        ),
        study.once(_by_wait),
        study.once(_drivers),
        metric_table(
            study, "loop", study.query.by, ("CL", "CLW", "RV"), t("view.satisfaction.loop")
        ),
    )
    return Section("satisfaction", t("view.satisfaction"), notes, tables, (study.once(_chart),))


def dimension_metrics(dimension: str) -> tuple[str, str, str]:
    """The mean, the share of 4–5 and that of 1–2 of a dimension; of the empty one, overall."""
    end = f".{dimension}" if dimension else ""
    return f"CSAT{end}", f"T2B{end}", f"B2B{end}"


def _dimensions(study: Study) -> Table:
    t = study.t
    heads = (
        Column("dimension", t("view.satisfaction.dimension")),
        *metric_columns(("CSAT", "T2B", "B2B"), t),
    )
    rows = []
    for dimension in DIMENSIONS:
        metrics = dimension_metrics(dimension)
        read = [study.total(metric) for metric in metrics]
        low = read[-1].value
        rows.append(
            Row(
                (t(f"view.dimension.{dimension or 'overall'}"), *metric_cells(metrics, read)),
                metric=metrics[0],
                marked=low is not None and low >= FLAGGED,
            )
        )
    return Table("dimensions", heads, tuple(rows), t("view.satisfaction.dimensions"))


def _by_wait(study: Study) -> Table:
    t, metrics = study.t, ("CSAT", "T2B", "B2B")
    near = study.near(*metrics)
    read = {metric: near.by(metric, "wait") for metric in metrics}
    names = [label[-1] for label in near.grouped("wait").labels]
    rows = tuple(
        Row(
            (
                t(f"metric.band.{name}"),
                *metric_cells(metrics, [read[metric][names.index(name)] for metric in metrics]),
            ),
            {"wait": name},
        )
        for name in WAITS.names
    )
    heads = (Column("wait", name_of("FRT", t)), *metric_columns(metrics, t))
    return Table("by_wait", heads, rows, t("view.satisfaction.by_wait"))


def _chart(study: Study) -> Bars:
    t = study.t
    read = {label[-1]: reading for label, reading in study.near("CSAT").each("CSAT", "wait")}
    bars = tuple(
        Bar(t(f"metric.band.{name}"), read[name].value, read[name].n, "CSAT", {"wait": name})
        for name in WAITS.names
    )
    return Bars("by_wait", t("view.satisfaction.by_wait"), Kind.SCORE, bars)


def _drivers(study: Study) -> Table:
    """In each dimension the groups at both ends, where enough customers answered."""
    t = study.t
    columns = (
        Column("by", t("view.satisfaction.what")),
        Column("end", ""),
        Column("which", t("view.satisfaction.which")),
        *metric_columns(("CSAT",), t),
    )
    rows = []
    for name in _DRIVERS:
        told = [
            (reading.value, labels, reading)
            for labels, reading in study.near("CSAT").each("CSAT", name)
            if reading.value is not None and reading.n >= LEAST_TO_RANK
        ]
        told.sort(key=lambda group: group[0])
        if len(told) > 1:
            for end, (_, labels, reading) in (("lowest", told[0]), ("highest", told[-1])):
                cells = (
                    t(f"report.dimension.{name}") if end == "lowest" else "",
                    t(f"view.satisfaction.{end}"),
                    *label_cells((name,), labels, t),
                    *metric_cells(("CSAT",), (reading,)),
                )
                rows.append(Row(cells, where_of((name,), labels)))
    note = t("view.least", n=LEAST_TO_RANK)
    return Table("drivers", columns, tuple(rows), t("view.satisfaction.drivers"), (note,))
