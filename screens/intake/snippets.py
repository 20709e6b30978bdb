"""What the placeholders of snippets stand for in a record."""

from cstui.domain.traces import digits_of
from cstui.services.intake.calls import Calls
from cstui.services.intake.draft import Draft
from cstui.services.intake.snippets import Snippets

_TAIL_DIGITS = 4


def snippets_for(calls: Calls, draft: Draft) -> Snippets:
    """The team's snippets, filled with what a record says; what it does not say is a gap."""
    values, now = draft.values, calls.now()
    promise = draft.promise
    said = {
        "customer": values.get("customer.name", ""),
        "phone_tail": digits_of(values.get("customer.phone", ""))[-_TAIL_DIGITS:],
        "order": values.get("customer.order", ""),
        "problem": values.get("problem.text", ""),
        "request": values.get("request", ""),
        "agent": calls.me.shown,
        "promise": f"{promise.until:%m-%d %H:%M} {promise.what}" if promise else "",
        "date": f"{now:%Y-%m-%d}",
        "time": f"{now:%H:%M}",
    }
    return Snippets(calls.settings.snippets, {name: text.strip() for name, text in said.items()})
