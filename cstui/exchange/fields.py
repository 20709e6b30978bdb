"""The fields that a sheet can fill: what an import map may name on its left-hand side."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from msgspec import Struct

from cstui.domain.acts import Act, Rated
from cstui.exchange.words import Standing


class Kind(Enum):
    """How the cells of a field are read."""

    TEXT = auto()
    TIME = auto()
    SECONDS = auto()
    """A duration: a number of seconds, or hours:minutes:seconds."""
    FLAG = auto()
    """Yes or no."""
    LEVELS = auto()
    """Text of two levels; several columns make one level each."""


FIELDS: dict[str, Kind] = {
    "number": Kind.TEXT,
    "form": Kind.TEXT,
    "opened": Kind.TIME,
    "first_response": Kind.TIME,
    "resolved": Kind.TIME,
    "closed": Kind.TIME,
    "assigned": Kind.TIME,
    "accepted": Kind.TIME,
    "due": Kind.TIME,
    "status": Kind.TEXT,
    "priority": Kind.TEXT,
    "category": Kind.LEVELS,
    "channel": Kind.TEXT,
    "agent": Kind.TEXT,
    "team": Kind.TEXT,
    "customer_id": Kind.TEXT,
    "customer_name": Kind.TEXT,
    "phone": Kind.TEXT,
    "customer_kind": Kind.TEXT,
    "order": Kind.TEXT,
    "subject": Kind.TEXT,
    "problem": Kind.TEXT,
    "problem_when": Kind.TEXT,
    "problem_where": Kind.TEXT,
    "problem_what": Kind.TEXT,
    "problem_outcome": Kind.TEXT,
    "request": Kind.TEXT,
    "csat_scale": Kind.TEXT,
    "words": Kind.TEXT,
    "csat": Kind.TEXT,
    "response_way": Kind.TEXT,
    "response_result": Kind.TEXT,
    "late_reason": Kind.TEXT,
    "solution": Kind.TEXT,
    "cause": Kind.TEXT,
    "measure": Kind.TEXT,
    "note": Kind.TEXT,
    "transfers": Kind.TEXT,
    "answered": Kind.FLAG,
    "abandoned": Kind.FLAG,
    "talk_s": Kind.SECONDS,
    "hold_s": Kind.SECONDS,
    "wrap_s": Kind.SECONDS,
    "queue_s": Kind.SECONDS,
}
"""The fields of a ticket, by name; a field whose reading needs others comes after them."""

FORMS = ("hotline", "response", "after_sales", "satisfaction")
DEFAULT_FORM = "response"
"""The form of tickets for which a sheet gives none: no more than times and a score."""

EVENT_FIELDS: dict[str, Kind] = {
    "event": Kind.TEXT,
    "at": Kind.TIME,
    "by": Kind.TEXT,
    "text": Kind.TEXT,
    "to": Kind.TEXT,
}
"""What a row of an event log says besides: one event of its ticket."""


class Handover(Struct, frozen=True):
    """The ticket went to somebody else."""

    at: datetime
    to: str


class Happened(Struct, frozen=True):
    """An event of which a sheet tells the time."""

    at: datetime
    act: Act


@dataclass(slots=True)
class Record:
    """One row of a sheet, understood: each field's value, empty where the row says nothing."""

    number: str = ""
    form: str = ""
    opened: datetime | None = None
    first_response: datetime | None = None
    resolved: datetime | None = None
    closed: datetime | None = None
    assigned: datetime | None = None
    accepted: datetime | None = None
    due: datetime | None = None
    status: Standing | None = None
    priority: str = ""
    category: tuple[str, str] = ("", "")
    channel: str = ""
    agent: str = ""
    team: str = ""
    customer_id: str = ""
    customer_name: str = ""
    phone: str = ""
    customer_kind: str = ""
    order: str = ""
    subject: str = ""
    problem: str = ""
    problem_when: str = ""
    problem_where: str = ""
    problem_what: str = ""
    problem_outcome: str = ""
    request: str = ""
    rating: Rated | None = None
    """What `csat`, `csat_scale` and `words` say together."""
    response_way: str = ""
    response_result: str = ""
    late_reason: str = ""
    steps: tuple[Happened, ...] = ()
    """Steps towards the solution."""
    talks: tuple[Happened, ...] = ()
    """Talks with the customer."""
    helps: tuple[Happened, ...] = ()
    """What others were asked for, and did."""
    solution: str = ""
    cause: str = ""
    measure: str = ""
    measure_owner: str = ""
    measure_due: datetime | None = None
    """When it is checked whether the measure helped."""
    measure_met: bool | None = None
    """What that check found; None while it is to come."""
    note: str = ""
    handovers: tuple[Handover, ...] = ()
    """Transfers of which the time is known."""
    transfers: int = 0
    """How many transfers there were, where a sheet gives only that."""
    answered: bool | None = None
    abandoned: bool | None = None
    talk_s: int | None = None
    hold_s: int | None = None
    wrap_s: int | None = None
    queue_s: int | None = None
    origin: str = ""
    """Tells this row from all others; the same row of another file has the same."""
