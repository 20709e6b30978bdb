"""Taking over sheets into a real store."""

import csv
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cstui.domain.errors import InputError
from cstui.domain.ticket import Ticket
from cstui.exchange.forms.response import RESPONSE
from cstui.exchange.importer import Sender
from cstui.exchange.map_file import parse_map
from cstui.exchange.reject_file import reject_file
from cstui.exchange.rejects import Reject
from cstui.exchange.sheets import Guess
from cstui.i18n import Translator
from cstui.i18n.phrases.exchange import PHRASES
from cstui.ports import Entry
from cstui.services.desk import Desk
from cstui.services.importing import Importing, ImportResult, Progress
from tests.fixtures.exchange.desks import desk_at, importing, tickets_in
from tests.fixtures.exchange.sheets import (
    NOW,
    RESPONSE_ROWS,
    RESPONSE_SHEET,
    write_csv,
    write_xlsx,
)

ROOT = Path(__file__).parents[3]
JOB = ROOT / "tests/fixtures/exchange/import_job.py"
MAP_TEXT = '[columns]\nopened = "Opened"\nsubject = "Subject"\ncsat = "Score"\n'
MAP = parse_map(MAP_TEXT, "map.toml")
HEADER = ["Opened", "Subject", "Score"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk at an empty store."""
    desk = desk_at(tmp_path / "desk.db")
    yield desk
    desk.store.close()


def _counts(result: ImportResult) -> tuple[int, int, int, int]:
    return result.read, result.added, result.known, result.rejected


def test_response_log_is_taken_over(desk: Desk) -> None:
    """Its rows become numbered tickets; title and sum are skipped and counted."""
    result = importing(desk).file(RESPONSE_SHEET, RESPONSE)
    assert _counts(result) == (5, 3, 0, 0)
    assert result.skipped == 2
    assert result.guesses == (Guess("encoding", "utf-8"), Guess("delimiter", ","))
    numbers = [ticket.number for ticket in tickets_in(desk)]
    assert numbers == ["20231001001", "20231001002", "20231001003"]


def test_the_same_rows_are_added_once(desk: Desk, tmp_path: Path) -> None:
    """Not from the same file again, and not from the workbook of it either."""
    importing(desk).file(RESPONSE_SHEET, RESPONSE)
    again = importing(desk).file(RESPONSE_SHEET, RESPONSE)
    book = write_xlsx(tmp_path / "log.xlsx", ("log", RESPONSE_ROWS))
    from_book = importing(desk).file(book, RESPONSE)
    assert _counts(again) == _counts(from_book) == (5, 0, 3, 0)
    assert desk.store.count() == 3


def test_equal_rows_of_one_file_are_two_tickets(desk: Desk, tmp_path: Path) -> None:
    """And neither of them is added again later."""
    rows = [HEADER, *[["2023-10-01 09:15", "x", "4"]] * 2]
    path = write_csv(tmp_path / "a.csv", rows)
    assert _counts(importing(desk).file(path, MAP)) == (2, 2, 0, 0)
    assert _counts(importing(desk).file(path, MAP)) == (2, 0, 2, 0)


def test_a_number_that_is_taken_is_known(desk: Desk, tmp_path: Path) -> None:
    """A sheet's own number names its ticket, however its other cells have changed."""
    with_number = parse_map(MAP_TEXT + 'number = "No"', "map.toml")
    for subject, counts in (("old", (1, 1, 0, 0)), ("new", (1, 0, 1, 0))):
        rows = [["No", *HEADER], ["T-7", "2023-10-01 09:15", subject, ""]]
        path = write_csv(tmp_path / "a.csv", rows)
        assert _counts(importing(desk).file(path, with_number)) == counts
    assert desk.store.ticket("T-7").header.subject == "old"


def test_two_sessions_import_one_file_at_once(desk: Desk, tmp_path: Path) -> None:
    """Each row becomes one ticket, of whoever was faster; the other counts it as known."""
    other = desk_at(tmp_path / "desk.db")
    faster: list[ImportResult] = []

    def make_entry(ticket: Ticket) -> Entry:
        # what is known was asked for already when the first entry is made
        if not faster:
            faster.append(importing(other).file(RESPONSE_SHEET, RESPONSE))
        return desk.entry(ticket)

    sender = Sender(desk.me.login, desk.clock.now(), desk.rules.zone)
    result = Importing(desk.store, make_entry, sender).file(RESPONSE_SHEET, RESPONSE)
    assert _counts(faster[0]) == (5, 3, 0, 0)
    assert _counts(result) == (5, 0, 3, 0)
    assert desk.store.count() == 3
    other.store.close()


def test_a_dry_run_adds_nothing(desk: Desk) -> None:
    """It tells what would happen."""
    result = importing(desk, dry_run=True).file(RESPONSE_SHEET, RESPONSE)
    assert _counts(result) == (5, 3, 0, 0)
    assert desk.store.count() == 0


def test_every_row_is_accounted_for(desk: Desk, tmp_path: Path) -> None:
    """Rows are added, rejected or left out; a bad one stops nothing."""
    rows = [
        HEADER,
        ["2023-10-01 09:15", "a", "4"],
        ["2023-10-01 09:15", "b", "9"],
        ["2023-10-01 09:15", "test", "4"],
        ["soon", "c", "9"],
    ]
    chosen = parse_map('[file]\nleave_out = { Subject = "test" }\n' + MAP_TEXT, "map.toml")
    told: list[Reject] = []
    result = importing(desk, on_reject=told.append).file(
        write_csv(tmp_path / "a.csv", rows), chosen
    )
    assert (result.read, result.added, result.rejected, result.left_out) == (4, 1, 2, 1)
    assert [(reject.line, reject.column) for reject in told] == [
        (3, "Score"),
        (5, "Opened"),
        (5, "Score"),
    ]
    assert result.examples == told


def test_progress_is_told(desk: Desk, tmp_path: Path) -> None:
    """After each batch, with the share of the file."""
    rows = [HEADER, *(["2023-10-01 09:15", f"s{n}", ""] for n in range(2500))]
    told: list[Progress] = []
    importing(desk, on_progress=told.append).file(write_csv(tmp_path / "a.csv", rows), MAP)
    assert [progress.rows for progress in told] == [2000, 2500]
    assert told[0].share is not None
    assert 0 < told[0].share <= 1


def test_a_killed_import_is_completed_by_the_same_command(tmp_path: Path) -> None:
    """What was saved before a kill is known afterwards, and the rest is added: nothing twice."""
    rows = [HEADER, *(["2023-10-01 09:15", f"s{n % 4999}", ""] for n in range(9000))]
    sheet = write_csv(tmp_path / "a.csv", rows)
    map_path = tmp_path / "map.toml"
    map_path.write_text(MAP_TEXT, encoding="utf-8")
    store = tmp_path / "desk.db"
    words = [sys.executable, str(JOB), str(store), str(sheet), str(map_path)]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}
    ) as job:
        assert job.stdout is not None
        assert job.stdout.readline() == b"2000\n"
        job.kill()
    desk = desk_at(store)
    saved = desk.store.count()
    assert 2000 <= saved < 9000
    result = importing(desk).file(sheet, MAP)
    assert (result.added, result.known) == (9000 - saved, saved)
    assert len({ticket.header.origin for ticket in tickets_in(desk)}) == 9000
    desk.store.close()


def test_a_file_that_breaks_off_keeps_what_was_read(desk: Desk, tmp_path: Path) -> None:
    """Damage far down is told with its line; what stands before it is saved."""
    path = tmp_path / "a.csv"
    good = "".join(f"2023-10-01 09:15,s{n},\n" for n in range(4000)).encode()
    path.write_bytes(b"Opened,Subject,Score\n" + good + b"2023-10-01 09:15,\xff\xff,\n")
    utf8 = parse_map('[file]\nencoding = "utf-8"\n' + MAP_TEXT, "map.toml")
    with pytest.raises(InputError, match="sheet_broken"):
        importing(desk).file(path, utf8)
    assert desk.store.count() > 0


def test_rejects_file_for_a_spreadsheet(tmp_path: Path) -> None:
    """Line, column, value and reason, in the reader's language, with no formula in it."""
    path = tmp_path / "rejects.csv"
    with reject_file(path, Translator("zh")) as write:
        write("a.csv", Reject(3, "满意度", "=1+1", "bad_score"))
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as text:
        assert list(csv.reader(text)) == [
            ["文件", "行", "列", "内容", "原因"],
            ["a.csv", "3", "满意度", "'=1+1", "不是该评分标准中的分值"],
        ]


def test_an_unwritable_rejects_file_is_told(tmp_path: Path) -> None:
    """Before anything is imported."""
    with (
        pytest.raises(InputError, match="file_unwritable"),
        reject_file(tmp_path / "none" / "rejects.csv", Translator("en")),
    ):
        pass


def test_every_reason_has_its_phrase() -> None:
    """Whatever reason the code gives can be said."""
    sources = (ROOT / "cstui" / "exchange").rglob("*.py")
    text = "".join(path.read_text(encoding="utf-8") for path in sources)
    given = set(re.findall(r'BadCell\("(\w+)"', text))
    from_the_clock = {"bad_instant", "unclear_date_order", "instant_range"}
    of_whole_rows = {"other_row", "too_many_cells", "quote_open"}
    known = {key.removeprefix("exchange.reject.") for key in PHRASES if ".reject." in key}
    assert given | from_the_clock | of_whole_rows == known


def test_tickets_belong_to_who_imports(desk: Desk, tmp_path: Path) -> None:
    """Their events are by the importer where the sheet names nobody, at the sheet's times."""
    sender = Sender("li", NOW, "Asia/Shanghai")
    path = write_csv(tmp_path / "a.csv", [HEADER, ["2023-10-01 09:15", "x", ""]])
    Importing(desk.store, desk.entry, sender).file(path, MAP)
    (ticket,) = tickets_in(desk)
    assert [event.by for event in ticket.events] == ["li"]
