"""Changing by hand which field a column fills."""

from pathlib import Path

import pytest

from cstui.exchange.assigning import assigned, can_be_joined, fields_of
from cstui.exchange.map_file import parse_map
from cstui.exchange.maps import FieldSource, ImportMap
from tests.fixtures.exchange.sheets import write_csv

ZONE = "Asia/Shanghai"
ROWS = [
    ["Created", "Day", "Time", "Wait", "Ended", "Topic", "Below"],
    ["2024-05-01 09:15", "2024-05-01", "09:15", "600", "09:45", "repair", "boiler"],
    ["2024-05-02 10:00", "2024-05-02", "10:00", "1200", "11:00", "return", "kettle"],
]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A sheet of two tickets."""
    return write_csv(tmp_path / "sheet.csv", ROWS)


def _map(text: str) -> ImportMap:
    return parse_map(f"[columns]\n{text}\n", "map.toml")


TWO = _map('opened = "Created"\nsubject = "Topic"')


def test_a_column_fills_the_field_that_it_is_given(sheet: Path) -> None:
    """And no longer the one that it filled before."""
    layout = assigned(sheet, TWO, "Topic", "request", ZONE)
    assert fields_of(layout, "Topic") == ("request",)
    assert "subject" not in layout.columns


def test_another_column_takes_the_place_of_the_one_before(sheet: Path) -> None:
    """A field has one column, unless somebody says otherwise."""
    layout = assigned(sheet, TWO, "Below", "subject", ZONE)
    assert layout.columns["subject"] == FieldSource(columns=("Below",))


def test_a_column_may_be_read_together_with_another(sheet: Path) -> None:
    """A day and a time make one moment, two levels one type."""
    layout = _map('opened = "Day"\ncategory = "Topic"\nsubject = "Below"')
    assert can_be_joined(layout, "opened")
    assert can_be_joined(layout, "category")
    assert not can_be_joined(layout, "subject")
    layout = assigned(sheet, layout, "Time", "opened", ZONE, beside=True)
    assert layout.columns["opened"].columns == ("Day", "Time")
    layout = assigned(sheet, layout, "Time", "", ZONE)
    assert layout.columns["opened"].columns == ("Day",)


def test_whether_a_time_is_a_moment_or_a_duration_is_found_out(sheet: Path) -> None:
    """Cells with only a time of day count from the submission."""
    layout = assigned(sheet, _map('opened = "Created"'), "Ended", "resolved", ZONE)
    assert layout.columns["resolved"] == FieldSource(columns=("Ended",), after="opened")


def test_what_counted_from_a_field_that_is_gone_stands_by_itself(sheet: Path) -> None:
    """A map is never left with a reference to nothing."""
    layout = _map('opened = "Created"\nresolved = { after = "opened", column = "Ended" }')
    layout = assigned(sheet, layout, "Created", "", ZONE)
    assert layout.columns == {"resolved": FieldSource(columns=("Ended",))}


def test_what_cannot_be_read_so_is_taken_as_told(sheet: Path) -> None:
    """The preview then shows what is wrong with it."""
    layout = assigned(sheet, _map('opened = "Created"'), "Topic", "resolved", ZONE)
    assert layout.columns["resolved"] == FieldSource(columns=("Topic",))
