"""Event logs: sheets in which several rows tell what happened to one ticket."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cstui.domain import acts
from cstui.domain.ticket import Event, Source, Ticket
from cstui.exchange.fields import EVENT_FIELDS
from cstui.exchange.map_rows import Values
from cstui.exchange.outcomes import Drafted, Outcome, Rejected
from cstui.exchange.records import record_of
from cstui.exchange.rejects import BadCell, Reject
from cstui.exchange.tickets import events_of, header_of, in_time
from cstui.exchange.words import plain

_TEXT_OF: dict[type[acts.Act], str] = {
    acts.Responded: "result",
    acts.Progressed: "text",
    acts.Talked: "content",
    acts.Helped: "result",
    acts.Transferred: "why",
    acts.Waiting: "why",
    acts.Resolved: "solution",
    acts.Reopened: "why",
    acts.Closed: "why",
    acts.Promised: "what",
    acts.CallbackSet: "about",
    acts.Caused: "cause",
    acts.Noted: "text",
}
"""Where the `text` of a row goes."""
_TO_OF: dict[type[acts.Act], str] = {
    acts.Assigned: "to",
    acts.Transferred: "to",
    acts.Helped: "whom",
}
"""Where `to` goes."""
_DUE_OF: dict[type[acts.Act], str] = {acts.Promised: "until", acts.CallbackSet: "due"}
"""Where `due` goes."""
_NOT_IN_LOGS = (
    acts.Corrected, acts.Undone, acts.Explained, acts.CallbackTried, acts.Rated, acts.Audited,
)  # fmt: skip
EVENT_KINDS = frozenset(
    kind for kind, act in acts.KINDS.items() if act not in _NOT_IN_LOGS or act is acts.Rated
)
"""The kinds of events that a log can tell of."""
_RATING = ("csat", "words", "csat_scale")
_OF_ONE_EVENT = (*EVENT_FIELDS, "due", *_RATING)
"""Fields that speak of a row's event, not of its ticket."""
LOG_FIELDS = frozenset((
    *_OF_ONE_EVENT, "number", "form", "opened", "priority", "category", "channel", "customer_id",
    "customer_name", "phone", "customer_kind", "order", "subject", "problem", "request",
))  # fmt: skip
"""The fields that a log can fill; all others are events of their own there."""


@dataclass(slots=True)
class Log:
    """All rows of one ticket."""

    line: int
    """Line of its first row."""
    values: dict[str, Any] = field(default_factory=dict)
    """What its rows say of the ticket; of each field the first that says something."""
    events: list[Event] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    """Lines of the rows that can be used."""
    spoilt: list[Rejected] = field(default_factory=list)
    """The rows that cannot."""


class EventLogs:
    """Gathers the rows of a log by ticket, and makes each ticket when all rows were seen."""

    def __init__(self, by: str, now: datetime) -> None:
        self._by = by
        self._now = now
        self._logs: dict[str, Log] = {}

    def take(self, line: int, values: Values) -> None:
        """Take one row.

        Raises:
            BadCell: where it tells no event.
        """
        number = values.get("number")
        if not number:
            raise BadCell("no_number")
        event = Event(
            _moment(values),
            str(values.get("by") or self._by),
            _act_of(values),
            Source.IMPORTED,
        )
        log = self._logs.setdefault(number, Log(line))
        log.events.append(event)
        log.lines.append(line)
        for name, value in values.items():
            if name not in _OF_ONE_EVENT:
                log.values.setdefault(name, value)

    def spoil(self, line: int, values: Mapping[str, Any], rejects: Sequence[Reject]) -> None:
        """Note that a row cannot be used, so that its ticket cannot either.

        Without one of its events a ticket's times would be wrong; and once it was added, the
        corrected row would come too late.
        """
        number = values.get("number", "")
        log = self._logs.setdefault(number, Log(line))
        log.spoilt.append(Rejected(tuple(rejects)))

    def outcomes(self) -> Iterator[Outcome]:
        """What becomes of the tickets, in the order of their first rows."""
        for number, log in self._logs.items():
            if log.spoilt:
                yield from log.spoilt
                for line in log.lines:
                    yield Rejected((Reject(line, "", number, "other_row", {"number": number}),))
            else:
                yield Drafted(tuple(log.lines), self._ticket(log))

    def _ticket(self, log: Log) -> Ticket:
        record = record_of(log.values)
        told = events_of(record, self._by, self._now)
        return Ticket(header_of(record), in_time([*told, *log.events]))


def _moment(values: Values) -> datetime:
    at = values.get("at")
    if not isinstance(at, datetime):
        raise BadCell("no_event_time")
    return at


def _act_of(values: Values) -> acts.Act:
    """The act that a row tells of."""
    kind = plain(str(values.get("event", ""))).replace(" ", "_")
    if kind not in EVENT_KINDS:
        raise BadCell("bad_event")
    act = acts.KINDS[kind]
    if act is acts.Rated:
        rating = record_of({name: values[name] for name in _RATING if name in values}).rating
        if rating is None:
            raise BadCell("no_score")
        return rating
    parts: dict[str, Any] = {}
    for where, name in ((_TEXT_OF, "text"), (_TO_OF, "to")):
        if act in where:
            parts[where[act]] = values.get(name, "")
    if act in _DUE_OF:
        if "due" not in values:
            raise BadCell("no_due")
        parts[_DUE_OF[act]] = values["due"]
    return act(**parts)
