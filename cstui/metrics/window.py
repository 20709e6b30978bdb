"""The stretch of time that figures are about, in seconds since 1970."""

import numpy as np
from msgspec import Struct

from cstui.metrics.sources import Column, Mask

_AFTER_ALL = 2**32
"""Later than any instant of the facts."""


class Window(Struct, frozen=True):
    """A period and the moment up to which it is known.

    Nothing that a closed period tells depends on the present: what happened after its end is
    looked at as if it had not happened yet.
    """

    start: int
    end: int
    """First second after the period."""
    now: int
    everything: bool = False
    """True when every ticket counts, also those whose submission is unknown."""

    @classmethod
    def between(cls, start: int | None, end: int | None, now: int) -> "Window":
        """From one instant up to another, which is outside; None where it has no such side."""
        return cls(
            1 if start is None else start,
            _AFTER_ALL if end is None else end,
            now,
            everything=start is None and end is None,
        )

    @property
    def as_of(self) -> int:
        """The moment at which work left and clocks running are looked at."""
        return min(self.now, self.end)

    @property
    def _last(self) -> int:
        """The last second that is looked at: the present one still counts, the end does not."""
        return min(self.now, self.end - 1)

    def covers(self, instants: Column) -> Mask:
        """Which instants belong to the period."""
        if self.everything:
            return np.ones(len(instants), np.bool_)
        mask: Mask = (instants >= max(self.start, 1)) & (instants < self.end)
        return mask

    def begun(self, instants: Column) -> Mask:
        """Which of these beginnings had come by the end; an unknown one only if all count."""
        mask: Mask = instants <= self._last
        return mask if self.everything else mask & (instants != 0)

    def left(self, endings: Column) -> Mask:
        """Which of these had not ended at `as_of`."""
        mask: Mask = (endings == 0) | (endings > self._last)
        return mask

    def pending(self, instants: Column) -> Mask:
        """Which of these endings had not come by the end of the period."""
        mask: Mask = (instants == 0) | (instants >= self.end)
        return mask

    def until(self, endings: Column) -> Column:
        """How long something lasted inside the period: to its ending, else to `as_of`."""
        return np.where(self.pending(endings), self.as_of, endings)
