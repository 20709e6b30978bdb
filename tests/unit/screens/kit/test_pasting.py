"""Text pasted into the terminal."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.kit.pasting import PasteGuard

START, END = "\x1b[200~", "\x1b[201~"


def passed(*pieces: str) -> str:
    """What goes on to the parser, of input that comes in pieces."""
    guard = PasteGuard()
    return "".join(map(guard.passed, pieces))


@pytest.mark.parametrize("text", ["", "abc", "\x1b", "\x1b[A", "\x1b[20~x", "李\x1b[15~"])
def test_keys_pass_as_they_are(text: str) -> None:
    """At once: an Esc waits for nothing."""
    assert passed(text) == text


@pytest.mark.parametrize(
    ("held", "left"),
    [
        ("plain 李雷\r\n", "plain 李雷\r\n"),
        ("\x1b[31mError\x1b[0m", "Error"),
        ("a\x1b[15~b\x1bc\x1b", "abc"),
        ("\x1b[20", "[20"),
        (START, ""),
    ],
)
def test_a_paste_loses_its_commands(held: str, left: str) -> None:
    """Whole ones with their numbers, and an Esc alone; keys before and after are kept."""
    assert passed(f"\x1b[A{START}{held}{END}\x1b[B") == f"\x1b[A{START}{left}{END}\x1b[B"


def test_a_command_in_two_pieces_is_taken_out_whole() -> None:
    """A long paste is read piece by piece."""
    assert passed(START[:3], START[3:] + "a\x1b[3", "1mb", END[:4], END[4:]) == f"{START}ab{END}"


@given(
    st.lists(st.sampled_from(["a", "\x1b", "\x1b[A", "[20", START, END, "李"]), max_size=8),
    st.lists(st.integers(0, 40), max_size=6),
)
def test_no_esc_is_left_in_a_paste_however_it_comes(signs: list[str], cuts: list[int]) -> None:
    """Marks may come in pieces; between them stands no Esc, and no letter is lost."""
    text = "".join(signs) + END
    places = sorted({0, len(text), *(min(cut, len(text)) for cut in cuts)})
    done = passed(*(text[start:end] for start, end in pairwise(places)))
    for paste in done.split(START)[1:]:
        assert "\x1b" not in paste.partition(END)[0]
    assert done.count("李") == text.count("李")
