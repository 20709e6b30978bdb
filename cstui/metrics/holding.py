"""How long tickets were with whom."""

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from cstui.domain.facts import MomentKind
from cstui.metrics.clocks import picked
from cstui.metrics.dimensions import compact
from cstui.metrics.groups import Groups
from cstui.metrics.measures import Lasting
from cstui.metrics.metric import Reading, Sample
from cstui.metrics.sources import Column, Mask


class _Stays(Struct, frozen=True):
    """How long each ticket was with each of its holders, one an item."""

    at: Column
    """The round on which the item stands."""
    holder: Column
    """Number of the holder's word."""
    seconds: Column


def time_per_holder(sample: Sample) -> Lasting:
    """TPH: the sum of a ticket's stays with one holder, of those that ended in the period."""
    return _measure(*_stays(sample))


def by_holder(sample: Sample) -> tuple[tuple[str, ...], list[Reading]]:
    """TPH of each holder: an agent, else a team."""
    sound, odd = _stays(sample)
    holders, codes = compact(np.concatenate((sound.holder, odd.holder)).astype(np.int64))
    names = tuple(sample.moments.words[number] for number in holders)
    groups = Groups(codes, tuple((name,) for name in names))
    return names, replace(_measure(sound, odd), at=None).read(groups)


def _measure(sound: _Stays, odd: _Stays) -> Lasting:
    counted = np.arange(len(sound.at) + len(odd.at)) < len(sound.at)
    return Lasting(
        counted,
        excluded=~counted,
        at=np.concatenate((sound.at, odd.at)),
        seconds=sound.seconds,
    )


def _stays(sample: Sample) -> tuple[_Stays, _Stays]:
    """Those that ended in the period, added up, and those that ended before they began."""
    found = picked(sample.columns, sample.moments, MomentKind.STAY, sample.window)
    start, end = found.clocks.began, found.clocks.stopped
    ended = (end != 0) & sample.window.covers(end)
    # without meaning where it ended before it began, which is left out
    seconds = end - start

    def those(items: Mask) -> _Stays:
        return _Stays(found.at[items], found.word[items], seconds[items])

    return _added_up(those(ended & (end >= start))), those(ended & (end < start))


def _added_up(stays: _Stays) -> _Stays:
    """One item for each ticket and holder; only tickets with several stays need a look."""
    several = np.bincount(stays.at)[stays.at] > 1
    if not several.any():
        return stays
    width = int(stays.holder.max()) + 1
    own = stays.at[several].astype(np.int64)
    pairs, codes = np.unique(own * width + stays.holder[several], return_inverse=True)
    sums = np.bincount(codes, weights=stays.seconds[several]).astype(np.uint32)
    return _Stays(
        np.concatenate((stays.at[~several], (pairs // width).astype(np.int32))),
        np.concatenate((stays.holder[~several], (pairs % width).astype(np.uint32))),
        np.concatenate((stays.seconds[~several], sums)),
    )
