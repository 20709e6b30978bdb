"""What the kit changes inside Textual, each with its reason.

So do `quiet`, `driver`, `painting` and `thrift`. Textual's defaults lay out or repaint the whole
screen where one line would do. The classes here turn that off; `tests/pilot/kit/test_internals.py`
fails when Textual changes what they rely on.
"""

import asyncio
from functools import cached_property
from typing import Any, Generic, TypeVar

from rich.console import RenderableType
from textual import events
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.geometry import Size
from textual.reactive import Reactive
from textual.screen import ModalScreen, Screen
from textual.widget import AwaitMount, Widget

from screens.kit.painting import Painter
from screens.kit.thrift import Thrift

ResultT = TypeVar("ResultT")


class DiscreetApp(App[ResultT], Generic[ResultT], inherit_css=False):
    """An app that sends its terminal no more than has changed.

    It leaves it to its launcher to tell of a failure; Textual prints a traceback. Nor has it
    Textual's style sheet for apps, which is about much that is never shown here.
    """

    DEFAULT_CSS = """
    DiscreetApp { background: $background; color: $foreground; }
    *:disabled:can-focus { opacity: 0.7; }
    """

    _drawn_for: Size | None = None
    """The size of the terminal when what it shows was last taken for unknown."""

    @property
    def failure(self) -> Exception | None:
        """What ended the app although nobody foresaw it."""
        return self._exception

    def restore_terminal(self) -> None:
        """Makes the terminal as it was before the app, which can show nothing after that."""
        if self._driver:
            self._driver.stop_application_mode()
            self._driver.close()

    def show_title(self, title: str) -> None:
        """Gives the terminal's window a title."""
        if self._driver:
            self._driver.write(f"\x1b]2;{title}\x07")
            self._driver.flush()

    def rescue(self) -> None:
        """Saves what can be saved; called once, when such a failure ends the app."""

    def _init_mode(self, mode: str) -> AwaitMount:
        # From Python 3.12 on Textual's tasks start at once: the fields of a mode's first screen
        # would ask for the app's screen before it stands on its stack.
        loop = asyncio.get_running_loop()
        eager = loop.get_task_factory()
        loop.set_task_factory(None)
        try:
            return super()._init_mode(mode)
        finally:
            loop.set_task_factory(eager)

    def prepare_mode(self, mode: str) -> None:
        """Makes a mode's screen before anybody opens it, unless it is there."""
        if mode not in self._screen_stacks:
            self._init_mode(mode)
            # Textual tells it that it is seen, which it is not
            self._screen_stacks[mode][0].post_message(events.ScreenSuspend())

    def fail(self, error: Exception) -> None:
        """Ends the app for a failure outside of its own work, as if it had come up there."""

        def raise_again() -> None:
            raise error

        self.call_later(raise_again)

    def _handle_exception(self, error: Exception) -> None:
        if self._exception is None:
            self.rescue()
        super()._handle_exception(error)

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()

    @cached_property
    def _thrift(self) -> Thrift:
        return Thrift()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if isinstance(renderable, CompositorUpdate):
            renderable = self._thrift.shorten(renderable)
        super()._display(screen, renderable)

    def on_resize(self, event: events.Resize) -> None:
        """Draws all lines anew: a terminal of another size shows what it likes of the old ones."""
        # the size at the start is told more than once
        if event.size != self._drawn_for:
            self._drawn_for = event.size
            self._thrift.forget()


class PaintedScreen(Screen[ResultT], Generic[ResultT]):
    """A screen on which what lies over other widgets shows all of its characters."""

    def __init__(
        self, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name, id, classes)
        self._compositor = Painter()

    def draw_now(self, *widgets: Widget) -> None:
        """Draws what some widgets ask to have drawn.

        Textual would do so at its next frame; a key that comes after it has to wait for another.
        """
        asking = {widget for widget in widgets if widget._repaint_required}
        if asking and self.is_current and not self.app._batch_count and not self._layout_required:
            for widget in asking:
                widget._repaint_required = False
            # with those that wait for the frame: what is drawn now takes them for drawn
            self._compositor.update_widgets(asking | self._dirty_widgets)
            self._compositor_refresh()

    def _compositor_refresh(self) -> None:
        # In a batch Textual would render all of it and throw it away, to draw it bit by bit later.
        if self.app._batch_count:
            return
        whole = self is self.app.screen and self.size.region in self._compositor._dirty_regions
        super()._compositor_refresh()
        if whole:
            # nothing is left to be drawn again at the next frame
            self._repaint_required = False

    def _screen_resized(self, size: Size) -> None:
        # While an app starts, its size is told three times, and each would be a layout.
        if size != self._size or self._layout_required:
            super()._screen_resized(size)
            self._layout_required = False
        else:
            self._compositor_refresh()


class QuietScreen(PaintedScreen[ResultT], Generic[ResultT]):
    """A screen that opens at once, and does not repaint itself whole when the focus moves."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(
        self, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name, id, classes)
        # A new screen counts as styled before the last change of theme: the whole style sheet
        # would be parsed again, although its widgets take their styles from it at mount.
        self._css_update_count = self.app._css_update_count

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        # Textual's own handler, which runs next, would style every widget again; a change of
        # theme meanwhile has been seen to already, when the mode was switched.
        event.refresh_styles = False


class QuietModal(PaintedScreen[ResultT], ModalScreen[ResultT], Generic[ResultT]):
    """A modal screen that does not repaint itself whole when the focus moves."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)


def start_with_theme(app: App[ResultT], theme: str) -> None:
    """Sets the theme before the app runs; set as usual, everything would be styled twice."""
    app.set_reactive(App.theme, theme)
    app.stylesheet.set_variables(app.get_css_variables())


def forget_arrangement(widget: Widget) -> None:
    """Lets a container with a layout of its own arrange its children again.

    Textual keeps the last arrangement as long as size and children are the same.
    """
    outdate_arrangement(widget)
    widget.refresh(layout=True)


def outdate_arrangement(widget: Widget) -> None:
    """Lets a container arrange its children again in a layout that is under way already."""
    widget._clear_arrangement_cache()
    widget.clear_cached_dimensions()


def is_alt_key(event: events.Key) -> bool:
    """Whether Alt was held; Textual would type such a key's character into a field."""
    return event.key.startswith("alt+")
