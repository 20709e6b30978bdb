"""The figures of each group, as a table."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import reactive
from textual.widgets import Static

from cstui.i18n import Translator
from cstui.reports.model import GroupFigures, Report
from cstui.reports.wording import NO_VALUE, duration_text, group_text, percent_text, score_text
from screens.analysis.wording import dimension_text, grouping_text
from screens.kit.columns import Column, Row
from screens.kit.table import PagedTable

TIMED = frozenset({"hour", "weekday", "day", "week", "month"})
"""Dimensions whose groups stand in the order of time, not of size."""
_LABEL_CELLS, _COUNT_CELLS, _DURATION_CELLS, _RATE_CELLS, _SCORE_CELLS = 8, 3, 8, 6, 5
_NUMBERS = (
    ("tickets", _COUNT_CELLS),
    ("open", _COUNT_CELLS),
    ("n", _COUNT_CELLS),
    ("response", _DURATION_CELLS),
    ("late", _RATE_CELLS),
    ("n", _COUNT_CELLS),
    ("resolution", _DURATION_CELLS),
    ("n", _COUNT_CELLS),
    ("score", _SCORE_CELLS),
)
"""Heading of each column of numbers, and the cells that it takes at least."""


class GroupTexts(NamedTuple):
    """The table as texts, in the order in which it is shown."""

    columns: tuple[Column, ...]
    """Labels, then numbers."""
    rows: tuple[Row, ...]
    """One a group."""


def in_order(report: Report) -> list[GroupFigures]:
    """The groups of a report: the largest first, or by time where they are stretches of time."""
    groups = report.content["groups"]
    if TIMED & set(report.query.by):
        return groups
    return sorted(groups, key=lambda group: -group["tickets"])


def group_texts(report: Report, t: Translator) -> GroupTexts:
    """The groups of a report as a table, each column as wide as its numbers need."""
    by = report.query.by
    rows = [_row(group, by, t) for group in in_order(report)]
    labels = [Column(dimension_text(name, t), _LABEL_CELLS, flex=3) for name in by]
    numbers = [
        Column(title, _widest(title, rows, len(by) + place, least), flex=1, right=True)
        for place, (key, least) in enumerate(_NUMBERS)
        for title in [t(f"report.column.{key}")]
    ]
    return GroupTexts((*labels, *numbers), tuple(rows))


def _row(group: GroupFigures, by: Sequence[str], t: Translator) -> Row:
    key = "\n".join(group["by"][dimension] or "" for dimension in by)
    labels = [group_text(group, dimension, t) for dimension in by]
    response, resolution = group["first_response_s"], group["resolution_s"]
    csat = group["csat"]
    numbers = (
        str(group["tickets"]),
        str(group["open"]),
        str(response["n"]),
        duration_text(response["mean"], t),
        percent_text(group["timeout"]["rate"]),
        str(resolution["n"]),
        duration_text(resolution["mean"], t),
        str(csat["n"]),
        score_text(csat["mean"]),
    )
    return Row(key, (*labels, *numbers))


def _widest(title: str, rows: Sequence[Row], place: int, least: int) -> int:
    """The cells that a column takes, so that no digit is ever cut off."""
    texts = (str(row.cells[place]) for row in rows)
    return max(least, cell_len(title), *map(cell_len, texts), 0)


class GroupTable(PagedTable):
    """A table whose rows are all at hand."""

    def __init__(self, texts: GroupTexts) -> None:
        super().__init__(texts.columns)
        self._rows = texts.rows

    def on_mount(self) -> None:
        """Shows the first rows."""
        self.set_total(len(self._rows))

    def show(self, rows: tuple[Row, ...]) -> None:
        """Shows newer rows; the cursor stays on its group."""
        self._rows = rows
        self.reload(len(rows))

    @on(PagedTable.PageWanted)
    def _give(self, event: PagedTable.PageWanted) -> None:
        event.stop()
        self.set_page(event.first, self._rows[event.first : event.first + event.count])


class GroupsView(Vertical):
    """The table of groups under its title; a hint where nothing is grouped."""

    columns: reactive[tuple[Column, ...]] = reactive[tuple[Column, ...]]((), recompose=True)
    """The table's columns; another grouping or language brings another table."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._texts = GroupTexts((), ())
        self._title = ""
        self._note = ""

    def compose(self) -> ComposeResult:
        """Title, table, note."""
        yield Static(self._title, id="groups-title", markup=False)
        if self._texts.columns:
            yield GroupTable(self._texts)
        yield Static(self._note, id="groups-note", markup=False)

    def show(self, report: Report, t: Translator) -> None:
        """Shows the groups of a report."""
        by = report.query.by
        self._texts = group_texts(report, t) if by else GroupTexts((), ())
        self._title = grouping_text(by, t)
        self._note = self._note_text(t)
        if self._texts.columns == self.columns:
            for table in self.query(GroupTable):
                table.show(self._texts.rows)
            self.query_one("#groups-title", Static).update(self._title, layout=False)
            self.query_one("#groups-note", Static).update(self._note, layout=False)
        self.columns = self._texts.columns

    def _note_text(self, t: Translator) -> str:
        if not self._texts.columns:
            return t("analysis.group_hint")
        if not self._texts.rows:
            return t("analysis.no_groups")
        return t("report.groups_note", dash=NO_VALUE)
