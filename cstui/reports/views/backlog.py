"""What is left to do: how much, how old, and whether it grows."""

from collections.abc import Mapping
from datetime import datetime

from cstui.clock.periods import parts, step_of
from cstui.metrics.backlog import flow
from cstui.metrics.bands import AGES
from cstui.metrics.groups import WHOLE
from cstui.reports.document import Bar, Bars, Column, Kind, Lines, Row, Section, Series, Table
from cstui.reports.study import Study
from cstui.reports.views.parts import metric_table, name_of


def backlog(study: Study) -> Section:
    """Open work by age and by group, and what came and went in each part of the period."""
    t = study.t
    (table, chart), counts = study.once(_flow), study.once(_counts)
    tables = (
        _ages(study, counts),
        metric_table(study, "backlog_by", study.query.by, ("BL",), t("view.backlog.by")),
        table,
    )
    return Section("backlog", t("view.backlog"), (), tables, (_age_bars(study, counts), chart))


def _counts(study: Study) -> dict[str | None, int]:
    return {label[-1]: one.n for label, one in study.near("BL").each("BL", "age")}


def _ages(study: Study, counts: Mapping[str | None, int]) -> Table:
    t = study.t
    columns = (
        Column("age", t("view.backlog.age")),
        Column("BL", name_of("BL", t), Kind.COUNT, "BL"),
    )
    rows = [
        Row((t(f"metric.band.{name}"), counts.get(name, 0)), {"age": name}) for name in AGES.names
    ]
    rows.append(Row((t("report.total"), sum(counts.values()))))
    return Table("ages", columns, tuple(rows), t("view.backlog.ages"))


def _age_bars(study: Study, counts: Mapping[str | None, int]) -> Bars:
    t = study.t
    bars = tuple(
        Bar(t(f"metric.band.{name}"), counts.get(name, 0), metric="BL", where={"age": name})
        for name in AGES.names
    )
    return Bars("ages", t("view.backlog.ages"), Kind.COUNT, bars)


def _flow(study: Study) -> tuple[Table, Lines]:
    """What came, what went and what was left, part by part; the parts' ends chain."""
    t, (start, end) = study.t, study.reach()
    zone = study.period.zone
    cut = list(parts(start, end, step_of(start, end), zone))
    edges = [_seconds(part.start) for part in cut] + [_seconds(cut[-1].end)] if cut else []
    now = study.window.as_of
    found = flow(study.near("BL").columns, WHOLE, [min(edge, now) for edge in edges])[0]
    names = tuple(part.name for part in cut)
    columns = (
        Column("part", t("view.trends.part")),
        *(Column(name, t(f"view.backlog.{name}"), Kind.COUNT) for name in ("came", "went")),
        Column("left", t("view.backlog.left"), Kind.COUNT, "BL"),
    )
    rows = tuple(
        Row((name, came, went, left), period=name)
        for name, came, went, left in zip(names, found.came, found.went, found.left, strict=True)
    )
    before = t("view.backlog.before", count=found.before)
    table = Table("flow", columns, rows, t("view.backlog.flow"), (before,))
    series = tuple(
        Series(t(f"view.backlog.{name}"), tuple(map(float, values)))
        for name, values in (("left", found.left), ("came", found.came), ("went", found.went))
    )
    return table, Lines("flow", t("view.backlog.flow"), Kind.COUNT, names, series)


def _seconds(at: datetime | None) -> int:
    return int(at.timestamp()) if at else 0
