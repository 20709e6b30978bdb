"""The facts of a ticket's rounds, which the figures are made of."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b

from msgspec import Struct

from cstui.clock.calendar import Calendar
from cstui.clock.course import Course
from cstui.clock.courses import acceptance
from cstui.clock.instants import epoch
from cstui.clock.policy import Policy
from cstui.domain.acts import ANOMALOUS, LATE, OVERALL, Provenance, Rated, Scale
from cstui.domain.facts import Flag, LoopEnd, RoundFacts, Verdict
from cstui.domain.state import Call, Loop, State
from cstui.domain.ticket import Ticket
from cstui.domain.traces import Traces
from cstui.services.deriving.calls import call_facts, solved_on_call
from cstui.services.deriving.clocks import business_seconds, clocks_of, waited_seconds
from cstui.services.deriving.deeds import Deeds, deeds_of

_SCALES = tuple(Scale)
_KEY_BYTES = 8
_NO_CALL = Call()


class Known(Struct, frozen=True):
    """A ticket, with what the facts of each of its rounds go by."""

    ticket: Ticket
    state: State
    courses: Sequence[Course]
    """Its clocks."""
    policy: Policy
    """The limits that hold for it."""
    calendar: Calendar
    """Counts its business seconds."""
    traces: Traces
    """By what its customer is found."""


def facts_of(known: Known) -> tuple[RoundFacts, ...]:
    """The facts of each round.

    What is the ticket's as a whole stands in each round, but the call only in the first, and a
    rating in the round in which it was given.
    """
    state = known.state
    whole = _Whole(
        _words(state),
        _seconds(None if state.status.is_open else state.round.left),
        _seconds(max((event.at for event in known.ticket.events), default=None)),
        caller_key(known.traces),
    )
    rounds = enumerate(deeds_of(known.ticket, state), 1)
    return tuple(_facts(number, deeds, known, whole) for number, deeds in rounds)


def caller_key(traces: Traces) -> int:
    """A number that stands for a customer, the same in every store and at every time.

    It is made of the telephone number, else of the customer's own; 0 where neither is known, as a
    name alone tells nobody for certain.
    """
    if not traces.identified:
        return 0
    text = f"p{traces.phone}" if traces.phone else f"n{traces.number}"
    hashed = blake2b(text.encode(errors="backslashreplace"), digest_size=_KEY_BYTES).digest()
    return int.from_bytes(hashed, "little")


class _Whole(Struct, frozen=True):
    """What stands in each round alike."""

    words: tuple[str, ...]
    ended: int
    touched: int
    caller: int


def _facts(number: int, deeds: Deeds, known: Known, whole: _Whole) -> RoundFacts:
    state, calendar = known.state, known.calendar
    each = state.rounds[number - 1]
    opened, resolved, responded = map(_seconds, (each.opened, each.ended, each.responded))
    clocks = clocks_of(course for course in known.courses if course.round == number)
    call = state.call if number == 1 else _NO_CALL
    spoken = call_facts(call)
    rated_at, rated = deeds.ratings[-1] if deeds.ratings else (None, _UNRATED)
    loop = deeds.loop
    return RoundFacts(
        opened=opened,
        responded=responded,
        resolved=resolved,
        submitted=_seconds(state.opened),
        ended=whole.ended,
        rated=_seconds(rated_at),
        response_due=clocks.response_due,
        resolution_due=clocks.resolution_due,
        update_due=clocks.update_due,
        response_business=business_seconds(calendar, opened, responded),
        resolution_business=business_seconds(calendar, opened, resolved),
        waited_business=waited_seconds(each, opened, resolved, calendar),
        assigned=_seconds(deeds.assigned),
        accepted=_seconds(deeds.accepted),
        handled=_seconds(call.saved if call.was_answered else None),
        revisited=_seconds(deeds.revisited(each)),
        loop_started=_seconds(loop.started if loop else None),
        touched=whole.touched,
        caller=whole.caller,
        words=whole.words,
        flags=_flags(state, number, deeds) | _rating_flags(rated),
        updates_met=clocks.updates_met,
        updates_breached=clocks.updates_breached,
        talk=spoken.talk,
        hold=spoken.hold,
        wrap=spoken.wrap,
        response=clocks.response,
        resolution=clocks.resolution,
        update=clocks.update,
        accept=_acceptance(number, deeds, known),
        greeting=clocks.greeting,
        round=number,
        transfers=deeds.transfers,
        **{column: rated.scores.get(name, 0) for column, name in _SCORES.items()},
        scale=_SCALES.index(rated.scale),
        loop=_loop_end(loop),
    )


def _acceptance(number: int, deeds: Deeds, known: Known) -> Verdict:
    """Whether whoever was given the ticket in a round took it on in time."""
    return acceptance(
        known.state,
        known.policy,
        known.calendar,
        number,
        assigned=deeds.assigned,
        accepted=deeds.accepted,
    )


_SCORES = {"score": OVERALL, **{name: name for name in ("attitude", "skill", "speed", "ease")}}
"""Columns of scores, and what each of them rates."""
_UNRATED = Rated(_SCALES[0])
"""Stands where nobody was asked."""


def _words(state: State) -> tuple[str, ...]:
    """The words by which figures are grouped, in the order of `facts.WORDS`."""
    header = state.header
    return (
        header.form, header.channel, header.category[0], header.priority,
        state.owner, state.team, header.customer.kind, header.category[1], state.cause,
    )  # fmt: skip


def _rating_flags(rated: Rated) -> Flag:
    if rated.provenance is Provenance.UNANSWERED:
        return Flag.UNANSWERED
    if not rated.scores.get(OVERALL):
        return Flag(0)
    estimate = rated.provenance is Provenance.ESTIMATE
    return Flag.RATED | Flag.ESTIMATE if estimate else Flag.RATED


def _flags(state: State, number: int, deeds: Deeds) -> Flag:
    """What is true of a round; of the call, in the first round only."""
    each, first = state.rounds[number - 1], number == 1
    told = (
        (Flag.OPEN, state.status.is_open),
        (Flag.LAST, number == len(state.rounds)),
        (Flag.FIRST, first),
        (Flag.CONFIRMED, each.confirmed is not None),
        (Flag.EXPLAINED_LATE, LATE in deeds.explained),
        (Flag.EXPLAINED_ODD, ANOMALOUS in deeds.explained),
        (Flag.AUDITED, deeds.agrees is not None),
        (Flag.AGREED, bool(deeds.agrees)),
        (Flag.ANSWERED, first and state.call.was_answered),
        (Flag.ABANDONED, first and state.call.abandoned),
        (Flag.ON_CALL, first and solved_on_call(state.call, each)),
    )
    return Flag(sum(flag.value for flag, holds in told if holds))


def _loop_end(loop: Loop | None) -> LoopEnd:
    """A loop that only began with a new round has nothing to check."""
    if loop is None or loop.measure is None:
        return LoopEnd.NONE
    if loop.checked is None:
        return LoopEnd.TO_CHECK
    return LoopEnd.MET if loop.checked.met else LoopEnd.MISSED


def _seconds(at: datetime | None) -> int:
    return 0 if at is None else epoch(at)
