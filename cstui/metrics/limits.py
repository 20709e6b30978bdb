"""Limits: how many were kept, and by how much the others were passed."""

import numpy as np

from cstui.domain.facts import MomentKind, Verdict
from cstui.metrics.clocks import (
    Clocks,
    Stand,
    accept_clocks,
    next_update_clocks,
    picked,
    resolution_clocks,
    response_clocks,
)
from cstui.metrics.columns import Columns
from cstui.metrics.measures import Lasting, Share
from cstui.metrics.metric import Sample
from cstui.metrics.sources import Mask
from cstui.metrics.timeout import told_and_late
from cstui.metrics.working import business_seconds


def timeout_rate(sample: Sample) -> Share:
    """TO: (FRT > threshold + unanswered past it) ÷ (responded + unanswered past it)."""
    told, late = told_and_late(sample.columns, sample.window, sample.rules.threshold_s)
    return Share(told, part=late)


def response_attainment(sample: Sample) -> Share:
    """SLA of the first response: met ÷ (met + breached)."""
    return _attained(response_clocks(sample.columns).stand(sample.window))


def resolution_attainment(sample: Sample) -> Share:
    """SLA of the solution."""
    return _attained(resolution_clocks(sample.columns).stand(sample.window))


def accept_attainment(sample: Sample) -> Share:
    """SLA of taking a ticket on, of those that were taken on."""
    return _attained(accept_clocks(sample.columns).stand(sample.window))


def updates_in_time(sample: Sample) -> Share:
    """HB, and SLA of the update: updates in time ÷ updates due."""
    return _moments_attained(sample, MomentKind.UPDATE)


def promises_kept(sample: Sample) -> Share:
    """PK: kept ÷ due."""
    return _moments_attained(sample, MomentKind.PROMISE)


def all_attained(sample: Sample) -> Share:
    """Rounds that met all their clocks ÷ rounds with a clock that were solved or missed one.

    A solved round counts in the period of its solution, another in that of what it missed.
    """
    columns, window = sample.columns, sample.window
    resolved = columns["resolved"]
    response, resolution = response_clocks(columns), resolution_clocks(columns)
    clocks = (response, resolution, next_update_clocks(columns))
    solved = (resolved != 0) & window.covers(resolved)
    solved &= np.logical_or.reduce([clock.verdict != Verdict.NONE for clock in clocks])
    failed = (columns["updates_breached"] != 0) | (resolution.verdict == Verdict.BREACHED)
    failed |= _unheard(response, columns)
    missed = np.logical_or.reduce([clock.missed(window) for clock in clocks])
    return Share(solved | missed, part=solved & ~failed)


def response_breach(sample: Sample) -> Lasting:
    """BRK of the first response: business seconds past due."""
    return _past_due(sample, response_clocks(sample.columns))


def resolution_breach(sample: Sample) -> Lasting:
    """BRK of the solution."""
    return _past_due(sample, resolution_clocks(sample.columns))


def _attained(stand: Stand) -> Share:
    return Share(stand.counted, part=stand.met, running=stand.running)


def _moments_attained(sample: Sample, kind: MomentKind) -> Share:
    found = picked(sample.columns, sample.moments, kind, sample.window)
    stand = found.clocks.stand(sample.window)
    return Share(stand.counted, at=found.at, part=stand.met, running=stand.running)


def _unheard(response: Clocks, columns: Columns) -> Mask:
    """Rounds whose response was late, or was still missing past due when they were solved."""
    due, resolved = response.due, columns["resolved"]
    waiting = (response.verdict == Verdict.RUNNING) & (response.stopped == 0)
    late: Mask = (response.verdict == Verdict.BREACHED) | (waiting & (due != 0) & (due < resolved))
    return late


def _past_due(sample: Sample, clocks: Clocks) -> Lasting:
    window = sample.window
    breached = clocks.stand(window).breached & (clocks.due != 0)
    due = np.compress(breached, clocks.due)
    over = np.maximum(np.compress(breached, clocks.over(window)), due)
    return Lasting(breached, seconds=business_seconds(sample.rules.hours, due, over))
