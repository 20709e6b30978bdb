"""Plausible tickets for a throw-away store: the same seed gives the same tickets."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from cstui.domain import acts
from cstui.domain.people import Person, Role
from cstui.domain.satisfaction import is_low
from cstui.domain.ticket import Customer, Event, Header, Problem, Source, Ticket

_DAYS = 60
"""The tickets are spread over this many days before now."""
_FRESH_DAYS, _FRESH_SHARE = 2, 0.12
"""So many of them are not older than this, so that there is work left to look at."""
_CHECKED_AFTER = timedelta(days=10)
"""So long after a bad rating it is checked whether anything helped."""


@dataclass(frozen=True, slots=True)
class Samples:
    """What the tickets are made up of."""

    people: Sequence[Person]
    surnames: Sequence[str]
    titles: Sequence[str]
    channels: Sequence[str]
    problems: Sequence[Mapping[str, str]]
    """Type, subtype, problem, request, solution, priority, cause."""
    measures: Sequence[str]
    """What is done for customers who are not content."""


def samples_from(told: Mapping[str, Any]) -> Samples:
    """The samples that a resource holds."""
    people = [
        Person(one["login"], one["name"], Role(one.get("role", "agent")), one["team"])
        for one in told["people"]
    ]
    return Samples(
        people, told["surnames"], told["titles"], told["channels"], told["problems"],
        told["measures"],
    )  # fmt: skip


def made_up(samples: Samples, count: int, seed: int, now: datetime) -> Iterator[Ticket]:
    """So many tickets, about in the order of their opening, the last of them not yet solved."""
    dice = random.Random(seed)
    ages = sorted((_age(dice) for _ in range(count)), reverse=True)
    for age in ages:
        opened = _in_service_hours(now - timedelta(days=age), dice)
        if opened >= now:
            opened -= timedelta(days=1)
        yield _ticket(samples, dice, opened, now)


def _age(dice: random.Random) -> float:
    """Days since a ticket was opened."""
    if dice.random() < _FRESH_SHARE:
        return dice.random() * _FRESH_DAYS
    return dice.betavariate(1, 1.6) * _DAYS


def _in_service_hours(at: datetime, dice: random.Random) -> datetime:
    """Most people call while they are awake."""
    hour = min(max(round(dice.gauss(13, 3.5)), 7), 21)
    return at.replace(hour=hour, minute=dice.randrange(60), second=dice.randrange(60))


def _ticket(samples: Samples, dice: random.Random, opened: datetime, now: datetime) -> Ticket:
    problem = dice.choice(samples.problems)
    channel = dice.choices(samples.channels, weights=range(len(samples.channels), 0, -1))[0]
    agent = dice.choice(samples.people)
    events = _story(problem, channel == samples.channels[0], agent, samples, dice, opened)
    header = Header(
        form="hotline",
        channel=channel,
        category=(problem["type"], problem["subtype"]),
        priority=problem["priority"],
        customer=_customer(samples, dice),
        subject=problem["problem"],
        problem=Problem(text=problem["problem"]),
        request=problem["request"],
    )
    return Ticket(header, tuple(event for event in events if event.at <= now))


def _customer(samples: Samples, dice: random.Random) -> Customer:
    return Customer(
        name=dice.choice(samples.surnames) + dice.choice(samples.titles),
        phone=f"1{dice.choice((38, 39, 50, 86, 77))}{dice.randrange(10**8):08d}",
        number=f"C{dice.randrange(10**6):06d}",
        order=f"ORD{dice.randrange(10**9):09d}" if dice.random() < 0.6 else "",
    )


def _story(
    problem: Mapping[str, str],
    by_phone: bool,
    agent: Person,
    samples: Samples,
    dice: random.Random,
    opened: datetime,
) -> list[Event]:
    """What happened to a ticket, were there no end to time."""
    events: list[Event] = []
    at = opened

    def happens(act: acts.Act, after: float = 0) -> None:
        nonlocal at
        at += timedelta(seconds=round(after))
        events.append(Event(at, agent.login, act, Source.MEASURED))

    def follows_up(measure: str) -> None:
        due = at + _CHECKED_AFTER
        set_after = dice.lognormvariate(9.5, 0.8)
        happens(acts.MeasureSet(measure, agent.login, due, problem["cause"]), set_after)
        met = dice.random() < 0.8
        until_due = (due - at).total_seconds() * dice.uniform(0.7, 1.1)
        happens(acts.MeasureChecked(met, "" if met else problem["cause"]), until_due)

    if by_phone:
        happens(acts.Rang())
        happens(acts.Answered(), dice.lognormvariate(2.6, 0.8))
        happens(acts.Greeted(), dice.uniform(3, 12))
        happens(acts.Ended(), dice.lognormvariate(5.3, 0.6))
        happens(acts.Saved(), dice.lognormvariate(3.8, 0.5))
    else:
        happens(acts.Submitted())
        happens(acts.Responded(), dice.lognormvariate(6.5, 0.9))
    if dice.random() < 0.45:
        happens(acts.Resolved(problem["solution"]), dice.lognormvariate(5, 0.8))
    else:
        handler = dice.choice(samples.people)
        happens(acts.Assigned(handler.login, handler.team), 60)
        agent = handler
        happens(acts.Accepted(), dice.lognormvariate(7.5, 1))
        happens(acts.Progressed(problem["cause"]), dice.lognormvariate(8.5, 1))
        if dice.random() < 0.2:
            happens(acts.Waiting(problem["request"]), dice.lognormvariate(7, 1))
            happens(acts.Resumed(), dice.lognormvariate(10.5, 0.7))
        happens(acts.Resolved(problem["solution"]), dice.lognormvariate(10.5, 0.9))
    if _aftermath(happens, problem, dice):
        follows_up(dice.choice(samples.measures))
    return events


def _aftermath(
    happens: Callable[[acts.Act, float], None], problem: Mapping[str, str], dice: random.Random
) -> bool:
    """What comes after a solution: its confirmation, now and then a new round, a rating.

    Tells whether the customer was not content.
    """
    if dice.random() < 0.06:
        happens(acts.Reopened(problem["problem"]), dice.lognormvariate(10, 0.8))
        happens(acts.Responded(), dice.lognormvariate(7, 0.8))
        happens(acts.Resolved(problem["solution"]), dice.lognormvariate(10, 0.8))
    if dice.random() < 0.7:
        happens(acts.ConfirmedByCustomer(), dice.lognormvariate(8, 1))
    if dice.random() < 0.6:
        score = dice.choices((1, 2, 3, 4, 5), weights=(3, 6, 16, 40, 35))[0]
        rated = acts.Rated(acts.Scale.FIVE, {acts.OVERALL: score})
        happens(rated, dice.lognormvariate(9, 1))
        return is_low(rated)
    return False
