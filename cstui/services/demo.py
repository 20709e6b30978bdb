"""Plausible tickets for a throw-away store: the same seed gives the same tickets."""

import random
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct

from cstui.domain.people import Person, Role
from cstui.domain.ticket import Customer, Header, Problem, Ticket
from cstui.services.demo_story import Story, Telling

_DAYS = 60
"""The tickets are spread over this many days before now."""
_FRESH_DAYS, _FRESH_SHARE = 2, 0.12
"""So many of them are not older than this, so that there is work left to look at."""
_SEEN_AGAIN, _LATELY = 0.08, 150
"""So many of the tickets come from customers of the last ones, about the same."""
_MISSED = 0.06
"""Share of calls that nobody answers in time."""


class Samples(Struct, frozen=True):
    """What the tickets are made up of."""

    telling: Telling
    surnames: Sequence[str]
    titles: Sequence[str]
    channels: Sequence[str]
    """The telephone first."""
    problems: Sequence[Mapping[str, str]]
    """Type, subtype, problem, request, step, solution, priority, cause and form of each."""

    @property
    def people(self) -> Sequence[Person]:
        """Who works on them."""
        return self.telling.people


def samples_from(told: Mapping[str, Any]) -> Samples:
    """The samples that a resource holds."""
    people = [
        Person(one["login"], one["name"], Role(one.get("role", "agent")), one["team"])
        for one in told["people"]
    ]
    telling = Telling(
        people,
        told["measures"],
        told["late"],
        told["odd"],
        told["differs"],
        told["promise"],
        told["transfer"],
    )
    return Samples(telling, told["surnames"], told["titles"], told["channels"], told["problems"])


def made_up(samples: Samples, count: int, seed: int, now: datetime) -> Iterator[Ticket]:
    """So many tickets, about in the order of their opening, the last of them not yet solved."""
    dice = random.Random(seed)
    ages = sorted((_age(dice) for _ in range(count)), reverse=True)
    known: deque[_Request] = deque(maxlen=_LATELY)
    for age in ages:
        opened = _in_service_hours(now - timedelta(days=age), dice)
        if opened >= now:
            opened -= timedelta(days=1)
        again = known and dice.random() < _SEEN_AGAIN
        request = dice.choice(known) if again else _request(samples, dice)
        known.append(request)
        yield _ticket(samples, request, dice, opened, now)


def _age(dice: random.Random) -> float:
    """Days since a ticket was opened."""
    if dice.random() < _FRESH_SHARE:
        return dice.random() * _FRESH_DAYS
    return dice.betavariate(1, 1.6) * _DAYS


def _in_service_hours(at: datetime, dice: random.Random) -> datetime:
    """Most people call while they are awake."""
    hour = min(max(round(dice.gauss(13, 3.5)), 7), 21)
    return at.replace(hour=hour, minute=dice.randrange(60), second=dice.randrange(60))


class _Request(Struct, frozen=True):
    """Who asks, and for what."""

    customer: Customer
    problem: Mapping[str, str]


def _request(samples: Samples, dice: random.Random) -> _Request:
    return _Request(_customer(samples, dice), dice.choice(samples.problems))


def _ticket(
    samples: Samples, request: _Request, dice: random.Random, opened: datetime, now: datetime
) -> Ticket:
    channel = dice.choices(range(len(samples.channels)), range(len(samples.channels), 0, -1))[0]
    problem = request.problem
    story = Story(samples.telling, problem, dice, opened, (now - opened) / timedelta(days=1))
    header = Header(
        form="hotline" if channel == 0 else problem["form"],
        channel=samples.channels[channel],
        category=(problem["type"], problem["subtype"]),
        priority=problem["priority"],
        customer=request.customer,
        subject=problem["problem"],
        problem=Problem(text=problem["problem"]),
        request=problem["request"],
    )
    if channel:
        story.message(channel)
    elif dice.random() < _MISSED:
        story.missed_call()
        header = Header(form="hotline", channel=header.channel, customer=header.customer)
    else:
        story.call()
    return Ticket(header, tuple(event for event in story.events if event.at <= now))


def _customer(samples: Samples, dice: random.Random) -> Customer:
    return Customer(
        name=dice.choice(samples.surnames) + dice.choice(samples.titles),
        phone=f"1{dice.choice((38, 39, 50, 86, 77))}{dice.randrange(10**8):08d}",
        number=f"C{dice.randrange(10**6):06d}",
        order=f"ORD{dice.randrange(10**9):09d}" if dice.random() < 0.6 else "",
    )
