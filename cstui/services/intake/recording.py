"""Recording: a draft becomes a ticket, or is added to the one that is there already."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from cstui.clock.instants import from_epoch
from cstui.domain import acts
from cstui.domain.assignment import Assignee
from cstui.domain.dispositions import Disposition
from cstui.domain.errors import Conflict, InputError
from cstui.domain.fold import fold
from cstui.domain.forms import FORMS
from cstui.domain.header import FIELDS, field_text
from cstui.domain.rules import check
from cstui.domain.ticket import Event, Header, Source, Ticket
from cstui.services.desk import Desk
from cstui.services.intake.answers import checked, events_of, header_of, solved
from cstui.services.intake.draft import Draft, new_key
from cstui.services.intake.ending import Ending, ending_of, required_for

_TRIES = 5
"""How often an addition is tried again because others saved the ticket meanwhile."""
_OF_THE_TALK = ("problem.", "request", "subject", "form")
"""Fields that a call about a known ticket tells as a talk, not as corrections of it."""


class Saved(Struct, frozen=True):
    """A record that is in the store now, and what is due next on it."""

    ticket: Ticket
    due: datetime | None = None
    """When its next clock is due; None where nothing is."""
    clock: str = ""
    """Which clock that is."""
    assigned: Assignee | None = None
    """Whom it was given to."""
    disposition: str = ""
    """How the call ended, in the team's word."""
    draft: Draft | None = None
    """What it was made of, for taking it back."""
    first: int = 0
    """Place of the first event that this save added."""


class Recorder:
    """Saves drafts for the person at a desk; touches the store."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def check(self, draft: Draft, disposition: Disposition | None) -> dict[str, datetime]:
        """The typed instants of a draft that can be saved in this way; touches no store.

        Raises:
            FieldErrors: all fields that need a look, at once.
        """
        form = FORMS[draft.form]
        required = required_for(self._desk, draft, disposition)
        zone, now = self._desk.rules.zone, self._desk.clock.now()
        return checked(form, _texts(draft), required, zone, now)

    def record(
        self, draft: Draft, disposition: Disposition | None = None, detail: str = ""
    ) -> Saved:
        """Save a draft whose call is over.

        One that was saved before, under the same key, is not saved again.

        Raises:
            FieldErrors: all fields that need a look, at once.
            InputError: when the detail cannot be read, or the ticket is done with by now.
            StoreError: when the store cannot take it now.
        """
        moments = self.check(draft, disposition)
        header = header_of(FORMS[draft.form], _texts(draft))
        ending = ending_of(self._desk, draft, disposition, detail, header.problem.summary)
        told = _Told(self._desk, draft, header, moments, ending)
        ticket, first = self._added_to(told) if draft.adds_to else self._new(told)
        listing = self._desk.derive(ticket).listing
        zone = self._desk.rules.zone
        due = None if listing.due is None else from_epoch(listing.due, zone)
        return Saved(
            ticket, due, listing.due_clock, ending.assigned, ending.disposition, draft, first
        )

    def known(self, draft: Draft) -> bool:
        """Whether a draft was saved already."""
        if draft.adds_to:
            return _has(self._desk.store.ticket(draft.adds_to), draft)
        return bool(self._desk.store.known_origins([draft.key]))

    def undo(self, saved: Saved) -> Draft:
        """Take a save back; the call's own moments stand, and the ticket keeps its number.

        Returns:
            The draft as it was, to be saved again.

        Raises:
            InputError: when somebody went on with the ticket since.
        """
        draft, ticket = saved.draft, self._desk.store.ticket_at(saved.ticket.id)
        assert draft, "only what this session saved can be taken back"
        if ticket.revision != saved.ticket.revision:
            raise InputError("undo_too_late", number=ticket.number)
        places = [
            place
            for place in range(len(ticket.events) - 1, saved.first - 1, -1)
            if _can_go(ticket.events[place], draft)
        ]
        undone = [self._desk.event(acts.Undone(place)) for place in places]
        self._desk.save(ticket.with_events(undone))
        amends = "" if draft.continues else ticket.number
        return replace(draft, key=new_key(), amends=amends)

    def _new(self, told: "_Told") -> tuple[Ticket, int]:
        ticket = self._desk.save(told.ticket())
        return ticket, 0

    def _added_to(self, told: "_Told") -> tuple[Ticket, int]:
        for attempt in range(_TRIES):
            ticket = self._desk.store.ticket(told.draft.adds_to)
            if _has(ticket, told.draft):
                break
            try:
                return self._desk.save(told.added_to(ticket)), len(ticket.events)
            except Conflict:
                if attempt == _TRIES - 1:
                    raise
        return ticket, len(ticket.events)


class _Told(Struct, frozen=True):
    """What a draft tells, ready to become events."""

    desk: Desk
    draft: Draft
    header: Header
    moments: Mapping[str, datetime]
    ending: Ending

    def ticket(self) -> Ticket:
        """A ticket of its own."""
        events = [*self.draft.events, *map(self.desk.event, self.ending.done), *self._typed()]
        if not (
            self.draft.call.rang or self.draft.call.was_answered or "submitted" in self.moments
        ):
            # a record without a call or a typed time begins when it is saved
            events.insert(0, self.desk.event(acts.Submitted(), Source.TYPED))
        events.sort(key=lambda event: event.at)
        header = replace(self.header, origin=self.draft.key)
        return Ticket(header, (*events, self._saved()))

    def added_to(self, ticket: Ticket) -> Ticket:
        """The ticket that is there already, after this call.

        Raises:
            InputError: when the ticket is done with by now.
        """
        if self.draft.continues and not fold(ticket).status.is_open:
            raise InputError("not_open", number=ticket.number)
        moments = [event for event in self.draft.events if event not in ticket.events]
        changed = ticket.with_events(moments)
        for event in (
            *self._corrections(ticket),
            *self._talk(),
            *self._ended(ticket),
            *self._typed(),
        ):
            check(fold(changed), event.act)
            changed = changed.with_events([event])
        return changed.with_events([self._saved(self.draft.key)])

    def _saved(self, key: str = "") -> Event:
        return self.desk.event(acts.Saved(self.ending.disposition, key))

    def _typed(self) -> Iterator[Event]:
        values = _texts(self.draft)
        yield from events_of(values, self.moments, self.desk)
        if self.ending.solves:
            yield from solved(values, self.moments, self.desk)
        elif step := values.get("solution"):
            yield self.desk.event(acts.Progressed(step))

    def _talk(self) -> Iterator[Event]:
        """What the customer said about a ticket that goes on."""
        if self.draft.continues and (self.header.problem.summary or self.header.request):
            talk = acts.Talked(self.header.problem.summary, next_action=self.header.request)
            yield self.desk.event(talk)

    def _corrections(self, ticket: Ticket) -> Iterator[Event]:
        """What the form says otherwise than the ticket; an empty field corrects only one's own."""
        now = fold(ticket).header
        for name in FIELDS:
            if self.draft.continues and name.startswith(_OF_THE_TALK):
                continue
            old, new = field_text(now, name), field_text(self.header, name)
            if name != "form" and old != new and (new or self.draft.amends):
                yield self.desk.event(acts.Corrected(name, old, new), Source.CORRECTED)

    def _ended(self, ticket: Ticket) -> Iterator[Event]:
        """What the ending does; whoever holds the ticket hands it over, or keeps it."""
        owner = fold(ticket).owner
        for act in self.ending.done:
            if isinstance(act, acts.Assigned) and owner:
                if act.to == owner:
                    continue
                yield self.desk.event(acts.Transferred(act.to, team=act.team))
            else:
                yield self.desk.event(act)


def _texts(draft: Draft) -> dict[str, str]:
    """What stands in the form's own fields, without space around it."""
    return {
        asked.name: draft.values.get(asked.name, "").strip() for asked in FORMS[draft.form].fields
    }


def _has(ticket: Ticket, draft: Draft) -> bool:
    saves: Sequence[acts.Saved] = [
        event.act for event in ticket.events if isinstance(event.act, acts.Saved)
    ]
    return any(saved.draft == draft.key for saved in saves)


def _can_go(event: Event, draft: Draft) -> bool:
    """Whether a save's event is taken back with it: all but the call, and how it began."""
    begun = isinstance(event.act, acts.Submitted) and not draft.values.get("submitted", "").strip()
    return event not in draft.events and not begun
