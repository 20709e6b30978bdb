"""Forms out and in again: blank sheets filled in, taken over into a store, and exported."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from cstui.clock.period import parse_period
from cstui.domain import acts
from cstui.domain.errors import InputError
from cstui.domain.fold import fold
from cstui.domain.people import Person, Role, names_of
from cstui.domain.satisfaction import DIMENSIONS
from cstui.domain.ticket import Event, Header, Ticket
from cstui.exchange.forms.catalogue import SHEET_FORMS
from cstui.exchange.forms.hotline import HOTLINE
from cstui.exchange.forms.satisfaction import SATISFACTION
from cstui.i18n import Translator
from cstui.services.desk import Desk
from cstui.services.exporting import Exporting, Selection, blank_sheet
from cstui.services.importing import Importing
from tests.fixtures.exchange.desks import desk_at, importing, tickets_in
from tests.fixtures.exchange.forms import (
    AFTER_SALES_ROW,
    HOTLINE_ROW,
    SATISFACTION_ROWS,
    sheet_rows,
)
from tests.fixtures.exchange.sheets import NOW, write_csv

ZONE = "Asia/Shanghai"
ALL = parse_period("all", NOW, ZONE)
FILLED = {
    "hotline": [HOTLINE_ROW],
    "after_sales": [AFTER_SALES_ROW],
    "satisfaction": SATISFACTION_ROWS,
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A supervisor's desk at an empty store."""
    desk = desk_at(tmp_path / "desk.db", Role.SUPERVISOR)
    yield desk
    desk.store.close()


def _filled_in(path: Path, rows: list[list[str]]) -> Path:
    """A blank sheet after somebody typed these rows into it."""
    book = load_workbook(path)
    for line, row in enumerate(rows, 2):
        for place, cell in enumerate(row, 1):
            book.worksheets[0].cell(line, place).value = cell
    book.save(path)
    return path


def _exported(desk: Desk, path: Path, form: str, *, full: bool = False) -> Path:
    translate = Translator("zh")
    work = Exporting(desk.store, desk.me, ZONE, translate)
    work.file(path, Selection(ALL, form=form, full=full))
    return path


def _rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(keepends=True)))[1:]


@pytest.mark.parametrize("form", FILLED)
def test_blank_filled_in_exported_and_in_again(desk: Desk, tmp_path: Path, form: str) -> None:
    """The rows of the forms go all the way and come back the same, in another store too."""
    sheet = tmp_path / "blank.xlsx"
    blank_sheet(sheet, form, desk.rules.settings)
    result = importing(desk).file(_filled_in(sheet, FILLED[form]), SHEET_FORMS[form])
    assert (result.added, result.rejected) == (len(FILLED[form]), 0)
    out = _exported(desk, tmp_path / "out.xlsx", form)
    again = importing(desk).file(out, SHEET_FORMS[form])
    assert (again.added, again.known) == (0, len(FILLED[form])), "their numbers are kept"
    other = desk_at(tmp_path / "other.db", Role.SUPERVISOR)
    importing(other).file(out, SHEET_FORMS[form])
    events = [[one.act for one in ticket.events] for ticket in tickets_in(desk)]
    assert [[one.act for one in ticket.events] for ticket in tickets_in(other)] == events
    first = _rows_of(_exported(desk, tmp_path / "first.csv", form))
    assert _rows_of(_exported(other, tmp_path / "second.csv", form)) == first
    other.store.close()


def test_names_and_numbers_are_masked_unless_in_full(desk: Desk, tmp_path: Path) -> None:
    """As everywhere."""
    row = ["", "2023-10-01 14:30", "李小明", "13812345678", *HOTLINE_ROW[4:]]
    importing(desk).file(write_csv(tmp_path / "f.csv", sheet_rows(HOTLINE, row)), HOTLINE)
    masked = _rows_of(_exported(desk, tmp_path / "a.csv", "hotline"))[0]
    assert masked[2:4] == ["李*", "138****5678"]
    full = _rows_of(_exported(desk, tmp_path / "b.csv", "hotline", full=True))[0]
    assert full[2:4] == ["李小明", "13812345678"]


def test_the_same_sheet_adds_nothing_twice(desk: Desk, tmp_path: Path) -> None:
    """With numbers of its own or without them."""
    rows = [["", *row[1:]] for row in SATISFACTION_ROWS]
    path = write_csv(tmp_path / "f.csv", sheet_rows(SATISFACTION, *rows))
    assert importing(desk).file(path, SATISFACTION).added == 3
    assert importing(desk).file(path, SATISFACTION).added == 0
    assert {ticket.number[:4] for ticket in tickets_in(desk)} == {"CSAT"}


def _sheet(path: Path) -> Any:  # noqa: ANN401
    return load_workbook(path).worksheets[0]


@pytest.mark.parametrize("form", SHEET_FORMS)
def test_a_blank_sheet_is_ready_to_type_and_to_print(desk: Desk, tmp_path: Path, form: str) -> None:
    """The form's headings stay in sight, nothing is filled in, a page holds the whole width."""
    path = tmp_path / "blank.xlsx"
    blank_sheet(path, form, desk.rules.settings)
    sheet = _sheet(path)
    header, *below = sheet.iter_rows(values_only=True)
    assert header == SHEET_FORMS[form].headers(Translator("zh"))
    assert not any(cell for row in below for cell in row)
    assert sheet.freeze_panes == "A2"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0, "as many pages down as there are rows"
    assert sheet.print_title_rows == "$1:$1"


def test_drop_downs_offer_the_teams_own_words(desk: Desk, tmp_path: Path) -> None:
    """Types, requests and priorities of the settings, and the form's words of satisfaction."""
    path = tmp_path / "blank.xlsx"
    blank_sheet(path, "hotline", desk.rules.settings)
    book = load_workbook(path)
    listed = book["选项"]
    offered = {
        str(one.sqref).partition("2:")[0]: one for one in book.worksheets[0].data_validations
        .dataValidation
    }  # fmt: skip
    words = [cell for cell in next(listed.iter_cols(values_only=True)) if cell]
    assert words == list(desk.rules.settings.categories)
    assert listed.sheet_state == "hidden"
    columns = [column.key for column in HOTLINE.columns]
    places = {"ABCDEFGHIJKLMNOPQR"[columns.index(key)] for key in
              ("category", "request", "priority", "satisfaction")}  # fmt: skip
    assert set(offered) == places
    assert not any(one.showErrorMessage for one in offered.values()), "other words are taken, too"


def test_only_workbooks_have_drop_downs(desk: Desk, tmp_path: Path) -> None:
    """Any other ending is told."""
    with pytest.raises(InputError, match="blank_kind"):
        blank_sheet(tmp_path / "blank.csv", "hotline", desk.rules.settings)


def test_people_stand_by_name_in_sheets_and_by_login_in_the_store(
    desk: Desk, tmp_path: Path
) -> None:
    """What a sheet gives to 王伟 is his in the program; a staff number may stand before a name."""
    names = {"wangwei": "王伟", "CS001": "陈一"}
    sender = replace(importing(desk).sender, names=names)
    calls = [["", *HOTLINE_ROW[1:9], name, *HOTLINE_ROW[10:]] for name in ("王伟", "外包商")]
    rows = sheet_rows(HOTLINE, *calls)
    work = Importing(desk.store, desk.entry, sender)
    work.file(write_csv(tmp_path / "a.csv", rows), HOTLINE)
    work.file(
        write_csv(tmp_path / "b.csv", sheet_rows(SATISFACTION, SATISFACTION_ROWS[0])), SATISFACTION
    )
    owners = [fold(ticket).owner for ticket in tickets_in(desk)]
    assert owners == ["wangwei", "外包商", "CS001"]
    out = tmp_path / "out.csv"
    exporting = Exporting(desk.store, desk.me, ZONE, Translator("zh"), names=names)
    exporting.file(out, Selection(ALL, form="hotline"))
    assert [row[9] for row in _rows_of(out)] == ["王伟", "外包商"]
    exporting.file(out, Selection(ALL, form="satisfaction"))
    assert _rows_of(out)[0][6] == "CS001 陈一"


def test_two_of_one_name_are_nobody_for_certain() -> None:
    """A name means somebody only where it means one person."""
    people = {
        one.login: one for one in (Person("a", "王伟"), Person("b", "王伟"), Person("c", "李娜"))
    }
    assert names_of(people) == {"c": "李娜"}


@pytest.mark.parametrize(
    ("solved", "late"), [("2023-10-03 15:00", False), ("2023-10-04 16:00", True)]
)
def test_what_was_solved_late_is_owed_to_nobody(
    desk: Desk, tmp_path: Path, solved: str, late: bool
) -> None:
    """A limit that was passed is a broken one, not one that is still due."""
    row = [*HOTLINE_ROW[:12], f"{solved} 更换新品", *HOTLINE_ROW[13:]]
    importing(desk).file(write_csv(tmp_path / "f.csv", sheet_rows(HOTLINE, row)), HOTLINE)
    (ticket,) = tickets_in(desk)
    (pledge,) = fold(ticket).pledges
    assert pledge.ended is not None
    assert (pledge.ended > pledge.until) is late
    assert not desk.derive(ticket).listing.open


def test_surveys_about_any_ticket_stand_on_the_satisfaction_sheet(
    desk: Desk, tmp_path: Path
) -> None:
    """Five scores belong there, whichever form the ticket is of; a single label does not."""
    scores = dict.fromkeys(DIMENSIONS, 4)
    asked = acts.Rated(acts.Scale.FIVE, scores, "很好", improve="等待时间")
    label = acts.Rated(acts.Scale.HOTLINE, {"overall": 3})
    for rated in (asked, label):
        told = ((NOW, acts.Answered()), (NOW, acts.Resolved("换新")), (NOW, rated))
        desk.add([Ticket(Header("hotline"), tuple(Event(when, "li", act) for when, act in told))])
    (row,) = _rows_of(_exported(desk, tmp_path / "out.csv", "satisfaction"))
    assert row[9:15] == ["4", "4", "4", "4", "4", "很好；最需改进：等待时间"]
