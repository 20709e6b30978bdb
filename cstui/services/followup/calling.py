"""Calling customers back: what came of it, and when it is tried again."""

from cstui.clock.upcoming import parse_upcoming
from cstui.domain import acts
from cstui.domain.errors import InputError
from cstui.domain.fold import fold
from cstui.domain.ticket import Ticket
from cstui.services.followup.acting import Acting


class Calling(Acting):
    """What is done about calls back."""

    def callback_of(self, ticket: Ticket) -> acts.CallbackSet:
        """The call back that is due.

        Raises:
            InputError: `no_callback`, when none was agreed, or the customer was reached.
        """
        callback = fold(ticket).callback
        if callback is None:
            raise InputError("no_callback", number=ticket.number)
        return callback

    def call_back(self, ticket: Ticket, reached: bool, result: str, again: str = "") -> Ticket:
        """The customer was called back, and reached or not.

        One who was not reached stays to be called; `again`, as `+2h` or `明天9点`, says from when.
        A moment outside working hours means the next one inside.

        Raises:
            InputError: `no_callback`, or when `again` is no moment to come.
        """
        callback = self.callback_of(ticket)
        done: list[acts.Act] = [acts.CallbackTried(result.strip(), reached)]
        if again.strip():
            done.append(self._agreed(again, callback.about))
        return self.do(ticket, done)

    def agree_callback(self, ticket: Ticket, when: str, about: str) -> Ticket:
        """The customer is to be called back: `+2h`, `明天9点`.

        A moment outside working hours means the next one inside.

        Raises:
            InputError: when `when` is no moment to come.
        """
        return self.do(ticket, [self._agreed(when, about.strip())])

    def _agreed(self, when: str, about: str) -> acts.CallbackSet:
        moment = parse_upcoming(when, self.now(), self.settings.zone)
        calendar = self._desk.rules.calendars.on(moment.date())
        return acts.CallbackSet(calendar.within(moment), about)
