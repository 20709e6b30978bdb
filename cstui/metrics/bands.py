"""Bands: groups parted further by how long something took, each band holding its upper edge."""

from collections.abc import Callable, Mapping
from itertools import product

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from cstui.metrics.backlog import open_for
from cstui.metrics.groups import Groups
from cstui.metrics.metric import Sample
from cstui.metrics.sources import Column, Mask
from cstui.metrics.tickets import first_rounds
from cstui.metrics.times import waited_for_reply

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


class Bands(Struct, frozen=True):
    """Names and upper edges; the last band has none."""

    names: tuple[str, ...]
    """Each is told by the phrase `metric.band.NAME`."""
    edges_s: tuple[int, ...]
    """The upper edge of each band but the last."""


WAITS = Bands(
    ("0-5min", "5-10min", "10-15min", "15-25min", "25-30min", "30-60min", "60-120min", "120min+"),
    tuple(_MINUTE * edge for edge in (5, 10, 15, 25, 30, 60, 120)),
)
"""Of the first response, by which satisfaction is told."""

AGES = Bands(("0-4h", "4-24h", "1-3d", "3-7d", "7d+"), (4 * _HOUR, _DAY, 3 * _DAY, 7 * _DAY))
"""Of work that is left."""


def by_wait(sample: Sample) -> Sample:
    """The sample with each group parted by the first response (S×T); None where it is unknown.

    A ticket's later rounds stand with its own first response.
    """
    waited = waited_for_reply(sample)
    own = first_rounds(sample.columns)
    return _parted(sample, WAITS, waited.seconds[own], waited.known[own])


def by_age(sample: Sample) -> Sample:
    """The sample with each group parted by how long its rounds have been open (ages of BL)."""
    known = sample.columns["opened"] != 0
    return _parted(sample, AGES, open_for(sample), known)


BY_BAND: Mapping[str, Callable[[Sample], Sample]] = {"wait": by_wait, "age": by_age}
"""What figures are parted by, by the name that a filter has for it."""


def within(sample: Sample, where: Mapping[str, str]) -> Sample:
    """The sample in two groups: what lies in the bands that are wanted, then the rest.

    Args:
        sample: the sample, not grouped.
        where: names of bands by the names of `BY_BAND`; other filters are passed over.
    """
    inside = np.ones(len(sample.columns), np.bool_)
    for name, parted in BY_BAND.items():
        if name in where:
            groups = parted(sample).groups
            at = [label[-1] for label in groups.labels].index(where[name])
            inside &= groups.inside(at)
    return replace(sample, groups=Groups((~inside).view(np.uint8), (("in",), ("out",))))


def _parted(sample: Sample, bands: Bands, seconds: Column, known: Mask) -> Sample:
    """Groups crossed with bands: all bands of the first group, then those of the next."""
    groups, names = sample.groups, (*bands.names, None)
    # looked up among edges of the same kind, no wider copy of the seconds is made
    edges = np.array(bands.edges_s, seconds.dtype)
    band = np.searchsorted(edges, seconds, side="left").astype(np.uint8)
    band[~known] = len(bands.names)
    codes = band if groups.codes is None else groups.codes.astype(np.int64) * len(names) + band
    labels = tuple((*label, name) for label, name in product(groups.labels, names))
    return replace(sample, groups=Groups(codes, labels))
