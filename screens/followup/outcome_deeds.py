"""What ends a round or begins another: solutions, duplicates, causes."""

import re

from cstui.domain import acts
from cstui.domain.ticket import Ticket
from cstui.services.followup import FollowUp
from screens.followup.deed import Answers, Case, Deed, Known, Questions, by_itself, one_text
from screens.kit.choice import Choice
from screens.kit.fields import Field
from screens.kit.language import Phrase
from screens.kit.options import Option

_BETWEEN_WHYS = re.compile("[;；]")
_WIDEST = 40
"""Letters of a ticket as it is offered."""


def _ask_solution(case: Case) -> Questions:
    answers = [("no", Phrase("followup.no")), ("yes", Phrase("followup.yes"))]
    confirmed = Choice(answers, case.typed.get("confirmed", "no"), id="confirmed")
    return Questions((case.words("solution", required=True), case.row(confirmed)))


def _resolve(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.resolve(ticket, typed["solution"], typed["confirmed"] == "yes")


def _reopen(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.reopen(ticket, typed["why"])


def _ask_cause(case: Case) -> Questions:
    return Questions(
        (
            case.words("root_cause", case.state.cause, required=True),
            case.words("remedy", case.state.measure),
            # a semicolon is for the next why here, not for a snippet
            case.row(Field(case.typed.get("whys", ""), id="whys")),
        )
    )


def _cause(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    whys = _BETWEEN_WHYS.split(typed["whys"])
    return followup.cause(ticket, typed["root_cause"], typed["remedy"], whys)


def _others(followup: FollowUp, ticket: Ticket) -> Known:
    """The customer's other tickets, of which this one may be a duplicate."""
    return Known(
        others=tuple(
            Option(other.number, f"{other.number} {other.header.problem.summary}"[:_WIDEST])
            for other in followup.others_of(ticket)
        )
    )


def _ask_other(case: Case) -> Questions:
    others = case.known.others
    first = others[0].value if others else ""
    number = Choice(others, case.typed.get("number", first), free=True, id="number")
    return Questions((case.row(number, required=True),))


def _close_as_duplicate(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.close_as_duplicate(ticket, typed["number"])


OUTCOME_DEEDS = (
    Deed("resolve", acts.Resolved, _resolve, _ask_solution),
    Deed("confirm", acts.ConfirmedByCustomer, by_itself(FollowUp.confirm)),
    Deed("reopen", acts.Reopened, _reopen, one_text("why")),
    Deed("cause", acts.Caused, _cause, _ask_cause),
    Deed("duplicate", acts.ClosedAsDuplicate, _close_as_duplicate, _ask_other, _others),
)
"""What ends the work, or begins it anew."""
