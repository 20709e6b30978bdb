"""Erlang C: how many agents a number of calls needs.

It takes calls to come at random and evenly through an interval, agents to be equally quick, and
nobody to hang up, however long the wait; so where many do hang up, it asks for too many agents.

Source: A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in
automatic telephone exchanges" (1917).
"""

from collections.abc import Iterator
from itertools import count, islice
from math import ceil, exp

from msgspec import Struct


class Load(Struct, frozen=True):
    """The calls of an interval."""

    calls: float
    """How many come in the interval."""
    interval_s: float
    handling_s: float
    """Talk, hold and wrap-up of a call; more than 0."""

    @property
    def erlangs(self) -> float:
        """How many agents would be busy all the time."""
        return self.calls * self.handling_s / self.interval_s


class Goal(Struct, frozen=True):
    """What is to be reached."""

    share: float = 0.8
    """Of the calls, below 1."""
    within_s: float = 20
    """Within so many seconds they are to be answered."""
    shrinkage: float = 0.0
    """Share of paid time in which agents are not at the telephone, from 0 to below 1."""
    max_occupancy: float = 1.0
    """Of the time of agents at the telephone, above 0 and at most 1."""

    def __post_init__(self) -> None:
        sound = 0 <= self.share < 1 and 0 <= self.shrinkage < 1 and 0 < self.max_occupancy <= 1
        if not sound:
            raise ValueError(f"no such goal: {self}")


class Outlook(Struct, frozen=True):
    """What some agents make of a load."""

    agents: int
    """At the telephone."""
    staff: int
    """To be paid, shrinkage included."""
    waiting: float
    """Share of the calls that wait at all."""
    service_level: float
    """Share of the calls answered within the goal's time."""
    answer_s: float | None
    """Mean wait; None where it grows for ever."""
    occupancy: float
    """Share of their time that agents are busy."""


def outlook(load: Load, agents: int, goal: Goal) -> Outlook:
    """What a number of agents makes of a load; at least one where there are calls."""
    return _told(load, agents, goal, next(islice(_blocked(load.erlangs), agents, None)))


def needed(load: Load, goal: Goal) -> Outlook:
    """The fewest agents that reach a goal; none where there are no calls."""
    for agents, blocked in zip(count(), _blocked(load.erlangs), strict=False):
        told = _told(load, agents, goal, blocked)
        if told.service_level >= goal.share and told.occupancy <= goal.max_occupancy:
            return told
    raise AssertionError("more agents always answer sooner")


def _blocked(erlangs: float) -> Iterator[float]:
    """Erlang B for 0, 1, 2, … agents: the share of calls that find all of them busy."""
    blocked = 1.0
    for agents in count(1):
        yield blocked
        blocked = erlangs * blocked / (agents + erlangs * blocked)


def _told(load: Load, agents: int, goal: Goal, blocked: float) -> Outlook:
    erlangs = load.erlangs
    staff = _rounded_up(agents / (1 - goal.shrinkage))
    spare = agents - erlangs
    if erlangs == 0:
        return Outlook(agents, staff, 0.0, 1.0, 0.0, 0.0)
    if spare <= 0:
        return Outlook(agents, staff, 1.0, 0.0, None, 1.0)
    waiting = agents * blocked / (agents - erlangs * (1 - blocked))
    return Outlook(
        agents,
        staff,
        waiting,
        service_level=1 - waiting * exp(-spare * goal.within_s / load.handling_s),
        answer_s=waiting * load.handling_s / spare,
        occupancy=erlangs / agents,
    )


def _rounded_up(number: float) -> int:
    """The next whole number, but the number itself where only rounding made it more."""
    nearest = round(number)
    return nearest if abs(number - nearest) < 1e-9 else ceil(number)
