"""Fields of one line and of many."""

from textual import events

from screens.kit.fields import Field, TextField
from tests.fixtures.kit import try_app


async def test_pasted_lines_are_joined_in_a_one_line_field() -> None:
    """Textual alone keeps the first line only."""
    field = Field()
    async with try_app(field).run_test() as pilot:
        await pilot.press("a")
        pilot.app.post_message(events.Paste("李雷\n\n13800138000\t（家）\n"))
        await pilot.pause()
        assert field.value == "a李雷 13800138000 （家）"


async def test_a_paste_replaces_the_selection() -> None:
    """As anywhere else."""
    field = Field()
    async with try_app(field).run_test() as pilot:
        await pilot.press(*"abc", "shift+home")
        pilot.app.post_message(events.Paste("x\ny"))
        await pilot.pause()
        assert field.value == "x y"


async def test_an_empty_paste_changes_nothing() -> None:
    """A clipboard of blank lines holds nothing for a one-line field."""
    field = Field()
    async with try_app(field).run_test() as pilot:
        await pilot.press("a")
        pilot.app.post_message(events.Paste("\n \n"))
        await pilot.pause()
        assert field.value == "a"


async def test_a_key_with_alt_types_nothing() -> None:
    """Terminals send a letter with it, which Textual would type."""
    field, text = Field(), TextField()
    async with try_app(field, text).run_test() as pilot:
        for _ in range(2):
            app = pilot.app
            assert app.focused
            app.focused.post_message(events.Key("alt+s", "s"))
            await pilot.press("x", "tab")
        assert (field.value, text.text) == ("x", "x")


async def test_pasted_text_keeps_its_lines_in_a_text_field() -> None:
    """Line ends of all systems, and no control characters."""
    text = TextField()
    async with try_app(text).run_test() as pilot:
        pilot.app.post_message(events.Paste("第一行\r\n第二行\x1b[2J"))
        await pilot.pause()
        assert text.answer == "第一行\n第二行 [2J"


async def test_tab_leaves_a_text_field() -> None:
    """A form is walked through by Tab alone."""
    text, field = TextField(), Field()
    async with try_app(text, field).run_test() as pilot:
        await pilot.press("tab")
        assert field.has_focus


async def test_a_text_is_not_wiped_by_the_first_key_of_who_comes_back() -> None:
    """Typing goes on where it stopped."""
    field, other = Field(), Field()
    async with try_app(field, other).run_test() as pilot:
        await pilot.press(*"ab", "tab", "shift+tab", "c")
        assert field.value == "abc"


async def test_a_text_that_is_given_anew_is_replaced_by_the_first_key() -> None:
    """As where an old value is only shown."""
    field, other = Field(anew=True), Field()
    async with try_app(field, other).run_test() as pilot:
        await pilot.press(*"ab", "tab", "shift+tab", "c")
        assert field.value == "c"


async def test_an_answer_has_no_space_around_it() -> None:
    """What is saved is what was meant."""
    field = Field()
    async with try_app(field).run_test() as pilot:
        await pilot.press("space", "a", "space")
        assert field.answer == "a"
        field.answer = "b\nc"
        assert field.value == "b c"
