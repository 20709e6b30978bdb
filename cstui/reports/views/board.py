"""The live board: how the day goes, what is past its limit, who waits longest."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

import numpy as np

from cstui.clock.instants import zone_of
from cstui.clock.periods import previous
from cstui.domain.masking import masked_name
from cstui.metrics.aims import misses
from cstui.metrics.backlog import open_for
from cstui.metrics.catalogue import METRICS
from cstui.metrics.comparison import gap
from cstui.metrics.volume import open_rounds
from cstui.reports.cell_text import shown
from cstui.reports.document import Column, Kind, Measure, Row, Section, Table
from cstui.reports.study import Study
from cstui.reports.views.parts import kind_of, measure, name_of

TOLD: Final = (
    "VOL", "BL", "FRT", "RT", "TO", "SLA.response", "SLA.resolution", "SL", "ABA", "T2B", "CSAT",
    "B2B", "PK",
)  # fmt: skip
"""The figures of the board."""
LONGEST: Final = 10
"""So many waiting tickets are told."""


def board(study: Study) -> Section:
    """The main figures beside their targets and the period before, alarms, the longest waits."""
    tables = (_figures(study), _waiting(study))
    return Section("board", study.t("view.board"), tuple(alarms(study)), tables)


def alarms(study: Study) -> Iterator[str]:
    """A sentence for each figure that is past its alarm."""
    for metric, limit in study.aims.alarms.items():
        reading = study.total(metric)
        if misses(METRICS[metric], reading.value, limit):
            kind = kind_of(metric)
            yield study.t(
                "view.board.alarm",
                name=name_of(metric, study.t),
                value=shown(reading.value, kind, study.t),
                limit=shown(limit, kind, study.t),
                n=reading.n,
            )


def _figures(study: Study) -> Table:
    t, before = study.t, study.earlier(previous)
    columns = (
        Column("figure", t("view.figure")),
        Column("value", t("view.value"), Kind.NUMBER),
        Column("n", t("metric.n"), Kind.COUNT),
        Column("target", t("report.target_name"), Kind.NUMBER),
        Column("before", t("view.before"), Kind.NUMBER),
        Column("change", t("view.change"), Kind.NUMBER),
    )
    rows = []
    for name in TOLD:
        metric, reading = METRICS[name], study.total(name)
        old = before.total(name).value if before else None
        moved = gap(reading.value, old, metric.unit, metric.better)
        target, alarm = study.aims.targets.get(name), study.aims.alarms.get(name)
        rows.append(
            Row(
                (
                    name_of(name, t),
                    measure(name, reading.value),
                    reading.n,
                    measure(name, target),
                    measure(name, old),
                    Measure(moved.value, Kind.POINTS if moved.points else Kind.CHANGE)
                    if moved
                    else None,
                ),
                metric=name,
                marked=misses(metric, reading.value, alarm),
            )
        )
    return Table("board", columns, tuple(rows), t("view.board.figures"))


def _waiting(study: Study) -> Table:
    """The open tickets that wait longest, since their round began."""
    t, sample, zone = study.t, study.near("BL").sample, zone_of(study.period.zone)
    columns = sample.columns
    rows = np.flatnonzero(open_rounds(columns, sample.window) & (columns["opened"] != 0))
    waited = open_for(sample)
    longest = rows[np.argsort(-waited[rows], kind="stable")][:LONGEST]
    seen = study.lines(columns["ticket"][longest].tolist())
    heads = (
        Column("number", t("view.number")),
        Column("customer", t("view.customer")),
        Column("agent", t("report.dimension.agent")),
        Column("priority", t("report.dimension.priority")),
        Column("since", t("view.since"), Kind.INSTANT),
        Column("waited", t("view.waited"), Kind.SECONDS),
    )
    lines = tuple(
        Row(
            (
                ticket.number,
                masked_name(ticket.customer),
                columns.words[columns["agent"][row]] or t("report.no_value"),
                columns.words[columns["priority"][row]] or t("report.no_value"),
                datetime.fromtimestamp(int(columns["opened"][row]), zone),
                int(waited[row]),
            ),
            ticket=ticket.number,
        )
        for row in longest.tolist()
        if (ticket := seen.get(int(columns["ticket"][row])))
    )
    return Table("waiting", heads, lines, t("view.board.waiting"))
