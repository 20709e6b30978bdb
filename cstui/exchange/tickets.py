"""From a record to a ticket: a header, and the events that the record tells of.

What a sheet does not tell is not made up: a ticket that is only known to be closed gets no time of
solution, a call that is only known to be answered gets no time of answer. Where an event must have
some time and the sheet gives none, it stands at the last time that the sheet gives.
"""

from datetime import datetime, timedelta
from operator import attrgetter

from cstui.domain import acts
from cstui.domain.ticket import Customer, Event, Header, Problem, Source, Ticket
from cstui.exchange.fields import Record
from cstui.exchange.rejects import BadCell
from cstui.exchange.times import later
from cstui.exchange.words import Standing

_BY_TIME = attrgetter("at")


def ticket_of(record: Record, by: str, now: datetime) -> Ticket:
    """The ticket that a record tells of.

    Args:
        record: a row of a sheet.
        by: login of who imports it.
        now: when; the time of events for which the sheet gives none at all.

    Raises:
        BadCell: where its events cannot be put in time.
    """
    events = events_of(record, by, now) or [Event(now, by, acts.Saved(), Source.IMPORTED)]
    return Ticket(header_of(record), in_time(events))


def in_time(events: list[Event]) -> tuple[Event, ...]:
    """Events by their time; those of one time stay as they were."""
    return tuple(sorted(events, key=_BY_TIME))


def header_of(record: Record) -> Header:
    """What the record says that a ticket is about."""
    return Header(
        form=record.form,
        number=record.number,
        channel=record.channel,
        category=record.category,
        priority=record.priority,
        customer=Customer(
            name=record.customer_name,
            phone=record.phone,
            number=record.customer_id,
            order=record.order,
            kind=record.customer_kind,
        ),
        subject=record.subject,
        problem=Problem(
            record.problem,
            record.problem_when,
            record.problem_where,
            record.problem_what,
            record.problem_outcome,
        ),
        request=record.request,
        origin=record.origin,
    )


def events_of(record: Record, by: str, now: datetime) -> list[Event]:
    """What the record says that happened."""
    return _Story(record, by, now).told()


class _Story:
    """Writes down the events of one record."""

    def __init__(self, record: Record, by: str, now: datetime) -> None:
        self._record = record
        self._by = by
        self._worker = record.agent or by
        known = [
            at
            for at in (
                record.opened, record.assigned, record.accepted, record.first_response,
                record.resolved, record.closed,
                *(one.at for one in (*record.steps, *record.talks, *record.helps)),
            )
            if at is not None
        ]  # fmt: skip
        self._first = record.opened or min(known, default=now)
        self._last = max(known, default=now)
        self._events: list[Event] = []

    def told(self) -> list[Event]:
        record = self._record
        if record.opened:
            self._add(record.opened, acts.Submitted(), self._by)
        self._held()
        self._answered()
        for one in (*record.steps, *record.talks, *record.helps):
            self._add(one.at, one.act)
        self._ended()
        if record.late_reason:
            self._add(self._last, acts.Explained("late", record.late_reason))
        if record.rating:
            self._add(self._last, record.rating)
        self._improved()
        if record.note:
            self._add(self._last, acts.Noted(record.note), self._by)
        return self._events

    def _add(self, at: datetime, act: acts.Act, by: str = "") -> None:
        self._events.append(Event(at, by or self._worker, act, Source.IMPORTED))

    def _held(self) -> None:
        """Who was given the ticket, and what was promised."""
        record = self._record
        if record.agent or record.team or record.assigned:
            given = record.assigned or self._first
            self._add(given, acts.Assigned(record.agent, record.team), self._by)
        if record.due:
            self._add(self._first, acts.Promised("", record.due))
        if record.accepted:
            self._add(record.accepted, acts.Accepted())
        for handover in record.handovers:
            self._add(handover.at, acts.Transferred(handover.to))
        for _ in range(record.transfers):
            self._add(self._first, acts.Transferred(record.agent, team=record.team))

    def _answered(self) -> None:
        """The first reply: of a call that was answered, or of any other ticket."""
        record = self._record
        answered = record.first_response
        if answered is None and record.answered and record.queue_s is not None and record.opened:
            answered = later(record.opened, timedelta(seconds=record.queue_s))
        if record.answered:
            self._add(answered or self._first, acts.Answered(known=answered is not None))
        elif answered:
            self._add(answered, acts.Responded(record.response_way, record.response_result))
        elif record.response_way or record.response_result:
            raise BadCell("no_response_time")
        self._talked(answered)

    def _talked(self, answered: datetime | None) -> None:
        """How long the call took; of a hold only its length is known, so it ends the talk."""
        record = self._record
        talk, hold, wrap = record.talk_s or 0, record.hold_s or 0, record.wrap_s or 0
        if not (talk or hold or wrap):
            return
        if answered is None:
            raise BadCell("no_answer_time")
        talked = later(answered, timedelta(seconds=talk))
        ended = later(talked, timedelta(seconds=hold))
        if hold:
            self._add(talked, acts.Held())
            self._add(ended, acts.ResumedTalk())
        self._add(ended, acts.Ended())
        if record.wrap_s is not None:
            self._add(later(ended, timedelta(seconds=wrap)), acts.Saved())

    def _ended(self) -> None:
        """How it ended: the times decide, a status speaks only where there are none."""
        record = self._record
        abandoned = self._was_abandoned()
        if abandoned:
            waited = timedelta(seconds=record.queue_s or 0)
            self._add(later(self._first, waited), acts.Abandoned(), self._by)
        if record.resolved:
            self._add(record.resolved, acts.Resolved(record.solution))
        if record.due and record.resolved:
            # in time or late, as its clock tells: nothing is owed any more
            self._add(record.resolved, acts.Kept())
        why = "" if record.resolved else record.solution
        if record.closed:
            self._add(record.closed, acts.Closed(why))
        elif record.resolved or abandoned:
            return
        elif record.status is Standing.DONE:
            self._add(self._last, acts.Closed(why))
        elif record.status is Standing.WAITING:
            self._add(self._last, acts.Waiting(why))
        elif why:
            self._add(self._last, acts.Noted(why))

    def _improved(self) -> None:
        """What was found to be the cause, and what is done about it and checked by some day."""
        record, measure = self._record, self._record.measure
        checked = record.measure_met is not None
        if record.measure_due:
            done = acts.MeasureSet(measure, record.measure_owner, record.measure_due, record.cause)
            self._add(self._last, done)
            if record.measure_met is not None:
                self._add(self._last, acts.MeasureChecked(record.measure_met))
        elif record.measure_owner or checked:
            raise BadCell("no_measure_due")
        elif record.cause or measure:
            self._add(self._last, acts.Caused(record.cause, measure))

    def _was_abandoned(self) -> bool:
        """A call that nobody answered; where nothing else is said, not answered means that."""
        record = self._record
        if record.abandoned is not None:
            return record.abandoned
        if record.status is Standing.ABANDONED:
            return not (record.resolved or record.closed)
        return record.answered is False and record.first_response is None
