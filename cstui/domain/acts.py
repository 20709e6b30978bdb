"""What can happen to a ticket: one small value for each kind of event.

The name of a kind is its class name in snake case (`ConfirmedByCustomer` is
`confirmed_by_customer`); `KINDS` maps the one to the other. A new kind of event is a new class
here and nothing else: the store writes and reads any of them by its fields.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from cstui.domain.call_acts import (
    Abandoned,
    Answered,
    Confirmed,
    Ended,
    Greeted,
    Held,
    Identified,
    Rang,
    ResumedTalk,
    Saved,
    Submitted,
    Upset,
)
from cstui.domain.rating_acts import (
    OVERALL,
    MeasureChecked,
    MeasureSet,
    Provenance,
    Rated,
    Scale,
)

__all__ = [
    "KINDS", "OVERALL", "Abandoned", "Accepted", "Act", "Answered", "Assigned", "CallbackSet",
    "CallbackTried", "Caused", "Closed", "ClosedAsDuplicate", "Confirmed", "ConfirmedByCustomer",
    "Corrected", "Ended", "Explained", "Greeted", "HasDuplicate", "Held", "Helped", "Identified",
    "Kept", "MeasureChecked", "MeasureSet", "Noted", "Progressed", "Promised", "Provenance",
    "Quoted", "Rang", "Rated", "Reopened", "Resolved", "Responded", "Resumed", "ResumedTalk",
    "Saved", "Scale", "Submitted", "Talked", "Transferred", "Undone", "Upset", "Waiting",
    "kind_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Assigned:
    """The ticket was given to somebody."""

    to: str
    """Login or name of the new owner; empty when only the team is known."""
    team: str = ""
    """Team of the new owner."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The owner took the ticket on."""


@dataclass(frozen=True, slots=True)
class Responded:
    """The customer had a reply."""

    way: str = ""
    """How: called back, message, visit."""
    result: str = ""
    """What came of it."""
    automatic: bool = False
    """A machine's reply, which never counts as a first response."""


@dataclass(frozen=True, slots=True)
class Progressed:
    """A step towards the solution; also tells the customer where the work stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Talked:
    """A talk with the customer on the way."""

    content: str
    reaction: str = ""
    """How the customer took it."""
    next_action: str = ""
    """What was agreed to happen next."""


@dataclass(frozen=True, slots=True)
class Helped:
    """Another department was asked for help, or gave it."""

    whom: str
    result: str = ""
    """What they did; empty while they are still being waited for."""
    asked: str = ""
    """What they were asked for."""


@dataclass(frozen=True, slots=True)
class Transferred:
    """The ticket went from one holder to another."""

    to: str
    """Login of the new holder; empty where a whole team takes over."""
    why: str = ""
    team: str = ""
    """Team of the new holder."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The work waits for something outside our hands."""

    why: str
    until: datetime | None = None
    """The longest that it may wait; None where nobody said."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """The waiting is over."""


@dataclass(frozen=True, slots=True)
class Promised:
    """The customer was promised something."""

    what: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """The standing promise was kept."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """An article of the knowledge base was quoted to the customer."""

    article: str
    """Its title."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The problem was marked solved."""

    solution: str


@dataclass(frozen=True, slots=True)
class ConfirmedByCustomer:
    """The customer agreed that the problem is solved."""


@dataclass(frozen=True, slots=True)
class Reopened:
    """The problem is not solved after all: a new round begins."""

    why: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """Nothing more is to be done."""

    why: str = ""


@dataclass(frozen=True, slots=True)
class ClosedAsDuplicate:
    """Another ticket is about the same, and the work goes on there."""

    of: str
    """The other's number."""


@dataclass(frozen=True, slots=True)
class HasDuplicate:
    """Another ticket was closed because it was about the same as this one."""

    number: str
    """The other's number."""


@dataclass(frozen=True, slots=True)
class CallbackSet:
    """The customer is to be called back."""

    due: datetime
    about: str = ""


@dataclass(frozen=True, slots=True)
class CallbackTried:
    """A call back was tried."""

    result: str
    reached: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """A reason was given for a late answer or an anomaly."""

    what: str
    """`late` or `anomalous`."""
    why: str


@dataclass(frozen=True, slots=True)
class Caused:
    """The root cause was found."""

    cause: str
    measure: str = ""
    """What will keep it from happening again."""
    whys: tuple[str, ...] = ()
    """The chain of whys that led to the cause."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A value of the header was corrected; the old one stays readable here."""

    field: str
    """Dotted name of the field, as `customer.name`."""
    old: str
    new: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """A remark."""

    text: str


@dataclass(frozen=True, slots=True)
class Undone:
    """An earlier event is taken back, as if it had not happened."""

    position: int
    """Its place among the ticket's events, from 0."""


Act = (
    Submitted | Rang | Answered | Abandoned | Greeted | Identified | Confirmed | Held
    | ResumedTalk | Upset | Ended | Saved | Assigned | Accepted | Responded | Progressed
    | Talked | Helped | Transferred | Waiting | Resumed | Promised | Kept | Quoted | Resolved
    | ConfirmedByCustomer | Reopened | Closed | ClosedAsDuplicate | HasDuplicate | Rated
    | MeasureSet | MeasureChecked | CallbackSet | CallbackTried | Explained | Caused
    | Corrected | Noted | Undone
)  # fmt: skip

KINDS: dict[str, type[Act]] = {
    re.sub(r"(?<!^)([A-Z])", r"_\1", act.__name__).lower(): act for act in get_args(Act)
}
_KIND_OF: dict[type[Act], str] = {act: kind for kind, act in KINDS.items()}


def kind_of(act: Act) -> str:
    """The name of an act's kind, under which it is stored and shown."""
    return _KIND_OF[type(act)]
