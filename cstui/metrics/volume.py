"""Volume: how many tickets came, how many are left, how many calls were answered.

A round is open from its beginning until it is solved, or its ticket is left without work. A
ticket has one open round at most, so open rounds are open tickets.
"""

import numpy as np

from cstui.domain.facts import Flag
from cstui.metrics.columns import Columns
from cstui.metrics.groups import Counts, Groups
from cstui.metrics.sources import Column, Mask
from cstui.metrics.tickets import reopened
from cstui.metrics.values import Calls
from cstui.metrics.window import Window


def tickets(columns: Columns, window: Window, groups: Groups) -> Counts:
    """Tickets submitted in the period."""
    return groups.count(columns.first & window.covers(columns["submitted"]))


def backlog(columns: Columns, window: Window, groups: Groups) -> Counts:
    """Tickets with work left at the end of the period, or now if that is earlier."""
    return groups.count(open_rounds(columns, window))


def open_rounds(columns: Columns, window: Window) -> Mask:
    """Rounds that are open at the end of a period, or now if that is earlier."""
    return window.begun(columns["opened"]) & window.left(columns.derived(ended_rounds))


def ended_rounds(columns: Columns) -> Column:
    """When each round ended: solved before a reopening, else left without work; 0 while open."""
    again, resolved = columns.derived(reopened), columns["resolved"]
    solved = np.minimum(np.where(resolved != 0, resolved, again), again)
    ended = np.where(again != 0, solved, columns["ended"])
    # an end before the beginning would be one that went without having come
    return np.where(ended != 0, np.maximum(ended, columns["opened"]), 0)


def calls(columns: Columns, window: Window, groups: Groups) -> list[Calls]:
    """Calls answered, and calls that nobody answered in time."""
    answered, abandoned = (groups.count(rows).tolist() for rows in offered(columns, window))
    return [
        Calls(answered=picked_up, abandoned=given_up)
        for picked_up, given_up in zip(answered, abandoned, strict=True)
    ]


def offered(columns: Columns, window: Window) -> tuple[Mask, Mask]:
    """Which rounds are answered calls, and which are calls that nobody answered in time.

    Each counts in the period in which it was answered or given up, else in that of its ring.
    """
    answered, abandoned = (
        columns.first & columns.flagged(flag) & window.covers(_end_of_wait(columns, end))
        for flag, end in ((Flag.ANSWERED, "responded"), (Flag.ABANDONED, "ended"))
    )
    return answered, abandoned


def _end_of_wait(columns: Columns, end: str) -> Column:
    return np.where(columns[end] != 0, columns[end], columns["submitted"])
