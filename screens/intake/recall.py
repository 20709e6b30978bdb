"""What the store knows of a record while it is being written."""

from collections.abc import Callable
from functools import partial

from textual.worker import WorkType

from cstui.domain.assignment import Assignee
from cstui.domain.errors import CstuiError
from cstui.domain.people import Person
from cstui.ports import Changes
from cstui.services.intake.callers import History
from cstui.services.intake.calls import Calls
from cstui.services.intake.draft import Draft
from cstui.services.intake.suggestions import Suggested
from screens.kit.store_thread import Worker

_WHO = ("customer.phone", "customer.number")
_WHOM = ("category", "priority")


class Recall:
    """The caller's history, whom the team's rules would give the ticket, what it may be about.

    Each is asked for again only when what it depends on has changed.

    Args:
        calls: asks the store.
        worker: where the store is used.
        start: runs something in a group, in place of what runs there.
        learnt: called when something is known anew.
    """

    def __init__(
        self,
        calls: Calls,
        worker: Worker[Changes | None],
        start: Callable[[WorkType[None], str], object],
        learnt: Callable[[], object],
    ) -> None:
        self._calls = calls
        self._worker = worker
        self._start = start
        self._learnt = learnt
        self._who: tuple[str, ...] = ()
        self._whom: tuple[str, ...] = ()
        self._suggested_to: Draft | None = None
        self.history: History | None = None
        """What the caller called about before; None while nobody knows who calls."""
        self.owner = ""
        """Name of the person or team that the rules would give the ticket; empty for none."""
        self.suggested = Suggested()
        """For the fields that are still empty."""

    def follow(self, draft: Draft) -> None:
        """Keeps up with a record."""
        who = _values(draft, _WHO)
        if who != self._who:
            self._who = who
            if any(who):
                self._start(partial(self._ask_history, draft), "history")
            else:
                self.history = None
                self._learnt()
        whom = (draft.form, *_values(draft, _WHOM))
        if whom != self._whom:
            self._whom = whom
            self._start(partial(self._ask_owner, draft), "owner")
        if draft != (before := self._suggested_to):
            self._suggested_to = draft
            if before is None or draft.key != before.key:
                self.suggested = Suggested()
            if not draft.empty:
                self._start(partial(self._ask_suggested, draft), "suggested")

    def forget(self) -> None:
        """Asks anew the next time: something was saved."""
        self._who = self._whom = ()

    async def _ask_history(self, draft: Draft) -> None:
        try:
            self.history = await self._worker.run(self._calls.history, draft)
        except CstuiError:
            # that the store is lost is told by the app; the call goes on without a history
            self.history = None
        self._learnt()

    async def _ask_owner(self, draft: Draft) -> None:
        try:
            owner = self._name(await self._worker.run(self._calls.assignee, draft))
        except CstuiError:
            owner = ""
        if owner != self.owner:
            self.owner = owner
            self._learnt()

    async def _ask_suggested(self, draft: Draft) -> None:
        try:
            suggested = await self._worker.run(self._calls.suggested, draft)
        except CstuiError:
            suggested = Suggested()
        if suggested != self.suggested:
            self.suggested = suggested
            self._learnt()

    def _name(self, given: Assignee | None) -> str:
        if given is None:
            return ""
        person = self._calls.settings.people.get(given.login, Person(given.login))
        return person.shown or given.team


def _values(draft: Draft, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(draft.values.get(name, "").strip() for name in names)
