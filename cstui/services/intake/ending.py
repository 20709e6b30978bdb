"""How a call ends: what each disposition asks for, and what it does to the ticket."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from msgspec import Struct

from cstui.domain import acts
from cstui.domain.assignment import Assignee, assignee, rule_for
from cstui.domain.dispositions import Disposition, Outcome
from cstui.domain.errors import FieldErrors, InputError
from cstui.domain.header import category_of
from cstui.ports import View, Viewer, Which
from cstui.services.desk import Desk
from cstui.services.intake.draft import Draft

_ALSO_REQUIRED = {
    Outcome.SOLVE: ("solution",),
    Outcome.CALL_BACK: ("customer.phone",),
}
_DETAILS = {Outcome.CALL_BACK: "when", Outcome.TRANSFER: "whom"}
_ABOUT_LETTERS = 80


class Ending(Struct, frozen=True):
    """What happens to a ticket as its record is saved."""

    done: tuple[acts.Act, ...] = ()
    solves: bool = True
    """Whether a solution that was typed solves the problem; else it is a step on the way."""
    assigned: Assignee | None = None
    """Whom the ticket is given to."""
    disposition: str = ""


def detail_of(disposition: Disposition) -> str:
    """What a disposition asks for beside the form: `when`, `whom`, or nothing."""
    return _DETAILS.get(disposition.outcome, "")


def required_for(desk: Desk, draft: Draft, disposition: Disposition | None) -> frozenset[str]:
    """The fields that must say something before a draft is saved in this way."""
    if disposition and disposition.outcome is Outcome.CLOSE:
        return frozenset()
    also = _ALSO_REQUIRED.get(disposition.outcome, ()) if disposition else ()
    if draft.continues:
        # the ticket that is there already says who calls and what about
        return frozenset(also) - {"customer.phone"}
    return frozenset((*desk.rules.settings.required.get(draft.form, ()), *also))


def assignee_of(desk: Desk, draft: Draft) -> Assignee | None:
    """Whom the team's rules give a ticket such as this; None where no rule fits. Reads loads."""
    values, settings = draft.values, desk.rules.settings
    category = category_of(values.get("category", ""))
    rule = rule_for(settings.assignment, draft.form, category, values.get("priority", ""))
    if rule is None:
        return None

    def load(login: str) -> int:
        return desk.store.page(View(Which.MINE, viewer=Viewer(login)), 0, 1).total

    return assignee(rule, settings.people.values(), load)


def ending_of(
    desk: Desk, draft: Draft, disposition: Disposition | None, detail: str, about: str
) -> Ending:
    """What follows from a disposition; without one, only what the form says.

    Args:
        desk: who ends the call.
        draft: the record.
        disposition: how the call ends; None where it is only saved.
        detail: when to call back, or the login of whom it is given to.
        about: the problem in a few words, for the call back.

    Raises:
        FieldErrors: when nobody is there to be given the ticket.
        InputError: when the detail cannot be read.
    """
    chosen = _chosen(desk, draft.values)
    if disposition is None:
        return Ending(tuple(_given(chosen)), assigned=chosen)
    name, me = disposition.name, Assignee(desk.me.login, desk.me.team)
    match disposition.outcome:
        case Outcome.SOLVE:
            return Ending(tuple(_given(chosen or me)), assigned=chosen or me, disposition=name)
        case Outcome.DISPATCH:
            given = chosen or assignee_of(desk, draft)
            if given is None:
                raise FieldErrors({"owner": InputError("no_rule")})
            return _working(name, given)
        case Outcome.TRANSFER:
            return _working(name, _person(desk, detail))
        case Outcome.CALL_BACK:
            due = _later(desk, detail)
            back = acts.CallbackSet(due, about[:_ABOUT_LETTERS])
            return _working(name, chosen or me, back)
        case Outcome.KEEP:
            return _working(name, me, acts.Accepted())
        case Outcome.CLOSE:
            return Ending(tuple(_closed(draft, name)), solves=False, disposition=name)


def later(desk: Desk, text: str) -> datetime:
    """The moment to come that a text means.

    Raises:
        InputError: when it means none.
    """
    # its patterns take a while to be made ready, which the start of a session need not wait for
    from cstui.clock.upcoming import parse_upcoming

    return parse_upcoming(text, desk.clock.now(), desk.rules.settings.zone)


def _later(desk: Desk, text: str) -> datetime:
    if not text.strip():
        raise InputError("when_required")
    moment = later(desk, text)
    # nobody is there to call outside working hours
    return desk.rules.calendars.on(moment.date()).within(moment)


def _working(name: str, given: Assignee, *further: acts.Act) -> Ending:
    """The ticket goes on with somebody."""
    return Ending((*_given(given), *further), False, given, name)


def _given(given: Assignee | None) -> Iterator[acts.Act]:
    if given:
        yield acts.Assigned(given.login, given.team)


def _chosen(desk: Desk, values: Mapping[str, str]) -> Assignee | None:
    """The owner whom the agent chose in the form."""
    owner = values.get("owner", "").strip()
    return Assignee(owner, desk.rules.person(owner).team) if owner else None


def _person(desk: Desk, detail: str) -> Assignee:
    login = detail.strip()
    if not login:
        raise InputError("owner_required")
    return Assignee(login, desk.rules.person(login).team)


def _closed(draft: Draft, name: str) -> Iterator[acts.Act]:
    """A call that nobody picked up was given up; a ticket that goes on is not closed by it."""
    if draft.call.rang and not draft.call.was_answered:
        yield acts.Abandoned()
    elif not draft.continues:
        yield acts.Closed(name)
