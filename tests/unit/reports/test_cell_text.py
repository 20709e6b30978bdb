"""Values as people read them."""

from datetime import datetime

import pytest

from cstui.i18n import Translator
from cstui.reports.cell_text import headed, shown
from cstui.reports.document import Cell, Column, Kind, Measure
from tests.fixtures.facts import CHINA

ENGLISH = Translator("en")


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        ("电话", Kind.TEXT, "电话"),
        (None, Kind.TEXT, ""),
        (None, Kind.RATE, "–"),
        (12, Kind.COUNT, "12"),
        (1100.0, Kind.SECONDS, "18 min"),
        (0.125, Kind.RATE, "12.5%"),
        (-0.125, Kind.CHANGE, "-12.5%"),
        (0.15, Kind.POINTS, "+15.0 points"),
        (4.0, Kind.SCORE, "4.00"),
        (12.34, Kind.NUMBER, "12.3"),
        (0.0, Kind.NUMBER, "0"),
        (-0.001, Kind.NUMBER, "0"),
        (datetime(2023, 10, 1, 9, 5, tzinfo=CHINA), Kind.INSTANT, "2023-10-01 09:05"),
        (Measure(60, Kind.SECONDS), Kind.NUMBER, "1 min"),
        (Measure(None, Kind.SECONDS), Kind.NUMBER, "–"),
    ],
)
def test_each_kind_is_written_its_own_way(cell: Cell, kind: Kind, text: str) -> None:
    """What has no value is a dash among figures; a measure's own kind wins over its column's."""
    assert shown(cell, kind, ENGLISH) == text


def test_bare_numbers_have_their_unit_in_the_header() -> None:
    """Seconds and shares say what they are; counts need not."""
    assert headed(Column("mean", "mean", Kind.SECONDS), ENGLISH) == "mean (seconds)"
    assert headed(Column("rate", "rate", Kind.RATE), ENGLISH) == "rate (share of 1)"
    assert headed(Column("n", "n", Kind.COUNT), ENGLISH) == "n"
