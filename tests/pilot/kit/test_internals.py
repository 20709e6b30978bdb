"""What the kit relies on inside Textual; a failure here means that Textual changed."""

import pytest
from rich.cells import cell_len
from textual import events
from textual.screen import Screen

from screens.kit.fields import Field
from screens.kit.form import Form, Labelled
from screens.kit.internals import QuietModal, is_alt_key
from screens.kit.language import Phrase
from tests.fixtures.kit import try_app


def test_textual_repaints_when_the_focus_moves_unless_told() -> None:
    """The attribute that the kit replaces is still there, and still costs what it did."""
    assert Screen.focused._repaint
    assert not QuietModal.focused._repaint


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


@pytest.mark.parametrize("name", ["_compositor_refresh", "_screen_resized", "_refresh_layout"])
def test_textual_still_paints_and_lays_out_as_it_did(name: str) -> None:
    """What the kit's screens replace, or rely on, is still there."""
    assert hasattr(Screen, name)
