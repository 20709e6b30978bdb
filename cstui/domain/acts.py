"""What can happen to a ticket: one small value for each kind of event.

The name of a kind is its class name in snake case (`ConfirmedByCustomer` is
`confirmed_by_customer`); `KINDS` maps the one to the other. A new kind of event is a new class
in `Act` and nothing else: the store writes and reads any of them by its fields.
"""

import re
from datetime import datetime
from typing import get_args

from msgspec import Struct

from cstui.domain.agreement_acts import CallbackSet, CallbackTried, Helped, Kept, Promised
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
    "ANOMALOUS", "KINDS", "LATE", "OVERALL",
    "Abandoned", "Accepted", "Act", "Answered", "Assigned", "Audited", "CallbackSet",
    "CallbackTried", "Caused", "Closed", "ClosedAsDuplicate", "Confirmed", "ConfirmedByCustomer",
    "Corrected", "Ended", "Explained", "Greeted", "HasDuplicate", "Held", "Helped", "Identified",
    "Kept", "MeasureChecked", "MeasureSet", "Noted", "Progressed", "Promised", "Provenance",
    "Quoted", "Rang", "Rated", "Reopened", "Resolved", "Responded", "Resumed", "ResumedTalk",
    "Saved", "Scale", "Submitted", "Talked", "Transferred", "Undone", "Upset", "Waiting",
    "kind_of",
]  # fmt: skip


class Assigned(Struct, frozen=True):
    """The ticket was given to somebody."""

    to: str
    """Login or name of the new owner; empty when only the team is known."""
    team: str = ""
    """Team of the new owner."""


class Accepted(Struct, frozen=True):
    """The owner took the ticket on."""


class Responded(Struct, frozen=True):
    """The customer had a reply."""

    way: str = ""
    """How: called back, message, visit."""
    result: str = ""
    """What came of it."""
    automatic: bool = False
    """A machine's reply, which never counts as a first response."""


class Progressed(Struct, frozen=True):
    """A step towards the solution; also tells the customer where the work stands."""

    text: str


class Talked(Struct, frozen=True):
    """A talk with the customer on the way."""

    content: str
    reaction: str = ""
    """How the customer took it."""
    next_action: str = ""
    """What was agreed to happen next."""


class Transferred(Struct, frozen=True):
    """The ticket went from one holder to another."""

    to: str
    """Login of the new holder; empty where a whole team takes over."""
    why: str = ""
    team: str = ""
    """Team of the new holder."""


class Waiting(Struct, frozen=True):
    """The work waits for something outside our hands."""

    why: str
    until: datetime | None = None
    """The longest that it may wait; None where nobody said."""


class Resumed(Struct, frozen=True):
    """The waiting is over."""


class Quoted(Struct, frozen=True):
    """An article of the knowledge base was quoted to the customer."""

    article: str
    """Its title."""


class Resolved(Struct, frozen=True):
    """The problem was marked solved."""

    solution: str


class ConfirmedByCustomer(Struct, frozen=True):
    """The customer agreed that the problem is solved."""


class Reopened(Struct, frozen=True):
    """The problem is not solved after all: a new round begins."""

    why: str = ""


class Closed(Struct, frozen=True):
    """Nothing more is to be done."""

    why: str = ""


class ClosedAsDuplicate(Struct, frozen=True):
    """Another ticket is about the same, and the work goes on there."""

    of: str
    """The other's number."""


class HasDuplicate(Struct, frozen=True):
    """Another ticket was closed because it was about the same as this one."""

    number: str
    """The other's number."""


LATE, ANOMALOUS = "late", "anomalous"
"""What a reason is given for."""


class Explained(Struct, frozen=True):
    """A reason was given for a late answer or an anomaly."""

    what: str
    """`LATE` or `ANOMALOUS`."""
    why: str


class Caused(Struct, frozen=True):
    """The root cause was found."""

    cause: str
    measure: str = ""
    """What will keep it from happening again."""
    whys: tuple[str, ...] = ()
    """The chain of whys that led to the cause."""


class Corrected(Struct, frozen=True):
    """A value of the header was corrected; the old one stays readable here."""

    field: str
    """Dotted name of the field, as `customer.name`."""
    old: str
    new: str
    why: str = ""


class Noted(Struct, frozen=True):
    """A remark."""

    text: str


class Audited(Struct, frozen=True):
    """Somebody checked the record against what it was made from, as the call's recording."""

    agrees: bool
    note: str = ""
    """What did not agree."""


class Undone(Struct, frozen=True):
    """An earlier event is taken back, as if it had not happened."""

    position: int
    """Its place among the ticket's events, from 0."""


Act = (
    Submitted | Rang | Answered | Abandoned | Greeted | Identified | Confirmed | Held
    | ResumedTalk | Upset | Ended | Saved | Assigned | Accepted | Responded | Progressed
    | Talked | Helped | Transferred | Waiting | Resumed | Promised | Kept | Quoted | Resolved
    | ConfirmedByCustomer | Reopened | Closed | ClosedAsDuplicate | HasDuplicate | Rated
    | MeasureSet | MeasureChecked | CallbackSet | CallbackTried | Explained | Caused
    | Corrected | Noted | Audited | Undone
)  # fmt: skip

KINDS: dict[str, type[Act]] = {
    re.sub(r"(?<!^)([A-Z])", r"_\1", act.__name__).lower(): act for act in get_args(Act)
}
_KIND_OF: dict[type[Act], str] = {act: kind for kind, act in KINDS.items()}


def kind_of(act: Act) -> str:
    """The name of an act's kind, under which it is stored and shown."""
    return _KIND_OF[type(act)]
