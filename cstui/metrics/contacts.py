"""Contacts: whether one was enough, and whether tickets came back or were passed on."""

import numpy as np

from cstui.domain.facts import Flag, MomentKind
from cstui.metrics.maturing import Maturing
from cstui.metrics.measures import Share
from cstui.metrics.metric import Sample
from cstui.metrics.repeats import contacts, neighbours
from cstui.metrics.sources import Mask
from cstui.metrics.tickets import once, places_of, reopened

_TWO_HOLDERS = 2
"""A ticket that was with so many was passed on."""


def claimed_first_contact_resolution(sample: Sample) -> Share:
    """FCR as we claim it: solved on first contact ÷ answered calls.

    Only of a call is it known when the contact was over; other contacts are left out.
    """
    columns = sample.columns
    came = contacts(columns) & sample.window.covers(columns["submitted"])
    told = came & columns.flagged(Flag.ANSWERED)
    return Share(told, part=told & columns.flagged(Flag.ON_CALL), excluded=came & ~told)


def verified_first_contact_resolution(sample: Sample) -> Share:
    """FCR as it turned out: claimed, not reopened, and no further contact in seven days.

    A call counts when its seven days are over. Those of customers whom nobody knows cannot be
    verified; they are left out, as are calls that are too young, and other contacts.
    """
    columns, window, reach = sample.columns, sample.window, sample.rules.repeat_s
    came = contacts(columns)
    ripe = Maturing.of(columns["submitted"], reach, window)
    told = came & ripe.over & columns.flagged(Flag.ANSWERED) & (columns["caller"] != 0)
    again = columns.derived(reopened)
    back = (again != 0) & (again <= ripe.at)
    quiet = neighbours(columns, window, reach).until_next > reach
    return Share(
        told,
        part=told & columns.flagged(Flag.ON_CALL) & ~back & quiet,
        excluded=came & ((ripe.over & ~told) | ripe.young),
    )


def repeat_contacts(sample: Sample) -> Share:
    """RPT: contacts within seven days of the customer's last about the same type ÷ contacts.

    Contacts of customers whom nobody knows are left out.
    """
    columns, reach = sample.columns, sample.rules.repeat_s
    came = contacts(columns) & sample.window.covers(columns["submitted"])
    told = came & (columns["caller"] != 0)
    soon = neighbours(columns, sample.window, reach).since_last <= reach
    return Share(told, part=told & soon, excluded=came & ~told)


def reopen_rate(sample: Sample) -> Share:
    """RO: tickets reopened by the end of the period ÷ tickets first solved in it."""
    columns, window = sample.columns, sample.window
    resolved, again = columns["resolved"], columns.derived(reopened)
    solved = columns.first & (resolved != 0) & window.covers(resolved)
    return Share(solved, part=solved & (again != 0) & window.begun(again))


def transfer_rate(sample: Sample) -> Share:
    """TR: tickets passed on by the end of the period ÷ tickets submitted in it."""
    columns = sample.columns
    told = columns.first & sample.window.covers(columns["submitted"])
    passed_on = told & once(columns, columns["transfers"] != 0)
    return Share(told, part=passed_on & ~_passed_on_later(sample, passed_on))


def _passed_on_later(sample: Sample, passed_on: Mask) -> Mask:
    """Which of these tickets were with their first holder until after the end of the period."""
    moments, unmoved = sample.moments, np.zeros(len(passed_on), np.bool_)
    rows = np.flatnonzero(passed_on)
    if not len(rows):
        return unmoved
    own, tickets = sample.columns["ticket"][rows], moments["ticket"]
    # tickets of a period lie close together, so most moments need no further look
    near = (tickets >= own[0]) & (tickets <= own[-1])
    stays = np.flatnonzero(near & (moments["kind"] == MomentKind.STAY))
    begun = sample.window.begun(moments["start"][stays])
    places = places_of(own, tickets[stays])
    by_then, later = (
        np.bincount(places[(places >= 0) & which], minlength=len(rows)) for which in (begun, ~begun)
    )
    unmoved[rows] = (later != 0) & (by_then < _TWO_HOLDERS)
    return unmoved
