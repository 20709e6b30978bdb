"""Shows a document: its lines scroll, and a cursor goes from figure to figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from screens.analysis.laying import Figure, Line, Spot
from screens.kit.keys import bind
from screens.kit.quiet import QuietScrollView
from screens.kit.text import fit


class DocumentView(QuietScrollView, can_focus=True):
    """Lines of a document; Enter looks into the figure under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("up", "kit.table.up", "move(-1)", show=False),
        bind("down", "kit.table.down", "move(1)", show=False),
        bind("left", "analysis.figure_before", "beside(-1)", show=False),
        bind("right", "analysis.figure_after", "beside(1)", show=False),
        bind("pageup", "kit.table.page_up", "move_page(-1)", show=False),
        bind("pagedown", "kit.table.page_down", "move_page(1)", show=False),
        bind("home,ctrl+home", "kit.table.first", "end(0)", show=False),
        bind("end,ctrl+end", "kit.table.last", "end(-1)", show=False),
        bind("enter", "analysis.tickets", "look_into"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "document--cursor",
        "document--cursor-blurred",
        "document--muted",
        "document--strong",
        "document--warn",
    }
    DEFAULT_CSS = """
    DocumentView {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        & > .document--cursor { background: $primary; color: $text; }
        & > .document--cursor-blurred { background: $surface; }
        & > .document--muted { color: $foreground-muted; }
        & > .document--strong { text-style: bold; }
        & > .document--warn { color: $text-warning; }
    }
    """

    @dataclass
    class LookedInto(Message):
        """Enter was pressed on a figure."""

        figure: Figure

    @dataclass
    class WidthChanged(Message):
        """Lines are to be laid out for another width."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()
        self._at = (0, 0)
        """The line and the place on it of the figure under the cursor."""

    @property
    def columns(self) -> int:
        """Terminal cells that lines may take."""
        return max(self.scrollable_content_region.width - 1, 1)

    @property
    def figure(self) -> Figure | None:
        """The figure under the cursor; None where the document has none."""
        spot = self._spot
        return spot.figure if spot else None

    @property
    def _spot(self) -> Spot | None:
        line, place = self._at
        spots = self._lines[line].spots if line < len(self._lines) else ()
        return spots[place] if place < len(spots) else None

    def show(self, lines: Sequence[Line], *, keep: bool) -> None:
        """Shows other lines.

        Args:
            lines: the lines.
            keep: whether they tell of the same, so that the cursor stays where it is.
        """
        before = self.figure
        self._lines = lines
        self.set_virtual_size(Size(0, len(lines)))
        if not keep or self.figure != before:
            self._at = self._place_of(before) if keep else self._first()
        if not keep:
            self.scroll_to(y=0, animate=False)
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Asks for lines of another width."""
        self.set_virtual_size(Size(0, len(self._lines)))
        self.post_message(self.WidthChanged())

    def on_focus(self) -> None:
        """Draws the cursor as active."""
        self.refresh()

    def on_blur(self) -> None:
        """Draws the cursor as resting."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line that is scrolled to a line of the screen."""
        width, index = self.scrollable_content_region.width, self.scroll_offset.y + y
        line = self._lines[index] if index < len(self._lines) else Line("")
        base = self.rich_style
        if line.tone:
            base += self.get_component_rich_style(f"document--{line.tone}", partial=True)
        text = fit(line.text, max(width - 1, 0))
        strip = Strip([Segment(" ", base), Segment(text, base)])
        spot = self._spot if index == self._at[0] else None
        if spot is None:
            return strip
        name = "document--cursor" if self.has_focus else "document--cursor-blurred"
        under = self.get_component_rich_style(name)
        stop = min(spot.stop + 2, width)
        left, middle, right = (
            strip.crop(*ends) for ends in ((0, spot.start), (spot.start, stop), (stop, width))
        )
        return Strip.join([left, Strip([Segment(middle.text, under)]), right])

    def action_move(self, lines: int) -> None:
        """Goes to the nearest figure on a line above or below; scrolls where there is none."""
        here = self._spot
        line = self._at[0] + lines
        while 0 <= line < len(self._lines) and not self._lines[line].spots:
            line += lines
        if not 0 <= line < len(self._lines):
            self.scroll_to(y=self.scroll_offset.y + lines, animate=False, force=True)
            return
        spots = self._lines[line].spots
        wanted = here.start if here else 0
        self._go_to(line, min(range(len(spots)), key=lambda at: abs(spots[at].start - wanted)))

    def action_beside(self, steps: int) -> None:
        """Goes to the next figure on the line."""
        line, place = self._at
        if self._spot and 0 <= place + steps < len(self._lines[line].spots):
            self._go_to(line, place + steps)

    def action_move_page(self, pages: int) -> None:
        """Scrolls by what is seen at once; the cursor comes along where there are figures."""
        height = max(self.scrollable_content_region.height - 1, 1)
        top = self.scroll_offset.y + pages * height
        self.scroll_to(y=top, animate=False, force=True)
        seen = range(self.scroll_offset.y, self.scroll_offset.y + height)
        wanted = [line for line in seen if line < len(self._lines) and self._lines[line].spots]
        if wanted:
            self._at = (wanted[0], 0)
        self.refresh()

    def action_end(self, side: int) -> None:
        """Goes to the first or to the last line."""
        self.scroll_to(y=0 if side == 0 else len(self._lines), animate=False, force=True)
        told = [line for line, each in enumerate(self._lines) if each.spots]
        if told:
            self._at = (told[side], 0)
        self.refresh()

    def action_look_into(self) -> None:
        """Tells that the figure under the cursor was chosen."""
        if figure := self.figure:
            self.post_message(self.LookedInto(figure))

    def _first(self) -> tuple[int, int]:
        return next(((line, 0) for line, each in enumerate(self._lines) if each.spots), (0, 0))

    def _place_of(self, figure: Figure | None) -> tuple[int, int]:
        """Where a figure stands now."""
        for line, each in enumerate(self._lines):
            for place, spot in enumerate(each.spots):
                if spot.figure == figure:
                    return line, place
        return self._first()

    def _go_to(self, line: int, place: int) -> None:
        before, self._at = self._at[0], (line, place)
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        wanted = min(max(top, line - height + 1), line)
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, force=True)
        for changed in {before, line}:
            self.refresh_line(changed - self.scroll_offset.y)
