"""What happens to a made-up ticket, from the request to what the customer says of it in the end."""

import random
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from cstui.domain import acts
from cstui.domain.people import Person, Role
from cstui.domain.satisfaction import is_low
from cstui.domain.ticket import Event, Source

_CHECKED_AFTER = timedelta(days=10)
"""So long after a bad rating it is checked whether anything helped."""
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
_RING_S, _BUSY_RING_S = 8, 16
"""How long the telephone rings until somebody answers, half of the time."""
_BUSY_HOURS = frozenset({10, 11, 19, 20})
_REPLY_S = (2 * _MINUTE, 6 * _MINUTE, 14 * _MINUTE)
"""Half of the first replies take longer, by channel after the telephone."""
_SOLVED_S = {"at_once": 5 * _MINUTE, "question": 40 * _MINUTE, "case": 8 * _HOUR}
"""How long the work on a ticket takes, half of the time."""


class Telling(Struct, frozen=True):
    """Words of which a story is told."""

    people: Sequence[Person]
    measures: Sequence[str]
    """What is done for customers who are not content."""
    late: Sequence[str]
    """Why a reply was late."""
    odd: Sequence[str]
    """Why a case was unusual."""
    differs: Sequence[str]
    """What did not agree when a record was checked."""
    promise: str
    """What customers are promised."""
    transfer: str
    """Why a ticket goes to somebody else."""


class Story:
    """The events of one ticket, were there no end to time.

    Args:
        telling: the words.
        problem: what the ticket is about: solution, request, steps, cause, and whether it is a
            `question`, which is mostly answered at once.
        dice: decides what happens.
        opened: when the request reached us.
        age: days since then, of which the older ones went faster.
    """

    def __init__(
        self,
        telling: Telling,
        problem: Mapping[str, str],
        dice: random.Random,
        opened: datetime,
        age: float,
    ) -> None:
        self.events: list[Event] = []
        self._telling, self._problem, self._dice = telling, problem, dice
        self._at, self._age = opened, age
        self._who = dice.choice(telling.people)
        self._hour = opened.hour

    def missed_call(self) -> None:
        """Nobody answers in time."""
        self._happens(acts.Rang())
        self._happens(acts.Abandoned(), self._about(25, 0.7))

    def call(self) -> None:
        """A call, and whatever it takes afterwards."""
        busy = self._hour in _BUSY_HOURS
        self._happens(acts.Rang())
        self._happens(acts.Answered(), self._about(_BUSY_RING_S if busy else _RING_S, 0.5))
        self._happens(acts.Greeted(), self._dice.uniform(3, 10.8))
        if self._by_chance(0.15):
            self._happens(acts.Held(), self._about(90, 0.4))
            self._happens(acts.ResumedTalk(), self._about(45, 0.5))
        self._happens(acts.Ended(), self._about(190, 0.5))
        solved = self._by_chance(0.85 if self._is_question else 0.3)
        if solved:
            self._happens(acts.Assigned(self._who.login, self._who.team))
            self._happens(acts.Resolved(self._problem["solution"]))
        self._happens(acts.Saved(), self._about(45, 0.4))
        if not solved:
            self._give_to_somebody()
            self._work()
        self._aftermath()
        if self._by_chance(0.08):
            self._spot_check()

    def message(self, channel: int) -> None:
        """A request in writing, and its reply; channels are counted from 1."""
        self._happens(acts.Submitted())
        usual = _REPLY_S[min(channel, len(_REPLY_S)) - 1]
        wait = self._about(usual * (2 if self._hour in _BUSY_HOURS else 1), 0.5)
        self._happens(acts.Assigned(self._who.login, self._who.team), wait * 0.4)
        self._happens(acts.Accepted(), wait * 0.4)
        self._happens(acts.Responded(), wait * 0.2)
        if wait > 30 * _MINUTE and self._by_chance(0.7):
            why = self._dice.choice(self._telling.late)
            self._happens(acts.Explained(acts.LATE, why), 5 * _MINUTE)
        if self._by_chance(0.8 if self._is_question else 0.2):
            solution = acts.Resolved(self._problem["solution"])
            self._happens(solution, self._about(_SOLVED_S["at_once"], 0.5))
        else:
            if self._by_chance(0.5):
                self._give_to_somebody()
            self._work()
        self._aftermath()

    @property
    def _is_question(self) -> bool:
        return "question" in self._problem

    def _work(self) -> None:
        """The case is seen through, or handed over on the way."""
        usual = _SOLVED_S["question" if self._is_question else "case"]
        slower = 1 + max(0.0, 30 - self._age) / 60  # the last month has been a busy one
        took = self._about(usual, 0.6) * slower
        promised = not self._is_question and self._by_chance(0.4)
        if promised:
            until = self._at + timedelta(seconds=round(usual * 1.8))
            self._happens(acts.Promised(self._telling.promise, until), took * 0.05)
        self._happens(acts.Progressed(self._problem["step"]), took * 0.25)
        if self._by_chance(0.12):
            self._who = self._dice.choice(self._telling.people)
            why = self._telling.transfer
            self._happens(acts.Transferred(self._who.login, why, self._who.team), took * 0.05)
            self._happens(acts.Accepted(), self._about(20 * _MINUTE, 0.6))
        if self._by_chance(0.2):
            self._happens(acts.Waiting(self._problem["request"]), took * 0.1)
            self._happens(acts.Resumed(), took * 0.3)
        self._happens(acts.Progressed(self._problem["step"]), took * 0.3)
        if promised:
            self._happens(acts.Kept(), took * 0.1)
        if self._by_chance(0.7):
            cause = acts.Caused(self._problem["cause"], self._dice.choice(self._telling.measures))
            self._happens(cause, took * 0.02)
        self._happens(acts.Resolved(self._problem["solution"]), took * 0.2)
        if took > 2 * usual and self._by_chance(0.7):
            why = self._dice.choice(self._telling.odd)
            self._happens(acts.Explained(acts.ANOMALOUS, why), _HOUR)

    def _give_to_somebody(self) -> None:
        self._who = self._dice.choice(self._telling.people)
        self._happens(acts.Assigned(self._who.login, self._who.team), _MINUTE)
        self._happens(acts.Accepted(), self._about(25 * _MINUTE, 0.8))

    def _aftermath(self) -> None:
        """What comes after a solution: a new round now and then, its confirmation, a rating."""
        if self._by_chance(0.05):
            self._happens(acts.Reopened(self._problem["problem"]), self._about(8 * _HOUR, 0.6))
            self._happens(acts.Responded(), self._about(10 * _MINUTE, 0.5))
            self._happens(acts.Resolved(self._problem["solution"]), self._about(3 * _HOUR, 0.5))
        if self._by_chance(0.7):
            self._happens(acts.ConfirmedByCustomer(), self._about(_HOUR, 0.8))
        if self._by_chance(0.6):
            self._rating()

    def _rating(self) -> None:
        """The customer is asked; who is not content is followed up."""
        rated = self._answer()
        self._happens(rated, self._about(4 * _HOUR, 1))
        if is_low(rated):
            self._follow_up()

    def _answer(self) -> acts.Rated:
        dice = self._dice
        if self._by_chance(0.3):
            return acts.Rated(acts.Scale.FIVE, provenance=acts.Provenance.UNANSWERED)
        if self._by_chance(0.15):
            level = dice.choices((1, 2, 3), weights=(4, 16, 80))[0]
            return acts.Rated(acts.Scale.HOTLINE, {acts.OVERALL: level})
        waited = (self._at - self.events[0].at).total_seconds()
        weights = (2, 4, 9, 40, 45) if waited < _DAY else (6, 10, 22, 36, 26)
        score = dice.choices((1, 2, 3, 4, 5), weights=weights)[0]
        scores = {acts.OVERALL: score}
        if self._by_chance(0.5):
            for name, shift in (("attitude", 0.5), ("skill", 0.3), ("speed", -0.6), ("ease", 0)):
                scores[name] = min(max(round(dice.gauss(score + shift, 0.7)), 1), 5)
        return acts.Rated(acts.Scale.FIVE, scores)

    def _follow_up(self) -> None:
        """Something is done about it, and later it is checked whether it helped."""
        if self._by_chance(0.6):
            why = self._dice.choice(self._telling.odd)
            self._happens(acts.Explained(acts.ANOMALOUS, why), self._about(2 * _HOUR, 0.5))
        due = self._at + _CHECKED_AFTER
        measure, cause = self._dice.choice(self._telling.measures), self._problem["cause"]
        set_after = self._about(6 * _HOUR, 1)
        self._happens(acts.MeasureSet(measure, self._who.login, due, cause), set_after)
        met = self._by_chance(0.8)
        until_due = (due - self._at).total_seconds() * self._dice.uniform(0.7, 1.1)
        self._happens(acts.MeasureChecked(met, "" if met else cause), until_due)

    def _spot_check(self) -> None:
        """A supervisor listens to the call, and compares the record with it."""
        agrees = self._by_chance(0.9)
        note = "" if agrees else self._dice.choice(self._telling.differs)
        self._who = next(one for one in self._telling.people if one.role is Role.SUPERVISOR)
        self._happens(acts.Audited(agrees, note), self._about(_DAY, 0.5))

    def _by_chance(self, share: float) -> bool:
        return self._dice.random() < share

    def _about(self, usual: float, spread: float) -> float:
        """Seconds: half of the time more than usual, seldom many times as much."""
        return usual * self._dice.lognormvariate(0, spread)

    def _happens(self, act: acts.Act, after: float = 0) -> None:
        self._at += timedelta(seconds=round(after))
        self.events.append(Event(self._at, self._who.login, act, Source.MEASURED))
