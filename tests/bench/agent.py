"""An agent of the simulated week: takes calls and follows tickets up, through the services alone.

What the screens do when another was faster, or when a reason is wanted, is done here too.
"""

import random
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from cstui.domain import acts
from cstui.domain.dispositions import Disposition, Outcome
from cstui.domain.errors import Conflict, FieldErrors, InputError
from cstui.domain.ticket import Customer, Event, Header, Problem, Ticket
from cstui.ports import Which
from cstui.services.desk import Desk
from cstui.services.followup import Collided, FollowUp, ReasonNeeded
from cstui.services.intake.calls import Calls
from cstui.services.intake.draft import Draft
from cstui.services.intake.drafts import DraftBox
from cstui.services.queues import Queues, Wanted
from tests.bench.agent_deeds import DEEDS, Deed, Fancy
from tests.bench.recount import SLOW

_CUSTOMERS = 300
_PAGE = 60
_TRIES = 8
_THOUGHT_S = 0.02
"""So long, at most, an agent looks at a ticket while others go on with it."""
_CATEGORIES: Final = ("售后支持/维修", "售后支持/退换货", "售前咨询/产品", "投诉建议/流程")
_PRIORITIES: Final = ("高", "中", "低", "")
_PLACES: Final = (
    *(Which.MINE,) * 6, *(Which.TEAM,) * 4, *(Which.OPEN,) * 6, Which.UNASSIGNED, Which.LATE,
    Which.WAITING, Which.WAITING, Which.CALLBACKS, *(Which.REVISITS,) * 2, Which.LOW, Which.ALL,
)  # fmt: skip
"""The views from which they choose a ticket."""


class Agent:
    """Somebody at a desk, and what they were told was saved.

    Args:
        desk: where they sit.
        folder: where their unfinished records are kept.
        dice: decide what they do.
        pass_time: lets some seconds pass for everybody.
    """

    def __init__(
        self, desk: Desk, folder: Path, dice: random.Random, pass_time: Callable[[int], None]
    ) -> None:
        self.saved: dict[tuple[str, int], Event] = {}
        """What was acknowledged: each event by its ticket's number and its place there."""
        self.count: Counter[str] = Counter()
        """How often each thing was done, or did not go as it was first meant."""
        self._desk = desk
        self._drafts = DraftBox(folder)
        self._calls = Calls(desk, self._drafts)
        self._followup = FollowUp(desk)
        self._queues = Queues(desk)
        self._dice = dice
        self._fancy = Fancy(desk.me.login, list(desk.rules.settings.people), dice)
        self._pass = pass_time

    def act(self, seconds: int) -> None:
        """Does one thing, while at most so much time passes."""
        way = self._dice.random()
        try:
            if way < 0.15:
                self._take_call(seconds // 4)
            elif way < 0.19:
                self._write_down(seconds)
            elif way < 0.24:
                self._take_message(seconds)
            else:
                self._follow_up(seconds // 2)
        except (InputError, FieldErrors, Conflict) as error:
            self.count[f"refused: {error.key}"] += 1

    def leave(self) -> None:
        """Ends the session."""
        self._drafts.close()

    def _take_call(self, share: int) -> None:
        """A customer rings, about something new or about a ticket on which work is left."""
        calls = self._calls
        draft = calls.answer(Draft("hotline"))
        self._pass(self._dice.randint(0, min(share, 15)))
        if self._dice.random() < 0.8:
            draft = calls.greet(draft)
        draft = replace(draft, values={**draft.values, **self._said()})
        calls.keep(draft)
        self._pass(share)
        past = calls.history(draft).to_continue
        if past and self._dice.random() < 0.5:
            draft = calls.go_on(draft, past)
        draft = calls.hold(calls.hold(calls.repeat_back(draft)))
        self._pass(share)
        if self._dice.random() < 0.9:
            draft = calls.hang_up(draft)
        self._pass(self._dice.randint(0, share))
        ending = self._dice.choice(calls.settings.dispositions)
        try:
            saved = calls.finish(draft, ending, self._detail(ending))
        finally:
            calls.discard(draft)
        self._note(saved.ticket, saved.first, "call")

    def _detail(self, ending: Disposition) -> str:
        if ending.outcome is Outcome.CALL_BACK:
            return self._fancy.one_of("+30m", "+2h", "+1d")
        return self._fancy.colleague() if ending.outcome is Outcome.TRANSFER else ""

    def _write_down(self, seconds: int) -> None:
        """A request of the same hour is entered in the response log."""
        self._pass(seconds)
        hour = f"{self._desk.clock.now():%Y-%m-%d %H}:00"
        saved = self._calls.save(Draft("response", {**self._said(), "submitted": hour}))
        self._note(saved.ticket, saved.first, "log")

    def _take_message(self, seconds: int) -> None:
        """A request comes over the web shop."""
        self._pass(seconds)
        said = self._said()
        header = Header(
            "after_sales",
            category=("维修", ""),
            priority=said["priority"],
            customer=Customer(phone=said["customer.phone"]),
            problem=Problem(said["problem.text"]),
        )
        ticket = self._desk.save(Ticket(header, (self._desk.event(acts.Submitted()),)))
        self._note(ticket, 0, "message")

    def _said(self) -> dict[str, str]:
        return {
            "problem.text": f"{self._fancy.words()} {self._fancy.one_of('', '', '', SLOW)}",
            "category": self._fancy.one_of(*_CATEGORIES),
            "priority": self._fancy.one_of(*_PRIORITIES),
            "customer.phone": f"138{self._dice.randrange(_CUSTOMERS):08d}",
            "owner": self._fancy.one_of("", self._fancy.colleague()),
            "solution": self._fancy.words(),
        }

    def _follow_up(self, share: int) -> None:
        """A ticket of some view is looked at, and something is done to it that makes sense."""
        self._pass(share)
        wanted = Wanted(self._dice.choice(_PLACES))
        listings = self._queues.page(wanted, 0, _PAGE).listings
        if not listings:
            return
        ticket = self._followup.look(self._dice.choice(listings).id).ticket
        time.sleep(self._dice.random() * _THOUGHT_S)
        self._pass(share)
        weights = [weight for weight, _ in DEEDS.values()]
        for name in self._dice.choices(list(DEEDS), weights, k=_TRIES):
            try:
                done, first = self._done(ticket, DEEDS[name][1])
            except InputError as error:
                self.count[f"refused: {error.key}"] += 1
            else:
                self._note(done, first, name)
                return

    def _done(self, ticket: Ticket, deed: Deed) -> tuple[Ticket, int]:
        """The ticket as it was saved, and the place of the first event that this added."""
        try:
            return self._tried(ticket, deed), len(ticket.events)
        except Collided as collided:
            collision = collided.collision
        while True:
            self.count["merged"] += 1
            mine = [act.field for act in collision.clashes if self._dice.random() < 0.5]
            try:
                merged = self._followup.merge(collision, mine)
            except Collided as again:
                collision = again.collision
            else:
                return merged, len(collision.current.events)

    def _tried(self, ticket: Ticket, deed: Deed) -> Ticket:
        try:
            return deed(self._followup, ticket, self._fancy, "")
        except ReasonNeeded:
            return deed(self._followup, ticket, self._fancy, self._fancy.words())

    def _note(self, ticket: Ticket, first: int, name: str) -> None:
        """Keeps what the store has acknowledged."""
        self.count[name] += 1
        for place in range(first, len(ticket.events)):
            self.saved[ticket.number, place] = ticket.events[place]
