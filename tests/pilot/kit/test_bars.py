"""Header line and key bar."""

from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.content import Content

from screens.kit.choice import Choice
from screens.kit.fields import Field
from screens.kit.header import HeaderBar
from screens.kit.keybar import KeyBar
from screens.kit.keys import bind
from tests.fixtures.kit import TryApp, try_app


def keys(app: TryApp) -> str:
    """What the key bar shows."""
    content = app.screen.query_one(KeyBar).content
    assert isinstance(content, Content)
    return content.plain


def header(app: TryApp) -> str:
    """What the header shows."""
    return app.screen.query_one(HeaderBar).render_line(0).text


async def test_the_key_bar_shows_the_keys_of_app_screen_and_field() -> None:
    """The app's first, so that the line stays still while the focus moves."""
    app = try_app(Field(), Choice(["a"]))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert keys(app) == " F1 Help  F5 Copy "
        await pilot.press("tab")
        await pilot.pause()
        assert keys(app) == " F1 Help  F5 Copy  F4 List "


async def test_the_key_bar_follows_the_language() -> None:
    """Its width is counted in cells."""
    app = try_app(Field())
    async with app.run_test() as pilot:
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert keys(app) == " F1 帮助  F5 复制 "


async def test_the_key_bar_cuts_no_key_in_half() -> None:
    """What does not fit is left out."""
    app = try_app(Field())
    async with app.run_test(size=(12, 10)) as pilot:
        await pilot.pause()
        assert keys(app) == " F1 Help "


async def test_moving_the_focus_writes_the_same_keys_no_second_time() -> None:
    """Nor does it lay out the screen when they change."""
    app = try_app(Field(), Field(), Choice(["a"]))
    async with app.run_test() as pilot:
        await pilot.pause()
        shown = app.screen.query_one(KeyBar).content
        await pilot.press("tab")
        await pilot.pause()
        assert app.screen.query_one(KeyBar).content is shown
        app.tried.layouts = 0
        await pilot.press("tab")
        await pilot.pause()
        assert "F4" in keys(app)
        assert app.tried.layouts == 0


async def test_a_remapped_key_is_shown_as_it_is() -> None:
    """Users give actions other keys by their ids."""
    app = try_app(Field())
    async with app.run_test() as pilot:
        app.set_keymap({"kit.help": "f12"})
        await pilot.pause()
        app.screen.refresh_bindings()
        await pilot.pause()
        assert " F12 Help " in keys(app)


async def test_a_hidden_key_works_without_being_shown() -> None:
    """The bar is for what is needed often."""

    class Quiet(Field):
        BINDINGS: ClassVar[list[BindingType]] = [bind("f9", "kit.quit", "x", show=False)]

    app = try_app(Quiet())
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "F9" not in keys(app)


async def test_the_header_shows_modes_heading_and_time() -> None:
    """From the app's own bindings, in 80 cells."""
    app = try_app(Field())
    app.heading = "李雷 · 演示"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = header(app)
        assert shown.startswith(" F2 First  F3 Last ")
        assert shown.endswith(" 李雷 · 演示 12:00:00 ")
        assert cell_len(shown) == 80


async def test_the_clock_ticks_without_a_layout() -> None:
    """Only its own cells are drawn."""
    app = try_app(Field())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.tried.layouts = app.tried.repaints = 0
        app.time = "12:00:01"
        app.screen.query_one(HeaderBar).show_time()
        await pilot.pause()
        assert header(app).endswith(" 12:00:01 ")
        assert (app.tried.layouts, app.tried.repaints) == (0, 0)


async def test_a_narrow_header_keeps_the_time_within_the_line() -> None:
    """The heading gives way first."""
    app = try_app(Field())
    app.heading = "A long heading that does not fit"
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        assert header(app).endswith(" 12:00:00 ")
        assert cell_len(header(app)) == 40
