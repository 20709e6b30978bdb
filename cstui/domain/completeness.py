"""What an act has to say, before it can be added to a ticket."""

from cstui.domain import acts
from cstui.domain.errors import InputError
from cstui.domain.satisfaction import HIGHEST, is_own
from cstui.domain.state import State


def incomplete(state: State, act: acts.Act) -> InputError | None:
    """Why an act says too little as the ticket stands; None where it says enough."""
    match act:
        case acts.Resolved(solution) if _blank(solution):
            return InputError("solution_required")
        case acts.ClosedAsDuplicate(of) if of == state.header.number:
            return InputError("duplicate_of_itself", number=of)
        case acts.Transferred() | acts.Assigned():
            return _without_holder(state, act)
        case acts.Helped(whom, result, asked):
            return _without_words(whom, result + asked)
        case acts.MeasureSet(measure, owner):
            return InputError("owner_required") if _blank(owner) else _without_words(measure)
        case acts.MeasureChecked(met=False, note=note) if _blank(note):
            return InputError("review_required")
        case acts.Rated():
            return _rated_wrongly(state, act)
    return _without_text(act)


def _without_text(act: acts.Act) -> InputError | None:
    match act:
        case acts.Progressed(text) | acts.Noted(text) | acts.Talked(text) | acts.Promised(text):
            return _without_words(text)
        case acts.Waiting(text) | acts.Caused(text) | acts.Explained(_, text):
            return _without_words(text)
        case acts.Audited(agrees=False, note=text):
            return _without_words(text)
    return None


def _without_holder(state: State, act: acts.Transferred | acts.Assigned) -> InputError | None:
    if _blank(act.to + act.team):
        return InputError("owner_required")
    if isinstance(act, acts.Transferred) and (
        act.to == state.owner if act.to else (act.team == state.team and not state.owner)
    ):
        return InputError("already_owner", owner=act.to or act.team)
    return None


def _rated_wrongly(state: State, rated: acts.Rated) -> InputError | None:
    """Scores are the customer's own: the first ones stand, and others give a reason."""
    highest = HIGHEST[rated.scale]
    if any(not 1 <= score <= highest for score in rated.scores.values()):
        return InputError("bad_score", highest=highest)
    if not rated.scores and rated.provenance is not acts.Provenance.UNANSWERED:
        return InputError("score_required")
    before = state.round_rating
    if before and is_own(before) and _blank(rated.why):
        return InputError("already_rated", number=state.header.number)
    return None


def _without_words(*texts: str) -> InputError | None:
    return InputError("text_required") if any(map(_blank, texts)) else None


def _blank(text: str) -> bool:
    return not text.strip()
