"""The lines above the figures: what is asked for, and what a small screen shows of it."""

from textual.content import Content
from textual.widgets import Static

from cstui.domain.errors import CstuiError
from cstui.i18n import Translator
from cstui.reports.model import Report
from cstui.reports.wording import duration_text
from screens.analysis.question import PERIODS, Question
from screens.analysis.wording import days_text, filters_text, grouping_text, period_text
from screens.kit.language import translator_of
from screens.kit.text import displayable

_QUIET, _KEY, _WARNING = "$foreground-muted", "bold $text-primary", "$text-warning"
PANES = ("figures", "histogram", "groups")
"""What a small screen shows one at a time, in the order of their keys 1, 2, 3."""


class QuestionLines(Static):
    """Two lines: the period with its days, then grouping, filters and limit."""

    def show(
        self,
        question: Question,
        report: Report | None,
        failure: CstuiError | None = None,
        *,
        busy: bool = False,
    ) -> None:
        """Shows a question, and how it stands with the answer.

        Args:
            question: what is asked for.
            report: the last answer, maybe to an earlier question.
            failure: why there is no newer one, if it failed.
            busy: whether a newer one is being worked out, and takes its time.
        """
        t = translator_of(self)
        if busy:
            told = (t("analysis.busy"), _QUIET)
        elif failure:
            told = (t.title(failure), _WARNING)
        elif report and report.query.period.name == question.period:
            told = (_days_and_moment(report, t), _QUIET)
        else:
            told = ("", _QUIET)
        lines = [_period_line(question.period, told, t), _choice_line(question, report, t)]
        self.update(Content("\n").join(lines), layout=False)


def _period_line(period: str, told: tuple[str, str], t: Translator) -> Content:
    """The period, with arrows to the sides on which there are others."""
    left = "◂" if period != PERIODS[0] else " "
    right = "▸" if period in PERIODS[:-1] else " "
    text, style = told
    return Content.assemble(
        (f"{left} ", _KEY), (period_text(period, t), "bold"), (f" {right}  ", _KEY), (text, style)
    )


def _days_and_moment(report: Report, t: Translator) -> str:
    """The days that an answer is about, and of which moment it is if they are not over."""
    told = [days_text(report.query.period, t)]
    if report.as_of:
        told.append(t("report.as_of", moment=f"{report.as_of:%Y-%m-%d %H:%M}"))
    return "  ".join(text for text in told if text)


def _choice_line(question: Question, report: Report | None, t: Translator) -> Content:
    parts = [(f"  {grouping_text(question.by, t)}", "")]
    if question.where:
        parts.append((f"   {displayable(filters_text(question.where, t))}", f"bold {_WARNING}"))
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
