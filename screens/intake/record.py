"""The record that is being written: the call above, the form below."""

from collections.abc import Mapping
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from cstui.domain.errors import CstuiError
from cstui.domain.forms import FORMS
from cstui.domain.state import Call
from cstui.services.calls import Calls
from cstui.services.drafts import Draft
from screens.intake.call_bar import CallBar
from screens.intake.sheet import Sheet
from screens.kit.language import Phrase, Wording


class RecordView(Widget):
    """Shows one draft, in whichever form; a form is made when it is first needed.

    Args:
        calls: what an agent does with a call.
    """

    def __init__(self, calls: Calls) -> None:
        super().__init__()
        self._calls = calls
        self._draft = Draft(next(iter(FORMS)))
        """What happened, and what was typed when it was last shown."""
        self._sheets = {self._draft.form: self._new_sheet(self._draft.form)}
        self.call = Call()
        """The call as far as it has gone."""

    def compose(self) -> ComposeResult:
        """The call bar and the first form."""
        yield CallBar(self._calls, self._draft)
        yield VerticalScroll(self._sheet, can_focus=False)

    @property
    def draft(self) -> Draft:
        """The draft with what stands in the fields now."""
        return replace(self._draft, values={**self._draft.values, **self._sheet.typed()})

    async def show(self, draft: Draft, news: Wording = "") -> None:
        """Shows another draft, or the same one after more has happened.

        Args:
            draft: what to show; what is typed already and says the same is not touched.
            news: stands above the form until the next change.
        """
        before = self._sheet
        self._draft, self.call = draft, draft.call
        if draft.form not in self._sheets:
            self._sheets[draft.form] = self._new_sheet(draft.form)
            await self.query_one(VerticalScroll).mount(self._sheet)
        self._sheet.put(draft.values)
        self.query_one(CallBar).show(draft, Phrase(f"intake.{draft.form}"), news)
        if self._sheet is not before:
            before.display, self._sheet.display = False, True
            self.enter()

    def enter(self) -> None:
        """Goes to the first field."""
        self._sheet.enter()

    def complete(self) -> None:
        """Completes the choices that were typed in part."""
        self._sheet.complete()

    def tell(self, wrong: Mapping[str, CstuiError]) -> None:
        """Shows what is wrong, all at once."""
        self._sheet.tell(wrong)

    def offer(self) -> None:
        """Takes over the team's choices as they are now."""
        for sheet in self._sheets.values():
            sheet.offer(self._calls.settings)

    def retranslate(self) -> None:
        """Says the same in the other language."""
        self.query_one(CallBar).retranslate()

    @property
    def _sheet(self) -> Sheet:
        return self._sheets[self._draft.form]

    def _new_sheet(self, form: str) -> Sheet:
        return Sheet(FORMS[form], self._calls.settings)
