"""The shift handover: gathers what the next shift must know."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from cstui.clock.instants import epoch, from_epoch
from cstui.clock.policy import ClockName
from cstui.domain.errors import NotFound
from cstui.domain.fold import fold
from cstui.domain.listing import Listing
from cstui.domain.masking import masked_name, masked_phone
from cstui.domain.state import State, Status
from cstui.ports import View
from cstui.reports.brief import Brief, Matter, Section, Topic
from cstui.services.desk import AtDesk

_PAGE = 2000
_AHEAD = timedelta(hours=24)
"""Promises and calls back due within it are told: no shift begins later."""
_LONG_WAIT = timedelta(days=2)
"""A wait for which nobody named an end is long from here on."""
_ASKED_FOR_WAITS = 200
"""So many waiting tickets, the oldest, are read whole to see since when they wait."""
_TOLD_ELSEWHERE = (ClockName.PROMISE, ClockName.CALLBACK, ClockName.FOLLOW_UP)
"""Clocks with a topic of their own."""
LINES = 5
"""How many tickets of each topic are told, unless more are asked for."""


class Briefing(AtDesk):
    """Hands a shift over."""

    def brief(self, team: str = "", *, mine: bool = False, lines: int = LINES) -> Brief:
        """What the next shift must know.

        A ticket stands under every topic that it belongs to. Only those that are told are read
        whole, and of those that wait the oldest.

        Args:
            team: only tickets of this team, and those of nobody at all.
            mine: only tickets of whoever is at the desk.
            lines: how many tickets of each topic are told.

        Raises:
            NotFound: `unknown_team`, when nobody and nothing is of that team.
        """
        now = self.now()
        everything = list(self._open())
        if team:
            self._check_team(team, everything)
        chosen = [one for one in everything if self._is_asked_for(one, team, mine)]
        at = epoch(now)
        ahead = at + int(_AHEAD.total_seconds())
        topics = {
            Topic.PROMISES: _due(chosen, ClockName.PROMISE, ahead),
            Topic.CALLBACKS: sorted(
                (one for one in chosen if one.callback is not None and one.callback <= ahead),
                key=lambda one: one.callback or 0,
            ),
            Topic.LATE: [one for one in _elsewhere(chosen) if _due_of(one) < at],
            Topic.SOON: [one for one in _elsewhere(chosen) if _is_soon(one, at)],
            Topic.UNASSIGNED: [one for one in chosen if not one.owner],
            Topic.WAITING: self._waiting(chosen, now),
            Topic.LOW: _due(chosen, ClockName.FOLLOW_UP),
        }
        sections = tuple(
            Section(topic, len(found), tuple(self._matters(topic, found[:lines])))
            for topic, found in topics.items()
            if found
        )
        return Brief(now, len(chosen), sections, team, mine)

    def _open(self) -> Iterator[Listing]:
        """All tickets on which work is left, what is due first first."""
        first, total = 0, 1
        while first < total:
            page = self._desk.store.page(View(), first, _PAGE)
            yield from page.listings
            first, total = first + _PAGE, page.total

    def _check_team(self, team: str, found: Iterable[Listing]) -> None:
        known = {one.team for one in self.settings.people.values()} | {one.team for one in found}
        if team not in known:
            raise NotFound("unknown_team", name=team, known=", ".join(sorted(known - {""})))

    def _is_asked_for(self, one: Listing, team: str, mine: bool) -> bool:
        if mine and one.owner != self.me.login:
            return False
        return not team or one.team == team or not (one.team or one.owner)

    def _waiting(self, chosen: Iterable[Listing], now: datetime) -> list[Listing]:
        """Those that have waited for long, the longest first."""
        waiting = [one for one in chosen if one.status == Status.WAITING]
        waiting.sort(key=lambda one: one.opened or 0)
        since = {one.id: _waits_since(self._state(one)) for one in waiting[:_ASKED_FOR_WAITS]}
        long = [one for one in waiting if (began := since.get(one.id)) and now - began > _LONG_WAIT]
        return sorted(long, key=lambda one: since[one.id] or now)

    def _state(self, one: Listing) -> State:
        return fold(self._desk.store.ticket_at(one.id))

    def _matters(self, topic: Topic, found: Iterable[Listing]) -> Iterator[Matter]:
        """What is told of tickets."""
        for one in found:
            state = self._state(one)
            at, what = _TELLERS[topic](one, state)
            yield Matter(
                number=one.number,
                customer=masked_name(one.customer) or masked_phone(one.phone),
                what=what or one.subject,
                owner=self._desk.rules.person(one.owner).shown if one.owner else one.team,
                at=from_epoch(at, self._desk.rules.zone) if at else None,
                clock=one.due_clock if topic in (Topic.LATE, Topic.SOON) else "",
            )


def _due(chosen: Iterable[Listing], clock: ClockName, until: int | None = None) -> list[Listing]:
    """Tickets of which a clock is due next, until a moment if one is given."""
    return [
        one for one in chosen if one.due_clock == clock and (until is None or _due_of(one) <= until)
    ]


def _elsewhere(chosen: Iterable[Listing]) -> Iterator[Listing]:
    """Tickets with something due that has no topic of its own."""
    return (one for one in chosen if one.due is not None and one.due_clock not in _TOLD_ELSEWHERE)


def _is_soon(one: Listing, now: int) -> bool:
    return one.warn is not None and one.warn <= now <= _due_of(one)


def _due_of(one: Listing) -> int:
    return one.due or 0


def _waits_since(state: State) -> datetime | None:
    waits = state.round.waits
    return waits[-1].start if waits and waits[-1].end is None else None


_Told = tuple[int | None, str]


def _promise(one: Listing, state: State) -> _Told:
    return one.due, state.promise.what if state.promise else ""


def _callback(one: Listing, state: State) -> _Told:
    return one.callback, state.callback.about if state.callback else ""


def _wait(one: Listing, state: State) -> _Told:
    since, waits = _waits_since(state), state.round.waits
    return (epoch(since) if since else None), waits[-1].why if waits else ""


def _low(one: Listing, state: State) -> _Told:
    return one.due, state.loop.words.strip() if state.loop else ""


def _as_it_is(one: Listing, state: State) -> _Told:
    """What the ticket is about; of a measure to be checked, the measure."""
    to_check = one.due_clock == ClockName.MEASURE and state.loop and state.loop.measure
    return one.due, to_check.measure if to_check else ""


_TELLERS: dict[Topic, Callable[[Listing, State], _Told]] = {
    Topic.PROMISES: _promise,
    Topic.CALLBACKS: _callback,
    Topic.LATE: _as_it_is,
    Topic.SOON: _as_it_is,
    Topic.UNASSIGNED: _as_it_is,
    Topic.WAITING: _wait,
    Topic.LOW: _low,
}
"""When something is due and what it is, by topic."""
