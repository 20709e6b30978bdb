"""Clocks counted once more, second by second, from the events alone.

It shares nothing with the program but the limits' definitions and the names of the clocks. Slow,
and meant to be read.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from cstui.domain.ticket import Ticket
from tests.bench.hours import DAY, Hours
from tests.bench.retelling import Round, Stay, Told, retold

SLOW = "太慢"
"""The only word by which anybody complains of slowness here."""

_UNITS = {"s": 1, "min": 60, "h": 3600, "d": DAY}
_IN_ANY_POLICY = {"follow_up": "48 h", "slowness": "24 h"}


class Count(Struct, frozen=True):
    """How a clock stands; instants are seconds since 1970."""

    clock: str
    round: int
    started: int
    ended: int | None
    limit: int | None
    used: int
    stand: str
    due: int | None


class Recount(Struct, frozen=True):
    """Counts the clocks of tickets."""

    policies: Mapping[str, Mapping[str, Any]]
    """The definition of each form's limits, as a setting tells it."""
    words: Mapping[str, str]
    """Levels by the words for them."""
    hours: Hours
    now: int

    def clocks(self, ticket: Ticket) -> list[Count]:
        """All clocks of a ticket; of a round's updates the open one, else the longest."""
        told = retold(ticket)
        policy = self.policies[ticket.header.form]
        level = self.words.get(told.priority, "normal")
        limits = {
            clock: _seconds(written[level] if isinstance(written, Mapping) else written)
            for clock, written in {**_IN_ANY_POLICY, **policy["limits"]}.items()
            if not isinstance(written, Mapping) or level in written
        }
        return list(_Counter(told, policy, limits, self).all())


class _Counter(Struct, frozen=True):
    """Counts the clocks of one ticket."""

    told: Told
    policy: Mapping[str, Any]
    limits: Mapping[str, int]
    by: Recount

    def all(self) -> Iterator[Count]:
        rounds = self.told.rounds
        for number, one in enumerate(rounds, 1):
            following = rounds[number].opened if number < len(rounds) else None
            gone = (one.left or following) if following else self._gone
            yield from self._round(number, one, gone)
        yield from self._holder()
        yield from self._call()
        yield from self._revisit()
        yield from self._agreed()
        yield from self._discontent()

    @property
    def _gone(self) -> int | None:
        """When the ticket was left without work."""
        return None if self.told.open else self.told.rounds[-1].left

    @property
    def _last(self) -> int:
        return len(self.told.rounds)

    def _round(self, number: int, one: Round, gone: int | None) -> Iterator[Count]:
        if one.responded or not one.ended:
            yield from self._count("first_response", number, one.opened, one.responded, gone)
        yield from self._updates(number, one, gone)
        yield from self._count("resolution", number, one.opened, one.ended, gone, one.waits)

    def _updates(self, number: int, one: Round, gone: int | None) -> Iterator[Count]:
        if "update" not in self.limits:
            return
        end = one.resolved or one.confirmed
        told = sorted(at for at in one.told if end is None or at <= end)
        found = [
            count
            for at, following in zip(told, [*told[1:], None], strict=False)
            for count in self._count("update", number, at, following, end or gone, one.waits)
        ]
        if found:
            yield max(found, key=lambda count: (count.ended is None, count.used))

    def _holder(self) -> Iterator[Count]:
        if "accept" in self.limits and self.told.assigned:
            told = self.told
            yield from self._count("accept", self._last, told.assigned, told.accepted, self._gone)

    def _call(self) -> Iterator[Count]:
        call = self.told.calls[0]
        if "greeting" in self.limits and call.answered:
            over = call.ended or call.saved
            yield from self._count("greeting", 1, call.answered, call.greeted, over)
        if call.ended:
            yield from self._count("wrap_up", 1, call.ended, call.saved)

    def _revisit(self) -> Iterator[Count]:
        told, now = self.told, self.told.rounds[-1]
        solved = now.resolved or now.confirmed
        rated = told.rated if told.rated and told.rated >= now.opened else None
        if "revisit" not in self.limits or not solved or (rated and rated < solved):
            return
        if rated or told.status == "resolved":
            yield from self._count("revisit", self._last, solved, rated)

    def _agreed(self) -> Iterator[Count]:
        told, closed = self.told, self.told.status == "closed"
        for one in told.promises:
            end = one.end or (told.rounds[-1].left if closed else None)
            if one.kept or not end or end > one.until:
                yield self._until("promise", one, end)
        if told.callback and not closed:
            yield self._until("callback", told.callback, None)
        if told.waits and told.longest:
            since = told.rounds[-1].waits[-1].start
            yield self._until("wait", Stay(since, until=told.longest), None)

    def _discontent(self) -> Iterator[Count]:
        told, loop = self.told, self.told.loop
        if "投诉" in told.type and SLOW in told.about:
            first = told.calls[0].answered
            later = [at for one in told.rounds for at in one.told if at != first]
            opened, contacted = told.rounds[0].opened, min(later, default=None)
            yield from self._count(
                "follow_up", 1, opened, contacted, self._gone, limited_as="slowness"
            )
        if loop is None:
            return
        as_what = "slowness" if SLOW in loop.words else "follow_up"
        yield from self._count(
            "follow_up", self._last, loop.since, loop.started, limited_as=as_what
        )
        if loop.measure:
            yield self._until("measure", loop.measure, loop.measure.end)

    def _count(
        self, clock: str, number: int, start: int | None, reached: int | None,
        gone: int | None = None, waits: Sequence[Stay] = (), limited_as: str = "",
    ) -> Iterator[Count]:  # fmt: skip
        """A clock of the policy; one that was given up is there only if it was late by then."""
        assert start is not None, "a clock has a start"
        business = self.policy["hours"] == "business" and clock not in ("greeting", "wrap_up")
        end, stops = reached or gone, clock in self.policy["pauses"]
        standing = [
            wait
            for wait in waits
            if stops and self._pauses(wait.why) and (not end or wait.start < end)
        ]
        limit = self.limits.get(limited_as or clock)
        count = self._stand(clock, number, start, end, limit, business, standing)
        if reached or not gone or count.stand == "breached":
            yield count

    def _until(self, clock: str, one: Stay, end: int | None) -> Count:
        limit = one.until - one.start
        return self._stand(clock, self._last, one.start, end, limit, False, ())

    def _stand(
        self, clock: str, number: int, start: int, end: int | None, limit: int | None,
        business: bool, waits: Sequence[Stay],
    ) -> Count:  # fmt: skip
        hours = self.by.hours
        used = hours.used(start, self.by.now if end is None else end, business, waits)
        if end is not None and end < start:
            stand = "impossible"
        elif limit is not None and used > limit:
            stand = "breached"
        elif end is not None:
            stand = "done" if limit is None else "met"
        else:
            stand = "paused" if any(wait.end is None for wait in waits) else "running"
        due = None if limit is None else hours.due(start, limit, business, waits)
        return Count(clock, number, start, end, limit, used, stand, due)

    def _pauses(self, why: str) -> bool:
        return any(word in why for word in self.policy["pausing_waits"])


def _seconds(written: str) -> int:
    number, unit = written.split()
    return int(number) * _UNITS[unit]
