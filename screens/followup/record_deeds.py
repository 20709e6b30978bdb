"""What is done to the record itself: remarks, corrections, and taking something back."""

from collections.abc import Mapping

from cstui.domain import acts
from cstui.domain.header import field_text
from cstui.domain.ticket import Ticket
from cstui.services.followup import FollowUp
from screens.followup.deed import Answers, Case, Deed, Questions, by_itself, one_text
from screens.kit.choice import Choice
from screens.kit.fields import Field
from screens.kit.language import Phrase

_CORRECTED = {
    "subject": "subject",
    "category": "category",
    "priority": "priority",
    "name": "customer.name",
    "phone": "customer.phone",
    "customer_number": "customer.number",
    "order": "customer.order",
    "problem": "problem.text",
    "request": "request",
    "channel": "channel",
    "tags": "tags",
}
"""Fields of the header that can be corrected, by the name of what asks for them."""
_PARTS = {f"problem_{part}": f"problem.{part}" for part in ("when", "where", "what", "outcome")}
"""Those of a problem that was written in parts."""


def _ask_corrections(case: Case) -> Questions:
    followup = case.followup
    settings = followup.settings
    offered = {
        "category": settings.categories,
        "priority": settings.priorities,
        "channel": settings.channels,
    }

    def field(name: str, of_header: str) -> Field | None:
        shown = followup.shown(of_header, field_text(case.state.header, of_header))
        if not shown and name in _PARTS:
            return None
        value = case.typed.get(name, shown)
        if name in offered:
            return Choice(offered[name], value, free=True, id=name)
        # what is masked cannot be edited, and the timeline keeps the old value of all
        return Field(value, anew=True, id=name)

    fields = (field(name, of_header) for name, of_header in (_CORRECTED | _PARTS).items())
    rows = [case.row(one) for one in fields if one]
    return Questions((*rows, case.words("corrected_why")))


def _correct(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    fields = _CORRECTED | _PARTS
    values = {fields[name]: value for name, value in typed.items() if name in fields}
    return followup.correct(ticket, values, typed["corrected_why"])


def _note(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.note(ticket, typed["note"])


def _ask_audit(case: Case) -> Questions:
    """A record that does not agree needs words for it."""
    found = [("agrees", Phrase("act.agrees")), ("disagrees", Phrase("act.disagrees"))]
    choice = Choice(found, case.typed.get("audit", ""), id="audit")
    told = case.t("followup.ask.audit_missing")

    def check(typed: Answers) -> Mapping[str, str]:
        missing = typed["audit"] == "disagrees" and not typed["audit_note"]
        return {"audit_note": told} if missing else {}

    rows = (case.row(choice, required=True), case.words("audit_note"))
    return Questions(rows, case.t("followup.ask.audit_how"), check)


def _audit(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.audit(ticket, typed["audit"] == "agrees", typed["audit_note"])


RECORD_DEEDS = (
    Deed("note", acts.Noted, _note, one_text("note")),
    Deed("audit", acts.Audited, _audit, _ask_audit),
    Deed("edit", acts.Corrected, _correct, _ask_corrections),
    Deed("undo", acts.Undone, by_itself(FollowUp.undo)),
)
"""What is done to the record."""
