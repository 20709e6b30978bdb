"""Satisfaction: asking customers, keeping what they said, and doing something about it."""

from datetime import datetime, timedelta

from msgspec import Struct

from cstui.clock.instants import minute_text
from cstui.clock.upcoming import parse_upcoming_day
from cstui.domain import acts
from cstui.domain.acts import ANOMALOUS, Provenance
from cstui.domain.errors import InputError
from cstui.domain.fold import fold
from cstui.domain.satisfaction import is_low
from cstui.domain.ticket import Ticket
from cstui.domain.traces import traces_of
from cstui.services.followup.acting import Acting, ReasonNeeded

_WANTS_REASONS = "response"
"""The form on which a low score is an anomaly, which has to be explained."""
_REMEMBERED = 20
"""So many of a customer's tickets are looked through."""


class Asked(Struct, frozen=True):
    """The last time that a customer was asked how content they are."""

    at: datetime
    number: str
    """The ticket about which they were asked."""


class Satisfaction(Acting):
    """Ratings, and what follows from bad ones."""

    def asked_lately(self, ticket: Ticket) -> Asked | None:
        """When the customer was last asked, where that is less than `survey_days` ago.

        Our own estimates are no question. Customers of whom neither phone nor number is known
        cannot be told apart; for them, only the ticket itself counts.
        """
        since = self.now() - timedelta(days=self.settings.survey_days)
        traces = traces_of(fold(ticket).header.customer)
        known = self._desk.store.callers.history(traces, _REMEMBERED) if traces.identified else []
        others = [each for each in known if each.number != ticket.number]
        asked = []
        for each in (ticket, *others):
            state = fold(each)
            estimate = state.rating and state.rating.provenance is Provenance.ESTIMATE
            if state.rated and state.rated > since and not estimate:
                asked.append(Asked(state.rated, each.number))
        return max(asked, key=lambda each: each.at, default=None)

    def rate(self, ticket: Ticket, rated: acts.Rated, reason: str = "") -> Ticket:
        """Keep how content the customer was; nothing changes that later, but another may answer it.

        Raises:
            InputError: `asked_lately` without a reason for asking again so soon; `already_rated`.
            ReasonNeeded: when the response log is told of a low score without a reason for it.
        """
        if rated.provenance is not Provenance.ESTIMATE and not rated.why.strip():
            asked = self.asked_lately(ticket)
            if asked and asked.number != ticket.number:
                time = minute_text(asked.at, self.settings.zone)
                raise InputError("asked_lately", number=asked.number, time=time)
        done: list[acts.Act] = [rated]
        if is_low(rated) and ticket.header.form == _WANTS_REASONS:
            if not reason.strip():
                raise ReasonNeeded("low_reason", number=ticket.number)
            done.append(acts.Explained(ANOMALOUS, reason.strip()))
        return self.do(ticket, done)

    def wants_loop(self, ticket: Ticket) -> bool:
        """Whether the customer is not content and nothing was begun about it."""
        loop = fold(ticket).loop
        return loop is not None and loop.started is None

    def set_measure(self, ticket: Ticket, measure: str, owner: str, due: str, why: str) -> Ticket:
        """Something will be done for a customer who was not content, and checked on a day."""
        until = parse_upcoming_day(due, self.now(), self.settings.zone)
        act = acts.MeasureSet(measure.strip(), owner.strip(), until, why.strip())
        return self.do(ticket, [act])

    def check_measure(self, ticket: Ticket, met: bool, note: str) -> Ticket:
        """The standing measure reached what it was for, or did not and was reviewed."""
        return self.do(ticket, [acts.MeasureChecked(met, note.strip())])
