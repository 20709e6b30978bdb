"""Attainment: how many clocks were met, by kind of clock.

Each round has clocks of its own. One that has stopped counts in the period in which it stopped;
one that has not, and is past due, counts as breached in the period in which it was due; one that
is not due yet is running, and is told beside the rate without being part of it.
"""

from dataclasses import dataclass

from cstui.domain.facts import Verdict
from cstui.metrics.columns import Column, Columns, Mask
from cstui.metrics.groups import Counts, Groups, ratios
from cstui.metrics.values import Attainment, Standing
from cstui.metrics.window import Window


@dataclass(frozen=True, slots=True)
class _Clock:
    """One kind of clock, one a row."""

    verdict: Column
    due: Column
    stopped: Column
    """When it stopped, 0 while it has not."""


def attainment(columns: Columns, window: Window, groups: Groups) -> list[Attainment]:
    """Met ÷ (met + breached) of the response, resolution and update clocks of each group."""
    response = _Clock(columns["response"], columns["response_due"], columns["responded"])
    resolution = _Clock(columns["resolution"], columns["resolution_due"], columns["resolved"])
    kinds = (
        _single(columns, response, window, groups),
        _single(columns, resolution, window, groups),
        _updates(columns, window, groups),
    )
    return [
        Attainment(response=replies, resolution=solutions, update=updates)
        for replies, solutions, updates in zip(*kinds, strict=True)
    ]


def _single(columns: Columns, clock: _Clock, window: Window, groups: Groups) -> list[Standing]:
    """Clocks that stop once in a round."""
    stopped = (clock.stopped != 0) & window.covers(clock.stopped)
    met = stopped & (clock.verdict == Verdict.MET)
    breached = stopped & (clock.verdict == Verdict.BREACHED)
    missed, running = _unstopped(columns, clock, window)
    return _standing(groups.count(met), groups.count(breached | missed), groups.count(running))


def _updates(columns: Columns, window: Window, groups: Groups) -> list[Standing]:
    """Updates that were given or missed, and the one that is due next.

    Facts tell how many there were, not when: they count in the period in which their round began.
    """
    clock = _Clock(columns["update"], columns["update_due"], columns["resolved"])
    rounds = window.covers(columns["opened"])
    missed, running = _unstopped(columns, clock, window)
    met = groups.sum(columns["updates_met"], rounds)
    breached = groups.sum(columns["updates_breached"], rounds) + groups.count(missed)
    return _standing(met, breached, groups.count(running))


def _unstopped(columns: Columns, clock: _Clock, window: Window) -> tuple[Mask, Mask]:
    """Clocks that had not stopped by the end of the period: past due in it, and running.

    A ticket that was left without work takes its clocks with it; a paused clock is never past due.
    """
    ended = columns["ended"]
    waiting = (clock.verdict != Verdict.NONE) & window.pending(clock.stopped)
    waiting &= window.begun(columns["opened"])
    can_pass = (clock.verdict != Verdict.PAUSED) & (clock.due != 0)
    missed = waiting & can_pass & (clock.due < window.until(ended)) & window.covers(clock.due)
    running = waiting & window.pending(ended) & ~(can_pass & (clock.due < window.as_of))
    return missed, running


def _standing(met: Counts, breached: Counts, running: Counts) -> list[Standing]:
    rates = ratios(met, met + breached)
    counts = zip(met.tolist(), breached.tolist(), running.tolist(), rates, strict=True)
    return [
        Standing(met=is_met, breached=is_breached, running=is_running, rate=rate)
        if is_met or is_breached or is_running
        else Standing()
        for is_met, is_breached, is_running, rate in counts
    ]
