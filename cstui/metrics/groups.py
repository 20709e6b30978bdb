"""Groups of rows, and sums over each of them."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from cstui.metrics.columns import Columns
from cstui.metrics.dimensions import compact, places
from cstui.metrics.sources import Column, Mask

Counts = NDArray[np.int64]


class Groups(Struct, frozen=True):
    """To which group each row belongs."""

    codes: Column | None
    """For each row, the index of its group; None where all rows are one group."""
    labels: tuple[tuple[str | None, ...], ...]
    """For each group, its label in each dimension."""

    def __len__(self) -> int:
        return len(self.labels)

    def of(self, rows: Mask) -> Column:
        """The groups of some rows."""
        if self.codes is None:
            return np.zeros(np.count_nonzero(rows), np.uint8)
        return np.compress(rows, self.codes)

    def inside(self, group: int) -> Mask:
        """The rows of a group, where there are several."""
        mask: Mask = np.asarray(self.codes == group)
        return mask

    def count(self, rows: Mask) -> Counts:
        """How many of these rows each group has."""
        if self.codes is None:
            return np.array([np.count_nonzero(rows)], np.int64)
        return np.bincount(self.of(rows), minlength=len(self))

    def sum(self, values: Column, rows: Mask) -> Counts:
        """What the values of these rows add up to in each group."""
        sums = np.bincount(self.of(rows), weights=np.compress(rows, values), minlength=len(self))
        return sums.astype(np.int64)


WHOLE = Groups(None, ((),))
"""All rows as one group."""


def grouped(columns: Columns, by: Sequence[str], zone: str) -> Groups:
    """The rows grouped by one dimension or by several crossed; only groups that have a row."""
    codes = np.zeros(len(columns), np.int64)
    labels: list[tuple[str | None, ...]] = [()] if len(columns) else []
    if len(by) == 1:
        found = places(columns, by[0], zone)
        return Groups(found.codes, tuple((label,) for label in found.labels))
    for dimension in by:
        found = places(columns, dimension, zone)
        present, codes = compact(codes.astype(np.int64) * len(found.labels) + found.codes)
        labels = [
            (*labels[cell // len(found.labels)], found.labels[cell % len(found.labels)])
            for cell in present
        ]
    return Groups(codes, tuple(labels))


def ratios(part: Counts, whole: Counts) -> list[float | None]:
    """Part ÷ whole of each group; None where the whole is 0."""
    return [
        above / below if below else None
        for above, below in zip(part.tolist(), whole.tolist(), strict=True)
    ]
