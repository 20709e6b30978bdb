"""What can happen to a ticket: one small value for each kind of event.

The name of a kind is its class name in snake case (`ConfirmedByCustomer` is
`confirmed_by_customer`); `KINDS` maps the one to the other. A new kind of event is a new class
here and nothing else: the store writes and reads any of them by its fields.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import get_args

OVERALL = "overall"
"""The dimension of a rating that a single figure means."""


class Provenance(StrEnum):
    """Who said how content the customer was."""

    CUSTOMER = "customer"
    ESTIMATE = "estimate"
    UNANSWERED = "unanswered"


class Scale(StrEnum):
    """The scale on which a rating was given; it is kept, never converted into another."""

    FIVE = "five"
    """1 to 5."""
    HOTLINE = "hotline"
    """满意 3, 一般 2, 不满意 1."""
    AFTER_SALES = "after_sales"
    """满意 3, 基本满意 2, 不满意 1."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """The customer's request reached us (a ticket that did not begin as a live call)."""


@dataclass(frozen=True, slots=True)
class Rang:
    """The telephone rang."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An agent picked up."""

    known: bool = True
    """False where a sheet says that the call was answered, but not when."""


@dataclass(frozen=True, slots=True)
class Abandoned:
    """The caller hung up before anybody answered."""


@dataclass(frozen=True, slots=True)
class Greeted:
    """The standard greeting was said."""


@dataclass(frozen=True, slots=True)
class Identified:
    """The caller is known now."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The caller agreed that we repeated the problem rightly."""


@dataclass(frozen=True, slots=True)
class Held:
    """The caller was put on hold."""


@dataclass(frozen=True, slots=True)
class ResumedTalk:
    """The caller was taken off hold."""


@dataclass(frozen=True, slots=True)
class Upset:
    """The caller is upset and is calmed first."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The call ended."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The record was saved; wrap-up ends here."""


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


@dataclass(frozen=True, slots=True)
class Transferred:
    """The ticket went from one holder to another."""

    to: str
    why: str = ""
    team: str = ""
    """Team of the new holder."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The work waits for something outside our hands."""

    why: str


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
class Rated:
    """How content the customer was."""

    scale: Scale
    scores: Mapping[str, int] = field(default_factory=dict)
    """Score by dimension, as `OVERALL`."""
    words: str = ""
    """The customer's own words."""
    provenance: Provenance = Provenance.CUSTOMER


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
    | Talked | Helped | Transferred | Waiting | Resumed | Promised | Kept | Resolved
    | ConfirmedByCustomer | Reopened | Closed | Rated | CallbackSet | CallbackTried
    | Explained | Caused | Corrected | Noted | Undone
)  # fmt: skip

KINDS: dict[str, type[Act]] = {
    re.sub(r"(?<!^)([A-Z])", r"_\1", act.__name__).lower(): act for act in get_args(Act)
}
_KIND_OF: dict[type[Act], str] = {act: kind for kind, act in KINDS.items()}


def kind_of(act: Act) -> str:
    """The name of an act's kind, under which it is stored and shown."""
    return _KIND_OF[type(act)]
