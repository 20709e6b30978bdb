"""Doing the same to all tickets that are marked: asked once, saved one by one."""

from collections import Counter
from collections.abc import Mapping, Sequence

from cstui.domain.errors import CstuiError
from cstui.ports import Changes
from cstui.services.followup import FollowUp
from cstui.services.followup.several import Order, Several, ToSeveral
from screens.kit.base import BaseScreen
from screens.kit.choice import Choice
from screens.kit.dialogs.ask import Ask
from screens.kit.dialogs.say import Message
from screens.kit.dialogs.talk import Talk
from screens.kit.fields import Field
from screens.kit.form import Labelled
from screens.kit.language import Phrase
from screens.kit.options import Option
from screens.kit.store_thread import Worker

_NEEDS = {ToSeveral.TRANSFER: "to", ToSeveral.TAG: "tag"}


class DoingSeveral(Talk):
    """Asks what to do to several tickets, does it, and tells what was done and what was not.

    Args:
        screen: where the dialog opens.
        followup: knows people and tags.
        worker: where the store is used.
    """

    def __init__(
        self, screen: BaseScreen[None], followup: FollowUp, worker: Worker[Changes | None]
    ) -> None:
        super().__init__(screen, worker)
        self._followup = followup
        self._several = Several(followup)

    async def do(self, rows: Sequence[int]) -> bool:
        """Does what is asked for to the tickets in some rows of the store; False when given up."""
        title = Phrase("queue.several.title", n=len(rows))
        typed = await self.ask(
            Ask(title, *self._asked(), text=Phrase("queue.several.text"), check=self._check)
        )
        if typed is None:
            return False
        what = ToSeveral(typed["what"])
        order = Order(what, typed.get(_NEEDS.get(what, ""), ""), typed["why"])
        failures: list[CstuiError] = []
        for row in rows:
            # one at a time, so that whatever else needs the store comes in between
            failure = await self.worker.run(self._several.do, row, order)
            if failure:
                failures.append(failure)
        await self._sum_up(len(rows) - len(failures), failures)
        return True

    def _asked(self) -> Sequence[Labelled]:
        settings = self._followup.settings
        ways = [(each, Phrase(f"queue.several.{each}")) for each in ToSeveral]
        people = [
            Option(person.login, person.shown, person.team) for person in settings.people.values()
        ]
        fields: Sequence[Field] = (
            Choice(ways, ToSeveral.TRANSFER, id="what"),
            Choice([*people, *self._followup.teams], free=not people, id="to"),
            Choice(settings.tags, free=True, id="tag"),
            Field(id="why"),
        )
        return [Labelled(Phrase(f"queue.several.ask.{field.id}"), field) for field in fields]

    def _check(self, typed: Mapping[str, str]) -> Mapping[str, str]:
        """What is needed depends on what is done."""
        needed = _NEEDS.get(ToSeveral(typed["what"])) if typed["what"] else "what"
        if needed and not typed[needed]:
            return {needed: self.t(f"queue.several.needs_{needed}")}
        return {}

    async def _sum_up(self, done: int, failures: Sequence[CstuiError]) -> None:
        t = self.t
        told = t("queue.several.done", n=done)
        if not failures:
            self.news(told)
            return
        reasons = Counter(t.text(failure) for failure in failures)
        text = "\n".join([told, t("queue.several.not_done", n=len(failures)), *reasons])
        await self.ask(Message(Phrase("queue.several"), text))
