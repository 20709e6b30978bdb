"""The histogram of response or resolution times, drawn in the worker's thread."""

from typing import ClassVar, Literal

from rich.style import Style
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from cstui.metrics.values import Bins
from cstui.reports.histogram import histogram, histogram_notes
from cstui.reports.model import Report
from screens.analysis.thread import kit_app
from screens.kit.chart import Chart

Kind = Literal["first_response", "resolution"]
LEAST_WIDTH, LEAST_HEIGHT = 24, 6
"""Cells below which nothing could be told from a histogram."""
_PARTS = {1: "limit", 4: "bar"}
"""What is drawn in the terminal's red and blue, by their numbers."""


class ThemedChart(Chart):
    """A chart whose two colours are the theme's own, instead of the terminal's blue and red."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"themed-chart--bar", "themed-chart--limit"}
    DEFAULT_CSS = """
    ThemedChart {
        & > .themed-chart--bar { color: $primary; }
        & > .themed-chart--limit { color: $text-error; }
    }
    """

    def shade(self, style: str | Style) -> str | Style:
        """The theme's colour for a part of the histogram."""
        if isinstance(style, Style) and style.color and style.color.number in _PARTS:
            part = _PARTS[style.color.number]
            return self.get_component_rich_style(f"themed-chart--{part}", partial=True)
        return style


class HistogramView(Vertical):
    """A title, the histogram, and what must be said beside it.

    A histogram that is overtaken by a newer one, or by another size, is never shown.
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._kind: Kind = "first_response"
        self._report: Report | None = None

    def compose(self) -> ComposeResult:
        """Title, chart, notes."""
        yield Static(id="histogram-title", markup=False)
        yield ThemedChart()
        yield Static(id="histogram-notes", markup=False)

    def on_mount(self) -> None:
        """Follows the theme."""
        self.watch(self.app, "theme", self.draw, init=False)

    def show(self, report: Report) -> None:
        """Shows the times of a report."""
        self._report = report
        self.draw()

    def turn(self) -> None:
        """Shows the other times."""
        self._kind = "resolution" if self._kind == "first_response" else "first_response"
        self.draw()

    @on(Chart.SizeChanged)
    def draw(self) -> None:
        """Draws what there is, in the language and the room of the moment."""
        if self._report:
            self._draw(self._bins(self._report))

    def _bins(self, report: Report) -> Bins:
        return report.first_response if self._kind == "first_response" else report.resolution

    @work(group="histogram", exclusive=True)
    async def _draw(self, bins: Bins) -> None:
        app, chart = kit_app(self), self.query_one(Chart)
        t, (width, height) = app.t, chart.content_size
        drawn = ""
        if width >= LEAST_WIDTH and height >= LEAST_HEIGHT:
            drawn = await app.worker.run(histogram, bins, t, width, height, colour=not app.no_color)
        title = t("report.plot", name=t(f"report.{self._kind}"), n=bins.n)
        self.query_one("#histogram-title", Static).update(title, layout=False)
        notes = "\n".join(histogram_notes(bins, t))
        self.query_one("#histogram-notes", Static).update(notes, layout=False)
        chart.set_chart(drawn)
