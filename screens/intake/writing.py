"""The records that are being written: shown, kept, looked up, saved."""

from collections.abc import Callable, Coroutine, Iterable
from time import monotonic
from typing import Any

from msgspec.structs import replace
from textual import on
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import WorkType

from cstui.domain.errors import CstuiError, FieldErrors
from cstui.domain.forms import FORMS
from cstui.ports import Changes
from cstui.services.intake.callers import KnownCaller
from cstui.services.intake.calls import Calls
from cstui.services.intake.draft import Draft
from cstui.services.intake.recording import Saved
from screens.intake.caller import CallerField
from screens.intake.ending import EndingLine
from screens.intake.keeping import Keeper
from screens.intake.recall import Recall
from screens.intake.record import RecordView
from screens.intake.saved import SavedNews
from screens.intake.saving import Saving
from screens.intake.unfinished import Unfinished
from screens.kit.base import BaseScreen
from screens.kit.fields import Field, TextField
from screens.kit.store_thread import Worker

SETTLE_SECONDS = 0.15
"""How long after a key the record is kept."""
PAUSE_SECONDS = 0.4
"""How long nothing is typed before what is known beside the record is looked up: nobody looks up
from the keys sooner, and each key would have it looked up anew."""
_PROBLEM = "problem.text"
_ASKED_FIRST = ("customer.phone", "customer.name")
"""What is asked for first of somebody who is not known."""


class WritingScreen(BaseScreen[None]):
    """Shows one of the unfinished records, and sees to it that nothing of any of them is lost.

    Args:
        calls: what an agent does with a call.
        worker: where the store is used.
    """

    def __init__(self, calls: Calls, worker: Worker[Changes | None]) -> None:
        super().__init__()
        self.calls = calls
        self.worker = worker
        self.unfinished = Unfinished(lambda: Draft(next(iter(FORMS))))
        self.record = RecordView(calls, self._find, self.unfinished.current)
        self.ending = EndingLine(lambda: calls.settings.dispositions)
        self.keeper = Keeper(calls.keep, calls.make_sure, self._start, self._not_kept)
        self.saving = Saving(calls, worker, self.keeper)
        self.recall = Recall(calls, worker, self._start_alone, self._advise)
        self._settling: Timer | None = None
        self._typed_last = 0.0

    @property
    def drafts(self) -> list[Draft]:
        """All that would be lost if it were not kept."""
        return [self.current, *self.unfinished.others, *self.saving.under_way]

    @property
    def current(self) -> Draft:
        """The record that is shown, with all that is typed."""
        return self.record.draft

    def compose_body(self) -> Iterable[Widget]:
        """The record, and how a call may end."""
        yield self.record
        yield self.ending

    def on_mount(self) -> None:
        """Begins with an empty record."""
        self.record.enter()

    async def show(self, draft: Draft) -> None:
        """Shows the current record after more has happened, or another one in its place."""
        unfinished = self.unfinished
        unfinished.put(draft)
        await self.record.show(draft, unfinished.place, unfinished.count)
        self.keeper.want([draft])
        self.recall.follow(draft)
        self._advise()
        self.refresh_bindings()

    async def show_current(self) -> None:
        """Shows the record that is the current one now, from its first field on."""
        await self.show(self.unfinished.current)
        self.record.enter()

    async def begin(self, draft: Draft) -> None:
        """Shows another record; the one that was shown waits."""
        self.park()
        self.unfinished.begin(draft)
        await self.show_current()

    def park(self) -> None:
        """Remembers what is typed, before another record is shown."""
        self.unfinished.put(self.current)
        self.keeper.want([self.current])

    async def save(self, draft: Draft, save: Callable[[Draft], Saved]) -> None:
        """Puts the current record away and saves it; the next call can begin meanwhile."""
        self.unfinished.close()
        await self.show_current()
        self.run_worker(self._save(draft, save))

    def tell(self, error: CstuiError) -> None:
        """Says what went wrong."""
        from screens.kit.dialogs.say import Message

        self.app.push_screen(Message(self.t.title(error), self.t.text(error)))

    async def _save(self, draft: Draft, save: Callable[[Draft], Saved]) -> None:
        try:
            saved = await self.saving.save(draft, save)
        except FieldErrors as error:
            await self.begin(draft)
            self.record.tell(error.fields)
        except CstuiError as error:
            await self.begin(draft)
            self.tell(error)
        else:
            self.recall.forget()
            news = SavedNews(saved, self.calls)
            self.record.tell_news(news)
            if not self.record.empty:
                # the line above the form is for the call that is shown now
                self.news(news(self.t))
            self.refresh_bindings()

    # -- typing

    @on(Field.Changed)
    @on(TextField.Changed)
    def _typed(self) -> None:
        """One look a moment later does for all keys of that moment."""
        self._typed_last = monotonic()
        if self._settling is None:
            self._settling = self.set_timer(SETTLE_SECONDS, self._settle)

    def _settle(self) -> None:
        """Keeps the record, and looks things up once nothing more is typed."""
        draft = self.current
        self.keeper.want([draft])
        paused = monotonic() - self._typed_last
        if paused < PAUSE_SECONDS:
            self._settling = self.set_timer(SETTLE_SECONDS, self._settle)
        else:
            self._settling = None
            self.recall.follow(draft)
            self._advise()

    def _advise(self) -> None:
        """Shows what is known beside what is typed."""
        draft, calls, history = self.current, self.calls, self.recall.history
        suggested = self.recall.suggested
        category = draft.values.get("category", "").strip() or suggested.category
        days = calls.settings.repeat_days
        repeated = None
        if history and not draft.adds_to:
            repeated = history.repeated(category, calls.now(), days)
        self.record.advise(draft, suggested, self.recall.owner, history, repeated)

    def _not_kept(self, error: CstuiError) -> None:
        self.news(self.t.text(error), warn=True)

    # -- who is calling

    @on(CallerField.Taken)
    async def _take(self, event: CallerField.Taken) -> None:
        await self.show(self.calls.known(self.current, event.caller))

    @on(CallerField.Unknown)
    async def _place(self, event: CallerField.Unknown) -> None:
        """Puts what was typed where it belongs, and asks for what is missing first."""
        draft = self._placed(event.text)
        await self.show(draft)
        missing = [name for name in _ASKED_FIRST if not _says(draft, name)]
        sheet = self.record.sheet
        if (
            event.entered
            and missing
            and sheet.has_focus_in(_PROBLEM)
            and not _says(draft, _PROBLEM)
        ):
            sheet.guide(*missing, _PROBLEM)
            sheet.enter(missing[0])

    def with_caller(self) -> Draft:
        """The current record, whom the caller field means being settled."""
        match self.record.caller.decide():
            case CallerField.Taken(caller):
                return self.calls.known(self.current, caller)
            case CallerField.Unknown(text):
                return self._placed(text)
            case _:
                return self.current

    async def _find(self, text: str) -> list[KnownCaller]:
        return await self.worker.run(self.calls.found, text)

    def _placed(self, text: str) -> Draft:
        """The current record with a caller's text where it belongs; what is there stays."""
        draft = self.current
        placed = {
            name: words for name, words in self.calls.placed(text).items() if not _says(draft, name)
        }
        return replace(draft, values={**draft.values, **placed})

    # -- work in the background

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        self.run_worker(work)

    def _start_alone(self, work: WorkType[None], group: str) -> None:
        self.run_worker(work, group=group, exclusive=True)


def _says(draft: Draft, name: str) -> bool:
    return bool(draft.values.get(name, "").strip())
