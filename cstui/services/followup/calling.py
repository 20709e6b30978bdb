"""Calling customers back: what came of it, and when it is tried again."""

from datetime import datetime

from cstui.clock.calendar import Calendar
from cstui.clock.instants import epoch, from_epoch
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
            moment = parse_upcoming(again, self.now(), self.settings.zone)
            calendar = self._desk.rules.calendars.on(moment.date())
            done.append(acts.CallbackSet(_in_hours(moment, calendar), callback.about))
        return self.do(ticket, done)


def _in_hours(moment: datetime, calendar: Calendar) -> datetime:
    """The moment itself, or the first working second after it."""
    second = epoch(moment)
    if calendar.between(second, second + 1):
        return moment
    return from_epoch(calendar.after(second, 1) - 1, calendar.zone)
