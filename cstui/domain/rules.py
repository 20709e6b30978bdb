"""What may be done to a ticket as it stands."""

from cstui.domain import acts
from cstui.domain.errors import CstuiError, InputError
from cstui.domain.header import field_text
from cstui.domain.state import State, Status


def check(state: State, act: acts.Act) -> None:
    """Refuse an act that makes no sense now.

    Raises:
        InputError: says what to do instead.
    """
    problem = _problem(state, act)
    if problem:
        raise problem


def _problem(state: State, act: acts.Act) -> CstuiError | None:
    number = state.header.number
    match act:
        case acts.Resolved(solution) if not solution.strip():
            return InputError("solution_required")
        case acts.Progressed(text) | acts.Noted(text) if not text.strip():
            return InputError("text_required")
        case acts.Transferred(to) | acts.Assigned(to) if not to.strip():
            return InputError("owner_required")
        case acts.Transferred(to) if to == state.owner:
            return InputError("already_owner", owner=to)
        case acts.Waiting() if state.status is Status.WAITING:
            return InputError("already_waiting", number=number)
        case acts.Resumed() if state.status is not Status.WAITING:
            return InputError("not_waiting", number=number)
        case acts.Reopened() if state.status.is_open:
            return InputError("still_open", number=number)
        case acts.Noted() | acts.Rated() | acts.Corrected() | acts.Reopened() | acts.Undone():
            return None
        case acts.Caused() | acts.Explained() | acts.CallbackTried():
            return None
        case acts.ConfirmedByCustomer() if state.status is Status.RESOLVED:
            return None
        case _ if not state.status.is_open:
            return InputError("not_open", number=number)
    return None


def clashes(state: State, wanted: tuple[acts.Act, ...]) -> tuple[acts.Corrected, ...]:
    """The corrections whose old value is no longer what the ticket says."""
    return tuple(
        act
        for act in wanted
        if isinstance(act, acts.Corrected) and field_text(state.header, act.field) != act.old
    )
