"""Kinds of measures: counts, shares, durations and scores of items.

An item is a round, or something that a ticket can have several of and that stands on a round.
"""

from typing import Self

import numpy as np
from msgspec import Struct
from msgspec.structs import asdict, force_setattr, replace

from cstui.metrics.durations import spread_of
from cstui.metrics.groups import Groups, ratios
from cstui.metrics.metric import Reading
from cstui.metrics.sources import Column, Mask, Places


class _Items(Struct, frozen=True):
    """Which items count."""

    counted: Mask
    excluded: Mask | None = None
    """Items that were left out; None where there are none."""
    at: Places | None = None
    """The round on which each item stands; None where the items are the rounds themselves."""

    def __post_init__(self) -> None:
        """Holds no room for those that were left out where none was, as it is mostly."""
        if self.excluded is not None and not self.excluded.any():
            force_setattr(self, "excluded", None)

    def rows(self, length: int) -> Mask:
        """The rounds that count."""
        return self._on(self.counted, length)

    def part_rows(self, length: int) -> Mask:
        """The rounds that count."""
        return self.rows(length)

    def rest_rows(self, length: int) -> Mask:
        """The rounds that count."""
        return self.rows(length)

    def excluded_rows(self, length: int) -> Mask:
        """The rounds that were left out."""
        if self.excluded is None:
            return np.zeros(length, np.bool_)
        return self._on(self.excluded, length)

    def _on(self, items: Mask, length: int) -> Mask:
        if self.at is None:
            return items
        rows = np.zeros(length, np.bool_)
        rows[np.compress(items, self.at)] = True
        return rows

    def _grouped(self, groups: Groups) -> Groups:
        """The groups of the items."""
        if self.at is None or groups.codes is None:
            return groups
        return Groups(groups.codes[self.at], groups.labels)

    def _left_out(self, groups: Groups) -> list[int]:
        if self.excluded is None:
            return [0] * len(groups)
        counts: list[int] = groups.count(self.excluded).tolist()
        return counts


class Count(_Items, frozen=True):
    """How many items there are."""

    def read(self, groups: Groups) -> list[Reading]:
        """The count of each group; 0 where there is none."""
        items = self._grouped(groups)
        counts = items.count(self.counted).tolist()
        left_out = self._left_out(items)
        return [
            Reading(value=count, n=count, excluded=out)
            for count, out in zip(counts, left_out, strict=True)
        ]


class Share(_Items, frozen=True, kw_only=True):
    """How many of the items have something."""

    part: Mask
    """Those that have it, all of them counted."""
    running: Mask | None = None
    """Of clocks: those that have not ended, none of them counted."""

    def of(self, rows: Places) -> Self:
        """The same of some of the rounds, where the items are the rounds themselves."""
        told = {name: masks[rows] for name, masks in asdict(self).items() if masks is not None}
        return replace(self, **told)

    def part_rows(self, length: int) -> Mask:
        """The rounds of the part."""
        return self._on(self.part, length)

    def rest_rows(self, length: int) -> Mask:
        """The rounds with an item that is not of the part."""
        return self._on(self.counted & ~self.part, length)

    def read(self, groups: Groups) -> list[Reading]:
        """Part ÷ whole of each group."""
        items = self._grouped(groups)
        part, whole = items.count(self.part), items.count(self.counted)
        running: list[int | None] = [None] * len(groups)
        if self.running is not None:
            running = items.count(self.running).tolist()
        told = zip(
            ratios(part, whole), whole.tolist(), part.tolist(), self._left_out(items), running,
            strict=True,
        )  # fmt: skip
        return [Reading(*each) for each in told]


class Lasting(_Items, frozen=True, kw_only=True):
    """How long the items lasted."""

    seconds: Column
    """Of those that count, in their order: whole seconds, below 2³²."""

    def read(self, groups: Groups) -> list[Reading]:
        """Mean and spread of each group."""
        items = self._grouped(groups)
        spreads = spread_of(self.seconds, items.of(self.counted), len(groups))
        told = zip(spreads, self._left_out(items), strict=True)
        return [
            Reading(value=spread["mean"], n=spread["n"], excluded=out, spread=spread)
            for spread, out in told
        ]


class Scores(_Items, frozen=True, kw_only=True):
    """What scores the items have."""

    points: Column
    """Small whole numbers; without meaning where the item does not count."""

    def read(self, groups: Groups) -> list[Reading]:
        """The mean of each group."""
        items = self._grouped(groups)
        sums, counts = items.sum(self.points, self.counted), items.count(self.counted)
        told = zip(ratios(sums, counts), counts.tolist(), self._left_out(items), strict=True)
        return [Reading(value=mean, n=n, excluded=out) for mean, n, out in told]
