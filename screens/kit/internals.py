"""What the kit changes inside Textual, each with its reason.

So do `driver`, `painting` and `thrift`. Textual's defaults lay out or repaint the whole screen
where one line would do. The classes here turn that off; `tests/pilot/kit/test_internals.py` fails
when Textual changes what they rely on.
"""

import asyncio
from functools import cached_property
from typing import Any, ClassVar, Generic, TypeVar

from rich.console import RenderableType
from textual import events
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.binding import Binding, BindingType
from textual.css.styles import RenderStyles
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.dom import DOMNode
from textual.geometry import Offset, Region, Size
from textual.reactive import Reactive, reactive
from textual.screen import ModalScreen, Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import AwaitMount, Widget
from textual.widgets import Input, TextArea

from screens.kit.painting import Painter
from screens.kit.thrift import Thrift

ResultT = TypeVar("ResultT")


class DiscreetApp(App[ResultT], Generic[ResultT]):
    """An app that sends its terminal no more than has changed.

    It leaves it to its launcher to tell of a failure; Textual prints a traceback.
    """

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

    def on_resize(self) -> None:
        """Draws all lines anew: a terminal of another size shows what it likes of the old ones."""
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


class QuickWidget(Widget):
    """A widget that shows a key at once, and whose classes cost nothing before it is mounted."""

    async def on_event(self, event: events.Event) -> None:
        """Draws what a key has changed."""
        await super().on_event(event)
        if isinstance(event, events.Key) and isinstance(self.screen, PaintedScreen):
            self.screen.draw_now(self)

    def update_node_styles(self, animate: bool = True) -> None:
        """Styles the widget anew; mounting styles it in any case."""
        if self.is_attached:
            super().update_node_styles(animate)


class QuietInput(Input, QuickWidget):
    """An input that neither lays out the screen at each key nor wakes up to blink."""

    # Each key sets it, and its layout=True would arrange every widget of the screen again.
    virtual_size = Reactive(Size(0, 0), layout=False)
    # Two timer ticks a second are most of an idle session's work.
    cursor_blink = reactive(False, init=False)

    @classmethod
    def _get_component_classes(cls) -> frozenset[str]:  # type: ignore[override]  # cached there
        # Textual styles the parts of every input when it is mounted, and whenever the focus
        # moves; most inputs are empty and show none of them.
        return frozenset()

    def get_component_styles(self, *names: str) -> RenderStyles:
        """The styles of some parts, which are looked up when they are first shown."""
        for name in names:
            if name not in self._component_styles:
                part = DOMNode(classes=name)
                part._attach(self)
                self.app.stylesheet.apply(part, animate=False)
                self._component_styles[name] = part.styles
        return super().get_component_styles(*names)

    def notify_style_update(self) -> None:
        """Has the styles of the parts looked up anew."""
        self._component_styles.clear()
        super().notify_style_update()

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the cursor is drawn; Textual's own is one cell too far at the end of the text."""
        offset = super().cursor_screen_offset
        return offset - Offset(1, 0) if self.cursor_at_end else offset

    def watch_scroll_x(self, old_value: float, new_value: float) -> None:
        """Moves the terminal's cursor, where an input method opens, with the scrolled text."""
        super().watch_scroll_x(old_value, new_value)
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset


class QuietTextArea(TextArea, QuickWidget, inherit_bindings=False):
    """A text area that neither lays out the screen at each key nor wakes up to blink.

    It has no function keys of its own: they belong to the screens.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        binding
        for binding in Binding.make_bindings(TextArea.BINDINGS)
        if binding.key not in {"f6", "f7"}
    ]
    virtual_size = Reactive(Size(0, 0), layout=False)
    cursor_blink = reactive(False, init=False)
    _coloured: object = None
    """The theme that has the colours of the style sheet."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Renders; Textual would take each colour from the style sheet anew for every key."""
        if self._coloured is self._theme:
            return Widget.render_lines(self, crop)
        self._coloured = self._theme
        return super().render_lines(crop)

    def notify_style_update(self) -> None:
        """Takes the colours anew."""
        self._coloured = None
        super().notify_style_update()

    def watch_virtual_size(self, size: Size) -> None:
        """Lets the scroll bar follow, which a layout would have done."""
        self._scroll_update(size)

    def edit(self, edit: Edit) -> EditResult:
        """Edits, and shows the cursor; Textual loses it below the last line after Enter."""
        result = super().edit(edit)
        self.scroll_cursor_visible()
        return result


class QuietScrollView(ScrollView):
    """A line-rendering view whose length may change without a layout of the screen."""

    virtual_size = Reactive(Size(0, 0), layout=False)

    def set_virtual_size(self, size: Size) -> None:
        """Sets the scrollable size; scroll bar and offset follow, as after a layout."""
        self.virtual_size = size
        self._scroll_update(size)


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
