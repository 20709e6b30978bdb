"""The response time log, as teams type it."""

from contextlib import closing
from pathlib import Path

import pytest

from cstui.domain.acts import Provenance
from cstui.domain.errors import InputError
from cstui.domain.fold import fold
from cstui.domain.ticket import Customer
from cstui.exchange.forms.response import RESPONSE
from cstui.exchange.importer import SheetImport, form_in
from cstui.exchange.outcomes import Passed, PassedOver
from tests.fixtures.exchange.sheets import (
    RESPONSE_ROWS,
    RESPONSE_SHEET,
    SENDER,
    at,
    outcomes_of,
    rejects_of,
    tickets_of,
    write_csv,
    write_xlsx,
)

HEADER = RESPONSE_ROWS[1]


def _row(tmp_path: Path, *cells: str) -> Path:
    return write_csv(tmp_path / "log.csv", [HEADER, cells])


def _one(first: str, resolved: str = "", submitted: str = "2023-10-01 09:15") -> list[str]:
    return ["1", "-", "登录失败", "技术故障", "电话", submitted, first, resolved, "", ""]


def test_example_rows_as_printed() -> None:
    """Glued times, bracketed durations and full-width digits are read."""
    states = [fold(ticket) for ticket in tickets_of(RESPONSE_SHEET)]
    assert [state.opened for state in states] == [
        at("2023-10-01 09:15"),
        at("2023-10-01 14:20"),
        at("2023-10-01 16:00"),
    ]
    responses = [s.round.responded - s.opened for s in states if s.round.responded and s.opened]
    resolutions = [s.round.resolved - s.opened for s in states if s.round.resolved and s.opened]
    assert [spent.total_seconds() / 60 for spent in responses] == [10, 25, 20]
    assert [spent.total_seconds() / 60 for spent in resolutions] == [30, 50, 20]
    assert [s.rating.scores["overall"] for s in states if s.rating] == [4, 3, 5]


def test_words_of_the_example_rows() -> None:
    """Each column goes to its part of the header, remarks become notes."""
    first, second, third = tickets_of(RESPONSE_SHEET)
    assert first.header.customer.order == "20230930017"
    assert second.header.customer.number == "A1023"
    assert third.header.customer == Customer()
    assert (second.header.category, second.header.channel) == (("技术故障", ""), "电话")
    assert second.header.problem.text == "无法登录"
    assert [event.kind for event in second.events][-1] == "noted"
    assert first.number == "", "the first column only counts the rows"


def test_titles_and_sums_are_skipped_and_counted() -> None:
    """What is no record is passed over, and said so."""
    outcomes = outcomes_of(RESPONSE_SHEET)
    assert outcomes.count(PassedOver(Passed.SKIPPED)) == 1
    with closing(SheetImport(RESPONSE_SHEET, RESPONSE, SENDER)) as opened:
        assert opened.sheet.titles == 1


def test_repeated_header_and_bare_numbers_are_skipped(tmp_path: Path) -> None:
    """Printed sheets repeat their header, and number lines that nobody filled in."""
    rows = [HEADER, _one("09:25"), HEADER, ["2", *[""] * 9], ["填表人：张三", *[""] * 9]]
    outcomes = outcomes_of(write_csv(tmp_path / "log.csv", rows))
    assert outcomes.count(PassedOver(Passed.SKIPPED)) == 3
    assert len(outcomes) == 4


def test_xlsx_gives_the_same_tickets(tmp_path: Path) -> None:
    """The same rows in a workbook, below a title, mean the same."""
    path = write_xlsx(tmp_path / "log.xlsx", ("十月", RESPONSE_ROWS))
    assert tickets_of(path) == tickets_of(RESPONSE_SHEET)


def test_earlier_time_of_day_is_on_the_next_day(tmp_path: Path) -> None:
    """A reply at 00:10 to what was asked at 23:50 came twenty minutes later."""
    path = _row(tmp_path, *_one("00:10(20分钟)", submitted="2023-10-01 23:50"))
    assert fold(tickets_of(path)[0]).round.responded == at("2023-10-02 00:10")


def test_duration_tells_how_many_days_later(tmp_path: Path) -> None:
    """A time of day with a duration of days needs no date."""
    path = _row(tmp_path, *_one("14:45(15分钟)", "16:00(49小时30分)", "2023-10-01 14:30"))
    assert fold(tickets_of(path)[0]).round.resolved == at("2023-10-03 16:00")


@pytest.mark.parametrize("cell", ["09:25 (10 min)", "2023-10-01 09:25", "10分钟", "09:25:00"])
def test_ways_to_write_a_reply(tmp_path: Path, cell: str) -> None:
    """With its date, with an English duration, or as the duration alone."""
    path = _row(tmp_path, *_one(cell))
    assert fold(tickets_of(path)[0]).round.responded == at("2023-10-01 09:25")


def test_contradiction_is_rejected_with_both_values(tmp_path: Path) -> None:
    """Clock time and duration that do not agree are told, not corrected."""
    path = _row(tmp_path, *_one("09:25(15分钟)"))
    (reject,) = rejects_of(path)
    assert (reject.line, reject.column, reject.value) == (2, "首次响应时间", "09:25(15分钟)")
    assert reject.reason == "contradiction"
    assert reject.values == {"clock": "2023-10-01 09:25", "duration": "15分钟"}


def test_every_bad_cell_of_a_row_is_told(tmp_path: Path) -> None:
    """A row is rejected once, for all that is wrong with it."""
    row = ["1", "-", "x", "y", "z", "2023-10-01 09:15", "soon", "later", "9", ""]
    rejects = rejects_of(_row(tmp_path, *row))
    assert [reject.column for reject in rejects] == [
        "首次响应时间",
        "解决时间",
        "客户满意度（1-5分）",
    ]


def test_a_record_needs_its_submission(tmp_path: Path) -> None:
    """Without a submission time there is no response time: the row is rejected."""
    (reject,) = rejects_of(_row(tmp_path, *_one("09:25", submitted="")))
    assert (reject.reason, reject.column) == ("no_submission", "提交时间")


def test_estimates_are_marked(tmp_path: Path) -> None:
    """An agent's estimate of the score stays an estimate."""
    row = [*_one("09:25")[:8], "4（估）", ""]
    rating = fold(tickets_of(_row(tmp_path, *row))[0]).rating
    assert rating is not None
    assert (rating.scores, rating.provenance) == ({"overall": 4}, Provenance.ESTIMATE)


def test_a_question_asked_in_vain_is_no_score(tmp_path: Path) -> None:
    """Who was asked and gave no score counts in the response rate; an empty cell does not."""
    row = [*_one("09:25")[:8], "未评价", ""]
    rating = fold(tickets_of(_row(tmp_path, *row))[0]).rating
    assert rating is not None
    assert (rating.scores, rating.provenance) == ({}, Provenance.UNANSWERED)
    assert fold(tickets_of(_row(tmp_path, *_one("09:25")))[0]).rating is None


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("99999999999999999天", "bad_duration"),
        ("09:25(99999999999999999天)", "bad_duration"),
        ("40000天", "instant_range"),
        ("09:25(40000天)", "instant_range"),
    ],
)
def test_durations_beyond_all_years(tmp_path: Path, cell: str, reason: str) -> None:
    """They spoil their row, not the import."""
    assert [reject.reason for reject in rejects_of(_row(tmp_path, *_one(cell)))] == [reason]


@pytest.mark.parametrize(
    ("cell", "order", "number"),
    [
        ("ORD202309280001", "ORD202309280001", ""),
        ("订单号：7788", "7788", ""),
        ("会员A1023", "", "A1023"),
        ("Member no. 12", "", "12"),
        ("C202405001", "", "C202405001"),
        ("订单7788/会员A1023", "7788", "A1023"),
        ("匿名", "", ""),
        ("3.27E+11", "", ""),
    ],
)
def test_customers_by_order_or_member_number(
    tmp_path: Path, cell: str, order: str, number: str
) -> None:
    """The word before a number tells what it is of; rounded numbers are nobody's."""
    row = ["1", cell, *_one("09:25")[2:]]
    customer = tickets_of(_row(tmp_path, *row))[0].header.customer
    assert (customer.order, customer.number) == (order, number)


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("客户满意度 1–5", "score"),
        ("客户满意度（1-5分）", "score"),
        ("首次响应时间（含时长）", "first_response"),
        ("First response", "first_response"),
        ("提交\n时间", "submitted"),
        ("温度", "温度"),
    ],
)
def test_headers_in_both_languages(header: str, column: str) -> None:
    """Hints in brackets and ranges are no part of a header."""
    assert RESPONSE.column_of(header) == column


def test_our_own_numbers_name_the_ticket(tmp_path: Path) -> None:
    """A number of ours in the first column is the ticket's number."""
    row = ["20231001007", *_one("09:25")[1:]]
    assert tickets_of(_row(tmp_path, *row))[0].number == "20231001007"


def test_recognised_by_its_headers(tmp_path: Path) -> None:
    """The log needs no map; any other sheet does."""
    assert form_in(RESPONSE_SHEET) is RESPONSE
    other = write_csv(tmp_path / "other.csv", [["Ticket ID", "Created"], ["1", "2023-10-01"]])
    assert form_in(other) is None
    with pytest.raises(InputError, match="not_this_form"):
        outcomes_of(other)
