"""The lines above the figures: which view, and what is asked for."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.widgets import Static

from cstui.domain.errors import CstuiError
from cstui.i18n import Translator
from cstui.reports.wording import duration_text
from screens.analysis.question import PERIODS, VIEWS, Question
from screens.analysis.thread import Answer
from screens.analysis.wording import days_text, filters_text, grouping_text, period_text
from screens.kit.language import translator_of
from screens.kit.text import displayable

_QUIET, _KEY, _WARNING = "$foreground-muted", "bold $text-primary", "$text-warning"
KEYS = "1234567890"
"""The digits of the first views."""


class QuestionLines(Static):
    """Two lines: the period with its days, then grouping, filters and limit."""

    def show(
        self,
        question: Question,
        answer: Answer | None,
        failure: CstuiError | None = None,
        *,
        busy: str = "",
    ) -> None:
        """Shows a question, and how it stands with the answer.

        Args:
            question: what is asked for.
            answer: the last answer, maybe to an earlier question.
            failure: why there is no newer one, if it failed.
            busy: how far a newer one is that is being worked out, and takes its time.
        """
        t = translator_of(self)
        if busy:
            told = (busy, _QUIET)
        elif failure:
            told = (t.title(failure), _WARNING)
        elif answer and answer.query.period.name == question.period:
            told = (_days_and_moment(answer, t), _QUIET)
        else:
            told = ("", _QUIET)
        lines = [_period_line(question.period, told, t), _choice_line(question, answer, t)]
        self.update(Content("\n").join(lines), layout=False)


def _period_line(period: str, told: tuple[str, str], t: Translator) -> Content:
    """The period, with the keys to the sides on which there are others."""
    left = "," if period != PERIODS[0] else " "
    right = "." if period in PERIODS[:-1] else " "
    text, style = told
    return Content.assemble(
        (f"{left} ", _KEY), (period_text(period, t), "bold"), (f" {right}  ", _KEY), (text, style)
    )


def _days_and_moment(answer: Answer, t: Translator) -> str:
    """The days that an answer is about, and of which moment it is if they are not over."""
    told = [days_text(answer.query.period, t)]
    if answer.as_of:
        told.append(t("report.as_of", moment=f"{answer.as_of:%Y-%m-%d %H:%M}"))
    return "  ".join(text for text in told if text)


def _choice_line(question: Question, answer: Answer | None, t: Translator) -> Content:
    parts = [(f"  {grouping_text(question.by, t)}", "")]
    if question.where:
        parts.append((f"   {displayable(filters_text(question.where, t))}", f"bold {_WARNING}"))
    if answer:
        limit = duration_text(answer.query.threshold_s, t)
        parts.append((f"   {t('analysis.limit', limit=limit)}", _QUIET))
    return Content.assemble(*parts)


class ViewTabs(Static):
    """One line of the views and their keys, as many as there is room for; the open one marked."""

    _view = VIEWS[0]

    def show(self, view: str) -> None:
        """Marks a view as open."""
        self._view = view
        t, at = translator_of(self), VIEWS.index(view)
        names = [_name(place, t) for place in range(len(VIEWS))]
        seen = _fitting([cell_len(name) for name in names], at, self.size.width - 4)
        parts = [("‹" if seen.start else " ", _KEY)]
        for place in seen:
            parts.append((names[place], "bold on $primary-muted" if place == at else _QUIET))
        parts.append(("›" if seen.stop < len(names) else " ", _KEY))
        self.update(Content.assemble(*parts), layout=False)

    def on_resize(self, event: events.Resize) -> None:
        """Shows as many as there is room for now."""
        self.show(self._view)


def _name(place: int, t: Translator) -> str:
    """A view's name, behind its digit where it has one."""
    return f" {KEYS[place : place + 1]} {t(f'analysis.view.{VIEWS[place]}')} ".replace("  ", " ")


def _fitting(widths: Sequence[int], at: int, room: int) -> range:
    """The neighbours on both sides of a place that fit with it."""
    first, after, room = at, at + 1, room - widths[at]
    while True:
        if after < len(widths) and widths[after] <= room:
            room, after = room - widths[after], after + 1
        elif first and widths[first - 1] <= room:
            room, first = room - widths[first - 1], first - 1
        else:
            return range(first, after)
