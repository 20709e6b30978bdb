"""What happened to a ticket, gone through once in one plain walk, for the recount of its clocks.

It shares nothing with the program but the names of what can happen.
"""

from dataclasses import dataclass, field
from datetime import datetime

from cstui.domain import acts
from cstui.domain.ticket import Event, Ticket

_LOW = {"five": 3, "hotline": 1, "after_sales": 1}
"""The best score with which a customer is not content, by scale."""
_SOLVED, _CLOSED, _OPEN, _NEW, _WAITS = "resolved", "closed", "open", "new", "waiting"


@dataclass
class Stay:
    """A stretch of time, with what was said of it."""

    start: int
    end: int | None = None
    until: int = 0
    why: str = ""
    kept: bool = False


@dataclass
class Round:
    """One go at the problem."""

    opened: int
    responded: int | None = None
    resolved: int | None = None
    confirmed: int | None = None
    left: int | None = None
    told: list[int] = field(default_factory=list)
    waits: list[Stay] = field(default_factory=list)

    @property
    def ended(self) -> int | None:
        """When it was solved."""
        return self.confirmed or self.resolved


@dataclass
class Call:
    """A call's moments."""

    answered: int | None = None
    greeted: int | None = None
    ended: int | None = None
    saved: int | None = None


@dataclass
class Loop:
    """A customer who was not content."""

    since: int
    words: str = ""
    started: int | None = None
    measure: Stay | None = None


@dataclass
class Told:
    """All that a ticket's events tell."""

    priority: str
    type: str
    about: str
    status: str = _NEW
    rounds: list[Round] = field(default_factory=list)
    calls: list[Call] = field(default_factory=lambda: [Call()])
    assigned: int | None = None
    accepted: int | None = None
    promises: list[Stay] = field(default_factory=list)
    callback: Stay | None = None
    longest: int | None = None
    rated: int | None = None
    loop: Loop | None = None

    @property
    def open(self) -> bool:
        """Whether work is left."""
        return self.status in (_NEW, _OPEN, _WAITS)

    @property
    def waits(self) -> bool:
        """Whether it waits."""
        return self.status == _WAITS


def second(at: datetime) -> int:
    """An instant as seconds since 1970."""
    return round(at.timestamp())


def retold(ticket: Ticket) -> Told:
    """What a ticket's events tell, those left out that were taken back."""
    header, events = ticket.header, _standing(ticket.events)
    about = f"{header.subject} {header.problem.summary} {header.request}"
    told = Told(header.priority, header.category[0], about)
    kinds = (acts.Submitted, acts.Rang, acts.Answered)
    begun = [second(one.at) for kind in kinds for one in events if isinstance(one.act, kind)]
    told.rounds.append(Round(begun[0] if begun else 0))
    for event in events:
        at = second(event.at)
        _call(told, event.act, at)
        _work(told, event.act, at)
        _outcome(told, event.act, at)
        _agreement(told, event.act, at)
        _discontent(told, event.act, at)
    return told


def was_open(ticket: Ticket, number: int) -> bool:
    """Whether work was left on a ticket after so many of its events."""
    return retold(Ticket(ticket.header, ticket.events[:number])).open


def _standing(events: tuple[Event, ...]) -> list[Event]:
    stands = [True] * len(events)
    for place in range(len(events) - 1, -1, -1):
        act = events[place].act
        if stands[place] and isinstance(act, acts.Undone):
            stands[place] = stands[act.position] = False
    return [event for event, stood in zip(events, stands, strict=True) if stood]


def _call(told: Told, act: acts.Act, at: int) -> None:
    if isinstance(act, acts.Rang) and told.calls[0].saved:
        told.calls.append(Call())
    call = told.calls[-1]
    match act:
        case acts.Answered():
            call.answered = at
        case acts.Greeted():
            call.greeted = at
        case acts.Ended():
            call.ended = at
        case acts.Saved():
            call.saved = call.saved or at


def _work(told: Told, act: acts.Act, at: int) -> None:
    now = told.rounds[-1]
    begins = True
    match act:
        case acts.Assigned() | acts.Transferred():
            told.assigned, told.accepted, begins = at, None, False
        case acts.Accepted():
            told.accepted = at
        case acts.Answered() | acts.Responded():
            now.responded = now.responded or at
            now.told.append(at)
        case acts.Progressed() | acts.Talked():
            now.told.append(at)
        case acts.Waiting(why, until):
            _end_wait(now, at)
            now.waits.append(Stay(at, why=why))
            told.status, now.left = _WAITS, None
            told.longest = second(until) if until else None
        case acts.Resumed():
            _end_wait(now, at)
            told.status, now.left = _OPEN, None
        case acts.Corrected("priority", _, new):
            told.priority, begins = new, False
        case acts.Corrected("category", _, new):
            told.type, begins = new.split("/")[0], False
        case _:
            begins = False
    if begins and told.status == _NEW:
        told.status = _OPEN


def _outcome(told: Told, act: acts.Act, at: int) -> None:
    now = told.rounds[-1]
    match act:
        case acts.Resolved():
            now.resolved, told.status = at, _SOLVED
        case acts.ConfirmedByCustomer():
            now.confirmed, told.status = at, _SOLVED
        case acts.Closed() | acts.Abandoned() | acts.ClosedAsDuplicate():
            told.status = _CLOSED
        case acts.Reopened():
            told.rounds.append(Round(at))
            told.status = _OPEN
            return
        case _:
            return
    now.left = now.left or at
    _end_wait(now, at)


def _end_wait(now: Round, at: int) -> None:
    if now.waits and now.waits[-1].end is None:
        now.waits[-1].end = at


def _agreement(told: Told, act: acts.Act, at: int) -> None:
    standing = told.promises[-1] if told.promises and told.promises[-1].end is None else None
    match act:
        case acts.Promised(_, until):
            if standing:
                standing.end = at
            told.promises.append(Stay(at, until=second(until)))
        case acts.Kept() if standing:
            standing.end, standing.kept = at, True
        case acts.CallbackSet(due):
            told.callback = Stay(at, until=second(due))
        case acts.CallbackTried(_, True):
            told.callback = None


def _discontent(told: Told, act: acts.Act, at: int) -> None:
    loop = told.loop
    match act:
        case acts.Rated(scale, scores):
            told.rated, score = at, scores.get("overall", 0)
            if 0 < score <= _LOW[scale]:
                told.loop = Loop(at, f"{act.words} {act.improve} {act.suggestion}")
            elif score and loop and not loop.started:
                told.loop = None
        case acts.Reopened() if loop:
            loop.started = loop.started or at
        case acts.MeasureSet(due=due):
            told.loop = loop = loop or Loop(at)
            loop.started = loop.started or at
            loop.measure = Stay(at, until=second(due))
        case acts.MeasureChecked() if loop and loop.measure:
            loop.measure.end = at
