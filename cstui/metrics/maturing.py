"""What can be told only some time after it happened, as whether a customer came back."""

from typing import Self

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from cstui.metrics.sources import Column, Mask
from cstui.metrics.window import Window


class Maturing(Struct, frozen=True):
    """Something of each row that is told when a time after it is over.

    It counts in the period in which that time ends, so that every one counts once, and a closed
    period need not wait.
    """

    at: NDArray[np.int64]
    """When that time ends; without meaning where nothing happened."""
    over: Mask
    """Rows whose time ended in the period."""
    young: Mask
    """Rows in which it happened in the period, whose time is not over by its end."""

    @classmethod
    def of(cls, happened: Column, after_s: int, window: Window) -> Self:
        """What is told so many seconds after it happened; 0 where it has not."""
        has = happened != 0
        at = happened.astype(np.int64) + after_s
        over = has & (at <= window.as_of) & window.covers(at)
        return cls(at, over, has & ~over & window.covers(happened) & window.begun(happened))
