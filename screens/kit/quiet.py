"""Widgets that neither lay out nor repaint more than they have to.

What is changed inside Textual is named with its reason, as in `internals`;
`tests/pilot/kit/test_quiet.py` fails when Textual changes what these classes rely on.
"""

from functools import cached_property
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.css.styles import RenderStyles
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.dom import DOMNode
from textual.geometry import Offset, Region, Size
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, TextArea

from screens.kit.internals import PaintedScreen


class LineWidget(Widget):
    """A widget that draws its lines itself."""

    @property
    def rich_style(self) -> Style:
        """The style of what it draws; Textual would put it together anew for each line."""
        return self.visual_style.rich_style

    @cached_property
    def _part_styles(self) -> dict[tuple[tuple[str, ...], bool], Style]:
        return {}

    def get_component_rich_style(
        self, *names: str, partial: bool = False, default: Style | None = None
    ) -> Style:
        """The style of a part; Textual would put it together anew at each refresh."""
        found = self._part_styles.get((names, partial))
        if found is None:
            found = super().get_component_rich_style(*names, partial=partial, default=default)
            if default is None:
                self._part_styles[names, partial] = found
        return found

    def notify_style_update(self) -> None:
        """Has the styles put together anew."""
        self._part_styles.clear()
        super().notify_style_update()


class QuickWidget(LineWidget):
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


class QuietInput(QuickWidget, Input, can_focus=True):
    """An input that neither lays out the screen at each key nor wakes up to blink.

    Of its bases Textual takes the style sheet of the first one. Its own for inputs, with borders
    and much else that is not shown here, takes longer to read at the start than all of the kit's.
    """

    DEFAULT_CSS = """
    QuietInput {
        width: 100%;
        height: 1;
        overflow: auto;
        scrollbar-size-horizontal: 0;
        color: $foreground;
        background: $surface;
        & > .input--cursor {
            background: $input-cursor-background;
            color: $input-cursor-foreground;
            text-style: $input-cursor-text-style;
        }
        & > .input--selection {
            background: $input-selection-background;
            color: $input-selection-foreground;
        }
        & > .input--placeholder, & > .input--suggestion { color: $text-disabled; }
    }
    """
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

    def render_line(self, y: int) -> Strip:
        """Renders; of a field that shows nothing, no parts, whose styles cost more than they."""
        if self.value or self.placeholder or self.has_focus:
            return super().render_line(y)
        return Strip.blank(self.scrollable_content_region.width + 1, self.rich_style)

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


class QuietTextArea(QuickWidget, TextArea, can_focus=True, inherit_bindings=False):
    """A text area that neither lays out the screen at each key nor wakes up to blink.

    It has no function keys of its own: they belong to the screens. Nor has it Textual's style
    sheet, as a `QuietInput` has not.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = TextArea.COMPONENT_CLASSES
    DEFAULT_CSS = """
    QuietTextArea {
        width: 1fr;
        height: 1fr;
        overflow: auto;
        color: $foreground;
        background: $surface;
        & .text-area--cursor {
            color: $input-cursor-foreground;
            background: $input-cursor-background;
            text-style: $input-cursor-text-style;
        }
        & .text-area--selection {
            background: $input-selection-background;
            color: $input-selection-foreground;
        }
        & .text-area--placeholder { color: $text 40%; }
        & .text-area--matching-bracket { background: $foreground 30%; }
        &:light .text-area--cursor { color: $text 90%; background: $foreground 70%; }
    }
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
