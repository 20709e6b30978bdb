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
from cstui.reports.cells import GROUP, group_cells
from cstui.reports.model import GroupFigures, Report
from cstui.reports.wording import NO_VALUE, value_text
from screens.analysis.wording import dimension_text, grouping_text
from screens.kit.columns import Column, Row
from screens.kit.table import PagedTable

TIMED = frozenset({"hour", "weekday", "day", "week", "month"})
"""Dimensions whose groups stand in the order of time, not of size."""
_LABEL_CELLS, _COUNT_CELLS = 8, 3
_NUMBER_CELLS = {"response": 8, "resolution": 8, "late": 6, "score": 5}
"""The cells that a column of numbers takes at least, where that is more than for a count."""


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
        Column(t(f"report.column.{key}"), _widest(key, rows, place, t), flex=1, right=True)
        for place, key in enumerate(GROUP, len(by))
    ]
    return GroupTexts((*labels, *numbers), tuple(rows))


def _row(group: GroupFigures, by: Sequence[str], t: Translator) -> Row:
    key = "\n".join(group["by"][dimension] or "" for dimension in by)
    labels = [value_text(dimension, group["by"][dimension], t) for dimension in by]
    return Row(key, (*labels, *group_cells(group, t)))


def _widest(key: str, rows: Sequence[Row], place: int, t: Translator) -> int:
    """The cells that a column of numbers takes, so that no digit is ever cut off."""
    texts = (t(f"report.column.{key}"), *(str(row.cells[place]) for row in rows))
    return max(_NUMBER_CELLS.get(key, _COUNT_CELLS), *map(cell_len, texts))


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
