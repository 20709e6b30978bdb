"""Tickets that took far longer than is usual of their kind, or left a customer discontent."""

from typing import Final

import numpy as np

from cstui.metrics.anomalies import accounted_for
from cstui.metrics.anomalies import anomalies as found_in
from cstui.metrics.durations import first_response, resolution
from cstui.metrics.sources import Mask
from cstui.reports.document import Column, Kind, Row, Section, Table
from cstui.reports.study import Study
from cstui.reports.views.parts import metric_table

MOST: Final = 50
"""So many tickets are listed, the newest first; the figures tell of all."""


def anomalies(study: Study) -> Section:
    """How many there are by group, and the newest of them with the reasons that were given."""
    t = study.t
    rate = metric_table(study, "anomalies", study.query.by, ("ANOM", "ANOM.explained"))
    notes = (t("view.anomalies.rule", times=f"{study.rules.odd_from:g}"),)
    return Section("anomalies", t("view.anomalies"), notes, (rate, study.once(_list)))


def _list(study: Study) -> Table:
    t, sample = study.t, study.near("ANOM").sample
    columns, found = sample.columns, sample.derived(found_in)
    rows = np.flatnonzero(found.any)
    newest = rows[np.argsort(columns["submitted"][rows], kind="stable")[::-1]][:MOST]
    listed = columns["ticket"][newest].tolist()
    seen, reasons = study.lines(listed), study.reasons(listed)
    heads = (
        Column("number", t("view.number")),
        Column("type", t("report.dimension.type")),
        Column("why", t("view.anomalies.why")),
        Column("reason", t("view.anomalies.reason")),
        Column("FRT", t("metric.FRT.name"), Kind.SECONDS),
        Column("RT", t("metric.RT.name"), Kind.SECONDS),
    )
    reply, solution = first_response(columns), resolution(columns)
    explained = accounted_for(columns, found)
    why = {"response": found.response, "resolution": found.resolution, "low": found.low}
    lines = []
    for row in newest.tolist():
        ticket = seen.get(int(columns["ticket"][row]))
        if ticket is None:
            continue
        lines.append(
            Row(
                (
                    ticket.number,
                    columns.words[columns["type"][row]] or t("report.no_value"),
                    t("report.and").join(_reasons(study, why, row)),
                    reasons.get(ticket.id) or t("view.anomalies.unexplained"),
                    int(reply.seconds[row]) if reply.known[row] else None,
                    int(solution.seconds[row]) if solution.known[row] else None,
                ),
                ticket=ticket.number,
                marked=not explained[row],
            )
        )
    note = t("view.anomalies.newest", shown=len(lines), all=len(rows))
    return Table("tickets", heads, tuple(lines), t("view.anomalies.tickets"), (note,))


def _reasons(study: Study, why: dict[str, Mask], row: int) -> list[str]:
    return [study.t(f"view.anomalies.{name}") for name, mask in why.items() if mask[row]]
