"""The example rows of the hotline, after-sales and satisfaction forms."""

from pathlib import Path

import pytest

from cstui.domain import acts
from cstui.domain.acts import Provenance, Scale
from cstui.domain.fold import fold
from cstui.domain.state import Status
from cstui.domain.ticket import Problem
from cstui.exchange.forms.after_sales import AFTER_SALES
from cstui.exchange.forms.catalogue import SHEET_FORMS
from cstui.exchange.forms.hotline import HOTLINE
from cstui.exchange.forms.satisfaction import SATISFACTION
from cstui.exchange.importer import form_in
from tests.fixtures.exchange.forms import (
    AFTER_SALES_ROW,
    HOTLINE_ROW,
    SATISFACTION_ROWS,
    sheet_rows,
)
from tests.fixtures.exchange.sheets import (
    acts_of,
    at,
    rejects_of,
    tickets_of,
    write_csv,
    write_xlsx,
)


def _with(row: list[str], **cells: str) -> list[str]:
    """The satisfaction or after-sales row with other cells, by the key of their column."""
    form = SATISFACTION if len(row) == len(SATISFACTION.columns) else AFTER_SALES
    keys = [column.key for column in form.columns]
    return [cells.get(key, cell) for key, cell in zip(keys, row, strict=True)]


def test_the_hotline_record(tmp_path: Path) -> None:
    """Dispatch, limit, outcome, label, cause and measure each become what happened."""
    path = write_csv(tmp_path / "f.csv", sheet_rows(HOTLINE, HOTLINE_ROW))
    (ticket,) = tickets_of(path, HOTLINE)
    header, state = ticket.header, fold(ticket)
    assert (ticket.number, header.form, header.category) == (
        "20231001005", "hotline", ("售后支持", ""),
    )  # fmt: skip
    assert (header.customer.phone, header.customer.order) == ("****5678", "ORD202309280001")
    assert header.problem == Problem(
        "9月28日购买的产品B，使用十天后无法开机", when="2023-10-01", outcome="联系售后未解决"
    )
    assert (state.owner, state.assigned) == ("技术支持*", at("2023-10-01 15:00"))
    assert [pledge.until for pledge in state.pledges] == [at("2023-10-03 15:00")]
    assert state.rating == acts.Rated(Scale.HOTLINE, {"overall": 3}, "使用正常")
    assert (state.cause, state.measure) == ("该批次电路存在缺陷", "改进电路设计，加强出厂检验")


def test_a_solution_without_its_time_gets_none(tmp_path: Path) -> None:
    """The form has no column for it: a day within the text is no time of solution."""
    path = write_csv(tmp_path / "f.csv", sheet_rows(HOTLINE, HOTLINE_ROW))
    state = fold(tickets_of(path, HOTLINE)[0])
    assert (state.status, state.round.resolved) == (Status.CLOSED, None)
    timed = [*HOTLINE_ROW[:12], "2023-10-03 16:00 更换新品", *HOTLINE_ROW[13:]]
    state = fold(tickets_of(write_csv(tmp_path / "g.csv", sheet_rows(HOTLINE, timed)), HOTLINE)[0])
    assert (state.round.resolved, state.solution) == (at("2023-10-03 16:00"), "更换新品")


def test_the_after_sales_ticket(tmp_path: Path) -> None:
    """Steps, talks and help stand at their own times; 15 minutes, and 49 hours and a half."""
    path = write_csv(tmp_path / "f.csv", sheet_rows(AFTER_SALES, AFTER_SALES_ROW))
    (ticket,) = tickets_of(path, AFTER_SALES)
    assert acts_of(ticket) == [
        ("submitted", "2023-10-01 14:30:00"),
        ("assigned", "2023-10-01 14:30:00"),
        ("responded", "2023-10-01 14:45:00"),
        ("progressed", "2023-10-02 09:00:00"),
        ("progressed", "2023-10-02 10:30:00"),
        ("talked", "2023-10-02 11:00:00"),
        ("helped", "2023-10-02 16:00:00"),
        ("progressed", "2023-10-03 14:00:00"),
        ("resolved", "2023-10-03 16:00:00"),
        ("rated", "2023-10-03 16:00:00"),
    ]
    done = [event.act for event in ticket.events]
    assert done[2] == acts.Responded("电话回访", "安排次日上门")
    assert done[5] == acts.Talked("说明需等配件", "理解", "配件到后再约")
    assert done[6] == acts.Helped("采购部", "配件次日到货")
    assert done[9] == acts.Rated(Scale.AFTER_SALES, {"overall": 3}, "维修及时")
    assert ticket.header.customer.number == "客户-001"
    assert (ticket.number, ticket.header.priority) == ("SR20231001001", "紧急")


def test_the_satisfaction_surveys(tmp_path: Path) -> None:
    """Five scores, verbatim words, and measures with owner, day and what their check found."""
    path = write_csv(tmp_path / "f.csv", sheet_rows(SATISFACTION, *SATISFACTION_ROWS))
    tickets = tickets_of(path, SATISFACTION)
    states = [fold(ticket) for ticket in tickets]
    assert [ticket.number for ticket in tickets] == [row[0] for row in SATISFACTION_ROWS]
    first = states[0].rating
    assert first is not None
    assert first.scores == {"attitude": 4, "skill": 3, "speed": 5, "ease": 2, "overall": 3}
    assert (first.words, first.improve) == ("流程太复杂，要填三张表", "退货流程")
    loops = [state.loop for state in states if state.loop]
    assert [loop.checked and loop.checked.met for loop in loops] == [None, True, False]
    assert loops[0].measure == acts.MeasureSet("简化退货表单", "CS010", at("2024-07-01 18:00"))
    assert {state.status for state in states} == {Status.CLOSED}


@pytest.mark.parametrize("form", SHEET_FORMS)
def test_known_by_their_headers(tmp_path: Path, form: str) -> None:
    """Each form's own headings tell which it is, in either language."""
    from cstui.i18n import Translator

    for language in ("zh", "en"):
        headers = SHEET_FORMS[form].headers(Translator(language))
        path = write_csv(tmp_path / f"{language}.csv", [headers, ["x"] * len(headers)])
        assert form_in(path) is SHEET_FORMS[form]


def test_a_workbook_gives_the_same(tmp_path: Path) -> None:
    """Cells of several lines, too."""
    rows = sheet_rows(AFTER_SALES, AFTER_SALES_ROW)
    book = write_xlsx(tmp_path / "f.xlsx", ("记录", rows))
    table = write_csv(tmp_path / "f.csv", rows)
    assert tickets_of(book, AFTER_SALES) == tickets_of(table, AFTER_SALES)


def test_a_customer_who_stays_unknown(tmp_path: Path) -> None:
    """Who answers anonymously has no name, and the rating says whose it is."""
    row = _with(SATISFACTION_ROWS[1], name="匿名", customer_id="-", phone="")
    (ticket,) = tickets_of(
        write_csv(tmp_path / "f.csv", sheet_rows(SATISFACTION, row)), SATISFACTION
    )
    rating = fold(ticket).rating
    assert ticket.header.customer.name == ""
    assert rating is not None
    assert rating.provenance is Provenance.ANONYMOUS


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (_with(SATISFACTION_ROWS[0], skill="6"), "专业能力", "bad_score"),
        (_with(SATISFACTION_ROWS[0], check="做完了"), "复查结果", "bad_check"),
        (_with(SATISFACTION_ROWS[0], served=""), "服务时间", "no_submission"),
        (_with(SATISFACTION_ROWS[0], measure_due=""), "", "no_measure_due"),
        (_with(AFTER_SALES_ROW, satisfaction="一般"), "客户满意度", "bad_score"),
        (_with(AFTER_SALES_ROW, first_response="14:45(20分钟)"), "首次响应时间", "contradiction"),
        (_with(AFTER_SALES_ROW, first_response=""), "", "no_response_time"),
        (_with(AFTER_SALES_ROW, steps="2023-13-02 09:00 上门"), "处理进展", "bad_instant"),
    ],
)
def test_what_cannot_be_used_is_told(
    tmp_path: Path, row: list[str], column: str, reason: str
) -> None:
    """The column and the reason; the row is not taken over in part."""
    form = SATISFACTION if len(row) == len(SATISFACTION.columns) else AFTER_SALES
    path = write_csv(tmp_path / "f.csv", sheet_rows(form, row))
    assert [(one.column, one.reason) for one in rejects_of(path, form)] == [(column, reason)]
    assert tickets_of(path, form) == []
