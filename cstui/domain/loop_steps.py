"""Closing the loop: from a customer who was not content to a measure of which it is known."""

from msgspec.structs import replace

from cstui.domain import acts
from cstui.domain.satisfaction import is_low, overall
from cstui.domain.state import Loop, State
from cstui.domain.ticket import Event, Source


def loop_step(state: State, event: Event) -> State:
    """The state after a rating, or after something was done about one.

    A low score opens a loop; a better one that answers it ends what nobody has begun yet. What a
    sheet tells is history and opens none.
    """
    loop, at = state.loop, event.at
    match event.act:
        case acts.Rated() as rated if is_low(rated):
            if event.source is not Source.IMPORTED:
                return replace(state, loop=Loop(at, _said(rated)))
        case acts.Rated() as rated if loop and not loop.started and overall(rated):
            return replace(state, loop=None)
        case acts.Reopened() if loop:
            return replace(state, loop=replace(loop, started=loop.started or at))
        case acts.MeasureSet() as measure:
            loop = loop or Loop(at)
            started = loop.started or at
            return replace(
                state,
                loop=Loop(loop.since, loop.words, started, measure=measure, measured=at),
            )
        case acts.MeasureChecked() as checked if loop and loop.measure:
            return replace(state, loop=replace(loop, checked=checked, checked_at=at))
    return state


def _said(rated: acts.Rated) -> str:
    return " ".join(filter(None, (rated.words, rated.improve, rated.suggestion)))
