"""Text in terminal cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstui.reports.layout import cells, cut, padded, plain, table, wrapped

PRINTED = st.text(st.sampled_from("ab电话，…é\u0301"), max_size=12)


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("电话", 4), ("A电", 3), ("，", 2), ("e\u0301", 1), ("…", 1)],
)
def test_widths(text: str, width: int) -> None:
    """Chinese characters and their punctuation take two cells, accents none."""
    assert cells(text) == width


@given(PRINTED, st.integers(1, 12))
def test_a_cut_text_fits(text: str, width: int) -> None:
    """It never takes more cells than it may, and says where something is missing."""
    short = cut(text, width)
    assert cells(short) <= width
    assert short == text or short.endswith("…")


def test_nothing_that_a_terminal_obeys_comes_through() -> None:
    """Escape sequences, line breaks and invisible letters in data cannot disturb the screen."""
    assert cut("a\x1b[31m\nb\u200d", 20) == "a [31m b"


@given(st.text(st.sampled_from("ab 电话，。）-é1"), max_size=60), st.integers(2, 20))
def test_wrapping_loses_nothing(text: str, width: int) -> None:
    """Every line fits, and together they hold every letter."""
    lines = wrapped(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == plain(text).replace(" ", "")


def test_no_line_begins_with_a_closing_mark() -> None:
    """Words stay whole, and a comma stays with the character before it."""
    assert wrapped("电话太慢，客户不满。", 8) == ["电话太", "慢，客户", "不满。"]
    assert wrapped("from phone to mail", 10) == ["from phone", "to mail"]


@given(PRINTED, st.integers(0, 30))
def test_padding(text: str, width: int) -> None:
    """A padded text takes the width, or its own where that is more."""
    assert cells(padded(text, width)) == cells(padded(text, width, right=True))
    assert cells(padded(text, width)) == max(width, cells(text))


def test_numbers_stand_at_the_right() -> None:
    """Labels stand at the left and numbers at the right, in cells."""
    rows = [["渠道", "n"], ["电话", "10"], ["APP", "9"]]
    assert table(rows, 80) == ["渠道   n", "电话  10", "APP    9"]


def test_labels_give_way() -> None:
    """Where a line would be too long, labels are shortened, never numbers."""
    rows = [["a very long label", "another", "1000000", "2000000"]]
    assert table(rows, 30, labels=2) == ["a ver… another 1000000 2000000"]


@given(st.lists(st.lists(PRINTED, min_size=4, max_size=4), min_size=1, max_size=5))
def test_every_line_fits(rows: list[list[str]]) -> None:
    """No line of a table is wider than it may be."""
    assert all(cells(line) <= 80 for line in table(rows, 80, labels=2))
