"""What the kit relies on inside Textual; a failure here means that Textual changed."""

import pytest
from rich.cells import cell_len
from textual import events
from textual.geometry import Offset, Region, Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Input, TextArea

from screens.kit.fields import Field, TextField
from screens.kit.form import Form, Labelled
from screens.kit.internals import QuietModal, QuietScrollView, is_alt_key
from screens.kit.language import Phrase
from tests.fixtures.kit import try_app


@pytest.mark.parametrize("widget", [Input, TextArea])
def test_textual_lays_out_and_blinks_unless_told(widget: type[Input | TextArea]) -> None:
    """The attributes that the kit replaces are still there, and still cost what they did."""
    assert widget.virtual_size._layout
    assert widget.cursor_blink._default is True


def test_textual_repaints_when_the_focus_moves_unless_told() -> None:
    """The attribute that the kit replaces is still there, and still costs what it did."""
    assert Screen.focused._repaint
    assert not QuietModal.focused._repaint


async def test_a_key_in_a_field_lays_out_nothing() -> None:
    """Typing costs the field's own line."""
    app = try_app(Field(id="a"), Field(id="b"))
    async with app.run_test() as pilot:
        await pilot.pause()
        app.tried.layouts = 0
        await pilot.press(*"hello")
        await pilot.pause()
        assert app.screen.query_one("#a", Field).value == "hello"
        assert app.tried.layouts == 0


async def test_a_key_in_a_text_field_lays_out_nothing() -> None:
    """Nor does a new line, as long as no scroll bar comes or goes."""
    app = try_app(TextField(id="a"))
    async with app.run_test() as pilot:
        await pilot.pause()
        app.tried.layouts = 0
        await pilot.press(*"ab", "enter", "c")
        await pilot.pause()
        assert app.screen.query_one("#a", TextField).text == "ab\nc"
        assert app.tried.layouts == 0


async def test_a_long_text_gets_its_scroll_bar() -> None:
    """A text field without layouts shows that there is more, and the line being written."""
    app = try_app(TextField(id="a"))
    async with app.run_test() as pilot:
        await pilot.press(*["x", "enter"] * 5)
        await pilot.pause()
        field = app.screen.query_one("#a", TextField)
        assert field.show_vertical_scrollbar
        assert field.scroll_offset.y == 3
        assert field.vertical_scrollbar.window_virtual_size == 6


async def test_the_focus_moves_without_a_whole_repaint() -> None:
    """Tab draws two fields, not the screen."""
    app = try_app(Field(id="a"), Field(id="b"))
    async with app.run_test() as pilot:
        await pilot.pause()
        app.tried.repaints = app.tried.layouts = 0
        await pilot.press("tab")
        await pilot.pause()
        assert app.focused is app.screen.query_one("#b")
        assert (app.tried.repaints, app.tried.layouts) == (0, 0)


async def test_no_cursor_blinks() -> None:
    """An idle field wakes nobody up."""
    field, text = Field(), TextField()
    app = try_app(field, text)
    async with app.run_test() as pilot:
        await pilot.pause()
        for blinking in (field._blink_timer, text.blink_timer):
            assert blinking is not None
            assert not blinking._active.is_set()
        await pilot.press("tab", "x")
        assert not text.blink_timer._active.is_set()
        assert text._draw_cursor


async def test_the_terminals_cursor_stands_where_the_field_draws_its_own() -> None:
    """An input method opens its window there, after text that scrolled as well."""
    field = Field()
    field.styles.width = 10
    app = try_app(field)
    async with app.run_test() as pilot:
        await pilot.press("李", "雷")
        assert app.cursor_position == Offset(1 + 4, 1)
        await pilot.press(*"abcdefgh")
        await pilot.pause()
        scrolled = field.scroll_offset.x
        assert scrolled > 0
        assert app.cursor_position == Offset(1 + 4 + 8 - scrolled, 1)


async def test_a_list_may_grow_without_a_layout() -> None:
    """Scroll bar and offset follow all the same."""
    view = QuietScrollView()
    app = try_app(view)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        view.styles.overflow_y = "scroll"
        await pilot.pause()
        app.tried.layouts = 0
        view.set_virtual_size(Size(0, 100))
        view.scroll_to(y=90, animate=False)
        await pilot.pause()
        assert view.scroll_offset.y == 90
        view.set_virtual_size(Size(0, 50))
        await pilot.pause()
        assert view.scroll_offset.y == 40
        assert view.vertical_scrollbar.window_virtual_size == 50
        assert app.tried.layouts == 0


async def test_a_forms_fields_can_be_arranged_anew() -> None:
    """Textual forgets an arrangement when it is told to."""
    form = Form(Labelled(Phrase("kit.table.page_down"), Field(id="a")))
    app = try_app(form)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert form["a"].region.x == len("Page down ")
        app.language = "zh"
        await pilot.pause()
        assert form["a"].region.x == cell_len("下一页 ")


async def test_a_screen_follows_a_theme_changed_while_it_was_not_shown() -> None:
    """A screen that is not styled anew at each visit is styled anew when it has to be."""
    field = Field()
    app = try_app(field)
    async with app.run_test() as pilot:
        await pilot.pause()
        dark = field.styles.background
        await pilot.press("f3")
        app.dark = False
        await pilot.pause()
        await pilot.press("f2")
        await pilot.pause()
        assert field.styles.background != dark


async def test_modes_open_and_return_without_parsing_styles_again() -> None:
    """A mode's second visit is as quick as a repaint."""
    app = try_app(Field())
    async with app.run_test() as pilot:
        await pilot.pause()
        rules, screen = app.stylesheet.rules, app.tried
        screen.stylings = 0
        await pilot.press("f3")
        await pilot.press("f2")
        await pilot.pause()
        assert all(new is old for new, old in zip(app.stylesheet.rules, rules, strict=False))
        assert screen.stylings == 0


def test_alt_is_told_from_other_keys() -> None:
    """Its name is still how Textual tells of it."""
    assert is_alt_key(events.Key("alt+1", "1"))
    assert not is_alt_key(events.Key("a", "a"))


async def test_what_was_drawn_at_once_is_not_drawn_again() -> None:
    """A tick or a key takes no frame of Textual's, for which the next key would have to wait."""
    app = try_app(Field())
    async with app.run_test() as pilot:
        await pilot.pause()
        field = app.screen.query_one(Field)
        field.refresh()
        assert field._repaint_required
        app.tried.draw_now(field)
        assert not field._repaint_required
        assert not app.tried._compositor._dirty_regions


async def test_a_class_set_before_mounting_counts() -> None:
    """Although the field is not styled for it then."""
    odd, even = Field(), Field()
    odd.add_class("-odd")
    app = try_app(Field(), odd, even)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert odd.styles.background != even.styles.background


@pytest.mark.parametrize("kind", [Field, TextField])
async def test_the_parts_of_a_field_follow_the_theme(kind: type[Field | TextField]) -> None:
    """Although their styles are looked up once, and not for every key."""
    cursor = {Field: "input--cursor", TextField: "text-area--cursor"}[kind]
    field = kind()
    app = try_app(field)
    async with app.run_test() as pilot:
        field.answer = "a"
        await pilot.pause()
        dark = [segment.style for segment in field.render_lines(Region(0, 0, 5, 1))[0]]
        before = field.get_component_rich_style(cursor)
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert field.get_component_rich_style(cursor) != before
        assert [each.style for each in field.render_lines(Region(0, 0, 5, 1))[0]] != dark


async def test_a_key_renders_its_own_field_alone() -> None:
    """Textual would render all widgets of the container."""
    field, other = Field(), CountedField()
    app = try_app(field, other)
    async with app.run_test() as pilot:
        await pilot.pause()
        field.focus()
        await pilot.pause()
        other.renders = 0
        await pilot.press("a")
        await pilot.pause()
        assert not other.renders


class CountedField(Field):
    """Counts how often it is rendered."""

    renders = 0

    def render_lines(self, crop: Region) -> list[Strip]:
        """Counts, and renders."""
        self.renders += 1
        return super().render_lines(crop)
