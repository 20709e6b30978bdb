"""The analysis screen: how long customers wait, over a period, by groups, as it changes."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget

from cstui.clock.period import Period, parse_period
from cstui.domain.errors import CstuiError
from cstui.reports.model import Report
from cstui.services.reporting import LiveFigures
from screens.analysis.asking import ask_cross, ask_filter, ask_group, ask_period
from screens.analysis.figures import FiguresView
from screens.analysis.groups import GroupsView
from screens.analysis.histogram import HistogramView
from screens.analysis.pace import Pace
from screens.analysis.question import Question
from screens.analysis.summary import PANES, PaneTabs, QuestionLines
from screens.analysis.thread import FiguresDesk, kit_app
from screens.kit.base import BaseScreen
from screens.kit.keys import bind

BUSY_AFTER = 0.3
"""Seconds after which it is said that the figures are being worked out."""
MINUTE = 60.0
"""Seconds between two looks at the time, by which open tickets become late."""

WIDTHS = [(0, "-narrow"), (110, "-wide")]
HEIGHTS = [(0, "-low"), (34, "-tall")]
"""Sizes from which on all panes have room at once."""


class AnalysisScreen(BaseScreen[None]):
    """Figures, histogram and groups over a period; they follow what anybody saves.

    Args:
        open_figures: reads the figures; called in the worker's thread when the screen opens.
        zone: name of the site's time zone.
        now: tells the time.
        threshold: seconds within which a first response is in time.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("left", "analysis.shorter", "step(-1)", show=False),
        bind("right", "analysis.longer", "step(1)", show=False),
        bind("p", "analysis.period", "period"),
        bind("g", "analysis.group", "group"),
        bind("x", "analysis.cross", "cross"),
        bind("f", "analysis.filter", "filter"),
        bind("delete,backspace", "analysis.unfilter", "unfilter"),
        bind("h", "analysis.histogram", "histogram"),
        bind("f5", "analysis.refresh", "refresh"),
        bind("1", "analysis.figures_pane", "pane('figures')", show=False),
        bind("2", "analysis.histogram_pane", "pane('histogram')", show=False),
        bind("3", "analysis.groups_pane", "pane('groups')", show=False),
    ]
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(
        self,
        open_figures: Callable[[], LiveFigures],
        zone: str,
        now: Callable[[], datetime],
        threshold: Callable[[], int],
    ) -> None:
        super().__init__()
        self._desk = FiguresDesk(open_figures)
        self._zone, self._now, self._threshold = zone, now, threshold
        self._question = Question()
        self._report: Report | None = None
        self._failure: CstuiError | None = None
        self._pane = PANES[0]
        self._pace = Pace(self, self._work_out)

    def compose_body(self) -> Iterable[Widget]:
        """What is asked for, the panes' names, the panes."""
        yield QuestionLines(id="question", markup=False)
        yield PaneTabs(id="panes", markup=False)
        with Container(id="top"):
            yield FiguresView(id="figures")
            yield HistogramView(id="histogram")
        yield GroupsView(id="groups")

    def on_mount(self) -> None:
        """Follows changes and the time."""
        kit_app(self).changes.subscribe(self, self._pace.follow)
        self.set_interval(MINUTE, self._pace.catch_up)
        self.action_pane(self._pane)

    def on_screen_resume(self) -> None:
        """Makes up for what was missed while another screen was open."""
        self._work_out()

    def retranslate(self) -> None:
        """Writes everything anew."""
        self.query_one(PaneTabs).show(self._pane)
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers only what would do something."""
        if action == "cross":
            return bool(self._question.by)
        return action != "unfilter" or bool(self._question.where)

    def action_step(self, steps: int) -> None:
        """Changes to a longer or a shorter period."""
        self._ask(self._question.stepped(steps))

    @work(group="asking", exclusive=True)
    async def action_period(self) -> None:
        """Asks for any period."""
        self._ask(await ask_period(self, self._question, self._period))

    @work(group="asking", exclusive=True)
    async def action_group(self) -> None:
        """Asks what to group by."""
        self._ask(await ask_group(self, self._question))

    @work(group="asking", exclusive=True)
    async def action_cross(self) -> None:
        """Asks by what to divide each group."""
        self._ask(await ask_cross(self, self._question))

    @work(group="asking", exclusive=True)
    async def action_filter(self) -> None:
        """Asks for one more filter, or for none at all."""
        self._ask(await ask_filter(self, self._question, self._answer))

    def action_unfilter(self) -> None:
        """Removes the last filter."""
        self._ask(self._question.without([*self._question.where][-1]))

    def action_histogram(self) -> None:
        """Opens the histogram; once it is open, shows the other times."""
        view = self.query_one(HistogramView)
        if view.display:
            view.turn()
        else:
            self.action_pane("histogram")

    def action_refresh(self) -> None:
        """Works the figures out again."""
        self._work_out()

    def action_pane(self, pane: str) -> None:
        """Opens one of the panes of a small screen."""
        self._pane = pane
        for name in PANES:
            self.set_class(name == pane, f"-{name}")
        self.query_one(PaneTabs).show(pane)

    def _period(self, text: str) -> Period:
        """The period that a text means today; `InputError` if it means none."""
        return parse_period(text, self._now(), self._zone)

    def _ask(self, question: Question | None) -> None:
        """Asks another question, if there is one."""
        if question:
            self._question = question
            self.refresh_bindings()
            self._work_out()

    @work(group="figures", exclusive=True)
    async def _work_out(self) -> None:
        """Asks and shows the answer; one that is still on its way is dropped."""
        self._pace.begin()
        self._show_question()
        busy = self.set_timer(BUSY_AFTER, partial(self._show_question, busy=True))
        try:
            report = await self._answer(self._question)
        finally:
            busy.stop()
        self._pace.end()
        self._report = report or self._report
        self._show()

    async def _answer(self, question: Question) -> Report | None:
        """The answer, from the worker's thread; a failure is told, and gives None."""
        try:
            query = question.query(self._now(), self._zone, self._threshold())
            report = await kit_app(self).worker.run(self._desk.report, query)
        except CstuiError as error:
            self._failure = error
            self.news(self.t.text(error), warn=True)
            return None
        self._failure = None
        return report

    def _show(self) -> None:
        """Shows question and answer in all panes, the hidden ones too."""
        self._show_question()
        if report := self._report:
            self.set_class(not report.query.by, "-ungrouped")
            self.query_one(FiguresView).show(report, self.t)
            self.query_one(HistogramView).show(report)
            self.query_one(GroupsView).show(report, self.t)

    def _show_question(self, *, busy: bool = False) -> None:
        lines = self.query_one(QuestionLines)
        lines.show(self._question, self._report, self._failure, busy=busy)
