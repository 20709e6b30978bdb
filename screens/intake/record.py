"""The record that is being written: the call, who calls, their history, the form."""

from collections.abc import Mapping
from typing import ClassVar

from msgspec.structs import replace
from rich.cells import cell_len
from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.layout import Layout
from textual.strip import Strip

from cstui.domain.errors import CstuiError
from cstui.domain.forms import FORMS
from cstui.domain.state import Call
from cstui.services.intake.callers import History, PastTicket
from cstui.services.intake.calls import Calls
from cstui.services.intake.draft import Draft
from cstui.services.intake.suggestions import Suggested
from screens.intake.call_line import CallLine
from screens.intake.call_words import Standing
from screens.intake.caller import CallerField, Find
from screens.intake.history import HistoryPanel
from screens.intake.record_layout import RecordLayout
from screens.intake.sheet import Sheet
from screens.intake.snippets import snippets_for
from screens.kit.internals import forget_arrangement, outdate_arrangement
from screens.kit.language import Phrase, Wording, follow_language, translator_of
from screens.kit.quiet import LineWidget

CALLER = "caller"
"""Name of the caller field's text among a draft's values."""


class RecordView(LineWidget):
    """Shows one draft, in whichever form; a form is made when it is first needed.

    Args:
        calls: what an agent does with a call.
        find: finds callers.
        draft: the first record.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # with priority, as in a form
        Binding("enter", "leave_caller", show=False, priority=True)
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"record--label"}

    def __init__(self, calls: Calls, find: Find, draft: Draft) -> None:
        super().__init__()
        self._calls = calls
        self._draft = draft
        """What happened, and what was typed when it was last shown."""
        self._sheets = {draft.form: self._new_sheet(draft.form)}
        self._line = CallLine(calls, Standing(draft, Phrase(f"intake.{draft.form}")))
        self._history = HistoryPanel(calls)
        self._layout = RecordLayout(self._label_cells, self._fit)
        self.caller = CallerField(find, calls.now, id=CALLER)
        """Asks who is calling."""
        self.call = Call()
        """The call as far as it has gone."""

    @property
    def layout(self) -> Layout:
        """The record's own layout."""
        return self._layout

    def compose(self) -> ComposeResult:
        """The call, the caller, the history and the first form."""
        yield self._line
        yield self.caller
        yield self._history
        yield VerticalScroll(self.sheet, can_focus=False)

    def on_mount(self) -> None:
        """Follows the language."""
        self._relabel()
        follow_language(self, self._relabel)

    @property
    def sheet(self) -> Sheet:
        """The form that is shown."""
        return self._sheets[self._draft.form]

    @property
    def draft(self) -> Draft:
        """The draft with what stands in the fields now; what stands in none is left out."""
        values = {**self._draft.values, **self.sheet.typed(), CALLER: self.caller.answer}
        return replace(self._draft, values={name: text for name, text in values.items() if text})

    @property
    def empty(self) -> bool:
        """Whether there is nothing to lose."""
        return self._draft.empty and not self.caller.answer and self.sheet.empty

    async def show(self, draft: Draft, place: int, count: int) -> None:
        """Shows another draft, or the same one after more has happened.

        Args:
            draft: what to show; what is typed already and says the same is not touched.
            place: which of the unfinished records it is, from 1.
            count: how many there are.
        """
        before, another = self.sheet, draft.key != self._draft.key
        self._draft, self.call = draft, draft.call
        if draft.form not in self._sheets:
            self._sheets[draft.form] = self._new_sheet(draft.form)
            outdate_arrangement(self)
            await self.query_one(VerticalScroll).mount(self.sheet)
        self.sheet.put(draft.values)
        if another:
            self.caller.put(draft.values.get(CALLER, ""), dealt=_dealt(draft))
            self.sheet.guide()
        title = Phrase(f"intake.{draft.form}")
        prompt = self._standing.prompt if self.call.runs and not another else ""
        repeated = None if another else self._standing.repeated
        news = self._standing.news
        self._line.show(Standing(draft, title, place, count, prompt, repeated, news))
        if self.sheet is not before:
            before.display, self.sheet.display = False, True
            self.sheet.enter()

    def enter(self) -> None:
        """Asks who is calling."""
        self.screen.set_focus(self.caller)

    def say(self, prompt: str) -> None:
        """Shows words to say to the caller."""
        self._line.show(replace(self._standing, prompt=prompt))

    @property
    def prompt(self) -> str:
        """The words to say to the caller that are shown."""
        return self._standing.prompt

    def tell_news(self, news: Wording) -> None:
        """Says what happened, until something else does."""
        self._line.show(replace(self._standing, news=news))

    def advise(
        self,
        draft: Draft,
        suggested: Suggested,
        owner: str,
        history: History | None,
        repeated: PastTicket | None,
    ) -> None:
        """Shows what is known beside what is typed.

        Args:
            draft: the record with what is typed.
            suggested: for the empty fields.
            owner: whom the rules would give the ticket.
            history: what the caller called about before.
            repeated: an earlier call about the same, not long ago.
        """
        by_rule = translator_of(self)("intake.by_rule", owner=owner) if owner else ""
        self.sheet.suggest("category", suggested.category)
        self.sheet.suggest("priority", suggested.priority)
        self.sheet.suggest("owner", by_rule, take=False)
        self._history.show(draft, history)
        self._line.show(replace(self._standing, draft=draft, repeated=repeated))

    def complete(self) -> None:
        """Completes the choices that were typed in part."""
        self.sheet.complete()

    def tell(self, wrong: Mapping[str, CstuiError]) -> None:
        """Shows what is wrong, all at once."""
        self.sheet.tell(wrong)

    def offer(self) -> None:
        """Takes over the team's choices as they are now."""
        for sheet in self._sheets.values():
            sheet.offer(self._calls.settings)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leaves Enter to all other fields."""
        return action != "leave_caller" or self.screen.focused is self.caller

    def action_leave_caller(self) -> None:
        """Goes on to the form."""
        self.caller.enter()
        self.sheet.enter()

    def _fit(self, room: Size) -> None:
        """Gives the long fields the room that there is."""
        for sheet in self._sheets.values():
            sheet.grow(room)

    def _label_cells(self) -> int:
        """Where the caller field begins: where those of the form do, if its label allows."""
        slots = self.sheet.plan(max(1, self.size.width)).slots
        return max(cell_len(self._label) + 1, slots[0].x)

    def render_line(self, y: int) -> Strip:
        """The caller field's label; all else is drawn over it."""
        text = self._label if y == self.caller.region.y - self.region.y else ""
        style = self.get_component_rich_style("record--label")
        return Strip([Segment(text, style)]).adjust_cell_length(self.size.width, self.rich_style)

    @property
    def _label(self) -> str:
        return translator_of(self)("intake.caller")

    def _relabel(self) -> None:
        self.caller.placeholder = translator_of(self)("intake.who_calls")
        forget_arrangement(self)

    @property
    def _standing(self) -> Standing:
        return self._line.standing

    def _new_sheet(self, form: str) -> Sheet:
        return Sheet(
            FORMS[form], self._calls.settings, lambda: snippets_for(self._calls, self.draft)
        )


def _dealt(draft: Draft) -> bool:
    """Whether the caller field's text was taken, or put where it belongs."""
    text = draft.values.get(CALLER, "")
    placed = (value for name, value in draft.values.items() if name.startswith("customer."))
    return draft.call.identified or text in placed
