"""The tickets behind a figure."""

from datetime import datetime, tzinfo
from typing import Final

import numpy as np

from cstui.clock.instants import zone_of
from cstui.domain.masking import masked_name
from cstui.metrics.durations import first_response, resolution
from cstui.metrics.sources import Column as Instants
from cstui.reports.document import Column, Kind, Row, Section, Table
from cstui.reports.study import Study
from cstui.reports.views.parts import name_of
from cstui.reports.wording import value_text

MOST: Final = 1_000
"""So many tickets are listed, the newest first; an export tells of all."""


def tickets(study: Study, metric: str) -> Section:
    """The tickets behind a figure, of a share those that make it worse; the newest first."""
    t, near = study.t, study.near(metric)
    columns, rows = near.columns, np.flatnonzero(near.rows(metric))
    newest = rows[np.argsort(columns["submitted"][rows], kind="stable")[::-1]]
    _, firsts = np.unique(columns["ticket"][newest], return_index=True)
    one_each = newest[np.sort(firsts)]
    listed = one_each[:MOST]
    seen = study.lines(columns["ticket"][listed].tolist())
    reply, solution = first_response(columns), resolution(columns)
    heads = (
        Column("number", t("view.number")),
        Column("customer", t("view.customer")),
        Column("subject", t("view.subject")),
        Column("type", t("report.dimension.type")),
        Column("agent", t("report.dimension.agent")),
        Column("submitted", t("view.submitted"), Kind.INSTANT),
        Column("FRT", name_of("FRT", t), Kind.SECONDS),
        Column("RT", name_of("RT", t), Kind.SECONDS),
    )
    words, zone = columns.words, zone_of(study.period.zone)
    lines = tuple(
        Row(
            (
                ticket.number,
                masked_name(ticket.customer),
                ticket.subject,
                words[columns["type"][row]],
                value_text("agent", words[columns["agent"][row]], t),
                _instant(columns["submitted"], row, zone),
                int(reply.seconds[row]) if reply.known[row] else None,
                int(solution.seconds[row]) if solution.known[row] else None,
            ),
            ticket=ticket.number,
        )
        for row in listed.tolist()
        if (ticket := seen.get(int(columns["ticket"][row])))
    )
    note = t("view.tickets.shown", shown=len(lines), all=len(one_each))
    title = t("view.tickets", name=name_of(metric, t))
    return Section("tickets", title, (note,), (Table("tickets", heads, lines),))


def _instant(instants: Instants, row: int, zone: tzinfo) -> datetime | None:
    seconds = int(instants[row])
    return datetime.fromtimestamp(seconds, zone) if seconds else None
