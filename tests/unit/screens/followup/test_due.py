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
        (0, Cell("now")),
        (720, Cell("12 min")),
        (3600, Cell("1 h")),
        (12240, Cell("3.4 h")),
        (5 * 86400, Cell("5 d")),
    ],
)
def test_time_left_is_told_and_coloured_once_it_is_past(left: int, cell: Cell) -> None:
    """In the largest unit that fits; a second late is late."""
    assert due_cell(NOW + left, None, NOW, Translator("en")) == cell


@pytest.mark.parametrize(
    ("left", "since", "tone"), [(300, 0, "warn"), (300, 60, "warn"), (300, -1, ""), (-1, 60, "bad")]
)
def test_the_limits_own_rule_says_when_to_warn(left: int, since: int, tone: str) -> None:
    """However much time is left: from the moment on that was kept with the ticket."""
    assert due_cell(NOW + left, NOW - since, NOW, Translator("en")).tone == tone


def test_what_is_never_due_has_no_time() -> None:
    """An empty cell, not a 0."""
    assert due_cell(None, None, NOW, Translator("en")) == Cell("")
