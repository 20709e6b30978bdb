"""Text as a terminal shows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cstui.reports import layout
from screens.kit.text import displayable, fit, many_lines, one_line


def test_displayable_drops_what_terminals_measure_differently() -> None:
    """Joiners and variation selectors go; the signs themselves and Chinese stay."""
    assert displayable("👩\u200d👧 ❤\ufe0f 李雷 Ａ") == "👩👧 ❤ 李雷 Ａ"


def test_displayable_obeys_no_control_character() -> None:
    """Foreign data cannot move the cursor or colour the screen."""
    assert displayable("a\x1b[31mb\nc") == "a [31mb c"


def test_pasted_lines_are_joined_by_a_space() -> None:
    """Nothing of a paste of several lines is lost in a one-line field."""
    assert one_line("  第一行\r\n\nsecond\tline \n") == "第一行 second line"


def test_invisible_marks_of_a_copied_number_are_dropped() -> None:
    """A telephone number copied from a chat brings direction marks with it."""
    assert one_line("\u202d13800138000\u202c") == "13800138000"


def test_pasted_text_keeps_its_line_ends() -> None:
    """A field of many lines keeps lines, and only those."""
    assert many_lines("a\r\nb\tc\x1b\n") == "a\nb c \n"


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [("李雷", 3, "李 "), ("李雷", 2, "李"), ("李", 1, " "), ("ab", 4, "ab  "), ("ab", 0, "")],
)
def test_a_wide_character_cut_in_half_leaves_a_blank(text: str, width: int, fitted: str) -> None:
    """Columns stay aligned when a Chinese character does not fit."""
    assert fit(text, width) == fitted


def test_numbers_stand_at_the_right() -> None:
    """A right-aligned text is padded before."""
    assert fit("12分", 6, right=True) == "  12分"


@given(st.text(alphabet="ab李雷 、Ａ1", max_size=20), st.integers(0, 30), st.booleans())
def test_a_fitted_text_has_exactly_the_width(text: str, width: int, right: bool) -> None:
    """Whatever the text, its column is as wide as asked for."""
    assert cell_len(fit(text, width, right=right)) == width


@pytest.mark.parametrize(
    ("letter", "width"),
    [
        *((letter, 2) for letter in "李龘，。《》！￥Ａ５　㎡한か👍⌚𠮷"),
        *((letter, 1) for letter in "aé…—·“”→█▾①×℃¥★☎✓❤ｱ"),
        ("e\u0301", 1),
        *((mark, 0) for mark in "\u200b\u00ad\u202d\u2060\ufe0f\u20dd"),
    ],
)
def test_screens_and_reports_measure_alike(letter: str, width: int) -> None:
    """A report measures by other means than a screen, and both are aligned in one terminal."""
    assert layout.cells(letter) == cell_len(displayable(letter)) == width
