"""What a terminal is sent of a change, and that it shows the same as if it were sent all."""

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.geometry import Region
from textual.strip import Strip

from screens.kit.thrift import Thrift, difference

WIDTH = 24
CONSOLE = Console(color_system="256", force_terminal=True)
STYLES = [
    Style(),
    Style(bold=True),
    Style(color="red"),
    Style(bgcolor="blue"),
    Style(color="red", bgcolor="blue", underline=True),
    Style(color="red", reverse=True),
]

letters = st.sampled_from(["a", "b", " ", "李", "雷", "e\u0301"])
texts = st.lists(letters, max_size=8).map("".join)
segments = st.tuples(texts, st.sampled_from(STYLES)).map(lambda made: Segment(*made))
strips = st.lists(segments, max_size=5).map(
    lambda made: Strip(made).adjust_cell_length(WIDTH, STYLES[0])
)


def whole(*lines: Strip) -> LayoutUpdate:
    """An update of a whole screen."""
    return LayoutUpdate([[line] for line in lines], Region(0, 0, WIDTH, len(lines)))


def part(line: Strip, start: int = 0, end: int = WIDTH) -> ChopsUpdate:
    """An update of a part of the first line."""
    return ChopsUpdate([{0: line}], [(0, start, end)], [[WIDTH]])


def written(thrift: Thrift, update: LayoutUpdate | ChopsUpdate) -> str:
    """What a terminal is sent."""
    return thrift.shorten(update).render_segments(CONSOLE)


def shown(*sent: str) -> list[object]:
    """What a terminal shows after all that it was sent."""
    screen = pyte.Screen(WIDTH, 2)
    stream = pyte.Stream(screen)
    for text in sent:
        stream.feed(text)
    return [_seen(screen.buffer[0][column]) for column in range(WIDTH)]


def _seen(cell: pyte.screens.Char) -> object:
    """A cell as it looks: a blank has a background, and nothing in front of it."""
    marked = cell.reverse or cell.underscore or cell.strikethrough
    return cell if cell.data != " " or marked else (" ", cell.bg)


@given(strips, strips)
def test_the_terminal_shows_what_it_would_without_thrift(before: Strip, after: Strip) -> None:
    """Whatever stood there, wide and combining characters included."""
    thrift = Thrift()
    sent = written(thrift, whole(before)), written(thrift, part(after))
    assert shown(*sent) == shown(whole(after).render_segments(CONSOLE))


@given(strips, strips)
def test_a_difference_leaves_the_rest_alone(before: Strip, after: Strip) -> None:
    """Both ends of what is sent differ; outside of it both lines are the same."""
    start, end = difference(before, after)
    assert before.crop(0, start).text == after.crop(0, start).text
    assert before.crop(end, WIDTH).text == after.crop(end, WIDTH).text


def test_a_clock_sends_its_last_digit() -> None:
    """Although it stands at the end of a line."""
    thrift = Thrift()
    written(thrift, whole(Strip([Segment("Intake          12:00:00")])))
    sent = written(thrift, part(Strip([Segment("Intake          12:00:01")]), 16))
    assert sent == "\x1b[1;24H1"


def test_what_is_shown_already_is_not_sent() -> None:
    """A repaint that changes nothing costs the line nothing."""
    thrift = Thrift()
    written(thrift, whole(Strip([Segment("x" * WIDTH)])))
    assert written(thrift, part(Strip([Segment("x" * WIDTH)]))) == ""


def test_after_another_size_nothing_is_taken_for_granted() -> None:
    """The terminal may have moved or cut its lines."""
    thrift = Thrift()
    written(thrift, whole(Strip([Segment("x" * WIDTH)])))
    thrift.forget()
    assert "x" * WIDTH in written(thrift, part(Strip([Segment("x" * WIDTH)])))


def test_a_piece_that_takes_the_place_of_others_is_sent_whole() -> None:
    """A list that opened over two fields; and they when it has closed."""
    thrift = Thrift()
    left, right = Strip([Segment("l" * 12)]), Strip([Segment("r" * 12)])
    update = ChopsUpdate([{0: left, 12: right}], [(0, 0, WIDTH)], [[12, WIDTH]])
    for _ in range(2):
        assert "l" * 12 in written(thrift, update)
        assert "o" * WIDTH in written(thrift, part(Strip([Segment("o" * WIDTH)])))


@pytest.mark.parametrize("name", ["_display", "_begin_update"])
def test_textual_still_displays_as_it_did(name: str) -> None:
    """What the kit replaces is still there."""
    assert hasattr(App, name)
