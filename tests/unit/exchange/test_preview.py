"""Looking a sheet over before it is imported."""

from pathlib import Path

import pytest

from cstui.exchange.date_orders import DateOrderUnclear
from cstui.exchange.forms.response import RESPONSE
from cstui.exchange.forms.satisfaction import SATISFACTION
from cstui.exchange.maps import ImportMap
from cstui.exchange.preview import Preview, Proposal, mapped, preview, proposed
from cstui.i18n import Translator
from tests.fixtures.exchange.forms import SATISFACTION_ROWS, sheet_rows
from tests.fixtures.exchange.sheets import RESPONSE_SHEET, SENDER, write_csv

ZONE = "Asia/Shanghai"
HEADERS = ["Ticket ID", "Created", "First reply", "Customer", "Phone", "Weather"]
ROW = ["T-1", "2024-05-01 09:15", "2024-05-01 09:25", "李小明", "13812345678", "sun"]


def _looked(proposal: Proposal) -> Preview:
    return preview(proposal, SENDER, Translator("zh"))


def test_a_form_is_known_by_its_headers() -> None:
    """Then its columns need no map, and all rows are told of."""
    proposal = proposed(RESPONSE_SHEET, ZONE)
    looked = _looked(proposal)
    assert proposal.layout is RESPONSE
    assert (looked.good, looked.rejected, looked.passed, looked.whole) == (3, 0, 2, True)


def test_the_columns_of_a_form_say_what_its_sheet_would(tmp_path: Path) -> None:
    """As they are read, not as they are written: `2分` is 2."""
    path = write_csv(tmp_path / "f.csv", sheet_rows(SATISFACTION, *SATISFACTION_ROWS))
    columns = {each.fills[0]: each.samples for each in _looked(proposed(path, ZONE)).columns}
    assert columns["overall"] == ("3", "5", "2")
    assert columns["served"][0] == "2024-06-01 14:30"


def test_any_other_sheet_is_taken_by_what_its_headers_seem_to_mean(tmp_path: Path) -> None:
    """Columns that mean nothing are shown as they are."""
    path = write_csv(tmp_path / "s.csv", [HEADERS, ROW])
    columns = {each.header: each for each in _looked(proposed(path, ZONE)).columns}
    assert columns["Created"].fills == ("opened",)
    assert columns["First reply"].samples == ("2024-05-01 09:25",)
    assert columns["Weather"].fills == ()
    assert columns["Weather"].samples == ("sun",)


def test_names_and_numbers_are_masked(tmp_path: Path) -> None:
    """As on all screens."""
    path = write_csv(tmp_path / "s.csv", [HEADERS, ROW])
    samples = {each.header: each.samples for each in _looked(proposed(path, ZONE)).columns}
    assert samples["Customer"] == ("李*",)
    assert samples["Phone"] == ("138****5678",)


def test_why_rows_are_rejected_is_told_by_reason(tmp_path: Path) -> None:
    """What concerns most of them first, with the first cell of each."""
    late = [*ROW[:1], "yesterday", *ROW[2:]]
    path = write_csv(tmp_path / "s.csv", [HEADERS, *[ROW] * 9, late, ["T-3", "soon", *ROW[2:]]])
    looked = _looked(proposed(path, ZONE))
    troubles = [(each.count, each.first.reason, each.first.line) for each in looked.troubles]
    assert looked.good == 1, "a number names one row"
    assert troubles == [(8, "number_twice", 3), (2, "no_time_of_day", 11)]


def test_an_unclear_order_of_dates_is_never_guessed(tmp_path: Path) -> None:
    """Somebody has to say; then it is kept with the map."""
    row = [ROW[0], "03/04/2024 09:15", "03/04/2024 09:25", *ROW[3:]]
    path = write_csv(tmp_path / "s.csv", [HEADERS, row])
    proposal = proposed(path, ZONE)
    with pytest.raises(DateOrderUnclear) as unclear:
        _looked(proposal)
    assert unclear.value.orders == ("dmy", "mdy")
    told = Proposal(path, proposal.layout, "dmy")
    samples = {each.header: each.samples for each in _looked(told).columns}
    assert samples["Created"] == ("2024-04-03 09:15",)
    assert told.told is not None
    assert told.told.file.date_order == "dmy"


def test_the_dates_of_a_form_may_be_unclear_too(tmp_path: Path) -> None:
    """They are read as somebody says."""
    row = [*SATISFACTION_ROWS[0][:7], "03/04/2024 14:30", *SATISFACTION_ROWS[0][8:15], *[""] * 5]
    path = write_csv(tmp_path / "f.csv", sheet_rows(SATISFACTION, row))
    with pytest.raises(DateOrderUnclear):
        _looked(proposed(path, ZONE))
    looked = _looked(Proposal(path, SATISFACTION, "mdy"))
    columns = {each.fills[0]: each.samples for each in looked.columns}
    assert columns["served"] == ("2024-03-04 14:30",)


def test_a_sheet_of_which_nothing_is_known_can_still_be_told(tmp_path: Path) -> None:
    """It is shown as it is, and no time is known of it yet."""
    proposal = mapped(write_csv(tmp_path / "s.csv", [["A", "B"], ["x", "y"]]), ZONE)
    assert proposal.layout == ImportMap({})
    assert not proposal.has_time
    assert [each.samples for each in _looked(proposal).columns] == [("x",), ("y",)]


def test_only_the_first_rows_of_a_long_sheet_are_looked_at(tmp_path: Path) -> None:
    """Nobody waits for the whole of it."""
    rows = [[f"T-{n}", *ROW[1:]] for n in range(2100)]
    looked = _looked(proposed(write_csv(tmp_path / "s.csv", [HEADERS, *rows]), ZONE))
    assert (looked.good, looked.whole) == (2000, False)
