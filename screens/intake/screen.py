"""The intake screen: a call from the first key to the saved record."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.signal import Signal
from textual.widget import Widget

from cstui.domain.errors import CstuiError, FieldErrors
from cstui.domain.forms import FORMS
from cstui.ports import Changes
from cstui.services.calls import Calls
from cstui.services.drafts import Draft
from screens.intake.record import RecordView
from screens.intake.saved import SavedNews
from screens.kit.base import BaseScreen
from screens.kit.dialogs.say import Confirm, Message
from screens.kit.keys import bind
from screens.kit.language import Phrase, Wording
from screens.kit.store_thread import Worker

KEEP_SECONDS = 3.0
"""How much typing a killed program may cost."""


class IntakeScreen(BaseScreen[None]):
    """One record at a time: answer, write, save, next.

    Args:
        calls: what an agent does with a call.
        worker: where the store is used.
        changes: what was saved by whomever.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("f5", "intake.answer", "answer"),
        bind("ctrl+g", "intake.greet", "greet"),
        bind("f7", "intake.hold", "hold"),
        bind("f8", "intake.hang_up", "hang_up"),
        bind("ctrl+s", "intake.save", "save"),
        bind("f9", "intake.other_form", "other_form"),
        bind("ctrl+n", "intake.discard", "discard"),
    ]
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(
        self, calls: Calls, worker: Worker[Changes | None], changes: Signal[Changes | None]
    ) -> None:
        super().__init__()
        self._calls = calls
        self._worker = worker
        self._changes = changes
        self._record = RecordView(calls)
        self._resting = True
        """Whether no key of the screen does anything: the record is being restored or saved."""
        self._restored = False
        self._kept: Draft | None = None
        """What the next start would find."""
        self._keeping_works = True

    @property
    def draft(self) -> Draft | None:
        """What is being written or saved; None while nothing is, and nothing is restored yet."""
        draft = self._record.draft
        return draft if self._restored or not draft.empty else None

    def compose_body(self) -> Iterable[Widget]:
        """The record fills the screen."""
        yield self._record

    def on_mount(self) -> None:
        """Begins with what was left, or with an empty form."""
        self._changes.subscribe(self, self._on_changes)
        self.run_worker(self._restore())
        self.set_interval(KEEP_SECONDS, self._keep_typed)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers what makes sense now: nothing while the record is on its way into the store."""
        match action:
            case "answer":
                return not self._resting and not self._record.call.runs
            case "greet":
                call = self._record.call
                return not self._resting and call.runs and not call.greeted
            case "hold" | "hang_up":
                return not self._resting and self._record.call.runs
            case "save" | "other_form" | "discard":
                return not self._resting
            case _:
                return True

    def retranslate(self) -> None:
        """Says the same in the other language."""
        self._record.retranslate()

    async def action_answer(self) -> None:
        """Picks up; a record that is not saved yet comes first."""
        if self._record.call.was_answered:
            self.news(self.t("intake.save_first"), warn=True)
        else:
            await self._show(self._calls.answer(self._record.draft))

    async def action_greet(self) -> None:
        """Tells that the greeting was said."""
        await self._show(self._calls.greet(self._record.draft))

    async def action_hold(self) -> None:
        """Puts the caller on hold, or takes them off it."""
        await self._show(self._calls.hold(self._record.draft))

    async def action_hang_up(self) -> None:
        """Ends the call."""
        await self._show(self._calls.hang_up(self._record.draft))

    async def action_other_form(self) -> None:
        """Goes on in the next form; what both ask for is there already."""
        draft, names = self._record.draft, list(FORMS)
        following = names[(names.index(draft.form) + 1) % len(names)]
        await self._show(replace(draft, form=following))

    def action_save(self) -> None:
        """Saves; the screen goes on to live meanwhile."""
        self._record.complete()
        self.run_worker(self._save(self._record.draft))

    def action_discard(self) -> None:
        """Throws away what was typed, when the agent means it."""
        if not self._record.draft.empty:
            question = Confirm(Phrase("intake.discard_title"), Phrase("intake.discard_text"))
            self.app.push_screen(question, self._discard)

    async def _save(self, draft: Draft) -> None:
        try:
            with self._at_rest():
                saved = await self._worker.run(self._calls.save, draft)
        except FieldErrors as error:
            self._record.tell(error.fields)
        except CstuiError as error:
            self._tell(error)
        else:
            await self._show(Draft(draft.form), SavedNews(saved, self._calls.now()))
            self._record.enter()

    async def _discard(self, agreed: bool | None) -> None:
        if agreed:
            draft = self._record.draft
            await self._show(Draft(draft.form))
            self._record.enter()
            self.run_worker(self._forget(draft))

    async def _forget(self, draft: Draft) -> None:
        try:
            await self._worker.run(self._calls.discard, draft)
        except CstuiError as error:
            self._tell(error)

    def _keep_typed(self) -> None:
        """Keeps what was typed lately; a save keeps it by itself."""
        draft = self.draft
        if draft and draft != self._kept and not self._resting:
            self.run_worker(self._keep(draft), group="keep", exclusive=True)

    async def _keep(self, draft: Draft) -> None:
        try:
            await self._worker.run(self._calls.keep, draft)
        except CstuiError as error:
            if self._keeping_works:
                self.news(self.t.text(error), warn=True)
            self._keeping_works = False
        else:
            self._kept, self._keeping_works = draft, True

    async def _restore(self) -> None:
        left = None
        try:
            left = await self._worker.run(self._calls.left)
        except CstuiError as error:
            self._tell(error)
        self._resting, self._restored = False, True
        typed = self._record.draft
        # whoever began to type meanwhile goes on with that
        await self._show(left if left and typed.empty else typed)
        if typed.empty:
            self._record.enter()
        if left:
            self.news(self.t("intake.restored" if typed.empty else "intake.restored_later"))

    async def _show(self, draft: Draft, news: Wording = "") -> None:
        await self._record.show(draft, news)
        self.refresh_bindings()

    @contextmanager
    def _at_rest(self) -> Iterator[None]:
        """Nothing can be typed or done for a while; then all is as it was."""
        focused = self.focused
        self._resting = self._record.disabled = True
        try:
            yield
        finally:
            self._resting = self._record.disabled = False
            if focused:
                focused.focus()

    def _on_changes(self, changes: Changes | None) -> None:
        if changes and changes.settings:
            self._record.offer()

    def _tell(self, error: CstuiError) -> None:
        self.app.push_screen(Message(self.t.title(error), self.t.text(error)))
