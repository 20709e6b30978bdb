"""Which limits were kept, and by how much the others were passed."""

from typing import Final

from cstui.reports.document import Bar, Bars, Column, Kind, Row, Section, Table
from cstui.reports.study import Study
from cstui.reports.views.parts import (
    label_cells,
    label_columns,
    name_of,
    spread_table,
    total_cells,
    where_of,
)

CLOCKS: Final = ("SLA.response", "SLA.update", "SLA.resolution", "SLA.accept", "SLA.all", "PK")
_BREACHES: Final = ("BRK.response", "BRK.resolution")
_BY: Final = ("priority",)


def attainment(study: Study) -> Section:
    """Each clock by priority: met, breached, still running, and the sizes of the breaches."""
    t = study.t
    kept = tuple(_table(study, metric) for metric in CLOCKS)
    passed = tuple(spread_table(study, metric, _BY, name_of(metric, t)) for metric in _BREACHES)
    return Section(
        "attainment",
        t("view.attainment"),
        (t("view.attainment.running"), t("view.attainment.business")),
        (*kept, *passed),
        (_chart(study),),
    )


def _table(study: Study, metric: str) -> Table:
    t, whole = study.t, study.total(metric)
    columns = (
        *label_columns(_BY, t),
        Column("met", t("metric.met"), Kind.COUNT, metric),
        Column("breached", t("metric.breached"), Kind.COUNT, metric),
        Column("running", t("metric.running"), Kind.COUNT, metric),
        Column("rate", t("metric.attainment"), Kind.RATE, metric),
    )
    nothing: dict[str, str] = {}
    told = [(total_cells(_BY, t), whole, nothing)]
    told += [
        (label_cells(_BY, labels, t), reading, where_of(_BY, labels))
        for labels, reading in study.near(metric).each(metric, *_BY)
        if reading.n or reading.running
    ]
    target = study.aims.targets.get(metric)
    rows = tuple(
        Row(
            (*names, one.part, one.n - (one.part or 0), one.running, one.value),
            where,
            metric,
            marked=target is not None and one.value is not None and one.value < target,
        )
        for names, one, where in told
    )
    return Table(metric, columns, rows, name_of(metric, t))


def _chart(study: Study) -> Bars:
    read = {metric: study.total(metric) for metric in CLOCKS}
    bars = tuple(
        Bar(name_of(metric, study.t), one.value, one.n, metric) for metric, one in read.items()
    )
    return Bars("attainment", study.t("view.attainment"), Kind.RATE, bars)
