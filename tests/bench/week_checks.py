"""What is checked after a simulated week; each check gives what is wrong, one line each."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from cstui.clock.readings import Reading
from cstui.domain.acts import ClosedAsDuplicate, HasDuplicate
from cstui.domain.facts import Flag
from cstui.domain.ticket import Event, Ticket
from cstui.services.desk import Desk
from cstui.services.followup import FollowUp
from cstui.services.live_facts import LiveFacts
from data.resources import read
from tests.bench.hours import Hours
from tests.bench.recount import Count, Recount
from tests.bench.retelling import second, was_open
from tests.bench.week_rules import POLICIES, WORDS

_FIRST_DAY, _DAYS = date(2026, 4, 27), 150


def left_now(desk: Desk) -> int:
    """How many tickets have work left, by the facts that figures are made of."""
    rounds = LiveFacts(desk.store).rounds
    return int((rounds.last & rounds.flagged(Flag.OPEN)).sum())


def lost_acts(tickets: Iterable[Ticket], saved: Mapping[tuple[str, int], Event]) -> Iterable[str]:
    """What was acknowledged and is not there as it was, or is there without that.

    One thing is saved without being told to anybody: that a ticket has a duplicate. It is looked
    for wherever a ticket was closed as one.
    """
    there = {
        (ticket.number, place): event
        for ticket in tickets
        for place, event in enumerate(ticket.events)
    }
    for key, event in saved.items():
        if there.get(key) != event:
            yield f"{key}: {event} was acknowledged, {there.get(key)} is there"
    told = {
        (number, event.act.number)
        for (number, _), event in there.items()
        if isinstance(event.act, HasDuplicate)
    }
    for (number, place), event in there.items():
        if (number, place) not in saved and not isinstance(event.act, HasDuplicate):
            yield f"{number}: {event} was never acknowledged"
        if isinstance(event.act, ClosedAsDuplicate) and (event.act.of, number) not in told:
            yield f"{event.act.of} does not tell of {number}"


def wrong_clocks(tickets: Iterable[Ticket], desk: Desk) -> tuple[int, list[str]]:
    """How many clocks were counted once more, and those that stand otherwise."""
    followup = FollowUp(desk)
    (calendar,) = (each for each in read("calendars")["calendar"] if each["name"] == "cn")
    hours = Hours(calendar, _FIRST_DAY, _DAYS)
    recount = Recount(POLICIES, WORDS, hours, second(desk.clock.now()))
    compared, wrong = 0, []
    for ticket in tickets:
        shown = Counter(map(_count, followup.seen(ticket).readings))
        counted = Counter(recount.clocks(ticket))
        compared += counted.total()
        for what, odd in (("shown", shown - counted), ("counted", counted - shown)):
            wrong += [f"{ticket.number} {what} {each}" for each in odd]
    return compared, wrong


def _count(reading: Reading) -> Count:
    return Count(
        reading.clock.value,
        reading.round,
        second(reading.started),
        second(reading.ended) if reading.ended else None,
        reading.limit_s,
        reading.used_s,
        reading.stand.value,
        second(reading.due) if reading.due else None,
    )


def backlog_breaks(tickets: Iterable[Ticket], backlog: Sequence[int], start: datetime) -> list[str]:
    """Hours at whose end not so many tickets were left as before, with those that came and went."""
    came, went = Counter[int](), Counter[int]()
    for ticket in tickets:
        before = False
        for number, event in enumerate(ticket.events, 1):
            now = was_open(ticket, number)
            hour = (second(event.at) - second(start)) // 3600
            came[hour] += now and not before
            went[hour] += before and not now
            before = now
    return [
        f"hour {hour}: {before} + {came[hour]} - {went[hour]} is not {now}"
        for hour, (before, now) in enumerate(zip([0, *backlog[:-1]], backlog, strict=True))
        if before + came[hour] - went[hour] != now
    ]
