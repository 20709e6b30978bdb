"""A report put together from columns of facts."""

from datetime import datetime

import numpy as np

from cstui.metrics.bins import bins
from cstui.metrics.columns import Columns
from cstui.metrics.dimensions import matching
from cstui.metrics.durations import ended_in, first_response, impossible, resolution
from cstui.metrics.figures import figures
from cstui.metrics.groups import WHOLE, Groups, grouped
from cstui.metrics.values import Excluded, Figures
from cstui.metrics.window import Window
from cstui.reports.model import Content, GroupFigures, Query, Report, period_content


def assemble(columns: Columns, query: Query, now: datetime) -> Report:
    """The report that a query asks for.

    Args:
        columns: The facts of all tickets.
        query: What to tell.
        now: This moment; a period that is over by then tells the same for ever.

    Raises:
        InputError: for an unknown dimension, or a value that a dimension never has.
    """
    period, zone = query.period, query.period.zone
    start, end = (None if at is None else int(at.timestamp()) for at in (period.start, period.end))
    window = Window.between(start, end, int(now.timestamp()))
    if query.where:
        columns = columns.only(matching(columns, query.where, zone))
    response, solution = first_response(columns), resolution(columns, window)
    content = Content(
        period=period_content(period),
        filters=dict(query.where),
        excluded=Excluded(
            negative_response=impossible(response, window),
            negative_resolution=impossible(solution, window),
        ),
        total=_figures(columns, window, WHOLE, query)[0],
        groups=_groups(columns, window, query),
    )
    return Report(
        query,
        content,
        first_response=bins(ended_in(response, window), query.threshold_s),
        resolution=bins(ended_in(solution, window)),
        as_of=now if end is None or now.timestamp() < end else None,
    )


def _figures(columns: Columns, window: Window, groups: Groups, query: Query) -> list[Figures]:
    return figures(
        columns, window, groups, threshold_s=query.threshold_s, estimates=query.estimates
    )


def _groups(columns: Columns, window: Window, query: Query) -> list[GroupFigures]:
    """Figures of each group that has something to tell about the period."""
    if not query.by:
        return []
    nothing = _figures(columns.only(np.zeros(len(columns), np.bool_)), window, WHOLE, query)[0]
    groups = grouped(columns, query.by, query.period.zone)
    parts = zip(groups.labels, _figures(columns, window, groups, query), strict=True)
    return [
        GroupFigures(by=dict(zip(query.by, labels, strict=True)), **part)
        for labels, part in parts
        if part != nothing
    ]
