"""What is done between the call and the solution."""

from cstui.domain import acts
from cstui.domain.ticket import Ticket
from cstui.i18n import Translator, language_of
from cstui.services.followup import FollowUp
from screens.followup.deed import REASON, Answers, Case, Deed, Questions, by_itself, one_text
from screens.kit.choice import Choice
from screens.kit.fields import Field
from screens.kit.language import Phrase
from screens.kit.options import Option

_WAYS = ("call", "online", "visit", "mail")
_SOON = "+2h"
"""Shows how a moment to come may be written."""


def _ask_reply(case: Case) -> Questions:
    # what is picked becomes part of the record, so the words are the team's, whoever reads this
    team = Translator(language_of(case.followup.settings.language, {}))
    ways = [team(f"followup.way.{way}") for way in _WAYS]
    rows = (
        case.row(Choice(ways, case.typed.get("way", ways[0]), free=True, id="way"), required=True),
        case.words("result"),
    )
    if not case.followup.is_late(case.look) and REASON not in case.typed:
        return Questions(rows)
    text = "followup.ask.late" if case.followup.is_late(case.look) else "followup.ask.anomalous"
    return Questions((*rows, case.words(REASON, required=True)), case.t(text))


def _reply(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.respond(ticket, typed["way"], typed["result"], typed.get(REASON, ""))


def _progress(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.progress(ticket, typed["text"])


def _ask_talk(case: Case) -> Questions:
    return Questions(
        (case.words("content", required=True), case.words("reaction"), case.words("next_action"))
    )


def _talk(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.talk(ticket, typed["content"], typed["reaction"], typed["next_action"])


def _ask_help(case: Case) -> Questions:
    """Of help that is being waited for, the latest is offered: its result is what comes next."""
    waited = case.state.helps[-1] if case.state.helps else acts.Helped("")
    whom = case.typed.get("whom", waited.whom)
    return Questions(
        (
            case.row(Choice(case.followup.teams, whom, free=True, id="whom"), required=True),
            case.words("asked", waited.asked),
            case.words("help_result"),
        )
    )


def _help(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.help(ticket, typed["whom"], typed["asked"], typed["help_result"])


def _ask_holder(case: Case) -> Questions:
    state, followup = case.state, case.followup
    people = [
        Option(person.login, person.shown, person.team)
        for person in followup.settings.people.values()
        if person.login != state.owner
    ]
    teams = [
        Option(team, team, Phrase("followup.whole_team"))
        for team in followup.teams
        if state.owner or team != state.team
    ]
    offered = [*people, *teams]
    to = Choice(offered, case.typed.get("to", ""), free=not offered, id="to")
    return Questions((case.row(to, required=True), case.words("why")), quick=True)


def _transfer(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.transfer(ticket, typed["to"], typed["why"])


def _ask_wait(case: Case) -> Questions:
    until = Field(case.typed.get("longest", ""), placeholder=_SOON, id="longest")
    return Questions((case.words("waits_for", required=True), case.row(until)), quick=True)


def _wait(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.wait(ticket, typed["waits_for"], typed["longest"])


def _ask_promise(case: Case) -> Questions:
    until = Field(case.typed.get("until", ""), placeholder=_SOON, id="until")
    return Questions((case.words("what", required=True), case.row(until, required=True)))


def _promise(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.promise(ticket, typed["what"], typed["until"])


def _explain(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.explain(ticket, typed[REASON])


WORK_DEEDS = (
    Deed("accept", acts.Accepted, by_itself(FollowUp.accept)),
    Deed("respond", acts.Responded, _reply, _ask_reply),
    Deed("progress", acts.Progressed, _progress, one_text("text")),
    Deed("talk", acts.Talked, _talk, _ask_talk),
    Deed("help", acts.Helped, _help, _ask_help),
    Deed("transfer", acts.Transferred, _transfer, _ask_holder),
    Deed("wait", acts.Waiting, _wait, _ask_wait, tells=True),
    Deed("resume", acts.Resumed, by_itself(FollowUp.resume)),
    Deed("promise", acts.Promised, _promise, _ask_promise, tells=True),
    Deed("keep", acts.Kept, by_itself(FollowUp.keep)),
    Deed("explain", acts.Explained, _explain, one_text(REASON)),
)
"""What is done on the way to a solution."""
