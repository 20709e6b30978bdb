"""Dialogs: a result, or None."""

from typing import Any

from textual.content import Content
from textual.widgets import Static

from screens.kit.dialogs.ask import Ask
from screens.kit.dialogs.choose import Choose
from screens.kit.dialogs.compare import Compare, CompareView, Difference
from screens.kit.dialogs.dialog import Dialog
from screens.kit.dialogs.say import Confirm, Message
from screens.kit.fields import Field, TextField
from screens.kit.form import Form, Labelled
from screens.kit.keybar import KeyBar
from tests.fixtures.kit import try_app

BOTH = [Difference("s", "主题", "账单", "发票"), Difference("p", "优先级", "高", "低")]


async def result_of(dialog: Dialog[Any], *keys: str) -> list[object]:
    """What a dialog gives after some keys; nothing while it is open."""
    given: list[object] = []
    app = try_app(Field())
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(dialog, given.append)
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
    return given


async def test_escape_gives_none_from_every_dialog() -> None:
    """Nothing is changed by looking."""
    dialogs: list[Dialog[Any]] = [
        Confirm("?", "text"),
        Message("!", "text"),
        Ask("?", Labelled("a", Field(id="a"))),
        Choose("?", ["a"]),
        Compare("?", BOTH),
    ]
    for dialog in dialogs:
        assert await result_of(dialog, "escape") == [None]


async def test_consent_is_given_by_enter_or_ctrl_s() -> None:
    """Both mean yes in every dialog."""
    assert await result_of(Confirm("?", "text"), "enter") == [True]
    assert await result_of(Confirm("?", "text"), "ctrl+s") == [True]


async def test_a_message_closes_by_enter() -> None:
    """It has nothing to give."""
    assert await result_of(Message("!", "text"), "enter") == [None]


async def test_a_message_is_copied() -> None:
    """To the terminal's clipboard, as it is."""
    app = try_app(Field())
    async with app.run_test() as pilot:
        app.push_screen(Message("!", "line [b]1\nline 2"))
        await pilot.pause()
        await pilot.press("ctrl+c")
        assert app.clipboard == "line [b]1\nline 2"


async def test_ask_gives_the_answers_by_name() -> None:
    """Enter walks through the fields and accepts on the last one."""
    ask = Ask("?", Labelled("a", Field(id="a")), Labelled("b", Field(id="b")))
    assert await result_of(ask, "x", "enter", "y", "enter") == [{"a": "x", "b": "y"}]


async def test_ask_takes_ctrl_s_from_a_text_field() -> None:
    """Enter makes a line there."""
    ask = Ask("?", Labelled("a", TextField(id="a")))
    assert await result_of(ask, "x", "enter", "y", "ctrl+s") == [{"a": "x\ny"}]


async def test_ask_stays_open_with_all_errors() -> None:
    """Those of the form and those of the caller; the first gets the focus."""
    rows = [
        Labelled("a", Field(id="a")),
        Labelled("b", Field(id="b"), required=True),
    ]
    ask = Ask("?", *rows, check=lambda answers: {"a": "no"} if answers["a"] == "x" else {})
    app = try_app(Field())
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ask)
        await pilot.pause()
        await pilot.press("x", "ctrl+s")
        await pilot.pause()
        assert app.screen is ask
        assert rows[0].field.has_focus
        wrong = ask.query_one(Form).query(".-invalid")
        assert [field.id for field in wrong] == ["a", "b"]


async def test_choose_gives_the_value_under_the_cursor() -> None:
    """At first that is the current one."""
    options = [("a", "王芳"), ("b", "李娜"), ("c", "张伟")]
    assert await result_of(Choose("?", options, "b"), "enter") == ["b"]
    assert await result_of(Choose("?", options), "down", "down", "up", "ctrl+s") == ["b"]


async def test_choose_narrows_its_list_by_typing() -> None:
    """Where nothing fits, Enter does nothing."""
    options = [("a", "Wang Fang"), ("b", "Li Na"), ("c", "Zhang Wei")]
    assert await result_of(Choose("?", options), *"zh", "enter") == ["c"]
    assert await result_of(Choose("?", options), *"xx", "enter") == []


async def test_compare_picks_a_side_for_each_field() -> None:
    """One's own at first: nothing typed is given up without a word."""
    assert await result_of(Compare("?", BOTH), "enter") == [{"s": "账单", "p": "高"}]
    picked = await result_of(Compare("?", BOTH), "right", "down", "right", "left", "ctrl+s")
    assert picked == [{"s": "发票", "p": "高"}]


async def test_compare_shows_long_values_in_full() -> None:
    """Below the columns, for the row under the cursor."""
    long = "账单错误，需要核对金额并且回电给客户，客户下午在家，请尽快处理并且告知结果"
    compare = Compare("?", [Difference("s", "主题", "账单", long)])
    app = try_app(Field())
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(compare)
        await pilot.pause()
        row = compare.query_one(CompareView).render_line(1).text
        assert long not in row
        full = compare.query_one("#full", Static).content
        assert isinstance(full, str)
        assert long in full


async def test_a_dialog_shows_its_own_keys() -> None:
    """In the line where keys always stand."""
    app = try_app(Field())
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Confirm("?", "text"))
        await pilot.pause()
        bar = app.screen.query_one(KeyBar)
        assert bar.region.y == 23
        assert isinstance(bar.content, Content)
        assert bar.content.plain == " Enter OK  Esc Cancel "


async def test_a_title_is_shown_as_it_is() -> None:
    """A ticket's subject may hold brackets."""
    app = try_app(Field())
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Confirm("[b]SR1[/b]", "[i]text"))
        await pilot.pause()
        svg = app.export_screenshot()
        assert "[b]SR1[/b]" in svg
        assert "[i]text" in svg
