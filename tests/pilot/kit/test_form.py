"""A grid of labelled fields."""

from textual import on

from screens.kit.choice import Choice
from screens.kit.fields import Field, TextField
from screens.kit.form import Form, Labelled
from screens.kit.language import Phrase
from tests.fixtures.kit import TryApp, try_app


def sample() -> Form:
    """Five fields of every kind."""
    return Form(
        Labelled(Phrase("kit.help"), Field(id="phone"), required=True),
        Labelled("客户", Field(id="name")),
        Labelled("Channel", Choice(["phone", "mail"], id="channel")),
        Labelled("Problem", TextField(id="problem", lines=2), wide=True, required=True),
        Labelled("Note", Field(id="note")),
        columns=2,
    )


def shown(app: TryApp) -> list[str]:
    """The lines of the screen."""
    screen = app.screen
    with_wide = [
        "".join(segment.text for segment in line) for line in screen._compositor.render_strips()
    ]
    return [line.rstrip() for line in with_wide]


async def test_labels_stand_before_their_fields() -> None:
    """Two columns at 80 cells, a text field over the whole width."""
    form = sample()
    app = try_app(form)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = shown(app)
        assert lines[1].startswith("Help*")
        assert "客户" in lines[1]
        assert lines[3].startswith("Problem*")
        assert lines[5].startswith("Note")
        assert form["phone"].region.y == form["name"].region.y == 1
        assert form["problem"].region.right == 80


async def test_labels_follow_the_language() -> None:
    """And so does the place of the fields."""
    form = sample()
    app = try_app(form)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "ctrl+l")
        await pilot.pause()
        assert shown(app)[1].startswith("帮助*")
        assert form["phone"].answer == "1"


async def test_all_errors_show_at_once_and_the_first_gets_the_focus() -> None:
    """Each below its field; fields further down make room."""
    form = sample()
    app = try_app(form)
    async with app.run_test(size=(80, 24)) as pilot:
        form["note"].focus()
        before = form["note"].region.y
        form.show_errors(form.check())
        assert form.focus_first_error()
        await pilot.pause()
        text = "\n".join(shown(app))
        assert text.count("Please fill this in.") == 2
        assert form["note"].region.y == before + 2
        assert form["phone"].has_focus
        form.show_errors({})
        await pilot.pause()
        assert "Please" not in "\n".join(shown(app))
        assert form["note"].region.y == before
        assert not form.focus_first_error()


async def test_an_unknown_choice_is_an_error() -> None:
    """What was typed stays to be corrected."""
    form = sample()
    async with try_app(form).run_test() as pilot:
        form.fill({"phone": "1", "problem": "x"})
        form["channel"].focus()
        await pilot.press(*"fax", "tab")
        await pilot.pause()
        assert list(form.check()) == ["channel"]


async def test_answers_are_filled_in_read_and_cleared() -> None:
    """By the ids of the fields."""
    form = sample()
    async with try_app(form).run_test() as pilot:
        await pilot.pause()
        answers = {"phone": "1", "name": "", "channel": "mail", "problem": "a\nb", "note": ""}
        form.fill(answers)
        assert form.answers() == answers
        form.clear()
        assert set(form.answers().values()) == {""}


async def test_enter_walks_through_the_form_and_finishes_it() -> None:
    """In a text field Enter makes a new line, as everybody expects."""
    finished: list[Form] = []

    class Finishing(Form):
        @on(Form.Finished)
        def note(self, event: Form.Finished) -> None:
            finished.append(event.form)

    form = Finishing(Labelled("a", Field(id="a")), Labelled("b", Field(id="b")))
    async with try_app(form).run_test() as pilot:
        await pilot.press("enter")
        assert form["b"].has_focus
        assert not finished
        await pilot.press("enter")
        await pilot.pause()
        assert finished == [form]


async def test_enter_finishes_a_quick_form_once_all_that_is_required_is_there() -> None:
    """It stops at what is missing and passes over the rest, which Tab still reaches."""
    finished: list[dict[str, str]] = []

    class Finishing(Form):
        @on(Form.Finished)
        def note(self, event: Form.Finished) -> None:
            finished.append(event.form.answers())

    form = Finishing(
        Labelled("to", Field(id="to"), required=True),
        Labelled("why", Field(id="why")),
        Labelled("when", Field(id="when"), required=True),
        Labelled("note", Field(id="note")),
        quick=True,
    )
    async with try_app(form).run_test() as pilot:
        await pilot.press("a", "enter")
        assert form["when"].has_focus
        await pilot.press("b", "enter")
        await pilot.pause()
        assert finished == [{"to": "a", "why": "", "when": "b", "note": ""}]
        await pilot.press("shift+tab", "x", "enter")
        await pilot.pause()
        assert len(finished) == 2
        assert finished[-1]["why"] == "x"


async def test_a_narrow_terminal_gets_one_column() -> None:
    """Every field stays reachable and readable."""
    form = sample()
    async with try_app(form).run_test(size=(50, 24)) as pilot:
        await pilot.pause()
        assert form["name"].region.y == form["phone"].region.y + 1
        await pilot.resize_terminal(100, 24)
        await pilot.pause()
        assert form["name"].region.y == form["phone"].region.y
