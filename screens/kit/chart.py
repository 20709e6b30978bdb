"""A chart drawn by somebody else, shown as it is."""

from dataclasses import dataclass

from rich.style import Style
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widgets import Static


class Chart(Static):
    """Shows a string with terminal colours; posts `SizeChanged` when it should be drawn anew."""

    DEFAULT_CSS = """
    Chart { height: 1fr; width: 100%; text-wrap: nowrap; text-overflow: clip; }
    """

    @dataclass
    class SizeChanged(Message):
        """The room for the chart changed."""

        chart: "Chart"
        """The chart."""
        width: int
        """Cells."""
        height: int
        """Lines."""

        @property
        def control(self) -> "Chart":
            """The chart, for selectors."""
            return self.chart

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)

    def set_chart(self, ansi: str) -> None:
        """Shows another chart of the same room."""
        text = Text.from_ansi(ansi, no_wrap=True, overflow="crop")
        text.spans = [span._replace(style=self.shade(span.style)) for span in text.spans]
        self.update(text, layout=False)

    def shade(self, style: str | Style) -> str | Style:
        """How a part is shown that was drawn in a style; a subclass may give another one."""
        return style

    def on_resize(self, event: events.Resize) -> None:
        """Tells the new room."""
        self.post_message(self.SizeChanged(self, *self.content_size))
