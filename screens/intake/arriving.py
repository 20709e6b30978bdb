"""Records that come by themselves: those that were left, and calls that ring."""

from textual.signal import Signal

from cstui.domain.errors import CstuiError
from cstui.domain.masking import masked_phone
from cstui.ports import Changes
from cstui.services.intake.calls import Calls
from cstui.services.intake.draft import Draft
from screens.intake.caller import is_sure
from screens.intake.writing import WritingScreen
from screens.kit.language import Phrase
from screens.kit.store_thread import Worker


class ArrivingScreen(WritingScreen):
    """Brings back what sessions left, and opens the calls that a telephone switch tells of.

    Nothing that is being typed ever gives way to them: they wait beside it.

    Args:
        calls: what an agent does with a call.
        worker: where the store is used.
        changes: what was saved by whomever.
    """

    def __init__(
        self, calls: Calls, worker: Worker[Changes | None], changes: Signal[Changes | None]
    ) -> None:
        super().__init__(calls, worker)
        self._changes = changes
        self._restored = False

    @property
    def draft(self) -> Draft | None:
        """What is being written; None while nothing is, and nothing is restored yet."""
        return self.current if self._restored or not self.record.empty else None

    def on_mount(self) -> None:
        """Reads what was left, and follows what others do."""
        self._changes.subscribe(self, self._on_changes)
        self.run_worker(self._restore())

    async def _restore(self) -> None:
        """Brings back what sessions left; whoever typed meanwhile goes on with that."""
        left: list[Draft] = []
        try:
            left = await self.worker.run(self.calls.left)
        except CstuiError as error:
            self.tell(error)
        if left and self.record.empty:
            # of two that are equally lively, the one that was written last
            newest = max(reversed(left), key=_liveliness)
            self.unfinished.add(each for each in left if each is not newest)
            await self.begin(newest)
            self._ask_to_continue(len(left))
        elif left:
            self.unfinished.add(left)
            await self.show(self.current)
            self.news(self.t("intake.left_waiting", count=len(left)))
        self._restored = True
        await self._hear()

    def _ask_to_continue(self, count: int) -> None:
        from screens.kit.dialogs.say import Confirm

        text = Phrase("intake.continue_text", count=count)
        self.app.push_screen(Confirm(Phrase("intake.continue_title"), text), self._continue)

    async def _continue(self, agreed: bool | None) -> None:
        """Begins anew where that is wanted; what was left waits beside it."""
        if not agreed:
            await self.begin(Draft(self.current.form))
            self.news(self.t("intake.left_waiting", count=len(self.unfinished.others)))

    async def _hear(self) -> None:
        """Takes the calls that a telephone switch told of."""
        try:
            for ringing in await self.worker.run(self.calls.ringing):
                await self._ring(self.calls.ring(ringing))
        except CstuiError:
            # that the store is lost is told once, by the app
            return

    async def _ring(self, draft: Draft) -> None:
        phone = draft.values.get("customer.phone", "")
        if self.record.empty:
            await self.begin(draft)
        else:
            self.unfinished.add([draft])
            self.keeper.want([draft])
            await self.show(self.current)
        if self.unfinished.others or not self.is_current:
            self.news(self.t("intake.rings", phone=masked_phone(phone)), warn=True)
        await self._recognize(draft.key, phone)

    async def _recognize(self, key: str, phone: str) -> None:
        """Fills in the customer whose telephone it is, if that is certain."""
        found = await self.worker.run(self.calls.found, phone) if phone else []
        self.park()
        draft = self.unfinished.of(key)
        if draft and is_sure(phone, found):
            self.unfinished.put(self.calls.known(draft, found[0]))
            await self.show(self.unfinished.current)

    def _on_changes(self, changes: Changes | None) -> None:
        if changes is None:
            return
        if changes.settings:
            self.record.offer()
            self.ending.refresh()
        if changes.ringing or changes.everything:
            self.run_worker(self._hear(), group="hear")
        if changes.tickets or changes.everything:
            self.recall.forget()


def _liveliness(draft: Draft) -> tuple[bool, float]:
    """Orders drafts: those whose call runs last, and of those the newest."""
    begun = draft.events[-1].at.timestamp() if draft.events else 0.0
    return draft.call.runs, begun
