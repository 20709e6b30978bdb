"""Guessing an import map from headers and cells."""

from pathlib import Path

import pytest

from cstui.domain.fold import fold
from cstui.exchange.columns import COLUMNS
from cstui.exchange.guessing import Guessed, guess_map
from cstui.exchange.map_file import parse_map
from cstui.exchange.map_writing import map_text
from cstui.i18n import Language, Translator
from tests.fixtures.exchange.sheets import at, rejects_of, tickets_of, write_csv

ZONE = "Asia/Shanghai"


def _guess(path: Path) -> Guessed:
    guessed = guess_map(path, ZONE)
    assert guessed is not None
    return guessed


def test_english_headers(tmp_path: Path) -> None:
    """Day and time in two columns, a duration with its unit, words before and typing slips."""
    header = [
        "Call ID", "Date", "Time", "Ticket Priority", "Topc", "Subtype", "Agent Name",
        "Response time (min)", "Satisfaction Rating", "Shoe size",
    ]  # fmt: skip
    row = ["A-1", "2024-05-06", "09:15", "high", "repair", "pump", "li", "12", "4", "43"]
    path = write_csv(tmp_path / "a.csv", [["Calls in May"], header, row])
    guessed = _guess(path)
    assert guessed.unused == ("Shoe size",)
    (ticket,) = tickets_of(path, guessed.layout)
    state = fold(ticket)
    assert (state.opened, state.round.responded) == (
        at("2024-05-06 09:15"), at("2024-05-06 09:27"),
    )  # fmt: skip
    assert (ticket.number, state.owner, ticket.header.priority) == ("A-1", "li", "high")
    assert state.rating is not None


def test_chinese_headers(tmp_path: Path) -> None:
    """Replies as times of day, labels with hints in brackets, a phone."""
    header = [
        "工单编号",
        "来电时间",
        "客户姓名",
        "联系电话（手机）",
        "问题描述",
        "首次响应时间",
        "处理状态",
    ]
    row = ["7", "2024年5月6日 9:15", "李丽", "13812345678", "不制冷", "09:25", "已解决"]
    path = write_csv(tmp_path / "a.csv", [header, row])
    (ticket,) = tickets_of(path, _guess(path).layout)
    assert ticket.header.customer.phone == "13812345678"
    assert fold(ticket).round.responded == at("2024-05-06 09:25")


def test_what_is_printed_can_be_given_as_a_map(tmp_path: Path) -> None:
    """The text says exactly what was guessed."""
    header = ["Created", "Resolution time (hours)", "Type", "Subtype"]
    path = write_csv(tmp_path / "a.csv", [header, ["2024-05-06 09:15", "2", "a", "b"]])
    layout = _guess(path).layout
    assert parse_map(map_text(layout), "map.toml") == layout
    assert layout.columns["resolved"].unit == 3600
    assert layout.columns["category"].columns == ("Type", "Subtype")


def test_columns_that_cannot_be_read_so_are_left_out(tmp_path: Path) -> None:
    """A header alone proves nothing: the cells must be what it says."""
    header = ["Created", "Status", "Satisfaction"]
    rows = [["2024-05-06 09:15", f"phase {n}", "blue"] for n in range(9)]
    guessed = _guess(write_csv(tmp_path / "a.csv", [header, *rows]))
    assert list(guessed.layout.columns) == ["opened"]
    assert guessed.unused == ("Status", "Satisfaction")


def test_an_open_question_of_day_and_month_stays_open(tmp_path: Path) -> None:
    """The map is guessed; which of both comes first is not."""
    path = write_csv(tmp_path / "a.csv", [["Created"], ["01/02/2024 09:15"]])
    assert list(_guess(path).layout.columns) == ["opened"]


def test_nothing_to_go_by(tmp_path: Path) -> None:
    """Without any time there is no call: no map is made up."""
    assert guess_map(write_csv(tmp_path / "a.csv", [["Name", "Size"], ["x", "y"]]), ZONE) is None
    assert guess_map(write_csv(tmp_path / "b.csv", [["", ""], ["x", "y"]]), ZONE) is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_our_own_exports_are_known(tmp_path: Path, language: Language) -> None:
    """The headers of a sheet of any tickets."""
    header = [Translator(language)(f"exchange.column.{key}") for key in COLUMNS]
    cells = dict.fromkeys(COLUMNS, "x") | dict.fromkeys(("resolved", "closed", "csat_scale"), "")
    cells |= {"opened": "2024-05-06 09:15:00", "first_response": "2024-05-06 09:20:00"}
    cells |= {"form": "hotline", "csat": "4", "transfers": "0"}
    cells["status"] = Translator(language)("exchange.status.open")
    path = write_csv(tmp_path / "a.csv", [header, list(cells.values())])
    guessed = _guess(path)
    wanted = {"opened", "first_response", "number", "channel", "agent", "csat", "customer_name"}
    assert wanted <= set(guessed.layout.columns)
    assert rejects_of(path, guessed.layout) == []
