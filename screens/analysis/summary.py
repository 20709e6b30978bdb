"""The lines above the figures: what is asked for, and what a small screen shows of it."""

from textual.content import Content
from textual.widgets import Static

from cstui.i18n import Translator
from cstui.reports.model import Report
from cstui.reports.wording import duration_text
from screens.analysis.question import PERIODS, Question
from screens.analysis.wording import days_text, filters_text, grouping_text, period_text
from screens.kit.language import translator_of
from screens.kit.text import displayable

_QUIET, _KEY = "$foreground-muted", "bold $text-primary"
PANES = ("figures", "histogram", "groups")
"""What a small screen shows one at a time, in the order of their keys 1, 2, 3."""


class QuestionLines(Static):
    """Two lines: the period with its days, then grouping, filters and limit."""

    def show(self, question: Question, report: Report | None, *, busy: bool) -> None:
        """Shows a question, and of which days and moment the last answer is."""
        t = translator_of(self)
        lines = [_period_line(question, report, t, busy=busy), _choice_line(question, report, t)]
        self.update(Content("\n").join(lines), layout=False)


def _period_line(q: Question, report: Report | None, t: Translator, *, busy: bool) -> Content:
    """The period, with arrows to the sides on which there are others."""
    left = "◂" if q.period != PERIODS[0] else " "
    right = "▸" if q.period in PERIODS[:-1] else " "
    parts = [(f"{left} ", _KEY), (period_text(q.period, t), "bold"), (f" {right}", _KEY)]
    if busy:
        parts.append((f"  {t('analysis.busy')}", _QUIET))
    elif report and report.query.period.name == q.period:
        told = [days_text(report.query.period, t)]
        if report.as_of:
            told.append(t("report.as_of", moment=f"{report.as_of:%Y-%m-%d %H:%M}"))
        parts += [(f"  {text}", _QUIET) for text in told if text]
    return Content.assemble(*parts)


def _choice_line(question: Question, report: Report | None, t: Translator) -> Content:
    parts = [(f"  {grouping_text(question.by, t)}", "")]
    if question.where:
        parts.append((f"   {displayable(filters_text(question.where, t))}", "bold $text-warning"))
    if report:
        limit = duration_text(report.query.threshold_s, t)
        parts.append((f"   {t('analysis.limit', limit=limit)}", _QUIET))
    return Content.assemble(*parts)


class PaneTabs(Static):
    """One line of the panes and their keys, the open one marked."""

    def show(self, pane: str) -> None:
        """Marks a pane as open."""
        t = translator_of(self)
        parts: list[tuple[str, str]] = []
        for key, name in enumerate(PANES, 1):
            style = "bold on $primary-muted" if name == pane else _QUIET
            parts += [(f" {key} {t(f'analysis.{name}_pane')} ", style), (" ", "")]
        self.update(Content.assemble(*parts), layout=False)
