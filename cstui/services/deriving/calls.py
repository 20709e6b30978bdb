"""The facts of the call with which a ticket began."""

from datetime import datetime

from msgspec import Struct

from cstui.domain.state import Call, Round


class CallFacts(Struct, frozen=True):
    """How long the parts of a call took, in seconds; 0 where it is not known."""

    talk: int = 0
    """Holds left out."""
    hold: int = 0
    wrap: int = 0


def call_facts(call: Call) -> CallFacts:
    """The parts of a call; a time that was written down wrongly gives none."""
    hold = sum(_seconds(span.start, span.end) for span in call.holds)
    talked = _seconds(call.answered, call.ended)
    return CallFacts(max(0, talked - hold), hold, _seconds(call.ended, call.saved))


def solved_on_call(call: Call, first: Round) -> bool:
    """Whether we claim to have solved it on first contact: before the call's record was done."""
    end = call.saved or call.ended
    return call.was_answered and bool(end and first.resolved and first.resolved <= end)


def _seconds(start: datetime | None, end: datetime | None) -> int:
    return max(0, int((end - start).total_seconds())) if start and end else 0
