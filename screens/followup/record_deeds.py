"""What is done to the record itself: remarks, corrections, and taking something back."""

from cstui.domain import acts
from cstui.domain.header import field_text
from cstui.domain.ticket import Ticket
from cstui.services.followup import FollowUp
from screens.followup.deed import Answers, Case, Deed, Questions, by_itself, one_text
from screens.kit.choice import Choice
from screens.kit.fields import Field

_CORRECTED = {
    "subject": "subject",
    "category": "category",
    "priority": "priority",
    "name": "customer.name",
    "phone": "customer.phone",
    "request": "request",
}
"""Fields of the header that can be corrected, by the name of what asks for them."""


def _ask_corrections(case: Case) -> Questions:
    followup = case.followup
    offered = {
        "category": followup.settings.categories,
        "priority": followup.settings.priorities,
    }

    def field(name: str) -> Field:
        of_header = _CORRECTED[name]
        shown = followup.shown(of_header, field_text(case.state.header, of_header))
        value = case.typed.get(name, shown)
        if name in offered:
            return Choice(offered[name], value, free=True, id=name)
        # what is masked cannot be edited, and the timeline keeps the old value of all
        return Field(value, anew=True, id=name)

    return Questions(tuple(case.row(field(name)) for name in _CORRECTED))


def _correct(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.correct(ticket, {_CORRECTED[name]: value for name, value in typed.items()})


def _note(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.note(ticket, typed["note"])


RECORD_DEEDS = (
    Deed("note", acts.Noted, _note, one_text("note")),
    Deed("edit", acts.Corrected, _correct, _ask_corrections),
    Deed("undo", acts.Undone, by_itself(FollowUp.undo)),
)
"""What is done to the record."""
