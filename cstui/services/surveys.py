"""Satisfaction records of their own: customers who were asked about some service."""

from cstui.clock.instants import minute_text
from cstui.domain.acts import Provenance
from cstui.domain.errors import InputError
from cstui.domain.ticket import Ticket
from cstui.exchange.forms.typed import TypedSurvey, survey_ticket
from cstui.exchange.outcomes import Rejected
from cstui.exchange.rejects import Reject
from cstui.services.desk import AtDesk, Desk
from cstui.services.followup import FollowUp


class SurveyRefused(InputError):
    """Something that was typed cannot be used."""

    def __init__(self, rejects: tuple[Reject, ...]) -> None:
        super().__init__("fields", names=", ".join(each.column for each in rejects))
        self.rejects = rejects
        """What, and why; each one's column is the key of a field."""


class Surveys(AtDesk):
    """Writes satisfaction records down by hand."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._followup = FollowUp(desk)

    def record(self, typed: TypedSurvey, origin: str) -> Ticket:
        """Save a record as a ticket of its own, which gets its number of the day of the service.

        Args:
            typed: the record.
            origin: tells it from all others, however often it is saved.

        Raises:
            SurveyRefused: where something cannot be used.
            InputError: `asked_lately` without a reason for asking again so soon.
        """
        drafted = survey_ticket(typed, self.me.login, self.now(), self.settings.zone, origin)
        if isinstance(drafted, Rejected):
            raise SurveyRefused(drafted.rejects)
        if typed.provenance is not Provenance.ESTIMATE and not typed.why.strip():
            self._refuse_another(drafted.ticket)
        return self._desk.save(drafted.ticket)

    def _refuse_another(self, ticket: Ticket) -> None:
        """Customers are not asked again and again."""
        unrated = Ticket(ticket.header, ticket.events[:1])
        if asked := self._followup.asked_lately(unrated):
            time = minute_text(asked.at, self.settings.zone)
            raise InputError("asked_lately", number=asked.number, time=time)
