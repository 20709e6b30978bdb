"""All figures of each group, put together."""

from cstui.metrics.attainment import attainment
from cstui.metrics.columns import Columns
from cstui.metrics.durations import first_response, resolution, spread
from cstui.metrics.groups import Groups
from cstui.metrics.satisfaction import satisfaction
from cstui.metrics.timeout import timeout
from cstui.metrics.values import Figures
from cstui.metrics.volume import backlog, calls, tickets
from cstui.metrics.window import Window


def figures(
    columns: Columns,
    window: Window,
    groups: Groups,
    *,
    threshold_s: int,
    estimates: bool = False,
) -> list[Figures]:
    """All figures of each group.

    Args:
        columns: The facts.
        window: The period, and the moment up to which it is known.
        groups: To which group each row belongs.
        threshold_s: Seconds after which a first response counts as a timeout.
        estimates: Whether agents' estimates count as scores.
    """
    columns_of_figures = zip(
        tickets(columns, window, groups).tolist(),
        backlog(columns, window, groups).tolist(),
        spread(first_response(columns), window, groups),
        spread(resolution(columns, window), window, groups),
        timeout(columns, window, groups, threshold_s),
        attainment(columns, window, groups),
        satisfaction(columns, window, groups, estimates=estimates),
        calls(columns, window, groups),
        strict=True,
    )
    return [
        Figures(
            tickets=submitted,
            open=left,
            first_response_s=response_spread,
            resolution_s=resolution_spread,
            timeout=late,
            attainment=clocks,
            csat=scores,
            calls=rung,
        )
        for submitted, left, response_spread, resolution_spread, late, clocks, scores, rung in (
            columns_of_figures
        )
    ]
