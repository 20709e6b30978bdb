"""What follows from a ticket's events: its status, rounds, call, owner and outcome."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from cstui.domain import acts
from cstui.domain.ticket import Header


class Status(StrEnum):
    """Where a ticket stands."""

    NEW = "new"
    """Nobody has replied yet."""
    OPEN = "open"
    """Being worked on."""
    WAITING = "waiting"
    """Waits for something outside our hands."""
    RESOLVED = "resolved"
    """Solved; the customer has not been asked yet, or has confirmed it."""
    CLOSED = "closed"
    """Nothing more is to be done."""

    @property
    def is_open(self) -> bool:
        """Whether work is left."""
        return self in (Status.NEW, Status.OPEN, Status.WAITING)


class Span(Struct, frozen=True):
    """From one instant to another; still running where there is no end."""

    start: datetime
    end: datetime | None = None
    why: str = ""


def ended(spans: tuple[Span, ...], at: datetime) -> tuple[Span, ...]:
    """The spans with the running one, if any, ended."""
    if spans and spans[-1].end is None:
        return (*spans[:-1], replace(spans[-1], end=at))
    return spans


class Round(Struct, frozen=True):
    """One go at the problem: from its submission or reopening to its solution."""

    opened: datetime | None
    """None where a sheet does not say when the customer asked."""
    responded: datetime | None = None
    """First reply by a person in this round."""
    resolved: datetime | None = None
    confirmed: datetime | None = None
    """When the customer agreed that it is solved."""
    updates: tuple[datetime, ...] = ()
    """When the customer was told where the work stands."""
    waits: tuple[Span, ...] = ()
    """While the work waited."""
    left: datetime | None = None
    """When no work was left on it: solved, closed or abandoned."""

    @property
    def ended(self) -> datetime | None:
        """When the problem was solved: as the customer confirmed it, else as it was marked."""
        return self.confirmed or self.resolved


class Call(Struct, frozen=True):
    """A telephone call."""

    rang: datetime | None = None
    answered: datetime | None = None
    abandoned: bool = False
    was_answered: bool = False
    """Also true where it is only known that, not when."""
    greeted: datetime | None = None
    identified: bool = False
    confirmed: bool = False
    upset: bool = False
    holds: tuple[Span, ...] = ()
    ended: datetime | None = None
    saved: datetime | None = None

    @property
    def runs(self) -> bool:
        """Whether somebody is on the telephone."""
        return self.was_answered and self.ended is None

    @property
    def on_hold(self) -> bool:
        """Whether the caller waits on hold."""
        return bool(self.holds) and self.holds[-1].end is None


class Pledge(Struct, frozen=True):
    """A promise to the customer, and what became of it."""

    what: str
    until: datetime
    made: datetime
    ended: datetime | None = None
    """When it was kept, or another promise took its place."""
    kept: bool = False


class Loop(Struct, frozen=True):
    """What is done about a customer who was not content, until it is known whether it helped."""

    since: datetime
    """When the customer said so, or when a measure was set without that."""
    words: str = ""
    """What the customer said."""
    started: datetime | None = None
    """When something was begun: a measure, or a new round."""
    measure: acts.MeasureSet | None = None
    measured: datetime | None = None
    """When the measure was set."""
    checked: acts.MeasureChecked | None = None
    """What the check of the measure found; None while it is to come."""
    checked_at: datetime | None = None


class State(Struct, frozen=True):
    """All that follows from a ticket's events."""

    header: Header
    """As corrected."""
    status: Status = Status.NEW
    rounds: tuple[Round, ...] = ()
    call: Call = field(default_factory=Call)
    """The call with which the ticket began."""
    later_calls: tuple[Call, ...] = ()
    """Calls that went on with it."""
    owner: str = ""
    team: str = ""
    assigned: datetime | None = None
    """When the present owner was given it."""
    accepted: datetime | None = None
    transfers: int = 0
    promise: acts.Promised | None = None
    """The promise that still stands."""
    promised: datetime | None = None
    pledges: tuple[Pledge, ...] = ()
    """All promises, in the order in which they were made."""
    helps: tuple[acts.Helped, ...] = ()
    """What others were asked for and have not done yet."""
    longest_wait: datetime | None = None
    """Until when the present wait may last at most."""
    callback: acts.CallbackSet | None = None
    """The call back that is still due."""
    callback_set: datetime | None = None
    rating: acts.Rated | None = None
    rated: datetime | None = None
    loop: Loop | None = None
    """The last time that the customer was not content."""
    duplicate_of: str = ""
    """Number of the ticket in which the work goes on."""
    duplicates: tuple[str, ...] = ()
    """Numbers of the tickets that were closed because they were about the same."""
    solution: str = ""
    cause: str = ""
    measure: str = ""
    explained: tuple[str, ...] = ()
    """What reasons were given for, as `late`."""

    @property
    def opened(self) -> datetime | None:
        """When the customer asked."""
        return self.rounds[0].opened if self.rounds else None

    @property
    def round(self) -> Round:
        """The round that counts now."""
        return self.rounds[-1] if self.rounds else Round(None)

    @property
    def round_rating(self) -> acts.Rated | None:
        """How content the customer was in the round that counts now, where anybody said so."""
        opened, rated = self.round.opened, self.rated
        return self.rating if rated and (opened is None or rated >= opened) else None
