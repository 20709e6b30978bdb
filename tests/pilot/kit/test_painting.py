"""What lies over other widgets is painted whole."""

import pytest
from textual.strip import Strip
from textual.widget import Widget

from screens.kit.choice import Choice
from screens.kit.fields import Field
from screens.kit.form import Form, Labelled
from tests.fixtures.kit import try_app
from tests.fixtures.pilots import shown, until_shown

TEXT = "记录无法存放请先保存再退出"


@pytest.mark.parametrize("width", range(60, 64))
async def test_no_hanzi_is_lost_over_an_edge(width: int) -> None:
    """A toast over fields that begin and end in the middle of its characters."""
    rows = [Labelled("ab", Field(id=f"field{number}")) for number in range(40)]
    app = try_app(Form(*rows, columns=2))
    async with app.run_test(size=(width + 20, 20), notifications=True) as pilot:
        app.notify(TEXT, markup=False)
        await until_shown(pilot, TEXT)


async def test_a_list_over_fields_is_painted_whole() -> None:
    """It is wider than its field; when it closes, the fields are as they were."""
    choice = Choice(["一二三四五六七八九十" * 3], id="choice")
    below = [Labelled("a", Field(id=f"field{number}")) for number in range(9)]
    app = try_app(Form(Labelled("a", choice, wide=True), *below, columns=2))
    async with app.run_test(size=(79, 20)) as pilot:
        before = shown(pilot)
        await pilot.press("f4")
        await until_shown(pilot, "一二三四五六七八九十" * 3)
        await pilot.press("escape")
        await pilot.pause()
        assert shown(pilot) == before


class Counting(Widget):
    """Knows which of its lines were asked for."""

    asked: set[int]

    def render_line(self, y: int) -> Strip:
        """A line of nothing."""
        self.asked.add(y)
        return Strip.blank(self.size.width)


class Over(Widget):
    """Lies over the first two lines of another."""

    DEFAULT_CSS = "Over { position: absolute; overlay: screen; width: 100%; height: 2; }"


async def test_what_is_covered_whole_is_not_rendered() -> None:
    """Lines that others lie over cost nothing."""
    below = Counting()
    below.asked = set()
    app = try_app(below)
    async with app.run_test(size=(40, 12)) as pilot:
        over = Over()
        await app.screen.mount(over)
        over.styles.offset = (0, below.region.y)
        await pilot.pause()
        below.asked.clear()
        below.refresh()
        await pilot.pause()
        assert min(below.asked) == 2
