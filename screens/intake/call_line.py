"""The lines above the form: the call and its times; what to say, or what to know."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from cstui.services.intake.calls import Calls
from screens.intake.call_words import CallWords, Part, Standing
from screens.kit.language import follow_language, translator_of
from screens.kit.live import LiveText
from screens.kit.quiet import LineWidget
from screens.kit.text import fit
from screens.kit.wrapping import wrapped

LINES = 3
"""One for the call, and two for what to say."""
_GAP = "  "


class CallLine(LiveText, LineWidget):
    """Shows a call as it goes; a tick draws the cells that changed, and no others.

    Args:
        calls: tells the time.
        standing: the record and what surrounds it.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "call--good",
        "call--warn",
        "call--bad",
        "call--muted",
    }
    DEFAULT_CSS = """
    CallLine {
        height: 3;
        width: 100%;
        & > .call--good { color: $text-success; }
        & > .call--warn { color: $text-warning; }
        & > .call--bad { color: $text-error; text-style: bold; }
        & > .call--muted { color: $foreground-muted; }
    }
    """

    def __init__(self, calls: Calls, standing: Standing) -> None:
        super().__init__(str)
        self._calls = calls
        self._standing = standing
        self._drawn: list[list[Part]] = []

    @property
    def standing(self) -> Standing:
        """What is shown."""
        return self._standing

    def on_mount(self) -> None:
        """Follows the language."""
        follow_language(self, self.show_now)

    def show(self, standing: Standing) -> None:
        """Shows another state of things."""
        self._standing = standing
        self.show_now()

    def on_resize(self) -> None:
        """Fits the new width."""
        self._drawn = []

    def show_now(self) -> None:
        """Shows the times of the moment."""
        if not self._drawn:
            self.refresh()
            return
        before, self._drawn = self._drawn, self._lines()
        for y, (old, new) in enumerate(zip(before, self._drawn, strict=True)):
            if old != new:
                self.refresh(_changed(old, new, y, self.size.width))

    def render_line(self, y: int) -> Strip:
        """The state at the left and the record at the right; below, what to say."""
        self._drawn = self._drawn or self._lines()
        segments = [Segment(text, self._style(tone)) for text, tone in self._drawn[y]]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _lines(self) -> list[list[Part]]:
        words = CallWords(self._calls, self._standing, translator_of(self))
        width = self.size.width
        left: list[Part] = [words.state()]
        for mark in words.marks():
            left += [(_GAP, ""), mark]
        used = sum(cell_len(text) for text, _ in left)
        about, tone = words.about()
        if cell_len(about) + len(_GAP) > width - used:
            about = ""
        left.append((fit(about, max(0, width - used), right=True), tone))
        told, tone = words.line()
        further = [[(line, tone)] for line in wrapped(told, width)]
        empty: list[list[Part]] = [[], []]
        return [left, *further, *empty][:LINES]

    def _style(self, tone: str) -> Style:
        return self.get_component_rich_style(f"call--{tone}") if tone else self.rich_style


def _changed(before: list[Part], after: list[Part], y: int, width: int) -> Region:
    """The cells in which two lines differ; the whole line where more than a time changed."""
    old, new = ("".join(text for text, _ in parts) for parts in (before, after))
    tones = [tone for _, tone in before] == [tone for _, tone in after]
    if not tones or len(old) != len(new) or cell_len(old) != cell_len(new):
        return Region(0, y, width, 1)
    differing = [at for at, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
    if not differing:
        return Region(0, y, width, 1)
    start, end = cell_len(new[: differing[0]]), cell_len(new[: differing[-1] + 1])
    return Region(start, y, end - start, 1)
