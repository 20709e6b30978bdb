"""Snippets in the fields of a form."""

from collections.abc import Callable

import pytest
from textual import events
from textual.pilot import Pilot

from cstui.services.intake.snippets import Snippets
from screens.kit.fields import Field
from screens.kit.form import Form, Labelled
from screens.kit.snippet_keys import SnippetList
from screens.kit.snippets import SnippetField, SnippetTextField
from tests.fixtures.kit import TryApp, try_app

SNIPPETS = Snippets(
    {
        "wait": "请稍候。",
        "wx": "由 {person} 于 {time} 上门；{person}",
        "two": "first line\nsecond line",
        "hi": "您好，{customer}！",
    },
    {"customer": "李雷"},
)


Make = Callable[[], SnippetField | SnippetTextField]


def snippets() -> Snippets:
    """The snippets at hand."""
    return SNIPPETS


async def enter(pilot: Pilot[None], text: str) -> None:
    """Types a text; the pilot knows no names for full-width signs."""
    for sign in text:
        pilot.app.post_message(events.Key(sign, sign))
        await pilot.pause()


def opened(app: TryApp) -> list[str] | None:
    """The abbreviations that are listed; None without a list."""
    shown = next(iter(app.screen.query(SnippetList)), None)
    return [option.value for option in shown.options] if shown else None


def one_line_field() -> SnippetField:
    """A field of one line."""
    return SnippetField(snippets=snippets)


def text_field() -> SnippetTextField:
    """A field of many lines."""
    return SnippetTextField(snippets=snippets)


def said(field: SnippetField | SnippetTextField) -> str:
    """What stands in a field, holes selected in brackets."""
    if isinstance(field, SnippetField):
        start, end = sorted(field.selection)
        return f"{field.value[:start]}[{field.value[start:end]}]{field.value[end:]}"
    return f"{field.text} [{field.selected_text}]"


@pytest.mark.parametrize("make", [one_line_field, text_field])
@pytest.mark.parametrize("take", ["tab", "enter"])
@pytest.mark.parametrize("lead", [";", "；"])
async def test_an_abbreviation_after_a_semicolon_becomes_its_text(
    make: Make, take: str, lead: str
) -> None:
    """Nothing else that was typed is touched; the cursor stands after it."""
    field = make()
    app = try_app(field, Field())
    async with app.run_test() as pilot:
        await enter(pilot, "ab；不c")
        await pilot.press("left")
        await enter(pilot, f"{lead}hi")
        assert opened(app) == ["hi"]
        await pilot.press(take)
        assert opened(app) is None
        assert field.answer == "ab；不您好，李雷！c"
        await pilot.press("x")
        assert (field.answer, field.has_focus) == ("ab；不您好，李雷！xc", True)


@pytest.mark.parametrize("make", [one_line_field, text_field])
async def test_tab_goes_from_hole_to_hole_then_leaves(
    make: Make,
) -> None:
    """A hole is selected, so that typing fills it; one may be left as it is."""
    field, other = make(), Field()
    app = try_app(field, other)
    async with app.run_test() as pilot:
        await pilot.press(*";wx", "enter")
        assert "[{person}]" in said(field)
        await pilot.press(*"王芳", "tab")
        assert "[{time}]" in said(field)
        await pilot.press("tab")
        assert "[{person}]" in said(field)
        await pilot.press("我", "tab")
        assert field.answer == "由 王芳 于 {time} 上门；我"
        assert other.has_focus


async def test_a_hole_that_was_deleted_is_passed_over() -> None:
    """Tab looks for what is still there."""
    field, other = one_line_field(), Field()
    async with try_app(field, other).run_test() as pilot:
        await pilot.press(*";wx", "tab", "end", "ctrl+u", "tab")
        assert other.has_focus


async def test_what_is_left_has_no_holes_any_more() -> None:
    """Who comes back later goes on with Tab as ever."""
    field, other = one_line_field(), Field()
    async with try_app(field, other).run_test() as pilot:
        await pilot.press(*";wx", "tab", "shift+tab", "shift+tab", "tab")
        assert other.has_focus


async def test_the_marked_snippet_is_taken() -> None:
    """Up and Down mark another one."""
    field = one_line_field()
    app = try_app(field)
    async with app.run_test() as pilot:
        await pilot.press(*";w")
        assert opened(app) == ["wait", "wx"]
        await pilot.press("down", "up", "enter")
        assert field.answer == "请稍候。"


async def test_esc_leaves_the_text_as_it_stands() -> None:
    """The list stays away while that word is typed; the screen sees no Esc."""
    field, other = one_line_field(), Field()
    app = try_app(field, other)
    async with app.run_test() as pilot:
        await pilot.press(*";w", "escape", "x")
        assert opened(app) is None
        await pilot.press("tab")
        assert (field.answer, other.has_focus) == (";wx", True)


@pytest.mark.parametrize("text", [";", "a; hi", "；", "；维修", ";zzz"])
async def test_a_semicolon_in_a_sentence_hinders_nothing(text: str) -> None:
    """Alone, before a space, or before what fits no snippet it is a sign like any other."""
    field, other = text_field(), Field()
    app = try_app(field, other)
    async with app.run_test() as pilot:
        await enter(pilot, text)
        assert opened(app) is None
        await pilot.press("enter", "tab")
        assert (field.text, other.has_focus) == (f"{text}\n", True)


async def test_enter_in_a_form_takes_the_snippet_first() -> None:
    """The next one goes to the next field."""
    field, other = SnippetField(snippets=snippets, id="a"), Field(id="b")
    async with try_app(Form(Labelled("A", field), Labelled("B", other))).run_test() as pilot:
        await pilot.press(*";hi")
        await pilot.pause()
        await pilot.press("enter")
        assert (field.answer, field.has_focus) == ("您好，李雷！", True)
        await pilot.press("enter")
        assert other.has_focus


@pytest.mark.parametrize("make", [one_line_field, text_field])
async def test_f4_lists_all_snippets(make: Make) -> None:
    """What is typed then narrows the list, and is replaced as well."""
    field = make()
    app = try_app(field)
    async with app.run_test() as pilot:
        await pilot.press("a", "f4")
        assert opened(app) == [*SNIPPETS.texts]
        await pilot.press(*"hi", "enter")
        assert field.answer == "a您好，李雷！"


async def test_a_snippet_of_lines_keeps_them_where_there_is_room() -> None:
    """A one-line field joins them."""
    field, text = one_line_field(), text_field()
    async with try_app(field, text).run_test() as pilot:
        await pilot.press(*";two", "tab")
        text.focus()
        await pilot.press(*";two", "tab")
        assert (field.answer, text.answer) == ("first line second line", SNIPPETS.texts["two"])


async def test_a_filled_form_opens_no_list() -> None:
    """Only typing does, not a draft that is put back."""
    field = one_line_field()
    app = try_app(Field(), field)
    async with app.run_test() as pilot:
        field.answer = ";hi"
        await pilot.pause()
        assert opened(app) is None


async def test_the_list_stands_under_the_cursor() -> None:
    """At the bottom of the screen it stands above."""
    filler = Field()
    filler.styles.height = 20
    field = one_line_field()
    app = try_app(filler, field)
    async with app.run_test(size=(80, 24)) as pilot:
        field.focus()
        await pilot.press(*"ab", "f4")
        await pilot.pause()
        view = app.screen.query_one(SnippetList)
        assert view.region.bottom == field.region.y
        assert view.region.x == field.cursor_screen_offset.x


async def test_text_of_an_input_method_is_followed() -> None:
    """It comes as one piece, like a paste."""
    field = one_line_field()
    app = try_app(field)
    async with app.run_test() as pilot:
        app.post_message(events.Paste("不制冷；hi"))
        await pilot.pause()
        await pilot.press("tab")
        assert field.answer == "不制冷您好，李雷！"
