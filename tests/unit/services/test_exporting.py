"""Writing the tickets of a real store to sheets."""

import csv
import json
import stat
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from cstui.clock.period import parse_period
from cstui.domain import acts
from cstui.domain.errors import InputError, NotAllowed
from cstui.domain.fold import fold
from cstui.domain.people import Role
from cstui.domain.ticket import Customer, Event, Header, Problem, Source, Ticket
from cstui.exchange.forms.response import RESPONSE
from cstui.i18n import Translator
from cstui.services.desk import Desk
from cstui.services.exporting import Exporting, Selection
from tests.fixtures.exchange.desks import desk_at, importing, tickets_in
from tests.fixtures.exchange.sheets import NOW, RESPONSE_SHEET, at, tickets_of

ZONE = "Asia/Shanghai"
ALL = parse_period("all", NOW, ZONE)
EVERYTHING = Selection(ALL)
LOG = Selection(ALL, form="response")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A supervisor's desk at a store with one hotline ticket and three of the response log."""
    desk = desk_at(tmp_path / "desk.db", Role.SUPERVISOR)
    desk.add([_hotline()])
    importing(desk).file(RESPONSE_SHEET, RESPONSE)
    yield desk
    desk.store.close()


def _hotline() -> Ticket:
    header = Header(
        "hotline",
        channel="电话",
        category=("售后支持", "维修"),
        customer=Customer("李丽", "13812345678", "A1"),
        subject="=HYPERLINK()",
        problem=Problem(when="十天后", what="不通电"),
    )
    events = (
        (at("2026-05-06 14:30"), acts.Rang()),
        (at("2026-05-06 14:30:12"), acts.Answered()),
        (at("2026-05-06 14:50"), acts.Resolved("换新")),
        (at("2026-05-06 15:00"), acts.Rated(acts.Scale.HOTLINE, {"overall": 3}, "很好")),
    )
    return Ticket(header, tuple(Event(when, "li", act, Source.TYPED) for when, act in events))


def _exporting(desk: Desk, language: str = "zh") -> Exporting:
    return Exporting(desk.store, desk.me, ZONE, Translator("zh" if language == "zh" else "en"))


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def _books(path: Path) -> Any:  # noqa: ANN401
    from openpyxl import load_workbook

    return load_workbook(path).worksheets


def _book(path: Path) -> Any:  # noqa: ANN401
    return _books(path)[0]


def test_closed_tells_how_the_work_stands(desk: Desk, tmp_path: Path) -> None:
    """A closing that was taken back, or after which work went on, is no closing."""
    header, by = Header("after_sales"), "li"
    story: list[tuple[str, acts.Act]] = [
        ("2026-05-06 09:00", acts.Submitted()),
        ("2026-05-06 10:00", acts.Closed()),
        ("2026-05-06 11:00", acts.Reopened()),
        ("2026-05-06 12:00", acts.Closed()),
        ("2026-05-06 12:01", acts.Undone(3)),
        ("2026-05-06 13:00", acts.Closed()),
    ]
    events = tuple(Event(at(when), by, act) for when, act in story)
    desk.add([Ticket(header, events[:count]) for count in (2, 3, 4, 5, 6)])
    _exporting(desk, "en").file(tmp_path / "out.csv", EVERYTHING)
    rows = [row for row in _csv(tmp_path / "out.csv") if row["Form"] == "after_sales"]
    assert [row["Closed at"][11:16] for row in rows] == [
        "10:00", "", "12:00", "", "13:00",
    ]  # fmt: skip


def test_csv_row_of_a_ticket(desk: Desk, tmp_path: Path) -> None:
    """One row a ticket under headers in the reader's language, names and numbers masked."""
    path = tmp_path / "out.csv"
    assert _exporting(desk).file(path, EVERYTHING) == 4
    row = _csv(path)[0]
    assert (row["客户姓名"], row["联系方式"], row["客户编号"]) == ("李*", "138****5678", "A1")
    assert (row["状态"], row["问题类型"], row["问题子类"]) == ("已解决", "售后支持", "维修")
    assert (row["提交时间"], row["首次响应时长（秒）"]) == ("2026-05-06 14:30:00", "12")
    assert (row["解决时长（秒）"], row["解决方案"]) == ("1200", "换新")
    assert (row["满意度"], row["评分标准"], row["客户原话"]) == ("3", "三级（热线）", "很好")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "Excel takes it for UTF-8"


def test_formulas_stay_text(desk: Desk, tmp_path: Path) -> None:
    """What begins like a formula runs in no spreadsheet."""
    _exporting(desk, "en").file(tmp_path / "out.csv", EVERYTHING)
    assert _csv(tmp_path / "out.csv")[0]["Subject"] == "'=HYPERLINK()"
    _exporting(desk, "en").file(tmp_path / "out.xlsx", EVERYTHING)
    sheet = _book(tmp_path / "out.xlsx")
    place = [cell.value for cell in sheet[1]].index("Subject")
    assert (sheet[2][place].value, sheet[2][place].data_type) == ("=HYPERLINK()", "s")


def test_workbooks_hold_dates_and_numbers(desk: Desk, tmp_path: Path) -> None:
    """Instants are Excel's dates on the site's clocks, and the header stays in sight."""
    _exporting(desk, "en").file(tmp_path / "out.xlsx", EVERYTHING)
    sheet = _book(tmp_path / "out.xlsx")
    row = dict(
        zip([cell.value for cell in sheet[1]], [cell.value for cell in sheet[2]], strict=True)
    )
    assert row["Submitted"] == at("2026-05-06 14:30").replace(tzinfo=None)
    assert row["First response (s)"] == 12
    assert sheet.freeze_panes == "A2"


def test_json_for_programs(desk: Desk, tmp_path: Path) -> None:
    """A list of objects under names and with words that are the same in every language."""
    _exporting(desk).file(tmp_path / "out.json", EVERYTHING)
    first = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))[0]
    assert datetime.fromisoformat(first["opened"]) == at("2026-05-06 14:30")
    assert (first["first_response_s"], first["customer_name"]) == (12, "李*")
    assert (first["status"], first["csat_scale"]) == ("resolved", "hotline")


def test_full_data_is_for_supervisors(desk: Desk, tmp_path: Path) -> None:
    """A supervisor may have names and numbers written out, an agent may not."""
    path, full = tmp_path / "out.csv", Selection(ALL, full=True)
    _exporting(desk).file(path, full)
    assert _csv(path)[0]["联系方式"] == "13812345678"
    agent = Exporting(desk.store, desk.rules.person("wang"), ZONE, Translator("en"))
    with pytest.raises(NotAllowed, match="full_not_allowed"):
        agent.file(path, full)


def test_period_and_form_choose_tickets(desk: Desk, tmp_path: Path) -> None:
    """By when the customer asked, and by the form."""
    path = tmp_path / "out.csv"
    october = Selection(parse_period("2023-10", NOW, ZONE))
    assert _exporting(desk).file(path, october) == 3
    assert _exporting(desk).file(path, Selection(ALL, form="hotline")) == 1
    assert _exporting(desk).file(path, Selection(ALL, form="after_sales")) == 0
    assert _csv(path) == []


def test_the_log_is_written_as_teams_print_it(desk: Desk, tmp_path: Path) -> None:
    """Ten columns, clock times with their durations."""
    _exporting(desk).file(tmp_path / "out.csv", LOG)
    assert list(_csv(tmp_path / "out.csv")[1].values()) == [
        "20231001002", "会员A1023", "无法登录", "技术故障", "电话", "2023-10-01 14:20:00",
        "14:45(25分钟)", "15:10(50分钟)", "3", "转技术支持，缓存问题",
    ]  # fmt: skip


EVENTS = Selection(ALL, form="hotline", events=True)


def test_a_row_for_each_event(desk: Desk, tmp_path: Path) -> None:
    """When, who, what in words, how it is known; what was taken back stays, and is told."""
    ticket = next(one for one in tickets_in(desk) if one.header.form == "hotline")
    corrected = acts.Corrected("customer.phone", "13812345678", "13912345678")
    more: list[acts.Act] = [corrected, acts.Undone(4)]
    noted = ticket.with_events(Event(at("2026-05-07 09:00"), "li", act) for act in more)
    desk.store.save(noted, desk.derive(noted))
    path = tmp_path / "out.csv"
    assert _exporting(desk).file(path, EVENTS) == 6
    rows = [list(row.values()) for row in _csv(path)]
    number = ticket.number
    assert rows[1:] == [
        [number, "2026-05-06 14:30:12", "li", "接听", "", "人工填写", "有效"],
        [number, "2026-05-06 14:50:00", "li", "已解决", "换新", "人工填写", "有效"],
        [number, "2026-05-06 15:00:00", "li", "满意度", "满意 · 很好", "人工填写", "有效"],
        [
            number, "2026-05-07 09:00:00", "li", "更正",
            "联系电话 138****5678 → 139****5678", "系统记录", "已撤销",
        ],
        [
            number, "2026-05-07 09:00:00", "li", "撤销",
            "更正：联系电话 138****5678 → 139****5678", "系统记录", "有效",
        ],
    ]  # fmt: skip


def test_events_in_full_are_for_supervisors_too(desk: Desk, tmp_path: Path) -> None:
    """Numbers in corrections are written out only where full data is asked for."""
    ticket = next(one for one in tickets_in(desk) if one.header.form == "hotline")
    corrected = acts.Corrected("customer.phone", "13812345678", "13912345678")
    changed = ticket.with_events([Event(at("2026-05-07 09:00"), "li", corrected)])
    desk.store.save(changed, desk.derive(changed))
    _exporting(desk).file(tmp_path / "out.csv", replace(EVENTS, full=True))
    assert "13812345678 → 13912345678" in _csv(tmp_path / "out.csv")[-1]["内容"]


def test_events_of_a_period(desk: Desk, tmp_path: Path) -> None:
    """Those that happened in it, whenever their tickets were opened; words for programs stay."""
    day = Selection(parse_period("2026-05-06", NOW, ZONE), events=True)
    path = tmp_path / "out.json"
    assert _exporting(desk).file(path, day) == 4
    first = json.loads(path.read_text(encoding="utf-8"))[0]
    assert (first["event"], first["source"], first["standing"]) == ("rang", "typed", "stands")
    other = Selection(parse_period("2026-05-07", NOW, ZONE), events=True)
    assert _exporting(desk).file(path, other) == 0


AWKWARD = (
    ("2023-10-01 09:15:40", "2023-10-01 09:25:10", "2023-10-03 16:00"),
    ("2023-10-01 23:50", "2023-10-02 00:10", "2023-10-02 23:50"),
    ("2023-10-01 10:00", "2023-10-01 09:00", "2023-10-01 10:00"),
    ("2023-10-01 10:00", None, None),
)
"""Seconds, midnights, whole days, a reply before its question, no reply at all."""
ESTIMATE = acts.Rated(acts.Scale.FIVE, {"overall": 2}, provenance=acts.Provenance.ESTIMATE)
UNANSWERED = acts.Rated(acts.Scale.FIVE, provenance=acts.Provenance.UNANSWERED)


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_exported_can_be_imported(
    desk: Desk, tmp_path: Path, ending: str, language: str
) -> None:
    """The log's own sheet gives the same times, scores, customers and remarks again."""
    path = tmp_path / f"out.{ending}"
    desk.add([_logged(*times) for times in AWKWARD])
    desk.add([_logged(*AWKWARD[0], rating=UNANSWERED)])
    _exporting(desk, language).file(path, LOG)
    before = [ticket for ticket in tickets_in(desk) if ticket.header.form == "response"]
    after = tickets_of(path)
    assert [_meaning(ticket) for ticket in after] == [_meaning(ticket) for ticket in before]
    assert importing(desk).file(path, RESPONSE).added == 0, "the numbers are known"


def _logged(
    opened: str, responded: str | None, resolved: str | None, rating: acts.Rated = ESTIMATE
) -> Ticket:
    happened = [(at(opened), acts.Submitted())]
    events = [Event(when, "li", act) for when, act in happened]
    if responded:
        events.append(Event(at(responded), "li", acts.Responded()))
    if resolved:
        events.append(Event(at(resolved), "li", acts.Resolved("")))
    events.append(Event(at(opened), "li", rating))
    customer = Customer(number="A7", order="5566")
    return Ticket(Header("response", customer=customer, problem=Problem("+1 慢")), tuple(events))


def _meaning(ticket: Ticket) -> tuple[object, ...]:
    state = fold(ticket)
    header, rating = state.header, state.rating
    assert rating is None or rating.scale is acts.Scale.FIVE
    return (
        header.number, header.channel, header.category, header.customer, header.problem,
        state.opened, state.round.responded, state.round.resolved,
        rating and (dict(rating.scores), rating.provenance),
        [event.act for event in ticket.events if isinstance(event.act, acts.Noted)],
    )  # fmt: skip


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_a_failed_export_leaves_the_old_file(
    desk: Desk, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new file takes the old one's place only when it is whole, with its permissions."""
    path = tmp_path / f"out.{ending}"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    stopped = Exporting(desk.store, desk.me, ZONE, Translator("en"), on_progress=stop)
    with pytest.raises(KeyboardInterrupt):
        stopped.file(path, EVERYTHING)
    assert path.read_text(encoding="utf-8") == "old"
    assert [*tmp_path.glob(".out*"), *tmp_path.glob("temporary/*")] == []
    _exporting(desk).file(path, EVERYTHING)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_full_sheet_goes_on_in_a_further_one(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each sheet has the header; none is begun for no row."""
    for most, rows in ((3, [3, 3]), (4, [4, 2]), (5, [5])):
        monkeypatch.setattr("cstui.exchange.writing._MOST_EXCEL_ROWS", most)
        _exporting(desk, "en").file(tmp_path / "out.xlsx", EVERYTHING)
        sheets = _books(tmp_path / "out.xlsx")
        assert [sheet.max_row for sheet in sheets] == rows
        assert {sheet["A1"].value for sheet in sheets} == {"Number"}
        assert [sheet.title for sheet in sheets] == ["Tickets", "Tickets 2"][: len(rows)]


def test_where_nothing_can_be_written(desk: Desk, tmp_path: Path) -> None:
    """Other endings and missing folders are told, not guessed or made."""
    with pytest.raises(InputError, match="export_kind"):
        _exporting(desk).file(tmp_path / "out.pdf", EVERYTHING)
    with pytest.raises(InputError, match="file_unwritable"):
        _exporting(desk).file(tmp_path / "none" / "out.csv", EVERYTHING)
