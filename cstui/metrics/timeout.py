"""Timeout rate: first responses later than a threshold."""

import numpy as np

from cstui.domain.facts import Flag
from cstui.metrics.columns import Columns
from cstui.metrics.durations import first_response
from cstui.metrics.groups import Groups, ratios
from cstui.metrics.sources import Mask
from cstui.metrics.values import Timeout
from cstui.metrics.window import Window


def timeout(columns: Columns, window: Window, groups: Groups, threshold_s: int) -> list[Timeout]:
    """(Late + unanswered past the threshold) ÷ (responded + unanswered past it)."""
    counted, late = (groups.count(rows) for rows in told_and_late(columns, window, threshold_s))
    return [
        Timeout(threshold_s=threshold_s, n=count, late=late_count, rate=rate)
        for count, late_count, rate in zip(
            counted.tolist(), late.tolist(), ratios(late, counted), strict=True
        )
    ]


def told_and_late(columns: Columns, window: Window, threshold_s: int) -> tuple[Mask, Mask]:
    """Which rounds have a first response or miss it past the threshold; which of them are late.

    A response counts in the period in which it was given, one that is missing in the period in
    which the threshold passed.
    """
    response = first_response(columns)
    responded = response.known & window.covers(response.ended)
    missing = _missing(columns, window, threshold_s)
    return responded | missing, (responded & (response.seconds > threshold_s)) | missing


def _missing(columns: Columns, window: Window, threshold_s: int) -> Mask:
    """Tickets that went past the threshold in the period, and had no reply by its end.

    A caller who hung up earlier waited no longer; a call that was answered, or a ticket that was
    solved, without a noted time of reply had one at an unknown time. None of them counts.
    """
    submitted, responded = columns["submitted"], columns["responded"]
    passed = submitted.astype(np.int64) + threshold_s
    untimed = columns.flagged(Flag.ANSWERED) & (responded == 0)
    unanswered = columns.first & (submitted != 0) & window.pending(responded) & ~untimed
    unsolved = window.pending(columns["resolved"])
    past = (passed < window.until(columns["ended"])) & window.covers(passed)
    missing: Mask = unanswered & unsolved & past
    return missing
