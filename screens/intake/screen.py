"""The intake screen: a call from the first key to the saved record."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.signal import Signal
from textual.widget import Widget

from cstui.domain.errors import CstuiError, FieldErrors
from cstui.domain.forms import FORMS
from cstui.ports import Changes
from cstui.services.calls import Calls
from cstui.services.drafts import Draft
from screens.intake.call_bar import CallBar
from screens.intake.saved import SavedNews
from screens.intake.sheet import Sheet
from screens.kit.base import BaseScreen
from screens.kit.dialogs.say import Confirm, Message
from screens.kit.keys import bind
from screens.kit.language import Phrase, Wording
from screens.kit.store_thread import Worker


class IntakeScreen(BaseScreen[None]):
    """A call bar above a form; one record at a time.

    Args:
        calls: what an agent does with a call.
        worker: where the store is used.
        changes: what was saved by whomever.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("f5", "intake.answer", "answer"),
        bind("f7", "intake.hold", "hold", priority=True),
        bind("f8", "intake.hang_up", "hang_up"),
        bind("ctrl+s,f10", "intake.save", "save"),
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
        self._draft = Draft(next(iter(FORMS)))
        """What happened, and what was typed when the form was last changed."""
        self._call = self._draft.call
        self._sheets: dict[str, Sheet] = {}
        self._resting = True
        """Whether the form is not to be touched: it is being restored or saved."""

    def compose_body(self) -> Iterable[Widget]:
        """The call, and the form below it."""
        yield CallBar(self._calls)
        yield VerticalScroll(can_focus=False, id="sheets")

    async def on_mount(self) -> None:
        """Begins with what was left, or with an empty form."""
        self._changes.subscribe(self, self._on_changes)
        await self._take(self._draft)
        self.run_worker(self._restore())

    @property
    def draft(self) -> Draft | None:
        """What is being written; None while it is being saved, or not restored yet."""
        return None if self._resting else self._written()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers what makes sense now: nothing while the record is on its way into the store."""
        match action:
            case "answer":
                return not self._resting and not self._call.runs
            case "hold" | "hang_up":
                return not self._resting and self._call.runs
            case "save" | "other_form" | "discard":
                return not self._resting
            case _:
                return True

    def retranslate(self) -> None:
        """Says the same in the other language."""
        self.query_one(CallBar).retranslate()

    async def action_answer(self) -> None:
        """Picks up; a record that is not saved yet comes first."""
        if self._call.was_answered:
            self.news(self.t("intake.save_first"), warn=True)
            return
        await self._take(self._calls.answer(self._written()))

    async def action_hold(self) -> None:
        """Puts the caller on hold, or takes them off it."""
        await self._take(self._calls.hold(self._written()))

    async def action_hang_up(self) -> None:
        """Ends the call."""
        await self._take(self._calls.hang_up(self._written()))

    async def action_other_form(self) -> None:
        """Goes on in the next form; what both ask for is there already."""
        names = list(FORMS)
        following = names[(names.index(self._draft.form) + 1) % len(names)]
        await self._take(replace(self._written(), form=following))

    def action_save(self) -> None:
        """Saves; keys go on to be read meanwhile."""
        self.run_worker(self._save())

    def action_discard(self) -> None:
        """Throws away what was typed, when the agent means it."""
        if not self._written().empty:
            question = Confirm(Phrase("intake.discard_title"), Phrase("intake.discard_text"))
            self.app.push_screen(question, self._discard)

    async def _discard(self, agreed: bool | None) -> None:
        if agreed:
            await self._take(Draft(self._draft.form))
            self.run_worker(self._forget())

    async def _save(self) -> None:
        try:
            with self._at_rest():
                saved = await self._worker.run(self._calls.save, self._written())
        except FieldErrors as error:
            self._sheet.tell(error.fields)
        except CstuiError as error:
            self._tell(error)
        else:
            await self._take(Draft(self._draft.form), SavedNews(saved, self._calls.now()))
            self._sheet.enter()

    async def _restore(self) -> None:
        try:
            left = await self._worker.run(self._calls.left)
        except CstuiError as error:
            self._tell(error)
            left = None
        if left:
            await self._take(left)
            self.news(self.t("intake.restored"))
        self._resting = False
        self._sheet.enter()
        self.refresh_bindings()

    async def _forget(self) -> None:
        try:
            await self._worker.run(self._calls.discard)
        except CstuiError as error:
            self._tell(error)

    async def _take(self, draft: Draft, news: Wording = "") -> None:
        """Goes on with another state of the draft, and shows it."""
        other = draft.form != self._draft.form
        self._draft, self._call = draft, draft.call
        if draft.form not in self._sheets:
            self._sheets[draft.form] = Sheet(FORMS[draft.form], self._calls.settings)
            await self.query_one("#sheets").mount(self._sheet)
        for form, sheet in self._sheets.items():
            sheet.display = form == draft.form
        self._sheet.put(draft.values)
        self.query_one(CallBar).show(self._call, Phrase(f"intake.{draft.form}"), news)
        if other:
            self._sheet.enter()
        self.refresh_bindings()

    @property
    def _sheet(self) -> Sheet:
        return self._sheets[self._draft.form]

    def _written(self) -> Draft:
        """The draft with what stands in the fields now."""
        return replace(self._draft, values={**self._draft.values, **self._sheet.typed()})

    @contextmanager
    def _at_rest(self) -> Iterator[None]:
        """Nothing can be typed or done for a while; then all is as it was."""
        focused = self.focused
        self._resting = self._sheet.disabled = True
        try:
            yield
        finally:
            self._resting = self._sheet.disabled = False
            if focused:
                focused.focus()

    def _on_changes(self, changes: Changes | None) -> None:
        if changes and changes.settings:
            for sheet in self._sheets.values():
                sheet.offer(self._calls.settings)

    def _tell(self, error: CstuiError) -> None:
        self.app.push_screen(Message(self.t.title(error), self.t.text(error)))
