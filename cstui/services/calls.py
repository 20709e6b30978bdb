"""Intake: a call from the first ring to the saved record, and requests written down later."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from cstui.clock.written import parse_instant
from cstui.domain import acts
from cstui.domain.errors import CstuiError, FieldErrors, InputError
from cstui.domain.fold import fold
from cstui.domain.forms import EVENT_FIELDS, FORMS, Form, Input
from cstui.domain.header import corrected
from cstui.domain.state import Call
from cstui.domain.ticket import Event, Header, Source, Ticket
from cstui.services.desk import Desk

_PROBLEM_PARTS = ("problem.when", "problem.where", "problem.what", "problem.outcome")


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that is still being written: what stands in the fields, what happened so far."""

    form: str
    values: Mapping[str, str] = field(default_factory=dict)
    """Text by field name."""
    events: tuple[Event, ...] = ()
    """The measured moments of the call."""

    @property
    def empty(self) -> bool:
        """Whether nothing would be lost if it were thrown away."""
        return not self.events and not any(value.strip() for value in self.values.values())

    @property
    def call(self) -> Call:
        """The call as far as it has gone."""
        return fold(Ticket(Header(self.form), self.events)).call


class Calls:
    """What an agent does while the customer talks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def now(self) -> datetime:
        """This moment, by the site's clock."""
        return self._desk.clock.now()

    def answer(self, draft: Draft) -> Draft:
        """The agent picks up: the call begins. A call that runs goes on."""
        if draft.call.was_answered:
            return draft
        return self._happened(draft, acts.Rang(), acts.Answered())

    def hold(self, draft: Draft) -> Draft:
        """Put the caller on hold, or take them off it."""
        call = draft.call
        if not call.was_answered or call.ended:
            return draft
        on_hold = call.holds and call.holds[-1].end is None
        return self._happened(draft, acts.ResumedTalk() if on_hold else acts.Held())

    def hang_up(self, draft: Draft) -> Draft:
        """The call ends; wrap-up begins."""
        call = draft.call
        if not call.was_answered or call.ended:
            return draft
        return self._happened(draft, acts.Ended())

    def save(self, draft: Draft) -> Ticket:
        """Make a ticket of the draft and save it; a call that still runs ends here.

        Raises:
            FieldErrors: all fields that need a look, at once.
        """
        form = FORMS[draft.form]
        values = {name: value.strip() for name, value in draft.values.items()}
        moments = self._check(form, values)
        header = _header(form, values)
        if form.live:
            draft = self.hang_up(draft)
        events = [*draft.events, *self._events(values, moments)]
        if not any(isinstance(event.act, acts.Answered) for event in events):
            events = self._with_submission(events)
        events.append(self._desk.event(acts.Saved()))
        return self._desk.save(Ticket(header, tuple(events)))

    def _happened(self, draft: Draft, *done: acts.Act) -> Draft:
        events = tuple(self._desk.event(act) for act in done)
        return replace(draft, events=draft.events + events)

    def _with_submission(self, events: list[Event]) -> list[Event]:
        """A record without a call or a typed time begins when it is saved."""
        if any(isinstance(event.act, acts.Submitted) for event in events):
            return events
        return [self._desk.event(acts.Submitted(), Source.TYPED), *events]

    def _check(self, form: Form, values: Mapping[str, str]) -> dict[str, datetime]:
        """The typed instants; raises `FieldErrors` for all that is missing or unreadable."""
        wrong: dict[str, CstuiError] = {}
        moments: dict[str, datetime] = {}
        for asked in form.fields:
            text = values.get(asked.name, "")
            if not text:
                if asked.required and not _said_in_parts(asked.name, values):
                    wrong[asked.name] = InputError("required")
            elif asked.input is Input.INSTANT:
                try:
                    moments[asked.name] = self._instant(text, moments)
                except InputError as error:
                    wrong[asked.name] = error
            elif asked.input is Input.SCORE and text not in {"1", "2", "3", "4", "5"}:
                wrong[asked.name] = InputError("score_range", value=text)
        if wrong:
            raise FieldErrors(wrong)
        return moments

    def _instant(self, text: str, earlier: Mapping[str, datetime]) -> datetime:
        """A typed moment; a bare time of day is on the day of submission, else today."""
        day = earlier.get("submitted") or self._desk.clock.now()
        return parse_instant(text, self._desk.rules.zone, on=day)

    def _events(
        self, values: Mapping[str, str], moments: Mapping[str, datetime]
    ) -> Iterator[Event]:
        """What the fields tell beside the header, as events in the order of their moments."""
        now = self._desk.clock.now()

        def event(at: datetime, act: acts.Act, source: Source = Source.TYPED) -> Event:
            return Event(at, self._desk.me.login, act, source)

        if "submitted" in moments:
            yield event(moments["submitted"], acts.Submitted())
        if "responded" in moments:
            yield event(moments["responded"], acts.Responded())
        if owner := values.get("owner"):
            yield event(now, acts.Assigned(owner, self._desk.rules.person(owner).team))
        if note := values.get("note"):
            yield event(now, acts.Noted(note))
        solution = values.get("solution", "")
        if "resolved" in moments:
            yield event(moments["resolved"], acts.Resolved(solution))
        elif solution:
            yield event(now, acts.Resolved(solution), Source.MEASURED)
        if score := values.get("score"):
            yield event(now, acts.Rated(acts.Scale.FIVE, {"overall": int(score)}))


def _header(form: Form, values: Mapping[str, str]) -> Header:
    header = Header(form.name)
    for asked in form.fields:
        if asked.name not in EVENT_FIELDS and values.get(asked.name):
            header = corrected(header, asked.name, values[asked.name])
    return header


def _said_in_parts(name: str, values: Mapping[str, str]) -> bool:
    """A problem told in its four parts needs no text beside them."""
    return name == "problem.text" and any(values.get(part) for part in _PROBLEM_PARTS)
