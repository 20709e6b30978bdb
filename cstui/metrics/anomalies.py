"""Anomalies: what took far longer than is usual of its kind, or left a customer discontent."""

import numpy as np
from msgspec import Struct

from cstui.domain.facts import Flag
from cstui.metrics.columns import Columns
from cstui.metrics.dimensions import compact
from cstui.metrics.measures import Lasting, Share
from cstui.metrics.metric import Norms, Sample
from cstui.metrics.sources import Column, Mask
from cstui.metrics.surveys import scored, to_follow_up
from cstui.metrics.tickets import once
from cstui.metrics.times import first_response_time, resolution_time


class Anomalies(Struct, frozen=True):
    """Why rounds are anomalies; a ticket can be one for several reasons."""

    response: Mask
    """First response far longer than the mean of its type and channel."""
    resolution: Mask
    """The same of the solution."""
    low: Mask
    """A low score was given in the period."""
    judged: Mask
    """Rounds with anything by which they could be one."""

    @property
    def any(self) -> Mask:
        """Rounds that are an anomaly for some reason."""
        return self.response | self.resolution | self.low


def anomalies(sample: Sample) -> Anomalies:
    """The anomalies of a period."""
    response, resolution = first_response_time(sample), resolution_time(sample)
    means = sample.norms() if sample.norms else _norms(sample.columns, response, resolution)
    low = to_follow_up(sample) & sample.window.covers(sample.columns["rated"])
    return Anomalies(
        response=_far_longer(sample, response, means.response),
        resolution=_far_longer(sample, resolution, means.resolution),
        low=low,
        judged=response.counted | resolution.counted | scored(sample),
    )


def norms(sample: Sample) -> Norms:
    """The mean first response and solution of each type and channel in the period."""
    return _norms(sample.columns, first_response_time(sample), resolution_time(sample))


def anomaly_rate(sample: Sample) -> Share:
    """ANOM: tickets that are an anomaly ÷ tickets answered, solved or rated in the period."""
    found = sample.derived(anomalies)
    columns = sample.columns
    return Share(once(columns, found.judged), part=once(columns, found.any))


def explained(sample: Sample) -> Share:
    """ANOM with its reason: anomalies for which one was given ÷ anomalies."""
    columns, found = sample.columns, sample.derived(anomalies)
    odd = once(columns, found.any)
    return Share(odd, part=odd & once(columns, accounted_for(columns, found)))


def accounted_for(columns: Columns, found: Anomalies) -> Mask:
    """Rounds for which a reason was given; that of a late reply accounts for a slow one too."""
    late: Mask = found.response & columns.flagged(Flag.EXPLAINED_LATE)
    return late | columns.flagged(Flag.EXPLAINED_ODD)


def _norms(columns: Columns, response: Lasting, resolution: Lasting) -> Norms:
    return Norms(response=_means(columns, response), resolution=_means(columns, resolution))


def _means(columns: Columns, lasting: Lasting) -> dict[tuple[str, str], float]:
    pairs, codes = _kinds(columns, lasting.counted)
    counts = np.bincount(codes, minlength=len(pairs))
    sums = np.bincount(codes, weights=lasting.seconds, minlength=len(pairs))
    return dict(zip(pairs, (sums / counts).tolist(), strict=True))


def _far_longer(sample: Sample, lasting: Lasting, means: dict[tuple[str, str], float]) -> Mask:
    pairs, codes = _kinds(sample.columns, lasting.counted)
    limits = np.array([sample.rules.odd_from * means.get(pair, np.inf) for pair in pairs])
    longer = np.zeros(len(sample.columns), np.bool_)
    if len(codes):
        longer[np.flatnonzero(lasting.counted)] = lasting.seconds > limits[codes]
    return longer


def _kinds(columns: Columns, rows: Mask) -> tuple[list[tuple[str, str]], Column]:
    """Type and channel of some rounds: those that occur, and the place of each round's own."""
    words = columns.words
    kind, channel = (np.compress(rows, columns[name]) for name in ("type", "channel"))
    numbers = kind.astype(np.int64) * len(words) + channel
    found, codes = compact(numbers)
    return [(words[one // len(words)], words[one % len(words)]) for one in found], codes
