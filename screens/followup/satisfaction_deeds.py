"""Asking how content the customer is, and what is done where they are not."""

from collections.abc import Mapping

from cstui.clock.instants import minute_text
from cstui.domain import acts
from cstui.domain.acts import OVERALL, Provenance, Rated, Scale
from cstui.domain.fold import fold
from cstui.domain.satisfaction import HIGHEST, dimensions_of, is_own, scale_of
from cstui.domain.ticket import Ticket
from cstui.services.followup import FollowUp
from screens.followup.deed import REASON, Answers, Ask, Case, Deed, Do, Known, Questions
from screens.followup.score_field import ScoreField
from screens.kit.choice import Choice
from screens.kit.dialogs.ask import Check
from screens.kit.fields import Field
from screens.kit.form import Labelled
from screens.kit.language import Phrase
from screens.kit.options import Option

_FIVE_SCORES = "satisfaction"
"""The form that asks for five scores, about whatever ticket."""
_A_MONTH = "+30d"
"""When a measure is checked, unless somebody says otherwise."""


def _asked(followup: FollowUp, ticket: Ticket) -> Known:
    return Known(asked=followup.asked_lately(ticket))


def _survey(form: str = "") -> Ask:
    """Asks as a form does, else as the ticket's own."""

    def ask(case: Case) -> Questions:
        asking = form or case.state.header.form
        rows = [_score(case, scale_of(asking), name) for name in dimensions_of(asking)]
        rows += [case.words("words"), case.words("improve"), case.words("suggestion")]
        rows.append(case.row(_provenance(case)))
        if said := _said_before(case):
            rows.append(case.words("again", required=True))
        if REASON in case.typed:
            rows.append(case.words(REASON, required=True))
            said = said or case.t("followup.ask.low")
        return Questions(tuple(rows), said, _check(case), quick=True)

    return ask


def _rate(form: str = "") -> Do:
    def rate(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
        asking = form or fold(ticket).header.form
        scores = {name: int(typed[name]) for name in dimensions_of(asking) if typed[name]}
        rated = Rated(
            scale_of(asking), scores, typed["words"], Provenance(typed["provenance"]),
            typed["improve"], typed["suggestion"], typed.get("again", ""),
        )  # fmt: skip
        return followup.rate(ticket, rated, typed.get(REASON, ""))

    return rate


def _score(case: Case, scale: Scale, name: str) -> Labelled:
    label = f"followup.score.{name}" if scale is Scale.FIVE else f"followup.levels.{scale.value}"
    score = ScoreField(case.typed.get(name, ""), highest=HIGHEST[scale], id=name)
    return Labelled(Phrase(label), score)


def _provenance(case: Case) -> Choice:
    offered = [Option(each.value, Phrase(f"followup.from.{each.value}")) for each in Provenance]
    chosen = case.typed.get("provenance", Provenance.CUSTOMER.value)
    return Choice(offered, chosen, id="provenance")


def _said_before(case: Case) -> str:
    """Why another question needs a reason; empty where it needs none."""
    before, asked = case.state.round_rating, case.known.asked
    if before and is_own(before):
        return case.t("followup.ask.rated_before")
    if asked is None or asked.number == case.look.ticket.number:
        return ""
    when = minute_text(asked.at, case.followup.settings.zone)
    return case.t("followup.ask.asked_before", time=when, number=asked.number)


def _check(case: Case) -> Check:
    """Wants the score that speaks for all, unless nobody answered."""
    told = case.t("followup.ask.score_missing")

    def check(typed: Answers) -> Mapping[str, str]:
        answered = typed["provenance"] != Provenance.UNANSWERED
        return {OVERALL: told} if answered and not typed[OVERALL] else {}

    return check


def _ask_measure(case: Case) -> Questions:
    followup = case.followup
    people = [
        Option(person.login, person.shown, person.team)
        for person in followup.settings.people.values()
    ]
    owner = case.typed.get("measure_owner", followup.me.login)
    loop = case.state.loop
    return Questions(
        (
            case.words("measure", required=True),
            case.words("discontent", loop.words if loop else "", required=True),
            case.row(Choice(people, owner, free=True, id="measure_owner"), required=True),
            case.row(Field(case.typed.get("due", _A_MONTH), id="due"), required=True),
        )
    )


def _set_measure(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.set_measure(
        ticket, typed["measure"], typed["measure_owner"], typed["due"], typed["discontent"]
    )


def _ask_check(case: Case) -> Questions:
    """Shows what was to be reached; one that was not needs a review."""
    loop = case.state.loop
    measure = loop.measure.measure if loop and loop.measure else ""
    found = [("met", Phrase("followup.met")), ("missed", Phrase("followup.missed"))]
    met = Choice(found, case.typed.get("found", ""), id="found")
    told = case.t("followup.ask.review_missing")

    def check(typed: Answers) -> Mapping[str, str]:
        missing = typed["found"] == "missed" and not typed["review"]
        return {"review": told} if missing else {}

    rows = (case.row(met, required=True), case.words("review"))
    return Questions(rows, case.t("followup.ask.measure_was", measure=measure), check)


def _check_measure(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    return followup.check_measure(ticket, typed["found"] == "met", typed["review"])


def _again(followup: FollowUp, ticket: Ticket, typed: Answers) -> Ticket:
    """A new round because the customer was not content, in their words."""
    loop = fold(ticket).loop
    return followup.reopen(ticket, loop.words if loop else "")


SATISFACTION_DEEDS = (
    Deed("rate", acts.Rated, _rate(), _survey(), _asked),
    Deed("survey", acts.Rated, _rate(_FIVE_SCORES), _survey(_FIVE_SCORES), _asked),
    Deed("measure", acts.MeasureSet, _set_measure, _ask_measure, tells=True),
    Deed("check", acts.MeasureChecked, _check_measure, _ask_check),
    Deed("again", acts.Reopened, _again),
)
"""How content the customer is, and what follows from it."""
