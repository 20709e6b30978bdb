"""Lengths of time in a list."""

import pytest

from cstui.i18n import Translator
from screens.followup.lengths import due_cell, length_text
from screens.kit.columns import Cell


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 min"),
        (59, "0 min"),
        (720, "12 min"),
        (-725, "-12 min"),
        (3599, "59 min"),
        (3600, "1.0 h"),
        (12240, "3.4 h"),
        (-7200, "-2.0 h"),
        (2 * 86400, "2.0 d"),
        (-5 * 86400, "-5.0 d"),
    ],
)
def test_a_length_is_told_as_people_say_it(seconds: int, text: str) -> None:
    """Minutes, then hours, then days."""
    assert length_text(seconds, Translator("en")) == text


@pytest.mark.parametrize(
    ("due", "cell"),
    [
        (None, Cell("")),
        (999, Cell("-0分钟", "bad")),
        (1000, Cell("0分钟", "warn")),
        (4600, Cell("1.0小时", "warn")),
        (4601, Cell("1.0小时")),
    ],
)
def test_lateness_is_coloured(due: int | None, cell: Cell) -> None:
    """Past due, due within the hour, later."""
    assert due_cell(due, 1000, Translator("zh")) == cell
