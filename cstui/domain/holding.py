"""Who held a ticket, and from when until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from cstui.domain import acts
from cstui.domain.fold import standing
from cstui.domain.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Holding:
    """A stretch during which one holder had a ticket on which work was left."""

    owner: str
    """Login; empty where only the team is known, or nobody."""
    team: str
    start: datetime
    end: datetime | None
    """None where they still have it."""


def holdings(ticket: Ticket) -> list[Holding]:
    """Who held a ticket, one after the other, from its request on; solved ones nobody holds."""
    return [one for one in _holdings(ticket) if one.end is None or one.end > one.start]


def _holdings(ticket: Ticket) -> Iterator[Holding]:
    owner = team = ""
    since: datetime | None = None
    for event in standing(ticket.events):
        now_owner, now_team, ends = owner, team, False
        match event.act:
            case acts.Assigned(to, of) | acts.Transferred(to=to, team=of):
                now_owner, now_team = to, of
            case acts.Accepted():
                now_owner = owner or event.by
            case acts.Resolved() | acts.Closed() | acts.ClosedAsDuplicate():
                ends = True
            case acts.Reopened():
                since = event.at
        since = since if since or ends else event.at
        if since and (ends or (now_owner, now_team) != (owner, team)):
            yield Holding(owner, team, since, event.at)
            since = None if ends else event.at
        owner, team = now_owner, now_team
    if since:
        yield Holding(owner, team, since, None)
