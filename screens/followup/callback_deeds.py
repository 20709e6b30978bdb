"""Calling a customer back."""

from cstui.domain import acts
from cstui.domain.ticket import Ticket
from cstui.services.followup import FollowUp
from screens.followup.deed import Answers, Case, Deed, Questions
from screens.kit.choice import Choice
from screens.kit.fields import Field
from screens.kit.language import Phrase

_REACHED, _NOT_REACHED = "reached", "not_reached"
_SOON = "+2h"
"""Shows how a moment to come may be written."""


def _ask_call(case: Case) -> Questions:
    ways = [(way, Phrase(f"queue.call.{way}")) for way in (_REACHED, _NOT_REACHED)]
    again = Field(case.typed.get("call_again", ""), placeholder=_SOON, id="call_again")
    return Questions(
        (
            case.row(Choice(ways, case.typed.get("reached", _REACHED), id="reached")),
            case.words("call_result"),
            case.row(again),
        ),
        case.t("queue.call.text"),
    )


def _call(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    reached = typed["reached"] == _REACHED
    return followup.call_back(ticket, reached, typed["call_result"], typed["call_again"])


def _ask_agreement(case: Case) -> Questions:
    when = Field(case.typed.get("call_when", ""), placeholder=_SOON, id="call_when")
    about = case.state.header.subject or case.state.header.problem.summary
    return Questions((case.row(when, required=True), case.words("call_about", about)), quick=True)


def _agree(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.agree_callback(ticket, typed["call_when"], typed["call_about"])


CALLBACK_DEEDS = (
    Deed("call", acts.CallbackTried, _call, _ask_call, tells=True),
    Deed("agree_call", acts.CallbackSet, _agree, _ask_agreement, tells=True),
)
"""What is done about calls back."""
