"""Telephone calls: how long callers waited, who hung up, how long a call took to handle."""

import numpy as np
from msgspec import Struct

from cstui.domain.facts import Verdict
from cstui.metrics.columns import Columns
from cstui.metrics.measures import Lasting, Share
from cstui.metrics.metric import Sample, ServiceLevel
from cstui.metrics.sources import Column, Mask
from cstui.metrics.volume import offered


class _Calls(Struct, frozen=True):
    """Calls of a period, one a row."""

    answered: Mask
    abandoned: Mask
    waited: Column
    """Seconds from the ring to the answer or the hang-up; without meaning where not `timed`."""
    timed: Mask
    """Calls of which both are known, and in this order."""


def service_level(sample: Sample) -> Share:
    """SL by the rules' formula; calls whose wait it asks for and nobody knows are left out."""
    calls, rules = _calls(sample), sample.rules
    quick = calls.timed & (calls.waited <= rules.answer_within_s)
    at_once = calls.timed & (calls.waited <= rules.at_once_s)
    answered, abandoned = calls.answered & calls.timed, calls.abandoned & calls.timed
    part = answered & quick
    match rules.service_level:
        case ServiceLevel.F1:
            whole, part = answered | abandoned, part | (abandoned & quick)
        case ServiceLevel.F2:
            whole, abandoned = answered, calls.abandoned
        case ServiceLevel.F3:
            abandoned = calls.abandoned
            whole = answered | abandoned
        case ServiceLevel.F4:
            whole = answered | (abandoned & ~quick)
        case ServiceLevel.F5:
            whole, part = answered | abandoned, part | (abandoned & at_once)
    unknown = (calls.answered & ~answered) | (calls.abandoned & ~abandoned)
    return Share(whole, part=part, excluded=unknown)


def speed_of_answer(sample: Sample) -> Lasting:
    """ASA: the wait of answered calls; its mean is Σ wait ÷ answered."""
    calls = _calls(sample)
    counted = calls.answered & calls.timed
    return Lasting(
        counted,
        excluded=calls.answered & ~calls.timed,
        seconds=np.compress(counted, calls.waited),
    )


def abandonment(sample: Sample) -> Share:
    """ABA: abandoned ÷ offered, which is answered or abandoned."""
    answered, abandoned = sample.derived(_offered)
    return Share(answered | abandoned, part=abandoned)


def handling_time(sample: Sample) -> Lasting:
    """AHT: (talk + hold + wrap-up) ÷ handled; counts when the record of the call was saved."""
    columns = sample.columns
    seconds = _handling(columns)
    answered, _ = sample.derived(_offered)
    handled = _handled(sample) & (seconds != 0)
    return Lasting(
        handled, excluded=answered & (seconds == 0), seconds=np.compress(handled, seconds)
    )


def wrap_up_time(sample: Sample) -> Lasting:
    """ACW: end of the call → saved record."""
    columns = sample.columns
    # 0 seconds are a measured wrap-up only where the call itself was measured and saved
    measured = (columns["handled"] != 0) & (_handling(columns) != 0)
    known = measured | (columns["wrap"] != 0)
    counted = _handled(sample) & known
    return Lasting(counted, seconds=np.compress(counted, columns["wrap"]))


def greeting_on_time(sample: Sample) -> Share:
    """GR: greeted within the limit ÷ answered; calls without such a limit are left out."""
    verdict = sample.columns["greeting"]
    answered, _ = sample.derived(_offered)
    judged = answered & ((verdict == Verdict.MET) | (verdict == Verdict.BREACHED))
    return Share(judged, part=answered & (verdict == Verdict.MET), excluded=answered & ~judged)


def occupancy(handling_s: float, available_s: float) -> float | None:
    """OCC: handling ÷ (handling + available); None where there is neither.

    Args:
        handling_s: Seconds of talk, hold and wrap-up.
        available_s: Seconds in which agents were ready and had no call.
    """
    worked = handling_s + available_s
    return handling_s / worked if worked else None


def _offered(sample: Sample) -> tuple[Mask, Mask]:
    return offered(sample.columns, sample.window)


def _calls(sample: Sample) -> _Calls:
    columns = sample.columns
    answered, abandoned = sample.derived(_offered)
    rang = columns["submitted"]
    end = np.where(answered, columns["responded"], columns["ended"])
    timed = (rang != 0) & (end != 0) & (end >= rang)
    return _Calls(answered, abandoned, end - rang, timed)


def _handling(columns: Columns) -> Column:
    seconds = columns["talk"].astype(np.uint32)
    return seconds + columns["hold"] + columns["wrap"]


def _handled(sample: Sample) -> Mask:
    """Calls that were handled in the period: when saved, else answered, else rung."""
    columns = sample.columns
    at = columns["handled"]
    for earlier in ("responded", "submitted"):
        at = np.where(at != 0, at, columns[earlier])
    return columns.first & sample.window.covers(at)
