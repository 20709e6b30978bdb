"""The figures of all tickets of the period, as one quiet table and a few sentences."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from cstui.i18n import Translator
from cstui.metrics.values import Attainment, Figures
from cstui.reports.cells import (
    SPREAD,
    STANDING,
    spread_cells,
    standing_cells,
    timeout_text,
)
from cstui.reports.layout import table
from cstui.reports.model import Report
from cstui.reports.wording import percent_text, score_text
from screens.kit.keys import bind

WIDTH = 52
"""Cells that the table may take."""
_QUIET, _WARNING = "$foreground-muted", "$text-warning"


class FiguresView(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Shows the figures; scrolls where they do not fit. Left and right are left to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("up", "kit.table.up", "scroll_up", show=False),
        bind("down", "kit.table.down", "scroll_down", show=False),
        bind("pageup", "kit.table.page_up", "page_up", show=False),
        bind("pagedown", "kit.table.page_down", "page_down", show=False),
    ]

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._content = Content()

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(markup=False)

    def show(self, report: Report, t: Translator) -> None:
        """Shows the figures of a report."""
        content = figures_content(report, t)
        if content != self._content:
            taller = content.plain.count("\n") != self._content.plain.count("\n")
            self._content = content
            self.query_one(Static).update(content, layout=taller)


def figures_content(report: Report, t: Translator) -> Content:
    """All figures of the whole, with a tone for what is beside the point and what is amiss."""
    total = report.content["total"]
    heading, *rows = table([_heading(t), *_spread_rows(total, t), *_clock_rows(total, t)], WIDTH)
    lines = [
        Content.styled(t("report.volume", tickets=total["tickets"], open=total["open"]), "bold"),
        Content.styled(heading, _QUIET),
        *(Content(line) for line in rows),
        Content(),
        *(Content(line) for line in _sentences(total, t)),
        *(Content.styled(line, _WARNING) for line in _excluded(report, t)),
    ]
    return Content("\n").join(lines)


def _heading(t: Translator) -> list[str]:
    return ["", *(t(f"report.clock.{kind}") for kind in ("response", "resolution", "update"))]


def _spread_rows(total: Figures, t: Translator) -> list[list[str]]:
    """A row a statistic of response and resolution times; updates have none."""
    columns = [spread_cells(total[name], t) for name in ("first_response_s", "resolution_s")]
    return _rows([f"metric.{name}" for name in SPREAD], [*columns, [""] * len(SPREAD)], t)


def _clock_rows(total: Figures, t: Translator) -> list[list[str]]:
    """A row for each way in which clocks end."""
    clocks: Attainment = total["attainment"]
    columns = [
        standing_cells(standing)
        for standing in (clocks["response"], clocks["resolution"], clocks["update"])
    ]
    return _rows([f"metric.{name}" for name in STANDING], columns, t)


def _rows(keys: Sequence[str], columns: Sequence[Sequence[str]], t: Translator) -> list[list[str]]:
    return [[t(key), *cells] for key, *cells in zip(keys, *columns, strict=True)]


def _sentences(total: Figures, t: Translator) -> Iterator[str]:
    csat, calls = total["csat"], total["calls"]
    yield timeout_text(total["timeout"], t)
    yield t("analysis.csat", mean=score_text(csat["mean"]), n=csat["n"])
    yield t(
        "analysis.csat_rates",
        satisfied=percent_text(csat["satisfied_rate"]),
        low=percent_text(csat["low_rate"]),
        response=percent_text(csat["response_rate"]),
    )
    counts = "  ".join(f"{score}: {count}" for score, count in csat["counts"].items())
    yield t("analysis.csat_counts", counts=counts)
    if calls["answered"] or calls["abandoned"]:
        yield t("report.calls", **calls)


def _excluded(report: Report, t: Translator) -> Iterator[str]:
    """What was left out, and why."""
    for key, count in report.content["excluded"].items():
        if count:
            yield t(f"report.{key}", count=count)
