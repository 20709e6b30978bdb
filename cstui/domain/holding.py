"""Who held a ticket, and from when until when."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from cstui.domain import acts
from cstui.domain.fold import standing
from cstui.domain.ticket import Ticket

_ENDINGS = (
    acts.Resolved, acts.ConfirmedByCustomer, acts.Closed, acts.ClosedAsDuplicate, acts.Abandoned,
)  # fmt: skip
"""After which no work is left, until it begins anew."""
_TELLING = frozenset((
    *_ENDINGS, acts.Assigned, acts.Transferred, acts.Accepted,
    acts.Reopened, acts.Waiting, acts.Resumed,
))  # fmt: skip
"""What changes who holds a ticket."""


class Holding(Struct, frozen=True):
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
    done = False
    for event in standing(ticket.events):
        if since and type(event.act) not in _TELLING:
            continue
        now_owner, now_team, ends = owner, team, False
        match event.act:
            case acts.Assigned(to, of) | acts.Transferred(to=to, team=of):
                now_owner, now_team = to, of
            case acts.Accepted():
                now_owner = owner or event.by
            case acts.Reopened() | acts.Waiting() | acts.Resumed():
                done = False
            case _:
                ends = isinstance(event.act, _ENDINGS)
        done = done or ends
        since = since if since or done else event.at
        if since and (ends or (now_owner, now_team) != (owner, team)):
            yield Holding(owner, team, since, event.at)
            since = None if ends else event.at
        owner, team = now_owner, now_team
    if since:
        yield Holding(owner, team, since, None)
