"""Attainment: how many clocks were met, by kind of clock."""

from cstui.metrics.clocks import next_update_clocks, resolution_clocks, response_clocks
from cstui.metrics.columns import Columns
from cstui.metrics.groups import Counts, Groups, ratios
from cstui.metrics.values import Attainment, Standing
from cstui.metrics.window import Window


def attainment(columns: Columns, window: Window, groups: Groups) -> list[Attainment]:
    """Met ÷ (met + breached) of the response, resolution and update clocks of each group."""
    kinds = (
        *(
            _standing(
                groups.count(stand.met), groups.count(stand.breached), groups.count(stand.running)
            )
            for stand in (
                response_clocks(columns).stand(window),
                resolution_clocks(columns).stand(window),
            )
        ),
        _updates(columns, window, groups),
    )
    return [
        Attainment(response=replies, resolution=solutions, update=updates)
        for replies, solutions, updates in zip(*kinds, strict=True)
    ]


def _updates(columns: Columns, window: Window, groups: Groups) -> list[Standing]:
    """Updates that were given or missed, and the one that is due next.

    Rounds tell how many there were, not when: they count in the period in which their round began.
    """
    stand = next_update_clocks(columns).stand(window)
    rounds = window.covers(columns["opened"])
    met = groups.sum(columns["updates_met"], rounds)
    breached = groups.sum(columns["updates_breached"], rounds) + groups.count(stand.missed)
    return _standing(met, breached, groups.count(stand.running))


def _standing(met: Counts, breached: Counts, running: Counts) -> list[Standing]:
    rates = ratios(met, met + breached)
    counts = zip(met.tolist(), breached.tolist(), running.tolist(), rates, strict=True)
    return [
        Standing(met=is_met, breached=is_breached, running=is_running, rate=rate)
        if is_met or is_breached or is_running
        else Standing()
        for is_met, is_breached, is_running, rate in counts
    ]
