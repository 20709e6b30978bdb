"""The views side by side on one line, each with how many tickets it has."""

from collections.abc import Mapping
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from cstui.ports import Which
from screens.kit.language import follow_language, translator_of

ORDER = (
    Which.OPEN, Which.MINE, Which.TEAM, Which.UNASSIGNED, Which.SOON, Which.LATE, Which.WAITING,
    Which.CALLBACKS, Which.REVISITS, Which.LOW, Which.ESCALATED, Which.ALL,
)  # fmt: skip
"""The views from left to right."""
KEYS: Mapping[Which, str] = {
    Which.MINE: "1", Which.TEAM: "2", Which.UNASSIGNED: "3", Which.SOON: "4", Which.LATE: "5",
    Which.WAITING: "6", Which.CALLBACKS: "7", Which.REVISITS: "8", Which.LOW: "9",
    Which.ESCALATED: "0",
}  # fmt: skip
"""The digits that choose one; the others have letters."""
_ALARMING = (Which.LATE, Which.ESCALATED)


class ViewTabs(Widget):
    """One line of views; where it is too narrow, it shows those around the chosen one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "view-tabs--chosen",
        "view-tabs--empty",
        "view-tabs--alarming",
    }
    DEFAULT_CSS = """
    ViewTabs {
        height: 1;
        width: 100%;
        background: $surface;
        & > .view-tabs--chosen { background: $primary; color: $text; text-style: bold; }
        & > .view-tabs--empty { color: $foreground-muted; }
        & > .view-tabs--alarming { color: $text-error; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._chosen = Which.OPEN
        self._tally: Mapping[Which, int] = {}

    @property
    def tally(self) -> Mapping[Which, int]:
        """How many tickets each view has; empty before that is known."""
        return self._tally

    def choose(self, which: Which) -> None:
        """Marks a view."""
        if which is not self._chosen:
            self._chosen = which
            self.refresh()

    def count(self, tally: Mapping[Which, int]) -> None:
        """Shows how many tickets the views have."""
        if tally != self._tally:
            self._tally = tally
            self.refresh()

    def on_mount(self) -> None:
        """Follows the language."""
        follow_language(self, self._repaint)

    def render_line(self, y: int) -> Strip:
        """The line, moved by whole views so far that the chosen one is on it with the next."""
        segments = [self._tab(which) for which in ORDER]
        ends = [0]
        for segment in segments:
            ends.append(ends[-1] + segment.cell_length)
        place = ORDER.index(self._chosen)
        needed = ends[min(place + 2, len(segments))] - self.size.width
        start = next(end for end in ends if end >= needed)
        strip = Strip(segments).crop(start, start + self.size.width)
        return strip.adjust_cell_length(self.size.width, self.rich_style)

    def _tab(self, which: Which) -> Segment:
        count = self._tally.get(which)
        key = KEYS.get(which, "")
        words = (f"{key}{translator_of(self)(f'queue.{which}')}", "" if count is None else count)
        text = f" {' '.join(str(word) for word in words if word != '')} "
        if which is self._chosen:
            return Segment(text, self.get_component_rich_style("view-tabs--chosen"))
        if not count:
            return Segment(text, self.get_component_rich_style("view-tabs--empty"))
        alarms = which in _ALARMING
        style = self.get_component_rich_style("view-tabs--alarming") if alarms else self.rich_style
        return Segment(text, style)

    def _repaint(self) -> None:
        self.refresh()
