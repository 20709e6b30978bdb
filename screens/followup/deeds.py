"""What can be done to a ticket: for each, what is asked for and which service does it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cstui.domain import acts
from cstui.domain.header import field_text
from cstui.domain.state import State, Status
from cstui.domain.ticket import Ticket
from cstui.i18n import Translator, language_of
from cstui.services.followup import FollowUp
from screens.kit.choice import Choice
from screens.kit.fields import Field
from screens.kit.form import Labelled
from screens.kit.language import Phrase
from screens.kit.options import Option

Answers = Mapping[str, str]
"""What was typed, by the name of its field."""
Ask = Callable[[FollowUp, State, Answers], Sequence[Labelled]]
"""Gives the fields to fill in, with what was typed before."""
Do = Callable[[FollowUp, Ticket, Answers], Ticket]
"""Saves what was typed."""

_WAYS = ("call", "online", "visit", "mail")
_CORRECTED = {
    "subject": "subject",
    "category": "category",
    "priority": "priority",
    "name": "customer.name",
    "phone": "customer.phone",
    "request": "request",
}
"""Fields of the header that can be corrected, by the name of what asks for them."""


def _nothing(followup: FollowUp, state: State, typed: Answers) -> Sequence[Labelled]:
    return ()


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be done to a ticket."""

    name: str
    """Its phrase below `followup.`."""
    kind: type[acts.Act]
    """What becomes of it."""
    do: Do
    """Saves it."""
    ask: Ask = _nothing
    """The fields to fill in first; none where nothing needs to be said."""


def deed_of(name: str, state: State) -> Deed:
    """What a key does to a ticket as it stands."""
    resumes = name == "wait" and state.status is Status.WAITING
    return DEEDS["resume" if resumes else name]


def _ask_reply(followup: FollowUp, state: State, typed: Answers) -> Sequence[Labelled]:
    # what is picked becomes part of the record, so the words are the team's, whoever reads this
    team = Translator(language_of(followup.settings.language, {}))
    ways = [team(f"followup.way.{way}") for way in _WAYS]
    return (
        _row(Choice(ways, typed.get("way", ways[0]), free=True, id="way"), required=True),
        _row(Field(typed.get("result", ""), id="result")),
    )


def _ask_holder(followup: FollowUp, state: State, typed: Answers) -> Sequence[Labelled]:
    people = [
        Option(person.login, person.shown, person.team)
        for person in followup.settings.people.values()
        if person.login != state.owner
    ]
    return (
        _row(Choice(people, typed.get("to", ""), free=not people, id="to"), required=True),
        _row(Field(typed.get("why", ""), id="why")),
    )


def _ask_solution(followup: FollowUp, state: State, typed: Answers) -> Sequence[Labelled]:
    answers = [("no", Phrase("followup.no")), ("yes", Phrase("followup.yes"))]
    return (
        _row(Field(typed.get("solution", ""), id="solution"), required=True),
        _row(Choice(answers, typed.get("confirmed", "no"), id="confirmed")),
    )


def _ask_corrections(followup: FollowUp, state: State, typed: Answers) -> Sequence[Labelled]:
    offered = {
        "category": followup.settings.categories,
        "priority": followup.settings.priorities,
    }

    def field(name: str) -> Field:
        of_header = _CORRECTED[name]
        value = typed.get(name, followup.shown(of_header, field_text(state.header, of_header)))
        if name in offered:
            return Choice(offered[name], value, free=True, id=name)
        return Field(value, id=name)

    return [_row(field(name)) for name in _CORRECTED]


def _ask_words(name: str) -> Ask:
    """Asks for one text, which has to be there."""

    def ask(followup: FollowUp, state: State, typed: Answers) -> Sequence[Labelled]:
        return (_row(Field(typed.get(name, ""), id=name), required=True),)

    return ask


def _row(field: Field, *, required: bool = False) -> Labelled:
    return Labelled(Phrase(f"followup.ask.{field.id}"), field, required=required)


def _reply(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.respond(ticket, typed["way"], typed["result"])


def _progress(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.progress(ticket, typed["text"])


def _transfer(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.transfer(ticket, typed["to"], typed["why"])


def _resolve(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.resolve(ticket, typed["solution"], typed["confirmed"] == "yes")


def _reopen(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.reopen(ticket, typed["why"])


def _wait(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.wait(ticket, typed["waits_for"])


def _note(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.note(ticket, typed["note"])


def _correct(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.correct(ticket, {_CORRECTED[name]: value for name, value in typed.items()})


def _by_itself(do: Callable[[FollowUp, Ticket], Ticket]) -> Do:
    """A service that needs no words."""
    return lambda followup, ticket, typed: do(followup, ticket)


DEEDS = {
    deed.name: deed
    for deed in (
        Deed("respond", acts.Responded, _reply, _ask_reply),
        Deed("progress", acts.Progressed, _progress, _ask_words("text")),
        Deed("transfer", acts.Transferred, _transfer, _ask_holder),
        Deed("resolve", acts.Resolved, _resolve, _ask_solution),
        Deed("confirm", acts.ConfirmedByCustomer, _by_itself(FollowUp.confirm)),
        Deed("reopen", acts.Reopened, _reopen, _ask_words("why")),
        Deed("wait", acts.Waiting, _wait, _ask_words("waits_for")),
        Deed("resume", acts.Resumed, _by_itself(FollowUp.resume)),
        Deed("accept", acts.Accepted, _by_itself(FollowUp.accept)),
        Deed("note", acts.Noted, _note, _ask_words("note")),
        Deed("edit", acts.Corrected, _correct, _ask_corrections),
        Deed("undo", acts.Undone, _by_itself(FollowUp.undo)),
    )
}
"""All that can be done, by name."""
