"""The top line: the app's modes, what is open, the time."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from screens.kit.appbase import app_of
from screens.kit.keys import key_text, mode_of_action
from screens.kit.language import follow_language
from screens.kit.quiet import LineWidget
from screens.kit.text import displayable, fit


class HeaderBar(LineWidget):
    """One line of tabs, the app's heading and its clock.

    The tabs are the app's bindings that open a mode. A change of the clock repaints its cells
    alone.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "header-bar--tab",
        "header-bar--open",
        "header-bar--heading",
    }
    DEFAULT_CSS = """
    HeaderBar {
        height: 1;
        width: 100%;
        background: $panel;
        color: $foreground;
        & > .header-bar--tab { color: $foreground-muted; }
        & > .header-bar--open { background: $primary; color: $text; text-style: bold; }
        & > .header-bar--heading { color: $foreground-muted; }
    }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._clock = ""
        self._known_tabs: list[Segment] = []
        """The tabs as they were drawn last, so that a tick does not look for them again."""

    def on_mount(self) -> None:
        """Follows heading and language."""
        follow_language(self, self._repaint)
        self.watch(self.app, "heading", self._repaint, init=False)

    def show_time(self) -> None:
        """Shows the app's time of the moment."""
        clock = f" {app_of(self).clock()} "
        if clock != self._clock:
            whole = cell_len(clock) != cell_len(self._clock)
            self._clock = clock
            width = cell_len(clock)
            if whole:
                self.refresh()
            else:
                self.refresh(Region(self.size.width - width, 0, width, 1))

    def on_resize(self) -> None:
        """Draws the tabs anew."""
        self._known_tabs = []

    def notify_style_update(self) -> None:
        """Draws the tabs anew, in other colours."""
        super().notify_style_update()
        self._known_tabs = []

    def _repaint(self) -> None:
        self._known_tabs = []
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line, as wide as the screen."""
        app = app_of(self)
        tabs = self._known_tabs = self._known_tabs or self._tabs()
        used = sum(segment.cell_length for segment in tabs) + cell_len(self._clock)
        room = max(0, self.size.width - used)
        heading = fit(f"  {displayable(app.heading)}", room, right=True)
        strip = Strip(
            [
                *tabs,
                Segment(heading, self.get_component_rich_style("header-bar--heading")),
                Segment(self._clock, self.rich_style),
            ]
        )
        return strip.adjust_cell_length(self.size.width, self.rich_style)

    def _tabs(self) -> list[Segment]:
        """The app's modes, the open one marked."""
        app = app_of(self)
        style = self.get_component_rich_style
        tabs = []
        for node, binding, _, _ in self.screen.active_bindings.values():
            if node is app and (mode := mode_of_action(binding.action)):
                text = f" {key_text(binding.key, app.t)} {app.t(binding.description)} "
                name = "open" if mode == app.current_mode else "tab"
                tabs.append(Segment(text, style(f"header-bar--{name}")))
        return tabs
