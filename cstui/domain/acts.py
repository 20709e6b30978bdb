"""What can happen to a ticket: one small value for each kind of event.

The name of a kind is its class name in snake case (`ConfirmedByCustomer` is
`confirmed_by_customer`); `KINDS` maps the one to the other. A new kind of event is a new class
in `Act` and nothing else: the store writes and reads any of them by its fields.
"""

import re
from datetime import datetime
from typing import get_args

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
from cstui.domain.value import value

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


@value
class Assigned:
    """The ticket was given to somebody."""

    to: str
    """Login or name of the new owner; empty when only the team is known."""
    team: str = ""
    """Team of the new owner."""


@value
class Accepted:
    """The owner took the ticket on."""


@value
class Responded:
    """The customer had a reply."""

    way: str = ""
    """How: called back, message, visit."""
    result: str = ""
    """What came of it."""
    automatic: bool = False
    """A machine's reply, which never counts as a first response."""


@value
class Progressed:
    """A step towards the solution; also tells the customer where the work stands."""

    text: str


@value
class Talked:
    """A talk with the customer on the way."""

    content: str
    reaction: str = ""
    """How the customer took it."""
    next_action: str = ""
    """What was agreed to happen next."""


@value
class Transferred:
    """The ticket went from one holder to another."""

    to: str
    """Login of the new holder; empty where a whole team takes over."""
    why: str = ""
    team: str = ""
    """Team of the new holder."""


@value
class Waiting:
    """The work waits for something outside our hands."""

    why: str
    until: datetime | None = None
    """The longest that it may wait; None where nobody said."""


@value
class Resumed:
    """The waiting is over."""


@value
class Quoted:
    """An article of the knowledge base was quoted to the customer."""

    article: str
    """Its title."""


@value
class Resolved:
    """The problem was marked solved."""

    solution: str


@value
class ConfirmedByCustomer:
    """The customer agreed that the problem is solved."""


@value
class Reopened:
    """The problem is not solved after all: a new round begins."""

    why: str = ""


@value
class Closed:
    """Nothing more is to be done."""

    why: str = ""


@value
class ClosedAsDuplicate:
    """Another ticket is about the same, and the work goes on there."""

    of: str
    """The other's number."""


@value
class HasDuplicate:
    """Another ticket was closed because it was about the same as this one."""

    number: str
    """The other's number."""


LATE, ANOMALOUS = "late", "anomalous"
"""What a reason is given for."""


@value
class Explained:
    """A reason was given for a late answer or an anomaly."""

    what: str
    """`LATE` or `ANOMALOUS`."""
    why: str


@value
class Caused:
    """The root cause was found."""

    cause: str
    measure: str = ""
    """What will keep it from happening again."""
    whys: tuple[str, ...] = ()
    """The chain of whys that led to the cause."""


@value
class Corrected:
    """A value of the header was corrected; the old one stays readable here."""

    field: str
    """Dotted name of the field, as `customer.name`."""
    old: str
    new: str
    why: str = ""


@value
class Noted:
    """A remark."""

    text: str


@value
class Audited:
    """Somebody checked the record against what it was made from, as the call's recording."""

    agrees: bool
    note: str = ""
    """What did not agree."""


@value
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
    | Corrected | Noted | Audited | Undone
)  # fmt: skip

KINDS: dict[str, type[Act]] = {
    re.sub(r"(?<!^)([A-Z])", r"_\1", act.__name__).lower(): act for act in get_args(Act)
}
_KIND_OF: dict[type[Act], str] = {act: kind for kind, act in KINDS.items()}


def kind_of(act: Act) -> str:
    """The name of an act's kind, under which it is stored and shown."""
    return _KIND_OF[type(act)]
