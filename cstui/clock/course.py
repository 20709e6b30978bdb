"""A course: a stretch of time that is held against a limit.

It does not know what time it is now, so that what is stored can be derived from it. Instants here
are whole seconds since 1970.
"""

from collections.abc import Iterator

from msgspec import Struct

from cstui.clock.hours import Hours
from cstui.clock.policy import ClockName, Policy
from cstui.domain.facts import Verdict


class Wait(Struct, frozen=True):
    """While a course stands still; so far for good where there is no end."""

    start: int
    end: int | None
    why: str


class Course(Struct, frozen=True):
    """One clock of one round, from its start to its end."""

    clock: ClockName
    round: int
    """1 for the first."""
    started: int
    ended: int | None
    """None while it has not ended."""
    limit: int | None
    """Seconds that it may take; None where nothing is asked."""
    hours: Hours
    """Which seconds count."""
    waits: tuple[Wait, ...] = ()
    """While it stands still, by their starts."""
    opens: int | None = None
    """Before this it is not yet to be ended, and from it on it is warned of; None for at once."""

    @property
    def impossible(self) -> bool:
        """Whether it ends before it starts: somebody wrote down a wrong time."""
        return self.ended is not None and self.ended < self.started

    @property
    def paused(self) -> bool:
        """Whether it stands still, as far as the events tell."""
        return self.ended is None and any(wait.end is None for wait in self.waits)

    def stretches(self, until: int) -> Iterator[tuple[int, int]]:
        """The stretches before an instant on which it did not stand still."""
        at = self.started
        for wait in self.waits:
            if wait.start >= until:
                break
            if at < wait.start:
                yield at, wait.start
            if wait.end is None:
                return
            at = max(at, wait.end)
        if at < until:
            yield at, until

    def used(self, until: int) -> int:
        """Seconds that counted until an instant; negative where that is before the start."""
        if not self.waits or until < self.started:
            return self.hours.between(self.started, until)
        return sum(self.hours.between(start, end) for start, end in self.stretches(until))

    def due(self) -> int | None:
        """The first instant by which the limit is used up.

        None without a limit, and while it stands still with some of the limit left.
        """
        return None if self.limit is None else self._reached(self.limit)

    def warn_from(self, policy: Policy) -> int | None:
        """The first instant at which the policy warns of it; None as for `due`."""
        if self.opens is not None:
            return self.opens
        return None if self.limit is None else self._reached(policy.warn_after(self.limit))

    def _reached(self, seconds: int) -> int | None:
        """The first instant by which so many have counted, as far as it does not stand still."""
        left, at = seconds, self.started
        for wait in self.waits:
            if at < wait.start:
                passed = self.hours.between(at, wait.start)
                if passed > left:
                    break
                left -= passed
            if wait.end is None:
                return None
            at = max(at, wait.end)
        return self.hours.after(at, left)

    def verdict(self) -> Verdict:
        """How it stands, whatever time it is now; a limit is met when not more of it was used."""
        if self.limit is None or self.impossible:
            return Verdict.NONE
        if self.ended is not None:
            return Verdict.MET if self.used(self.ended) <= self.limit else Verdict.BREACHED
        if self.paused:
            return Verdict.PAUSED if self.due() is None else Verdict.BREACHED
        return Verdict.RUNNING
