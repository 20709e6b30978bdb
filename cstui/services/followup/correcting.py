"""Correcting what a ticket says, without losing what it said before."""

from collections.abc import Mapping

from cstui.domain import acts
from cstui.domain.errors import InputError
from cstui.domain.fold import fold
from cstui.domain.header import field_text
from cstui.domain.masking import MASKS
from cstui.domain.people import Role
from cstui.domain.ticket import Ticket
from cstui.services.allowing import require_supervisor
from cstui.services.followup.acting import Acting

_HIDDEN = "*"


class Correcting(Acting):
    """Remarks, spot checks, and corrections of the header."""

    def note(self, ticket: Ticket, text: str) -> Ticket:
        """Add a remark."""
        return self.do(ticket, [acts.Noted(text.strip())])

    def audit(self, ticket: Ticket, agrees: bool, note: str = "") -> Ticket:
        """Tell whether the record agrees with what it was made from; for supervisors.

        Raises:
            NotAllowed: `supervisor_only`.
            InputError: where it does not agree, and nothing says in what.
        """
        require_supervisor(self._desk)
        return self.do(ticket, [acts.Audited(agrees, note.strip())])

    def shown(self, name: str, text: str) -> str:
        """A value of a header's field as I may read it: personal data in full is for supervisors.

        Args:
            name: the field, as in `FIELDS`.
            text: its value.
        """
        mask = MASKS.get(name)
        return text if mask is None or self.me.role is Role.SUPERVISOR else mask(text)

    def correct(self, ticket: Ticket, values: Mapping[str, str], why: str = "") -> Ticket:
        """Correct fields of the header; those that stay as they are `shown` cost nothing.

        Args:
            ticket: the ticket.
            values: new values by the fields' names, as in `FIELDS`.
            why: the reason, kept with each correction.

        Raises:
            InputError: when asterisks of a masked value would be saved as part of a new one.
            Collided: when another saved the ticket meanwhile.
        """
        header = fold(ticket).header
        corrections = [
            acts.Corrected(name, field_text(header, name), value.strip(), why.strip())
            for name, value in values.items()
        ]
        return self.do(ticket, [each for each in corrections if self._changes(each)])

    def _changes(self, correction: acts.Corrected) -> bool:
        shown = self.shown(correction.field, correction.old)
        if correction.new in (correction.old, shown):
            return False
        if shown != correction.old and _HIDDEN in correction.new:
            raise InputError("masked_value")
        return True
