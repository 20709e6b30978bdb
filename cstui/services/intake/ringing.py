"""Calls that a telephone switch tells of, and that open by themselves on an agent's screen."""

import unicodedata
from datetime import datetime, timedelta

from cstui.clock.instants import minute_text
from cstui.domain.errors import InputError
from cstui.domain.ringing import Ringing
from cstui.services.desk import Desk

FRESH = timedelta(minutes=10)
"""Nobody rings for longer: an older call is not put on a screen any more."""
_SLACK = timedelta(minutes=1)
"""A switch's clock differs by as much from ours."""
_LONGEST_PHONE = 40


def tell(
    desk: Desk, phone: str = "", rang: datetime | None = None, to: str | None = None
) -> Ringing:
    """Tell that a call comes in.

    Args:
        desk: whoever tells.
        phone: the caller's number as the switch knows it; empty for a hidden one.
        rang: when it rang; now, where nobody says.
        to: login of the agent whose telephone rings; whoever tells, where nobody says.

    Raises:
        InputError: `ringing_ahead` or `ringing_past`, or `as_unknown` when nobody here has that
            login; in a team of one, which names nobody, everybody is known.
    """
    now, agent = desk.clock.now(), to or desk.me.login
    people = desk.rules.settings.people
    if agent not in people and agent != desk.me.login and len(people) > 1:
        raise InputError("as_unknown", name=agent)
    rang = rang or now
    if rang > now + _SLACK:
        raise InputError("ringing_ahead", at=_written(rang, desk))
    if rang < now - FRESH:
        minutes = int(FRESH.total_seconds()) // 60
        raise InputError("ringing_past", at=_written(rang, desk), minutes=minutes)
    return desk.store.ringings.add(Ringing(agent, min(rang, now), _plain(phone)))


def take(desk: Desk) -> list[Ringing]:
    """The calls for me that nobody took yet, oldest first; each is given only once."""
    return desk.store.ringings.take(desk.me.login, desk.clock.now() - FRESH)


def _written(at: datetime, desk: Desk) -> str:
    return minute_text(at, desk.rules.zone)


def _plain(phone: str) -> str:
    """A telephone number of one short line, whatever a switch passes on."""
    letters = (" " if letter.isspace() else letter for letter in phone)
    kept = "".join(each for each in letters if unicodedata.category(each)[0] != "C")
    return " ".join(kept.split())[:_LONGEST_PHONE]
