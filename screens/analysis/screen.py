"""The analysis screen: where the time goes, over a period, by groups, as it changes."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from cstui.clock.period import Period
from cstui.domain.errors import CstuiError
from cstui.reports.model import Query
from screens.analysis.asking import Values, ask_cross, ask_filter, ask_group, ask_period, ask_view
from screens.analysis.behind_dialog import BehindDialog
from screens.analysis.bindings import KEYS
from screens.analysis.document_view import DocumentView
from screens.analysis.laying import Figure
from screens.analysis.pace import Pace
from screens.analysis.question import Inquiry, Question
from screens.analysis.saving import ask_file
from screens.analysis.summary import QuestionLines, ViewTabs
from screens.analysis.thread import Answer, FiguresDesk, kit_app
from screens.kit.base import BaseScreen
from screens.kit.dialogs.say import Message

if TYPE_CHECKING:
    from cstui.services.analysing import Analysis

BUSY_AFTER = 0.3
"""Seconds after which it is said that the figures are being worked out."""
MINUTE = 60.0
"""Seconds between two looks at the time, by which open tickets become late."""

ResultT = TypeVar("ResultT")


class AnalysisScreen(BaseScreen[None]):
    """Views of the figures over a period; they follow what anybody saves.

    Args:
        open_analysis: reads the tickets; called in the worker's thread when the screen opens.
        zone: name of the site's time zone.
        now: tells the time.
        threshold: seconds within which a first response in a period is in time.
        open_ticket: shows the ticket of a number where it can be worked on.
    """

    BINDINGS: ClassVar[list[BindingType]] = KEYS
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(
        self,
        open_analysis: "Callable[[], Analysis]",
        zone: str,
        now: Callable[[], datetime],
        threshold: Callable[[Period], int],
        open_ticket: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._desk = FiguresDesk(open_analysis)
        self._inquiry = Inquiry(zone, now, threshold)
        self._open_ticket = open_ticket
        self._answer: Answer | None = None
        self._failure: CstuiError | None = None
        self._pace = Pace(self, self._work_out)

    def compose_body(self) -> Iterable[Widget]:
        """The views' names, what is asked for, the view."""
        yield ViewTabs(id="views", markup=False)
        yield QuestionLines(id="question", markup=False)
        yield DocumentView(id="document")

    def on_mount(self) -> None:
        """Follows changes and the time."""
        kit_app(self).changes.subscribe(self, self._pace.follow)
        self.set_interval(MINUTE, self._pace.catch_up)

    def on_screen_resume(self) -> None:
        """Makes up for what was missed while another screen was open."""
        self._work_out()

    def retranslate(self) -> None:
        """Asks for everything in the other language."""
        self._work_out()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers only what would do something."""
        if action == "cross":
            return bool(self._inquiry.question.by)
        return action != "unfilter" or bool(self._inquiry.question.where)

    def action_beside(self, steps: int) -> None:
        """Looks at the next view."""
        self._ask(self._inquiry.question.beside(steps))

    def action_look_at(self, view: str) -> None:
        """Looks at a view."""
        self._ask(self._inquiry.question.looking_at(view))

    def action_step(self, steps: int) -> None:
        """Changes to a longer or a shorter period."""
        self._ask(self._inquiry.question.stepped(steps))

    @work(group="asking", exclusive=True)
    async def action_view(self) -> None:
        """Asks which view to look at."""
        self._ask(await ask_view(self, self._inquiry.question))

    @work(group="asking", exclusive=True)
    async def action_period(self) -> None:
        """Asks for any period."""
        self._ask(await ask_period(self, self._inquiry.question, self._inquiry.period))

    @work(group="asking", exclusive=True)
    async def action_group(self) -> None:
        """Asks what to group by."""
        self._ask(await ask_group(self, self._inquiry.question))

    @work(group="asking", exclusive=True)
    async def action_cross(self) -> None:
        """Asks by what to divide each group."""
        self._ask(await ask_cross(self, self._inquiry.question))

    @work(group="asking", exclusive=True)
    async def action_filter(self) -> None:
        """Asks for one more filter, or for none at all."""
        self._ask(await ask_filter(self, self._inquiry.question, self._values))

    def action_unfilter(self) -> None:
        """Removes the last filter."""
        self._ask(self._inquiry.question.without([*self._inquiry.question.where][-1]))

    def action_refresh(self) -> None:
        """Works the figures out again."""
        self._work_out()

    @work(group="asking", exclusive=True)
    async def action_define(self) -> None:
        """Explains the figure under the cursor."""
        figure = self.query_one(DocumentView).figure
        if figure is None or not figure.metric:
            self.news(self.t("analysis.no_figure"))
            return
        query = self._inquiry.behind(figure.where, figure.period)
        told = await self._told(self._desk.definition, figure.metric, query, self.t)
        if told:
            name, *lines = told
            await self.app.push_screen_wait(Message(name, "\n".join(lines)))

    @on(DocumentView.LookedInto)
    def _look_into(self, event: DocumentView.LookedInto) -> None:
        if event.figure.ticket:
            self._open_ticket(event.figure.ticket)
        else:
            self._list_tickets(event.figure)

    @work(group="asking", exclusive=True)
    async def _list_tickets(self, figure: Figure) -> None:
        """Lists the tickets behind a figure, and opens the one that is chosen."""
        query = self._inquiry.behind(figure.where, figure.period)
        behind = await self._told(self._desk.behind, figure.metric, query, self.t)
        if behind is None:
            return
        if not behind.rows:
            self.news(self.t("analysis.no_tickets"))
            return
        if number := await self.app.push_screen_wait(BehindDialog(behind)):
            self._open_ticket(number)

    @work(group="asking", exclusive=True)
    async def action_write(self) -> None:
        """Writes the view or a named report to a file."""
        wanted = await ask_file(self, self._inquiry.question)
        if wanted is None:
            return
        name, path = wanted
        query = self._inquiry.query()
        await self._told(self._desk.write, name, query, self.t, path)
        if self._failure is None:
            self.news(self.t("analysis.written", path=path))

    @on(DocumentView.WidthChanged)
    def _lay_out_again(self) -> None:
        if self._answer:
            self._work_out()

    async def _values(self, dimension: str, question: Question) -> Values | None:
        query = self._inquiry.query(question)
        return await self._told(self._desk.values, dimension, query, self.t)

    def _ask(self, question: Question | None) -> None:
        """Asks another question, if there is one."""
        if question:
            self._inquiry.question = question
            self.refresh_bindings()
            # at once, of what is known; what was saved since comes with the next look
            self._work_out(anew=False)

    @work(group="figures", exclusive=True)
    async def _work_out(self, *, anew: bool = True) -> None:
        """Asks and shows the answer; one that is still on its way is dropped."""
        anew = self._pace.begin(anew=anew)
        self.query_one(ViewTabs).show(self._inquiry.question.view)
        self._show_question()
        said = partial(self._show_question, busy=self.t("analysis.busy"))
        busy = self.set_timer(BUSY_AFTER, said)
        view = self.query_one(DocumentView)
        try:
            query, name = self._inquiry.query(), self._inquiry.question.view
            answer = None
            if await self._prepared(query, anew=anew):
                answer = await self._told(self._desk.answer, name, query, self.t, view.columns)
        finally:
            busy.stop()
        self._pace.end()
        if answer:
            keep = self._answer is not None and self._answer.view == answer.view
            self._answer = answer
            view.show(answer.lines, keep=keep)
        self._show_question()

    async def _prepared(self, query: Query, *, anew: bool) -> bool:
        """Whether all is there that an answer needs; tells how far it is."""
        while far := await self._told(partial(self._desk.prepare, anew=anew), query):
            anew = False
            done, of = far
            self._show_question(busy=f"{self.t('analysis.busy')} {done}/{of}")
        return self._failure is None

    async def _told(self, ask: Callable[..., ResultT], *about: object) -> ResultT | None:
        """An answer from the worker's thread; a failure is told, and gives None."""
        try:
            found: ResultT = await kit_app(self).worker.run(ask, *about)
        except CstuiError as error:
            self._failure = error
            self.news(self.t.text(error), warn=True)
            return None
        self._failure = None
        return found

    def _show_question(self, *, busy: str = "") -> None:
        lines = self.query_one(QuestionLines)
        lines.show(self._inquiry.question, self._answer, self._failure, busy=busy)
