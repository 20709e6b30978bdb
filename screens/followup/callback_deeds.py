"""Calling a customer back."""

from cstui.domain import acts
from cstui.domain.ticket import Ticket
from cstui.services.followup import FollowUp
from screens.followup.deed import Answers, Case, Deed, Known, Questions
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


def _due(followup: FollowUp, ticket: Ticket) -> Known:
    """Says no at once where nobody is to be called."""
    followup.callback_of(ticket)
    return Known()


CALLBACK_DEEDS = (Deed("call", acts.CallbackTried, _call, _ask_call, _due, tells=True),)
"""What is done about calls back."""
