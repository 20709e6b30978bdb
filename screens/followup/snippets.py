"""What the placeholders of snippets stand for on a ticket."""

from cstui.clock.instants import minute_text
from cstui.domain.state import State
from cstui.domain.traces import digits_of
from cstui.services.followup import FollowUp
from cstui.services.intake.snippets import Snippets

_TAIL_DIGITS = 4
_YEAR = len("2026-")


def snippets_for(followup: FollowUp, state: State) -> Snippets:
    """The team's snippets, filled with what a ticket says; what it does not say is a gap."""
    settings, header, promise = followup.settings, state.header, state.promise
    now = minute_text(followup.now(), settings.zone)
    until = minute_text(promise.until, settings.zone)[_YEAR:] if promise else ""
    date, _, time = now.partition(" ")
    said = {
        "customer": header.customer.name,
        "phone_tail": digits_of(header.customer.phone)[-_TAIL_DIGITS:],
        "order": header.customer.order,
        "problem": header.problem.summary or header.subject,
        "request": header.request,
        "agent": followup.me.shown,
        "promise": f"{until} {promise.what}" if promise else "",
        "date": date,
        "time": time,
    }
    return Snippets(settings.snippets, {name: text.strip() for name, text in said.items()})
