"""What charts are drawn with: shapes in pixels, and the frame around a plot.

Colours are classes of the page's style sheet, so that they follow its light and dark.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from msgspec import Struct

from cstui.i18n import Translator
from cstui.reports.layout import cells, plain
from cstui.reports.render.scales import Axis, Unit

WIDTH = 720
LINE_HEIGHT = 16
_CELL = 6.6
"""About how wide a letter that takes one terminal cell is; a Chinese one takes two."""
_BASELINE = 4
"""From the middle of a line of text down to what its letters stand on."""


def text_width(text: str) -> float:
    """About how wide a text is."""
    return cells(text) * _CELL


class Canvas:
    """A drawing."""

    def __init__(self, height: float, title: str) -> None:
        self.root = Element("svg", viewBox=f"0 0 {WIDTH} {_number(height)}", role="img")
        self.root.set("aria-label", plain(title))

    def rect(
        self, x: float, y: float, width: float, height: float, css: str, *, share: float = 1
    ) -> Element:
        """A filled rectangle, `share` of its colour over what is behind it."""
        shape = self._add("rect", css, x=x, y=y, width=max(width, 0), height=max(height, 0))
        if share < 1:
            shape.set("fill-opacity", f"{share:.2f}")
        return shape

    def line(self, start: tuple[float, float], end: tuple[float, float], css: str) -> Element:
        """A straight line."""
        return self._add("line", css, x1=start[0], y1=start[1], x2=end[0], y2=end[1])

    def path(self, points: Iterable[tuple[float, float]], css: str) -> Element:
        """A line through points."""
        shape = self._add("polyline", css)
        shape.set("points", " ".join(f"{_number(x)},{_number(y)}" for x, y in points))
        return shape

    def point(self, x: float, y: float, css: str) -> Element:
        """A round mark."""
        return self._add("circle", css, cx=x, cy=y, r=3)

    def text(self, x: float, y: float, text: str, css: str = "") -> Element:
        """A text whose line has its middle at `y`; class `end` or `mid` moves it left of `x`."""
        shape = self._add("text", css, x=x, y=y + _BASELINE)
        shape.text = plain(text)
        return shape

    def _add(self, tag: str, css: str, **places: float) -> Element:
        shape = SubElement(self.root, tag, {name: _number(at) for name, at in places.items()})
        if css:
            shape.set("class", css)
        return shape


def tell(shape: Element, text: str) -> None:
    """Let a shape say something when it is pointed at."""
    SubElement(shape, "title").text = plain(text)


def nothing_drawn(title: str, t: Translator) -> Element:
    """A drawing that says that there is nothing to draw."""
    canvas = Canvas(2 * LINE_HEIGHT, title)
    canvas.text(0, LINE_HEIGHT, t("report.nothing_to_draw"))
    return canvas.root


class Plot(Struct, frozen=True):
    """Where the values of a chart with an upright axis are drawn."""

    left: float
    right: float
    top: float
    bottom: float
    axis: Axis

    def y(self, value: float) -> float:
        """How far down a value lies."""
        return self.bottom - self.axis.share(value) * (self.bottom - self.top)


def framed(canvas: Canvas, axis: Axis, unit: Unit, top: float, bottom: float) -> Plot:
    """Draw an upright axis with its marks across the canvas; where the values belong."""
    labels = [unit.text(tick) for tick in axis.ticks]
    left = max(map(text_width, labels)) + 8
    plot = Plot(left, WIDTH - 8, top, bottom, axis)
    for tick, label in zip(axis.ticks, labels, strict=True):
        y = plot.y(tick)
        canvas.line((left, y), (plot.right, y), "grid")
        canvas.text(left - 6, y, label, "end")
    if unit.name:
        canvas.text(0, top - LINE_HEIGHT, unit.name)
    return plot


def spaced(places: Iterable[tuple[float, str]], gap: float = 8) -> list[tuple[float, str]]:
    """Those labels along a line that do not run into the one before them.

    Args:
        places: Where each label has its middle, from left to right, and its text.
        gap: How much there must be between two of them.
    """
    kept: list[tuple[float, str]] = []
    free = float("-inf")
    for middle, label in places:
        half = text_width(label) / 2
        if middle - half >= free:
            kept.append((middle, label))
            free = middle + half + gap
    return kept


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
