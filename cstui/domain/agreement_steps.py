"""What was agreed: promises and calls back with the customer, help with other departments."""

from datetime import datetime

from msgspec.structs import replace

from cstui.domain import acts
from cstui.domain.state import Pledge, State
from cstui.domain.ticket import Event


def agreement_step(state: State, event: Event) -> State:
    """The state after something was agreed, or came of what had been."""
    match event.act:
        case acts.Promised(what, until):
            pledges = (*_settled(state.pledges, event.at), Pledge(what, until, event.at))
            return replace(state, promise=event.act, promised=event.at, pledges=pledges)
        case acts.Kept():
            pledges = _settled(state.pledges, event.at, kept=True)
            return replace(state, promise=None, promised=None, pledges=pledges)
        case acts.CallbackSet():
            return replace(state, callback=event.act, callback_set=event.at)
        case acts.CallbackTried(_, reached):
            return replace(state, callback=None, callback_set=None) if reached else state
        case acts.Helped(whom, result):
            others = tuple(each for each in state.helps if each.whom != whom)
            return replace(state, helps=others if result else (*others, event.act))
        case _:
            return state


def _settled(
    pledges: tuple[Pledge, ...], at: datetime, *, kept: bool = False
) -> tuple[Pledge, ...]:
    """The promises with the standing one, if any, kept or replaced."""
    if pledges and pledges[-1].ended is None:
        return (*pledges[:-1], replace(pledges[-1], ended=at, kept=kept))
    return pledges
