"""How long things took: to a reply, to the solution, to taking a ticket on."""

import numpy as np

from cstui.metrics.columns import Columns
from cstui.metrics.durations import Durations, first_response, resolution
from cstui.metrics.measures import Lasting
from cstui.metrics.metric import Sample
from cstui.metrics.sources import Column
from cstui.metrics.tickets import so_far


def first_response_time(sample: Sample) -> Lasting:
    """FRT: first reply by a person − submitted, one a ticket; answered − rang of a live call."""
    return lasting(sample, waited_for_reply(sample))


def resolution_time(sample: Sample) -> Lasting:
    """RT: end of a ticket's last round − submitted, one a ticket, however often reopened."""
    return lasting(sample, waited_for_solution(sample))


def round_resolution_time(sample: Sample) -> Lasting:
    """RT of each round: its solution − its beginning."""
    return lasting(sample, _of_rounds(sample.columns, business=sample.rules.business))


def net_resolution_time(sample: Sample) -> Lasting:
    """RTN: business seconds of RT less those spent waiting, of all rounds of a ticket."""
    columns = sample.columns
    net = so_far(columns, _net(columns))
    return lasting(sample, _in_business(resolution(columns, sample.window), net))


def round_net_resolution_time(sample: Sample) -> Lasting:
    """RTN of each round."""
    columns = sample.columns
    return lasting(sample, _in_business(_of_rounds(columns, business=False), _net(columns)))


def accept_time(sample: Sample) -> Lasting:
    """ACC: the handler took it on − it was given to the handler, one a round."""
    assigned, accepted = sample.columns["assigned"], sample.columns["accepted"]
    both = (assigned != 0) & (accepted != 0)
    impossible = both & (accepted < assigned)
    return lasting(sample, Durations(accepted, accepted - assigned, both & ~impossible, impossible))


def lasting(sample: Sample, durations: Durations) -> Lasting:
    """The durations that ended in the period; impossible ones are left out."""
    ended = sample.window.covers(durations.ended)
    counted = durations.known & ended
    seconds = np.compress(counted, durations.seconds).astype(np.uint32, copy=False)
    return Lasting(counted, excluded=durations.impossible & ended, seconds=seconds)


def waited_for_reply(sample: Sample) -> Durations:
    """The durations of FRT, in such seconds as the rules ask for."""
    durations = first_response(sample.columns)
    if not sample.rules.business:
        return durations
    return _in_business(durations, sample.columns["response_business"])


def waited_for_solution(sample: Sample) -> Durations:
    """The durations of RT, likewise; time between a solution and a reopening is no business."""
    columns = sample.columns
    durations = resolution(columns, sample.window)
    if not sample.rules.business:
        return durations
    return _in_business(durations, so_far(columns, columns["resolution_business"]))


def _net(columns: Columns) -> Column:
    """Business seconds of each round less those spent waiting."""
    return columns["resolution_business"].astype(np.int64) - columns["waited_business"]


def _of_rounds(columns: Columns, *, business: bool) -> Durations:
    opened, resolved = columns["opened"], columns["resolved"]
    solved = resolved != 0
    impossible = solved & (resolved < np.maximum(opened, columns["responded"]))
    known = solved & (opened != 0) & ~impossible
    durations = Durations(resolved, resolved - opened, known, impossible)
    return _in_business(durations, columns["resolution_business"]) if business else durations


def _in_business(durations: Durations, seconds: Column) -> Durations:
    """The same durations in business seconds, which are negative where they are not known."""
    known = durations.known & (seconds >= 0)
    return Durations(
        durations.ended, seconds, known, durations.impossible | (durations.known & ~known)
    )
