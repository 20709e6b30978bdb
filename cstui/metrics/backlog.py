"""Backlog: what is open at an instant, how old it is, and what comes and goes.

What is open at an instant is what was open before, plus what came, less what went.
"""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from cstui.metrics.columns import Columns
from cstui.metrics.groups import Groups
from cstui.metrics.measures import Count
from cstui.metrics.metric import Sample
from cstui.metrics.sources import Column, Mask
from cstui.metrics.volume import ended_rounds, open_rounds


class Flow(Struct, frozen=True):
    """What came and went between some instants, and what was left at them."""

    before: int
    """Open at the first instant."""
    came: tuple[int, ...]
    """Submitted or reopened, from each instant to the next."""
    went: tuple[int, ...]
    """Solved or otherwise left without work, likewise."""
    left: tuple[int, ...]
    """Open at each instant but the first."""


def backlog(sample: Sample) -> Count:
    """BL: open at the end of the period, or now if that is earlier."""
    return Count(open_rounds(sample.columns, sample.window))


def submitted(sample: Sample) -> Count:
    """VOL: tickets submitted in the period."""
    return Count(sample.columns.first & sample.window.covers(sample.columns["submitted"]))


def open_for(sample: Sample) -> NDArray[np.int64]:
    """For how many seconds each open round has been open; without meaning of others."""
    return sample.window.as_of - sample.columns["opened"].astype(np.int64)


def flow(columns: Columns, groups: Groups, instants: Sequence[int]) -> list[Flow]:
    """What comes and goes between instants, of each group.

    Args:
        columns: The facts; rounds whose beginning is unknown have no part in it.
        groups: To which group each round belongs.
        instants: In order, in seconds since 1970, as the midnights of a month.
    """
    known = columns["opened"] != 0
    ended = columns.derived(ended_rounds)
    came = _by_stretch(columns["opened"], known, groups, instants)
    went = _by_stretch(ended, known & (ended != 0), groups, instants)
    left = np.cumsum(came - went, axis=1)
    return [
        Flow(
            before=balance[0],
            came=tuple(arrivals[1:]),
            went=tuple(departures[1:]),
            left=tuple(balance[1:]),
        )
        for arrivals, departures, balance in zip(
            came.tolist(), went.tolist(), left.tolist(), strict=True
        )
    ]


def _by_stretch(
    at: Column, rows: Mask, groups: Groups, instants: Sequence[int]
) -> NDArray[np.int64]:
    """How many of these lie before the first instant, and from each to the next, by group."""
    edges = np.array(instants, np.int64)
    stretches = np.searchsorted(edges, np.compress(rows, at), side="right")
    width = len(edges) + 1
    cells = np.bincount(
        groups.of(rows).astype(np.int64) * width + stretches, minlength=len(groups) * width
    )
    return cells.reshape(len(groups), width)[:, :-1]
