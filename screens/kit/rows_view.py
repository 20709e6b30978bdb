"""The lines of a table: a header, rows in columns, a cursor row."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from screens.kit.columns import Cell, Column, Row, Tone, column_widths, laid_out
from screens.kit.language import follow_language, said, translator_of
from screens.kit.quiet import QuietScrollView

HEADER_LINES = 1


class RowsView(QuietScrollView, can_focus=True):
    """Draws the rows that are scrolled to, below a line of column titles that stays.

    Args:
        columns: the columns from left to right.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "table--row",
        "table--header",
        "table--cursor",
        "table--cursor-blurred",
        "table--muted",
        "table--strong",
        "table--good",
        "table--warn",
        "table--bad",
    }
    DEFAULT_CSS = """
    RowsView {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        background: $background;
        color: $foreground;
        & > .table--header { color: $foreground-muted; text-style: bold; }
        & > .table--cursor { background: $primary; color: $text; }
        & > .table--cursor-blurred { background: $surface; }
        & > .table--muted { color: $foreground-muted; }
        & > .table--strong { text-style: bold; }
        & > .table--good { color: $text-success; }
        & > .table--warn { color: $text-warning; }
        & > .table--bad { color: $text-error; text-style: bold; }
    }
    """

    def __init__(self, columns: Sequence[Column], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._columns = tuple(columns)

    @abstractmethod
    def row_at(self, index: int) -> Row | None:
        """The row at an index; None where there is none, or none yet."""

    @property
    @abstractmethod
    def cursor(self) -> int:
        """Index of the cursor row."""

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Shows other columns; the rows with cells for them come after this."""
        self._columns = tuple(columns)

    @property
    def lines(self) -> int:
        """How many rows are seen at once."""
        return max(0, self.scrollable_content_region.height - HEADER_LINES)

    def refresh_row(self, index: int) -> None:
        """Draws a row again, if it is seen."""
        if 0 <= index - self.scroll_offset.y < self.lines:
            self.refresh_line(index + HEADER_LINES)

    def on_mount(self) -> None:
        """Follows the language."""
        follow_language(self, self._repaint)

    def on_focus(self) -> None:
        """Draws the cursor as active."""
        self.refresh_row(self.cursor)

    def on_blur(self) -> None:
        """Draws the cursor as resting."""
        self.refresh_row(self.cursor)

    def render_line(self, y: int) -> Strip:
        """The header, or the row that is scrolled to a line."""
        width = self.scrollable_content_region.width
        widths = column_widths(self._columns, width - 1)
        if y < HEADER_LINES:
            t = translator_of(self)
            titles = [said(column.title, t) for column in self._columns]
            return self._strip(laid_out(titles, self._columns, widths), "table--header", width)
        index = self.scroll_offset.y + y - HEADER_LINES
        row = self.row_at(index)
        if row is None:
            return self._strip((), "table--row", width)
        cursor = "table--cursor" if self.has_focus else "table--cursor-blurred"
        style = cursor if index == self.cursor else "table--row"
        return self._strip(laid_out(row.cells, self._columns, widths), style, width)

    def _strip(self, line: Sequence[Cell], style: str, width: int) -> Strip:
        """A line of cells; header and active cursor take their tones away."""
        base = self.get_component_rich_style(style)
        toned = style not in ("table--header", "table--cursor")
        segments = [Segment(" ", base)]
        for text, tone in line:
            segments.append(Segment(text, base + self._tone(tone) if tone and toned else base))
        return Strip(segments).adjust_cell_length(width, base)

    def _tone(self, tone: Tone) -> Style:
        return self.get_component_rich_style(f"table--{tone}", partial=True)

    def _repaint(self) -> None:
        self.refresh()
