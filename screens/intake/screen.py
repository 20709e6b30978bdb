"""The intake screen: a call from the first ring to the saved record, by keys."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar, TypeAlias

from msgspec.structs import replace
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.signal import Signal

from cstui.domain.articles import Article, Section
from cstui.domain.errors import CstuiError, InputError
from cstui.domain.forms import FORMS
from cstui.ports import Changes
from cstui.services.intake.callers import PastTicket
from cstui.services.intake.calls import Calls
from cstui.services.intake.draft import Draft
from screens.intake.caller import CallerField
from screens.intake.closing import ClosingScreen
from screens.intake.keys import KEYS
from screens.kit.choice import Choice
from screens.kit.language import Phrase
from screens.kit.store_thread import Worker

Knowledge: TypeAlias = Callable[[str, Article], ModalScreen[Article | None]]
"""A dialog that looks articles up; made of what the call is about, and what a new one would say."""
_STEPS: Mapping[str, Callable[[Calls, Draft], Draft]] = {"greet": Calls.greet, "hold": Calls.hold}


class IntakeScreen(ClosingScreen):
    """What an agent does while the customer talks, a key each.

    Args:
        calls: what an agent does with a call.
        knowledge: opens the knowledge base.
        worker: where the store is used.
        changes: what was saved by whomever.
    """

    BINDINGS: ClassVar[list[BindingType]] = KEYS
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(
        self,
        calls: Calls,
        knowledge: Knowledge,
        worker: Worker[Changes | None],
        changes: Signal[Changes | None],
    ) -> None:
        super().__init__(calls, worker, changes)
        self._knowledge = knowledge
        self._calming = 0
        """Place of the calming phrase that comes next."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers what makes sense now."""
        call = self.record.call
        match action, parameters:
            case "happen", ("greet",):
                return call.runs and not call.greeted
            case ("happen", _) | ("upset", _) | ("repeat_back", _):
                return call.runs
            case "turn", _:
                return self.unfinished.count > 1 and not self._list_is_open
            case "go_on", _:
                return bool(self.unfinished.current.continues or self._to_continue)
            case "undo", _:
                return self.saving.last is not None and self.record.empty
            case _:
                return True

    # -- the call

    async def action_answer(self) -> None:
        """Picks up: the call that rings, else the one of this record, else another one."""
        self.park()
        if self.record.call.was_answered or self.record.empty:
            if not self.unfinished.to_ringing() and self.record.call.was_answered:
                self.unfinished.begin(Draft(self.current.form))
            await self.show_current()
        draft = self.calls.answer(self.current)
        await self.show(draft)
        if draft.call.identified:
            self.record.sheet.enter()

    async def action_happen(self, step: str) -> None:
        """Tells that the greeting was said, or holds and resumes."""
        await self.show(_STEPS[step](self.calls, self.current))

    async def action_repeat_back(self) -> None:
        """Shows how to repeat the problem; the second time, the caller has agreed."""
        script = self.calls.repeat_back_script(self.current)
        if not script:
            self.news(self.t("intake.no_problem_yet"))
        elif self.record.prompt == script:
            await self.show(self.calls.repeat_back(self.current))
            self.record.say("")
        else:
            self.record.say(script)

    async def action_upset(self) -> None:
        """Shows how to calm the caller; again, another phrase."""
        phrases = self.calls.settings.calming
        await self.show(self.calls.upset(self.current))
        if phrases:
            self.record.say(phrases[self._calming % len(phrases)])
            self._calming += 1

    async def action_go_on(self) -> None:
        """Goes on with the caller's open ticket; again, with a new one."""
        draft = self.current
        if past := self._to_continue:
            draft = self.calls.go_on(draft, past)
        else:
            draft = replace(draft, continues="")
        await self.show(draft)

    async def action_turn(self, steps: int) -> None:
        """Shows the next unfinished record, or the one before."""
        self.park()
        self.unfinished.turn(steps)
        await self.show_current()

    # -- what is promised and known

    async def action_promise(self) -> None:
        """Asks what is promised, and until when."""
        from screens.intake.asking import AskWhen

        dialog = AskWhen(Phrase("intake.promise"), self.calls, Phrase("intake.promise_what"))
        await self.app.push_screen(dialog, self._promise)

    async def _promise(self, told: Mapping[str, str] | None) -> None:
        from screens.intake.asking import WHAT, WHEN

        if told:
            try:
                await self.show(self.calls.promise(self.current, told[WHAT], told[WHEN]))
            except InputError as error:
                self.tell(error)

    async def action_knowledge(self) -> None:
        """Opens the knowledge base on what the call is about."""
        values = self.current.values
        problem, category = values.get("problem.text", ""), values.get("category", "")
        started = Article(problem.strip(), Section.OPERATION, values.get("solution", "").strip())
        dialog = self._knowledge(f"{category} {problem}".strip(), started)
        await self.app.push_screen(dialog, self._quote)

    async def _quote(self, article: Article | None) -> None:
        if article:
            await self.show(self.calls.quote(self.current, article))

    # -- the record

    async def action_other_form(self) -> None:
        """Goes on in the next form; what both ask for is there already."""
        draft, names = self.current, list(FORMS)
        following = names[(names.index(draft.form) + 1) % len(names)]
        await self.show(replace(draft, form=following))

    def action_discard(self) -> None:
        """Throws away what was typed, when the agent means it."""
        if not self.record.empty:
            from screens.kit.dialogs.say import Confirm

            question = Confirm(Phrase("intake.discard_title"), Phrase("intake.discard_text"))
            self.app.push_screen(question, self._discard)

    async def _discard(self, agreed: bool | None) -> None:
        if agreed:
            draft = self.current
            self.unfinished.close()
            await self.show_current()
            self.run_worker(self._forget(draft))

    async def _forget(self, draft: Draft) -> None:
        try:
            await self.saving.discard(draft)
        except CstuiError as error:
            self.tell(error)

    @property
    def _to_continue(self) -> PastTicket | None:
        history = self.recall.history
        return history.to_continue if history else None

    @property
    def _list_is_open(self) -> bool:
        """Whether the focused field shows a list, whose keys come first."""
        focused = self.focused
        return isinstance(focused, Choice | CallerField) and focused.is_open
