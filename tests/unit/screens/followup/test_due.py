"""How long until something is due."""

import pytest

from cstui.i18n import Translator
from screens.followup.due import due_cell
from screens.kit.columns import Cell

NOW = 1_000_000


@pytest.mark.parametrize(
    ("left", "cell"),
    [
        (-7200, Cell("-2 h", "bad")),
        (-725, Cell("-12 min", "bad")),
        (-1, Cell("now", "bad")),
        (0, Cell("now", "warn")),
        (720, Cell("12 min", "warn")),
        (3600, Cell("1 h", "warn")),
        (3601, Cell("1 h")),
        (12240, Cell("3.4 h")),
        (5 * 86400, Cell("5 d")),
    ],
)
def test_time_left_is_coloured_by_how_late_it_is(left: int, cell: Cell) -> None:
    """Past due, due within the hour, later."""
    assert due_cell(NOW + left, NOW, Translator("en")) == cell


def test_what_is_never_due_has_no_time() -> None:
    """An empty cell, not a 0."""
    assert due_cell(None, NOW, Translator("en")) == Cell("")
