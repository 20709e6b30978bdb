"""Histogram bins."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstui.metrics.bins import MOST, binned, bins
from cstui.metrics.durations import ended_in, first_response
from cstui.metrics.groups import grouped
from cstui.metrics.values import Bins
from tests.fixtures.facts import EVERYTHING, ZONE, columns, days, response_log, ticket, window


def of(*seconds: int, threshold: int | None = None) -> Bins:
    """The bins of first responses after so many seconds."""
    log = columns(*(ticket(1, responded=1 + second) for second in seconds))
    return bins(ended_in(first_response(log), EVERYTHING), threshold)


@given(st.lists(st.integers(0, 2**32 - 3), min_size=1, max_size=50), st.none() | st.just(1800))
def test_every_duration_is_in_one_bin(seconds: list[int], threshold: int | None) -> None:
    """Bins and tail together hold everything, and the last bin's edge parts them."""
    binned = of(*seconds, threshold=threshold)
    assert binned.n == len(seconds)
    assert binned.beyond == sum(second > binned.upper_s for second in seconds)
    edges = [place * binned.width_s for place in range(len(binned.counts) + 1)]
    for place, (lower, upper) in enumerate(pairwise(edges)):
        inside = [s for s in seconds if lower < s <= upper or (s == 0 and place == 0)]
        assert binned.counts[place] == len(inside)
    assert 1 <= len(binned.counts) <= MOST


def test_a_bin_holds_its_upper_edge() -> None:
    """Exactly at the limit is in time, so it stands at the limit's left."""
    assert of(60, 61, 16 * 60).counts[:2] == (1, 1)


def test_the_long_tail_is_gathered() -> None:
    """One ticket that took a year does not squeeze all others into one bin."""
    binned = of(*range(60, 960, 60), *[120] * 30, 365 * 86_400)
    assert (binned.width_s, binned.beyond, binned.longest_s) == (60, 1, 365 * 86_400)


def test_the_threshold_comes_into_sight() -> None:
    """The scale reaches the threshold where that does not squeeze the bars."""
    assert of(1000, 1200, threshold=1800).upper_s >= 1800
    assert of(10, 12, threshold=1800).upper_s < 1800


@pytest.mark.parametrize("seconds", [0, 1])
def test_the_shortest_durations(seconds: int) -> None:
    """A reply at once fills one bin of a second."""
    assert of(seconds) == Bins(1, (1,), 0, seconds)


def test_nothing_gives_no_bins() -> None:
    """Without durations there is nothing to sort, and the limit stays known."""
    assert of(threshold=1800) == Bins(60, (), 0, None, 1800)


def test_only_durations_of_the_period() -> None:
    """Bins hold what the figures beside them count."""
    log = first_response(columns(*response_log()))
    assert [bins(ended_in(log, window(days(day, day)))).n for day in (1, 2)] == [3, 0]


@given(st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from("abc")), min_size=1, max_size=40))
def test_groups_share_the_bins_of_all(waits: list[tuple[int, str]]) -> None:
    """Bin by bin the groups add up to the histogram of all, and beyond it."""
    log = columns(*(ticket(1, words={"channel": name}, responded=1 + wait) for wait, name in waits))
    found = ended_in(first_response(log), EVERYTHING)
    whole = bins(found)
    groups = grouped(log, ["channel"], ZONE)
    assert groups.codes is not None
    parts = binned(found, groups.codes, len(groups), whole)
    sums = [sum(each) for each in zip(*parts, strict=True)]
    assert sums == [*whole.counts, whole.beyond]
