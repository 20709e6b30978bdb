"""What was done in each round of a ticket, as far as its state keeps only the last of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cstui.domain import acts
from cstui.domain.acts import Provenance, Rated
from cstui.domain.fold import standing
from cstui.domain.loop_steps import loop_step
from cstui.domain.state import Loop, Round, State
from cstui.domain.ticket import Event, Ticket


@dataclass(slots=True)
class Deeds:
    """What was done in one round."""

    assigned: datetime | None = None
    """When the holder was given the ticket who first took it on, else the last one."""
    accepted: datetime | None = None
    """When a holder first took it on."""
    transfers: int = 0
    ratings: list[tuple[datetime, Rated]] = field(default_factory=list)
    explained: set[str] = field(default_factory=set)
    """What reasons were given for."""
    agrees: bool | None = None
    """Whether the record agreed when it was last checked; None where nobody did."""
    loop: Loop | None = None
    """What was done about a customer who was not content in this round."""

    def revisited(self, each: Round) -> datetime | None:
        """When the customer was first asked after the solution how content they are.

        Being asked in vain counts, an estimate of ours does not.
        """
        solved = each.resolved or each.confirmed
        if solved is None:
            return None
        asked = (at for at, rated in self.ratings if rated.provenance is not Provenance.ESTIMATE)
        return next((at for at in asked if at >= solved), None)


def deeds_of(ticket: Ticket, state: State) -> list[Deeds]:
    """What was done in each round; an assignment that nobody took on goes on into the next."""
    rounds = list(_by_round(standing(ticket.events)))
    deeds: list[Deeds] = []
    pending: datetime | None = None
    for events in rounds:
        deeds.append(_deeds(events, pending))
        pending = None if deeds[-1].accepted else deeds[-1].assigned
    for one, loop in zip(deeds, _loops(rounds, state), strict=True):
        one.loop = loop
    return deeds


def _by_round(events: Sequence[Event]) -> Iterator[Sequence[Event]]:
    """The events of each round; all but the first begin with a reopening."""
    start = 0
    for place, event in enumerate(events):
        if isinstance(event.act, acts.Reopened):
            yield events[start:place]
            start = place
    yield events[start:]


def _deeds(events: Iterable[Event], pending: datetime | None) -> Deeds:
    done = Deeds(pending)
    for event in events:
        match event.act:
            case acts.Assigned() if not done.accepted:
                done.assigned = event.at
            case acts.Transferred():
                done.transfers += 1
                if not done.accepted:
                    done.assigned = event.at
            case acts.Accepted():
                done.accepted = done.accepted or event.at
            case Rated() as rated:
                done.ratings.append((event.at, rated))
            case acts.Explained(what):
                done.explained.add(what)
            case acts.Audited(agrees):
                done.agrees = agrees
    return done


def _loops(rounds: Sequence[Iterable[Event]], state: State) -> list[Loop | None]:
    """The last loop of each round, by the round in which it began, as it stands now."""
    if len(rounds) == 1:
        return [state.loop]
    found: list[Loop | None] = [None] * len(rounds)
    place, now = 0, State(state.header)
    for number, events in enumerate(rounds):
        for event in events:
            before, now = now.loop, loop_step(now, event)
            if now.loop and (before is None or before.since != now.loop.since):
                place = number
            if now.loop is not before:
                found[place] = now.loop
    return found
