"""A table of any length that shows at once: it asks for the rows that are on the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message

from screens.kit.columns import Column, Row
from screens.kit.keys import bind
from screens.kit.pages import PAGE, Pages
from screens.kit.rows_view import HEADER_LINES, RowsView


class PagedTable(RowsView):
    """A table with a header line and a cursor row, whose rows come in pages on request.

    It posts `PageWanted`; whoever listens answers with `set_page`, now or later. Rows not there
    yet are blank lines. When the data changed, `reload` asks again for what is seen: only lines
    that differ are drawn, and the cursor stays on the row with the same key.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("up", "kit.table.up", "move(-1)", show=False),
        bind("down", "kit.table.down", "move(1)", show=False),
        bind("pageup", "kit.table.page_up", "move_page(-1)", show=False),
        bind("pagedown", "kit.table.page_down", "move_page(1)", show=False),
        bind("home,ctrl+home", "kit.table.first", "first", show=False),
        bind("end,ctrl+end", "kit.table.last", "last", show=False),
        bind("enter", "kit.table.open", "choose", show=False),
    ]

    @dataclass
    class PageWanted(Message):
        """Rows are needed; answer with `table.set_page(first, rows)`."""

        table: "PagedTable"
        """The table."""
        first: int
        """Index of the first row."""
        count: int
        """How many rows; fewer at the end of the list."""

        @property
        def control(self) -> "PagedTable":
            """The table, for selectors."""
            return self.table

    @dataclass
    class RowMessage(Message):
        """Tells of a row."""

        table: "PagedTable"
        """The table."""
        index: int
        """Index of the row."""
        row: Row
        """The row."""

        @property
        def control(self) -> "PagedTable":
            """The table, for selectors."""
            return self.table

    class RowHighlighted(RowMessage):
        """The cursor stands on another row, or the row under it changed."""

    class RowChosen(RowMessage):
        """Enter was pressed on a row."""

    def __init__(self, columns: Sequence[Column], *, id: str | None = None) -> None:
        super().__init__(columns, id=id)
        self._pages = Pages()
        self._cursor = 0
        self._key: str | None = None
        self._told: Row | None = None

    @property
    def cursor(self) -> int:
        """Index of the cursor row."""
        return self._cursor

    def row_at(self, index: int) -> Row | None:
        """The row at an index, when it is at hand."""
        return self._pages.row(index)

    @property
    def cursor_row(self) -> Row | None:
        """The row under the cursor; None in an empty table or before its page came.

        While a page is asked for again, the row that the cursor is kept on.
        """
        if self._key is not None and self.total and not self._pages.is_fresh(self._cursor):
            return self._told
        return self._pages.row(self._cursor)

    @property
    def total(self) -> int:
        """How many rows the list has."""
        return self._pages.total

    def set_total(self, total: int) -> None:
        """Says how many rows the list has."""
        self._pages.total = total
        self.set_virtual_size(Size(0, total + HEADER_LINES))
        self._place_cursor(min(self._cursor, max(total - 1, 0)), by_hand=False)
        self._ask()
        self.refresh()

    def set_page(self, first: int, rows: Sequence[Row]) -> None:
        """Takes in rows that were asked for; draws the lines that differ."""
        changed = self._pages.put(first, rows)
        if self._key is not None and (found := self._pages.find(self._key)) is not None:
            self._follow_row(found)
        for index in changed:
            self.refresh_row(index)
        self._tell()

    def reload(self, total: int | None = None, *, cursor_at: int | None = None) -> None:
        """Asks again for what is seen, because the data changed.

        Args:
            total: how many rows the list has now.
            cursor_at: where the cursor's row is now, when that is known; it is found by itself
                as long as it stays within the pages that are seen.
        """
        self._pages.expire()
        if cursor_at is not None:
            self._follow_row(cursor_at)
        self.set_total(self.total if total is None else total)

    def restart(self, total: int) -> None:
        """Shows another list from its first row."""
        self._pages = Pages()
        self._key = self._told = None
        self._cursor = 0
        self.scroll_to(y=0, animate=False)
        self.set_total(total)

    def move_to(self, index: int) -> None:
        """Puts the cursor on a row, and scrolls as far as needed."""
        self._place_cursor(min(max(index, 0), max(self.total - 1, 0)), by_hand=True)

    def on_resize(self, event: events.Resize) -> None:
        """Asks for the rows of a taller table."""
        self.set_virtual_size(Size(0, self.total + HEADER_LINES))
        self._scroll_to_cursor()
        self._ask()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Asks for the rows that came into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._ask()

    def action_move(self, rows: int) -> None:
        """Moves the cursor by some rows."""
        self.move_to(self._cursor + rows)

    def action_move_page(self, pages: int) -> None:
        """Moves the cursor by what is seen at once."""
        self.move_to(self._cursor + pages * max(1, self.lines - 1))

    def action_first(self) -> None:
        """Goes to the first row."""
        self.move_to(0)

    def action_last(self) -> None:
        """Goes to the last row."""
        self.move_to(self.total - 1)

    def action_choose(self) -> None:
        """Tells that the cursor row was chosen."""
        if row := self.cursor_row:
            self.post_message(self.RowChosen(self, self._cursor, row))

    def _place_cursor(self, index: int, *, by_hand: bool) -> None:
        before, self._cursor = self._cursor, index
        if by_hand:
            self._key = None
            self._scroll_to_cursor()
        for changed in {before, index}:
            self.refresh_row(changed)
        self._tell()

    def _follow_row(self, index: int) -> None:
        """Moves cursor and view with the row, so that it stays on its line of the screen."""
        if moved := index - self._cursor:
            self._cursor = index
            self.scroll_to(y=self.scroll_offset.y + moved, animate=False, force=True)
            self._scroll_to_cursor()

    def _scroll_to_cursor(self) -> None:
        top, lines = self.scroll_offset.y, self.lines
        wanted = min(max(top, self._cursor - lines + 1), self._cursor)
        if wanted != top and lines:
            self.scroll_to(y=wanted, animate=False, force=True)

    def _ask(self) -> None:
        for first in self._pages.missing(self.scroll_offset.y, self.lines):
            self.post_message(self.PageWanted(self, first, min(PAGE, self.total - first)))

    def _tell(self) -> None:
        """Tells of another row under the cursor, once."""
        # an old page would name the row that stood there before
        if not self._pages.is_fresh(self._cursor):
            return
        row = self._pages.row(self._cursor)
        if row is None or row == self._told:
            return
        self._key, self._told = row.key, row
        self.post_message(self.RowHighlighted(self, self._cursor, row))
