"""What the caller called about before, beside the form."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from cstui.services.intake.callers import History
from cstui.services.intake.calls import Calls
from cstui.services.intake.draft import Draft
from screens.intake.history_words import HistoryWords
from screens.kit.columns import Cell
from screens.kit.language import follow_language, translator_of
from screens.kit.quiet import LineWidget


class HistoryPanel(LineWidget):
    """Who calls, what they were promised, and their tickets, open ones first.

    Args:
        calls: tells the time.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "history--muted",
        "history--strong",
        "history--warn",
    }
    DEFAULT_CSS = """
    HistoryPanel {
        width: 100%;
        color: $foreground;
        & > .history--muted { color: $foreground-muted; }
        & > .history--strong { text-style: bold; }
        & > .history--warn { color: $text-warning; }
    }
    """

    def __init__(self, calls: Calls) -> None:
        super().__init__()
        self._calls = calls
        self._draft = Draft("")
        self._history: History | None = None
        self._lines: list[list[Cell]] = []

    def on_mount(self) -> None:
        """Follows the language."""
        follow_language(self, self._repaint)

    def show(self, draft: Draft, history: History | None) -> None:
        """Shows somebody's history.

        Args:
            draft: says who calls.
            history: what they called about; None while nobody knows who calls.
        """
        before = self._words().key
        self._draft, self._history = draft, history
        if self._words().key != before:
            self._repaint()

    def render_line(self, y: int) -> Strip:
        """A line of the panel."""
        width = self.size.width
        if not self._lines:
            self._lines = self._words().lines(width, self.size.height)
        cells = self._lines[y] if y < len(self._lines) else []
        segments = [Segment(text, self._style(tone)) for text, tone in cells]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def on_resize(self) -> None:
        """Fits the new room."""
        self._lines = []

    def _style(self, tone: str) -> Style:
        known = tone in ("muted", "strong", "warn")
        return self.get_component_rich_style(f"history--{tone}") if known else self.rich_style

    def _words(self) -> HistoryWords:
        return HistoryWords(self._draft, self._history, self._calls.now(), translator_of(self))

    def _repaint(self) -> None:
        self._lines = []
        self.refresh()
