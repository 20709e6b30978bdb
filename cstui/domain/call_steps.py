"""What happens while the customer is on the telephone."""

from datetime import datetime

from msgspec.structs import replace

from cstui.domain import acts
from cstui.domain.state import Call, Span, State, ended
from cstui.domain.ticket import Event


def call_step(state: State, event: Event) -> State:
    """What happens while the customer is on the telephone, in the first call or a later one."""
    later = state.later_calls
    if state.call.saved and isinstance(event.act, acts.Rang):
        return replace(state, later_calls=(*later, Call(rang=event.at)))
    before = later[-1] if later else state.call
    call = _in_call(before, event)
    if call is before:
        return state
    return replace(state, later_calls=(*later[:-1], call)) if later else replace(state, call=call)


def _in_call(call: Call, event: Event) -> Call:
    at = event.at
    match event.act:
        case acts.Rang():
            call = replace(call, rang=at)
        case acts.Answered(known):
            call = replace(call, was_answered=True, answered=at if known else None)
        case acts.Abandoned():
            call = replace(call, abandoned=True)
        case acts.Greeted():
            call = replace(call, greeted=at)
        case acts.Identified():
            call = replace(call, identified=True)
        case acts.Confirmed():
            call = replace(call, confirmed=True)
        case acts.Upset():
            call = replace(call, upset=True)
        case acts.Held():
            call = replace(call, holds=(*call.holds, Span(at)))
        case acts.ResumedTalk():
            call = replace(call, holds=ended(call.holds, at))
        case acts.Ended():
            call = replace(call, ended=at, holds=ended(call.holds, at))
        case acts.Saved():
            call = _wrapped_up(call, at)
    return call


def _wrapped_up(call: Call, at: datetime) -> Call:
    """Only the first save ends the wrap-up; later ones are follow-up."""
    return call if call.saved else replace(call, saved=at)
