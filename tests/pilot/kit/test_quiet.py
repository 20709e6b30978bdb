"""Widgets that draw no more than has changed; a failure may mean that Textual changed."""

import pytest
from textual.dom import DOMNode
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widgets import Input, TextArea

from screens.kit.fields import Field, TextField
from screens.kit.form import Form, Labelled
from screens.kit.quiet import QuietScrollView
from tests.fixtures.kit import try_app


@pytest.mark.parametrize("widget", [Input, TextArea])
def test_textual_lays_out_and_blinks_unless_told(widget: type[Input | TextArea]) -> None:
    """The attributes that the kit replaces are still there, and still cost what they did."""
    assert widget.virtual_size._layout
    assert widget.cursor_blink._default is True


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


@pytest.mark.parametrize("dark", [True, False])
async def test_the_style_of_a_line_is_the_one_that_textual_gathers(dark: bool) -> None:
    """For fields, those with the focus included, and for forms; after a change of theme too."""
    app = try_app(Form(Labelled("a", Field(id="a")), Labelled("b", TextField(id="b"))))
    async with app.run_test() as pilot:
        app.dark = dark
        await pilot.pause()
        for widget in (app.screen.query_one(Form), *app.screen.query_one(Form).children):
            assert widget.rich_style == DOMNode.rich_style.__get__(widget)


async def test_an_empty_field_looks_as_textual_draws_it() -> None:
    """Although none of its parts is asked for."""
    app = try_app(Field(id="a"), Field(id="b"))
    async with app.run_test() as pilot:
        await pilot.pause()
        field = app.screen.query_one("#b", Field)
        assert not field.has_focus
        drawn, width = field.render_line(0), field.content_size.width
        assert drawn.text[:width] == " " * width
        assert not Input.render_line(field, 0).text.strip()
        assert {segment.style for segment in drawn} == {field.rich_style}


@pytest.mark.parametrize(("kind", "kept"), [(Field, Input), (TextField, TextArea)])
async def test_the_parts_that_textual_draws_of_a_field_have_a_style(
    kind: type[Field | TextField], kept: type[Input | TextArea]
) -> None:
    """Those that are seen, as the kit has a style sheet of its own for them."""
    field = kind()
    app = try_app(field)
    seen = ("cursor", "selection", "placeholder")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert field.can_focus
        names = [part for part in kept.COMPONENT_CLASSES if part.partition("--")[2] in seen]
        assert len(names) == len(seen)
        for part in names:
            assert field.get_component_styles(part).has_any_rules("color", "background")
