"""The app that screens live in."""

import asyncio
from typing import ClassVar

import pytest
from textual import events
from textual.binding import BindingType
from textual.widgets import Static

from screens.kit.dialogs.choose import Picker
from screens.kit.driver import BlockingDriver
from screens.kit.fields import Field
from screens.kit.help import HelpScreen
from screens.kit.keys import bind
from screens.kit.language import Phrase, said, translator_of
from screens.kit.live import LiveText
from screens.kit.options import OptionsView
from screens.kit.table import PagedTable
from tests.fixtures.kit import try_app
from tests.fixtures.pilots import until


async def test_a_mode_is_opened_by_its_key() -> None:
    """And keeps what was typed while another one is shown."""
    field = Field()
    app = try_app(field)
    async with app.run_test() as pilot:
        await pilot.press("a", "f3")
        assert app.current_mode == "two"
        await pilot.press("f2", "b")
        assert app.current_mode == "one"
        assert field.value == "ab"


async def test_the_language_changes_while_the_app_runs() -> None:
    """On screens that are not shown as well; nothing typed is lost."""
    app = try_app(Field())
    async with app.run_test() as pilot:
        await pilot.press("f3", "ctrl+l", "f2")
        await pilot.pause()
        assert app.language == "zh"
        assert said(Phrase("kit.quit"), translator_of(app.screen)) == "退出"
        assert app.tried.t("kit.quit") == "退出"


async def test_ctrl_c_never_leaves_but_says_how_to() -> None:
    """In the reader's language."""
    app = try_app(PagedTable([]))
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("ctrl+l", "ctrl+c")
        await until(pilot, lambda: any("Ctrl+Q" in one.message for one in app._notifications))
        (told,) = app._notifications
        assert told.message == "按 Ctrl+Q 退出程序。"
        assert app.is_running


async def test_the_theme_changes_between_dark_and_light() -> None:
    """By a key."""
    app = try_app(Field())
    async with app.run_test() as pilot:
        assert app.current_theme.dark
        await pilot.press("ctrl+t")
        assert not app.current_theme.dark


async def test_f1_shows_the_keys_of_all_screens() -> None:
    """And Esc returns to the field."""
    field = Field()
    app = try_app(field, PagedTable([]))
    async with app.run_test(size=(80, 50)) as pilot:
        await pilot.press("f1")
        assert isinstance(app.screen, HelpScreen)
        titles = [said(section.title, app.t) for section in app.screen.sections]
        assert titles == ["In fields and lists", "Everywhere"]
        await pilot.press("escape")
        assert field.has_focus


async def test_the_palette_finds_an_action_by_its_name() -> None:
    """And runs it on the screen below."""
    app = try_app(Field())
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p", *"light", "enter")
        await pilot.pause()
        assert not app.current_theme.dark


async def test_the_palette_leaves_out_itself_and_the_keys_of_fields() -> None:
    """It lists what can be done on this screen."""
    app = try_app(PagedTable([]))
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        assert isinstance(app.screen, Picker)
        view = app.screen.query_one(OptionsView)
        assert {said(option.label, app.t) for option in view.options} == {
            "Copy",
            "Help",
            "First",
            "Last",
            "中文",
            "Light or dark",
            "Quit",
        }


async def test_ctrl_q_ends_the_app_from_a_dialog_too() -> None:
    """Quitting always works."""
    app = try_app(Field())
    async with app.run_test() as pilot:
        await pilot.press("f1", "ctrl+q")
        await pilot.pause()
    assert app._exit


async def test_news_reach_the_screens() -> None:
    """What the worker finds is published in the app."""
    app = try_app(Field())
    found = [["SR1"]]
    app.worker._poll = lambda: found.pop() if found else None
    heard: asyncio.Queue[list[str] | None] = asyncio.Queue()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.changes.subscribe(app.tried, heard.put_nowait)
        app.worker.watch()
        assert await asyncio.wait_for(heard.get(), 10) == ["SR1"]


async def test_a_fault_while_looking_for_news_ends_the_app() -> None:
    """As any other fault does: it is not taken for a store that cannot be read now."""
    app = try_app(Field())
    saved: list[int] = []
    app._save = lambda: saved.append(1)
    app.worker._poll = lambda: [str(1 // 0)]
    with pytest.raises(ZeroDivisionError):
        async with app.run_test() as pilot:
            app.worker.watch()
            await until(pilot, lambda: app.failure is not None)
    assert isinstance(app.failure, ZeroDivisionError)
    assert saved == [1]


async def test_live_texts_tick_with_their_screen() -> None:
    """Without a layout."""
    texts = ["00:01", "00:00"]
    live = LiveText(lambda: texts[-1])
    live.styles.width = 10
    app = try_app(live)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert live.content == "00:00"
        app.tried.layouts = 0
        texts.pop()
        live.show_now()
        await pilot.pause()
        assert live.content == "00:01"
        assert app.tried.layouts == 0


async def test_a_screen_that_is_not_shown_does_not_tick() -> None:
    """Until it is shown again, at once."""
    asked: list[int] = []

    def asking() -> str:
        asked.append(1)
        return ""

    live = LiveText(asking)
    app = try_app(live)
    async with app.run_test() as pilot:
        screen = app.tried
        await pilot.press("f3")
        await pilot.pause()
        assert not screen.ticking
        before = len(asked)
        await pilot.press("f2")
        await pilot.pause()
        assert screen.ticking
        assert len(asked) > before


async def test_a_screen_below_a_dialog_ticks_on() -> None:
    """A call lasts on while somebody answers a question."""
    app = try_app(Field())
    async with app.run_test() as pilot:
        await pilot.press("f1")
        await pilot.pause()
        assert app.tried.ticking


async def test_news_show_data_as_it_is() -> None:
    """Brackets are no markup."""
    app = try_app(Static())
    async with app.run_test() as pilot:
        app.tried.news("[b]SR1[/b]")
        await pilot.pause()
        assert [note.message for note in app._notifications] == ["[b]SR1[/b]"]
        assert not next(iter(app._notifications)).markup


class Lettered(Static, can_focus=True):
    """Something with a letter for a key."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("s", "kit.dialog.copy", "note")]
    noted = 0

    def action_note(self) -> None:
        """Counts."""
        self.noted += 1


async def test_a_full_width_letter_is_the_key_that_it_shows() -> None:
    """Nobody has to switch off the input method to give a command; in a field it is typed."""
    lettered, field = Lettered(), Field()
    app = try_app(lettered, field)
    async with app.run_test() as pilot:
        for focused in (lettered, field):
            app.screen.set_focus(focused)
            app.post_message(events.Key("fullwidth_latin_small_letter_s", "ｓ"))
            await pilot.pause()
        assert (lettered.noted, field.value) == (1, "ｓ")


def test_the_terminal_is_read_without_polling() -> None:
    """Where Textual would use its Linux driver."""
    assert try_app().driver_class is BlockingDriver


def test_another_driver_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as the one that serves a browser."""
    from textual import constants

    monkeypatch.setattr(constants, "DRIVER", "textual.drivers.headless_driver:HeadlessDriver")
    assert try_app().driver_class.__name__ == "HeadlessDriver"
