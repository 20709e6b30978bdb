"""Intake: a call from the first ring to the saved record, and requests written down later."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from cstui.clock.instants import from_epoch
from cstui.domain import acts
from cstui.domain.errors import StoreError
from cstui.domain.forms import FORMS
from cstui.domain.people import Person
from cstui.domain.ticket import Source, Ticket
from cstui.services.answers import checked, events_of, header_of
from cstui.services.desk import Desk
from cstui.services.drafts import Draft, DraftBox
from cstui.services.settings import Settings


@dataclass(frozen=True, slots=True)
class Saved:
    """A record that is in the store now, and what is due next on it."""

    ticket: Ticket
    due: datetime | None = None
    """When its next clock is due; None where nothing is."""
    clock: str = ""
    """Which clock that is."""


@dataclass(frozen=True, slots=True)
class Greeting:
    """The greeting of a call that runs, held against its limit."""

    left: int
    """Seconds in which it may still be said; 0 when that is over."""
    kept: bool | None
    """Whether it was said in time; None while it still can be."""


class Calls:
    """What an agent does while the customer talks.

    `left`, `keep`, `save` and `discard` touch disks; all else answers at once.
    """

    def __init__(self, desk: Desk, drafts: DraftBox) -> None:
        self._desk = desk
        self._drafts = drafts

    @property
    def me(self) -> Person:
        """Who takes the calls."""
        return self._desk.me

    @property
    def settings(self) -> Settings:
        """The team's settings as they hold now."""
        return self._desk.rules.settings

    def now(self) -> datetime:
        """This moment, by the site's clock."""
        return self._desk.clock.now()

    def answer(self, draft: Draft) -> Draft:
        """The agent picks up: the call begins. A call that runs goes on.

        The record is a live one from here on, and came in by the team's first channel unless
        somebody says otherwise.
        """
        if draft.call.was_answered:
            return draft
        if not FORMS[draft.form].live:
            draft = replace(draft, form=next(form.name for form in FORMS.values() if form.live))
        if not draft.values.get("channel"):
            draft = replace(draft, values={**draft.values, "channel": self.settings.channels[0]})
        return self._happened(draft, acts.Rang(), acts.Answered())

    def greet(self, draft: Draft) -> Draft:
        """The greeting was said; only the first one counts."""
        call = draft.call
        return self._happened(draft, acts.Greeted()) if call.runs and not call.greeted else draft

    def hold(self, draft: Draft) -> Draft:
        """Put the caller on hold, or take them off it."""
        if not draft.call.runs:
            return draft
        return self._happened(draft, acts.ResumedTalk() if draft.call.on_hold else acts.Held())

    def hang_up(self, draft: Draft) -> Draft:
        """The call ends; wrap-up begins."""
        return self._happened(draft, acts.Ended()) if draft.call.runs else draft

    def greeting(self, draft: Draft) -> Greeting | None:
        """How the greeting stands; None without a call, and where none is asked for."""
        call = draft.call
        if not call.runs or call.answered is None:
            return None
        policy = self._desk.rules.policies.of(draft.form, call.answered)
        limit = policy.limits(draft.values.get("priority", "")).greeting
        if limit is None:
            return None
        taken = int(((call.greeted or self.now()) - call.answered).total_seconds())
        if call.greeted or taken > limit:
            return Greeting(0, kept=taken <= limit)
        return Greeting(limit - taken, kept=None)

    def left(self) -> Draft | None:
        """The oldest draft that a session left when it ended; those that were saved are no more.

        Raises:
            StoreError: when there is one that cannot be read, or the store does not answer.
        """
        for draft in self._drafts.left():
            if not self._desk.store.known_origins([draft.key]):
                return draft
            with suppress(StoreError):
                self._drafts.forget(draft)
        return None

    def keep(self, draft: Draft) -> None:
        """Keep what is being written for the next start.

        Raises:
            StoreError: when it cannot be written.
        """
        self._drafts.keep(draft)

    def discard(self, draft: Draft) -> None:
        """Forget what was kept of a draft."""
        self._drafts.forget(draft)

    def save(self, draft: Draft) -> Saved:
        """Make a ticket of the draft and save it; a call that still runs ends here.

        A draft whose ticket is in the store already gives that ticket.

        Raises:
            FieldErrors: all fields that need a look, at once.
            StoreError: when the store cannot take it now; the draft is kept.
        """
        ticket = self._ticket(draft)
        # a draft that cannot be kept is no reason not to save the record itself
        with suppress(StoreError):
            self._drafts.keep(draft)
        ticket = self._desk.save(ticket)
        # one that stays behind is known by the ticket's origin
        with suppress(StoreError):
            self._drafts.forget(draft)
        listing = self._desk.derive(ticket).listing
        zone = self._desk.rules.zone
        due = None if listing.due is None else from_epoch(listing.due, zone)
        return Saved(ticket, due, listing.due_clock)

    def _ticket(self, draft: Draft) -> Ticket:
        form, now = FORMS[draft.form], self.now()
        values = {asked.name: draft.values.get(asked.name, "").strip() for asked in form.fields}
        moments = checked(form, values, self._desk.rules.zone, now)
        events = [*self.hang_up(draft).events, *events_of(values, moments, self._desk)]
        if not draft.call.was_answered and "submitted" not in moments:
            # a record without a call or a typed time begins when it is saved
            events.insert(0, self._desk.event(acts.Submitted(), Source.TYPED))
        events.sort(key=lambda event: event.at)
        header = replace(header_of(form, values), origin=draft.key)
        return Ticket(header, (*events, self._desk.event(acts.Saved())))

    def _happened(self, draft: Draft, *done: acts.Act) -> Draft:
        events = tuple(self._desk.event(act) for act in done)
        return replace(draft, events=draft.events + events)
