"""The analysis screen: how long customers wait, over a period, by groups, as it changes."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget

from cstui.clock.period import Period, parse_period
from cstui.domain.errors import CstuiError
from cstui.ports import Changes
from cstui.reports.model import Query, Report
from cstui.services.reporting import LiveFigures
from screens.analysis.asking import PERIOD, dimension_dialog, period_dialog, value_dialog
from screens.analysis.figures import FiguresView
from screens.analysis.groups import GroupsView
from screens.analysis.histogram import HistogramView
from screens.analysis.question import Question
from screens.analysis.summary import PANES, PaneTabs, QuestionLines
from screens.analysis.thread import FiguresDesk, kit_app
from screens.kit.base import BaseScreen
from screens.kit.keys import bind

PAUSE = 0.4
"""Seconds by which changes are gathered before the figures follow them."""
BUSY_AFTER = 0.3
"""Seconds after which it is said that the figures are being worked out."""
MINUTE = 60.0
"""Seconds between two looks at the time, by which open tickets become late."""


class AnalysisScreen(BaseScreen[None]):
    """Figures, histogram and groups over a period; they follow what anybody saves.

    Args:
        open_figures: reads the figures; called in the worker's thread when the screen opens.
        zone: name of the site's time zone.
        now: tells the time.
        threshold: seconds within which a first response is in time.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("left", "analysis.shorter", "step(-1)"),
        bind("right", "analysis.longer", "step(1)"),
        bind("p", "analysis.period", "period"),
        bind("g", "analysis.group", "group"),
        bind("x", "analysis.cross", "cross"),
        bind("f", "analysis.filter", "filter"),
        bind("h", "analysis.histogram", "histogram"),
        bind("delete,backspace", "analysis.unfilter", "unfilter"),
        bind("f5", "analysis.refresh", "refresh"),
        bind("1", "analysis.figures_pane", "pane('figures')", show=False),
        bind("2", "analysis.histogram_pane", "pane('histogram')", show=False),
        bind("3", "analysis.groups_pane", "pane('groups')", show=False),
    ]
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-low"), (34, "-tall")]

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
        self._pane = PANES[0]
        self._busy = False
        self._behind = False

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
        kit_app(self).changes.subscribe(self, self._follow)
        self.set_interval(MINUTE, self._catch_up)
        self.action_pane(self._pane)

    def on_screen_resume(self) -> None:
        """Makes up for what was missed while another screen was open."""
        self._work()

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

    def action_period(self) -> None:
        """Asks for any period."""

        def ask(answers: dict[str, str] | None) -> None:
            if answers:
                self._ask(replace(self._question, period=self._period(answers[PERIOD]).name))

        self.app.push_screen(period_dialog(self._question.period, self._period, self.t), ask)
    
    def action_group(self) -> None:
        """Asks what to group by."""
        current = "".join(self._question.by[:1])
        dialog = dimension_dialog("analysis.group", "analysis.ungrouped", current)
        self._choose(dialog, lambda name: self._question.grouped(name))
