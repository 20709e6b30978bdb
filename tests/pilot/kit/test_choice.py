"""A field that offers a list."""

from screens.kit.choice import Choice, ChoiceList
from screens.kit.fields import Field
from screens.kit.form import Form, Labelled
from screens.kit.language import Phrase
from screens.kit.options import LIST_LINES
from tests.fixtures.kit import TryApp, try_app

CHANNELS = [("phone", "电话 Phone"), ("wechat", "微信 WeChat"), ("mail", "邮件 Mail")]


def open_list(app: TryApp) -> ChoiceList | None:
    """The list that is open, if any."""
    return next(iter(app.screen.query(ChoiceList)), None)


async def test_down_opens_the_list_and_enter_picks() -> None:
    """The field shows the label; its answer is the value."""
    choice = Choice(CHANNELS)
    app = try_app(choice)
    async with app.run_test() as pilot:
        await pilot.press("down", "down", "enter")
        assert (choice.value, choice.answer) == ("微信 WeChat", "wechat")
        assert open_list(app) is None


async def test_f4_opens_the_list_and_escape_closes_it() -> None:
    """Nothing is picked, and the screen below sees no Esc."""
    choice = Choice(CHANNELS, "mail")
    app = try_app(choice)
    async with app.run_test() as pilot:
        await pilot.press("f4")
        assert open_list(app)
        await pilot.press("escape")
        assert open_list(app) is None
        assert choice.answer == "mail"


async def test_typing_narrows_the_open_list() -> None:
    """The first that fits is picked."""
    choice = Choice(CHANNELS)
    app = try_app(choice)
    async with app.run_test() as pilot:
        await pilot.press("f4", *"mai", "enter")
        assert choice.answer == "mail"


async def test_the_list_stands_on_the_answer() -> None:
    """Enter right after opening changes nothing."""
    choice = Choice(CHANNELS, "wechat")
    async with try_app(choice).run_test() as pilot:
        await pilot.press("f4", "enter")
        assert choice.answer == "wechat"


async def test_leaving_completes_what_fits_one_option() -> None:
    """Typing the start of a label is enough."""
    choice = Choice(CHANNELS)
    async with try_app(choice, Field()).run_test() as pilot:
        await pilot.press(*"we", "tab")
        await pilot.pause()
        assert choice.value == "微信 WeChat"


async def test_pinyin_initials_narrow_the_list_and_complete() -> None:
    """So does a word within a label: the second level of a category."""
    types = ["售后支持/维修", "售后支持/物流", "投诉建议/流程"]
    choice = Choice(types, free=True)
    async with try_app(choice, Field()).run_test() as pilot:
        await pilot.press(*"wx", "tab")
        await pilot.pause()
        assert choice.answer == "售后支持/维修"
        await pilot.press("shift+tab", "f4", *"tsjylc", "enter")
        assert choice.answer == "投诉建议/流程"


async def test_a_better_fit_wins_when_the_field_is_left() -> None:
    """The start of one label counts more than the middle of another."""
    choice = Choice(["不制冷", "制冷慢"])
    async with try_app(choice, Field()).run_test() as pilot:
        await pilot.press("制", "tab")
        await pilot.pause()
        assert choice.answer == "制冷慢"


async def test_a_free_text_within_an_option_stays_as_it_is() -> None:
    """It may be meant; only a beginning or initials tell that the option is."""
    choice = Choice(["退换货"], free=True)
    async with try_app(choice, Field()).run_test() as pilot:
        await pilot.press("换", "tab")
        await pilot.pause()
        assert choice.answer == "换"


async def test_enter_picks_and_goes_to_the_next_field() -> None:
    """From the open list, and from what was typed in part without one."""
    first, second, third = Choice(CHANNELS, id="a"), Choice(CHANNELS, id="b"), Field(id="c")
    form = Form(Labelled("A", first), Labelled("B", second), Labelled("C", third))
    async with try_app(form).run_test() as pilot:
        await pilot.press("f4", *"mai", "enter")
        assert (first.answer, second.has_focus) == ("mail", True)
        await pilot.press(*"dh", "enter")
        assert (second.answer, third.has_focus) == ("phone", True)


async def test_the_first_key_replaces_an_answer_that_was_picked() -> None:
    """Whoever comes back to a choice chooses anew."""
    choice = Choice(CHANNELS, "mail")
    async with try_app(Field(), choice).run_test() as pilot:
        await pilot.press("tab", *"we", "tab")
        await pilot.pause()
        assert choice.answer == "wechat"


async def test_what_is_no_option_is_told() -> None:
    """It is not lost, and it is no answer."""
    choice = Choice(CHANNELS)
    async with try_app(choice, Field()).run_test() as pilot:
        await pilot.press(*"fax", "tab")
        await pilot.pause()
        assert (choice.value, choice.answer, choice.is_unknown) == ("fax", "", True)


async def test_a_free_choice_takes_other_texts() -> None:
    """The options are suggestions there."""
    choice = Choice(CHANNELS, free=True)
    async with try_app(choice).run_test() as pilot:
        await pilot.press(*"fax")
        assert (choice.answer, choice.is_unknown) == ("fax", False)


async def test_the_list_shows_few_options_and_stays_on_the_screen() -> None:
    """At the bottom it opens upwards; a long one scrolls with its cursor."""
    filler = Field()
    filler.styles.height = 20
    choice = Choice([(str(n), f"Option {n}") for n in range(30)])
    app = try_app(filler, choice)
    async with app.run_test(size=(80, 24)) as pilot:
        choice.focus()
        await pilot.press("f4", *["down"] * 20)
        await pilot.pause()
        view = open_list(app)
        assert view
        assert view.region.height == LIST_LINES
        assert view.region.bottom == choice.region.y
        await pilot.press("enter")
        assert choice.answer == "20"


async def test_an_answer_keeps_its_meaning_in_another_language() -> None:
    """Only the label changes."""
    choice = Choice([("a", Phrase("kit.help")), ("b", Phrase("kit.quit"))], "b")
    app = try_app(choice)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert choice.value == "Quit"
        app.language = "zh"
        await pilot.pause()
        assert (choice.value, choice.answer) == ("退出", "b")


async def test_other_options_keep_the_answer_where_it_is_among_them() -> None:
    """A list may depend on what another field says."""
    choice = Choice(CHANNELS, "mail")
    async with try_app(choice).run_test() as pilot:
        await pilot.pause()
        choice.set_options(["mail", "fax"])
        assert choice.answer == "mail"
        choice.set_options(["fax"])
        assert choice.answer == ""
