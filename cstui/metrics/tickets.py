"""From tickets to their rounds, which lie one after the other in the order of the tickets."""

import numpy as np
from numpy.typing import NDArray

from cstui.metrics.columns import Columns
from cstui.metrics.sources import Column, Mask, Places
from cstui.metrics.window import Window

_SPARSE = 4
"""How many times more ticket numbers than rounds are still looked up in a table."""


def rounds_of(columns: Columns, tickets: Column) -> Column:
    """The index of each ticket's last round, -1 for a ticket that is not among the rounds."""
    return places_of(columns["ticket"], tickets)


def places_of(own: Column, tickets: Column) -> Column:
    """The last place of each ticket among others, which are in order; -1 where it is not."""
    if not len(own):
        return np.full(len(tickets), -1, np.int64)
    highest = int(own[-1])
    if highest > _SPARSE * len(own):
        at = np.searchsorted(own, tickets, side="right") - 1
        return np.where((at >= 0) & (own[at] == tickets), at, -1)
    # half as wide as places are elsewhere: most of the time goes into filling it
    table = np.full(highest + 2, -1, np.int32)
    table[own] = np.arange(len(own), dtype=np.int32)
    found: Column = table[np.minimum(tickets, highest + 1)]
    return found


def once(columns: Columns, rows: Mask) -> Mask:
    """Each ticket of these rounds by its first round alone, as tickets are counted."""
    tickets, later = columns["ticket"], _same_as_before(columns)
    told = rows & ~later
    told[np.searchsorted(tickets, tickets[rows & later])] = True
    return told


def reopened(columns: Columns) -> Column:
    """When the ticket's next round began; 0 where there is none."""
    began = np.zeros(len(columns), columns["opened"].dtype)
    later = np.flatnonzero(_same_as_before(columns))
    began[later - 1] = columns["opened"][later]
    return began


def superseded(columns: Columns, window: Window) -> Mask:
    """Rounds after which another round of their ticket had begun by the end of a period."""
    followed = np.zeros(len(columns), np.bool_)
    later = np.flatnonzero(_same_as_before(columns))
    opened = columns["opened"][later]
    followed[later - 1] = window.begun(opened) | (opened == 0)
    return followed


def so_far(columns: Columns, values: Column) -> NDArray[np.int64]:
    """What the values of a ticket's rounds add up to, from its first to each of them."""
    told = values.astype(np.int64)
    same = _same_as_before(columns)
    later = np.flatnonzero(same)
    if not len(later):
        return told
    # few tickets have several rounds; only these are added up
    rounds = np.union1d(later - 1, later)
    sums = np.cumsum(told[rounds])
    told[rounds] = sums - (sums - told[rounds])[_firsts(same[rounds])]
    return told


def first_rounds(columns: Columns) -> Places:
    """The index of the first round of each round's ticket."""
    return _firsts(_same_as_before(columns))


def _firsts(same: Mask) -> Places:
    """The place of the first of each row's ticket, told which rows are of the one before."""
    places = np.arange(len(same), dtype=np.int32)
    places[same] = 0
    return np.maximum.accumulate(places)


def _same_as_before(columns: Columns) -> Mask:
    """Rounds of the same ticket as the round before."""
    tickets = columns["ticket"]
    same = np.zeros(len(tickets), np.bool_)
    same[1:] = tickets[1:] == tickets[:-1]
    return same
