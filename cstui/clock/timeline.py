"""A timeline: working spans in order, with how much of them has passed before each.

It answers "how many working seconds" by two binary searches, however long the stretch.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from msgspec import Struct

Span = tuple[int, int]
"""First second, and first second after it, since 1970."""


class Timeline(Struct, frozen=True):
    """Working spans of some whole years."""

    first_year: int
    last_year: int
    start: int
    """The first second of the first year."""
    end: int
    """The first second after the last year."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    before: tuple[int, ...]
    """Working seconds before each span."""

    @classmethod
    def of(cls, years: tuple[int, int], reach: Span, spans: Iterable[Span]) -> "Timeline":
        """A timeline of the spans, which are in order and apart."""
        kept = tuple(spans)
        passed = accumulate((end - start for start, end in kept), initial=0)
        starts = tuple(start for start, _ in kept)
        ends = tuple(end for _, end in kept)
        return cls(*years, *reach, starts, ends, tuple(passed)[: len(kept)])

    def passed(self, at: int) -> int:
        """Working seconds from the start of the timeline to an instant on it."""
        place = bisect_right(self.starts, at) - 1
        if place < 0:
            return 0
        return self.before[place] + min(at, self.ends[place]) - self.starts[place]

    def reached(self, seconds: int) -> int | None:
        """The first instant by which that many have passed; None when the timeline is too short.

        Args:
            seconds: working seconds from the start of the timeline, more than 0.
        """
        place = bisect_left(self.before, seconds) - 1
        if place < 0:
            return None
        at = self.starts[place] + seconds - self.before[place]
        return at if at <= self.ends[place] else None
