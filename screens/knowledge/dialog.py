"""The knowledge base over a screen: type, look, quote."""

from collections.abc import Callable, Coroutine, Iterable
from contextlib import suppress
from typing import Any, ClassVar

from msgspec.structs import replace
from textual import events, on
from textual.binding import BindingType
from textual.widget import Widget

from cstui.domain.articles import Article, Section
from cstui.domain.errors import CstuiError
from cstui.exchange.article_fields import MOST_TITLE, tidied
from cstui.ports import Changes
from cstui.services.knowledge.library import Library
from screens.kit.appbase import app_of
from screens.kit.dialogs.dialog import Dialog
from screens.kit.fields import Field
from screens.kit.keys import bind
from screens.kit.language import Phrase
from screens.kit.store_thread import Worker
from screens.knowledge.authoring import Authoring
from screens.knowledge.finding import found
from screens.knowledge.missed import MissedDialog
from screens.knowledge.results import Results

_SECTIONS = (None, *Section)
_WIDE = 100
"""Columns from which on an article stands beside the list."""


class SearchField(Field):
    """What is looked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("enter", "knowledge.quote", "screen.quote"),
        bind("ctrl+n", "knowledge.write", "screen.write"),
        bind("ctrl+e", "knowledge.revise", "screen.revise"),
        bind("ctrl+f", "knowledge.other_section", "screen.other_section"),
        bind("f4", "knowledge.missed", "screen.missed"),
        bind("up", "kit.table.up", "screen.move(-1)", show=False),
        bind("down", "kit.table.down", "screen.move(1)", show=False),
        bind("pageup", "knowledge.read_up", "screen.read_on(-1)", show=False),
        bind("pagedown", "knowledge.read_down", "screen.read_on(1)", show=False),
    ]


class KnowledgeDialog(Dialog[Article]):
    """Finds an article as one types; gives the one to quote, or None.

    Before anything is typed, the articles that fit the call stand first. What is missing can be
    written at once, and what is wrong revised.

    Args:
        library: the knowledge base.
        worker: where the store is used.
        about: what the call is about, as type and problem; of any length.
        draft: what a new article starts from.
    """

    DEFAULT_CSS = """
    KnowledgeDialog > #box { width: 100%; height: 100%; margin: 0 1 1 1; padding: 0 1; }
    """

    def __init__(
        self,
        library: Library,
        worker: Worker[Changes | None],
        *,
        about: str = "",
        draft: Article | None = None,
    ) -> None:
        super().__init__(Phrase("knowledge.title"))
        self._library = library
        self._worker = worker
        self._about = about
        self._draft = tidied(draft or Article("", Section.OPERATION, ""))
        self._authoring = Authoring(self, library, worker)
        self._section: Section | None = None
        self._results = Results(library)
        self._quotes_when_read = False

    def compose_body(self) -> Iterable[Widget]:
        """What is typed, and what fits it."""
        self._field = SearchField(placeholder=self.t("knowledge.search"), id="sought")
        yield self._field
        yield self._results

    def on_mount(self) -> None:
        """Shows what is at hand, and looks for what is new."""
        self._show()
        self.run_worker(self._told_of(self._read()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers what is missing to supervisors only."""
        return action != "missed" or self._library.supervises

    @property
    def marked(self) -> Article | None:
        """The article that would be quoted."""
        return self._results.marked

    def on_resize(self, event: events.Resize) -> None:
        """Puts list and article side by side where there is room."""
        self._results.set_class(event.size.width >= _WIDE, "-wide")

    @on(Field.Changed, "#sought")
    def _show_found(self) -> None:
        self._show()

    def action_move(self, lines: int) -> None:
        """Marks another article."""
        self._results.move(lines)

    def action_read_on(self, pages: int) -> None:
        """Scrolls the marked article."""
        self._results.read_on(pages)

    def action_other_section(self) -> None:
        """Shows the next section only, or all again."""
        following = _SECTIONS.index(self._section) + 1
        self._section = _SECTIONS[following % len(_SECTIONS)]
        self._show()

    def action_quote(self) -> None:
        """Gives the marked article; the first time, that may have to wait for the store."""
        if not self._library.is_read:
            self._quotes_when_read = True
        elif article := self.marked:
            self.dismiss(article)

    def action_cancel(self) -> None:
        """Closes; a search that found nothing is remembered."""
        if (finding := self._results.finding).missed:
            self.app.run_worker(self._miss(finding.text))
        self.dismiss(None)

    def action_write(self) -> None:
        """Writes an article from the call, found by what was looked for."""
        draft, text = self._draft, self._field.answer
        if self._results.finding.missed:
            draft = replace(draft, title=draft.title or text, words=(*draft.words, text))
        draft = replace(draft, title=draft.title[:MOST_TITLE])
        self._run(self._author, draft)

    def action_revise(self) -> None:
        """Revises the marked article."""
        if article := self.marked:
            self._run(self._author, article)

    def action_missed(self) -> None:
        """Shows what was looked for and not found."""
        self._run(self._go_through_missed)

    async def _read(self) -> None:
        await self._worker.run(self._library.read)
        # whoever marked another one keeps it; else the best is the first
        self._show(self._results.chosen)
        if self._quotes_when_read:
            self.action_quote()

    async def _miss(self, text: str) -> None:
        # it helps to improve the knowledge base; the call goes on without it
        with suppress(CstuiError):
            await self._worker.run(self._library.miss, text)

    async def _author(self, article: Article) -> None:
        if saved := await self._authoring.author(article):
            self._show(saved)
            if not saved.retired and self.marked != saved:
                self._field.answer = saved.title

    async def _go_through_missed(self) -> None:
        cursor = 0
        while missed := await self._worker.run(self._library.missed):
            dialog = MissedDialog(missed, cursor)
            wanted = await self.app.push_screen_wait(dialog)
            cursor = dialog.cursor
            if wanted is None:
                return
            if wanted.way == "write":
                await self._author(Article(wanted.text, Section.OPERATION, "", (wanted.text,)))
                return
            await self._worker.run(self._library.forget_missed, wanted.text)
        self.notify(self.t("knowledge.missed.nothing"), markup=False)

    def _show(self, mark: Article | None = None) -> None:
        """Shows what fits what is typed, the cursor on the first article or on a given one."""
        finding = found(self._library, self._field.answer, self._about, self._section)
        self._results.show(finding, self._section, mark)

    def _run(self, work: Callable[..., Coroutine[Any, Any, None]], *given: Article) -> None:
        """Runs work that opens dialogs; what is typed meanwhile is for them."""
        self.run_worker(self._told_of(self._alone(work(*given))))

    async def _alone(self, work: Coroutine[Any, Any, None]) -> None:
        with app_of(self).keys.held(self):
            await work

    async def _told_of(self, work: Coroutine[Any, Any, None]) -> None:
        """Does some work; a store that cannot do it now is passing news."""
        try:
            await work
        except CstuiError as error:
            self.notify(self.t.text(error), severity="warning", markup=False)
