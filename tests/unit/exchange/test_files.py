"""Files of every kind give the same rows."""

import gzip
import json
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from cstui.domain.errors import CstuiError, InputError, NotFound
from cstui.exchange.maps import FileOptions
from cstui.exchange.reading import open_source
from cstui.exchange.sheets import Guess, find_sheet
from cstui.i18n import Translator
from tests.fixtures.exchange.sheets import at, write_csv, write_xlsx

TABLE = [["编号", "问题"], ["1", "无法登录"], ["2", "多行\n内容"]]


def _rows(path: Path, options: FileOptions | None = None) -> list[list[str]]:
    with closing(open_source(path, options or FileOptions())) as source:
        return [list(row.cells) for row in source.tables[0].rows()]


def _guesses(path: Path) -> dict[str, str]:
    with closing(open_source(path, FileOptions())) as source:
        return {guess.what: guess.value for guess in source.guesses}


@pytest.mark.parametrize(
    ("encoding", "guessed"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
    ],
)
def test_encodings_are_found_out(tmp_path: Path, encoding: str, guessed: str) -> None:
    """With and without a byte order mark; what was guessed is told."""
    path = tmp_path / "sheet.csv"
    text = '编号,问题\n1,无法登录\n2,"多行\n内容"\n' + "3,普通文字\n" * 20
    path.write_bytes(text.encode(encoding))
    assert _rows(path)[:3] == TABLE
    assert _guesses(path)["encoding"] == guessed


def test_chinese_far_down_is_noticed(tmp_path: Path) -> None:
    """The whole file decides: GB18030 may begin only after much ASCII."""
    path = tmp_path / "sheet.csv"
    path.write_bytes(b"a,b\n" * 100_000 + "编号,问题\n".encode("gb18030"))
    assert _rows(path)[-1] == ["编号", "问题"]


def test_western_encodings_are_not_taken_for_chinese(tmp_path: Path) -> None:
    """Latin text that GB18030 happens to read is refused until the encoding is told."""
    path = tmp_path / "sheet.csv"
    path.write_bytes("Grund,Straße\nÄrger,Größe und Höhe\n".encode("cp1252"))
    with pytest.raises(InputError, match="encoding_unclear"):
        _rows(path)
    assert _rows(path, FileOptions(encoding="cp1252"))[0] == ["Grund", "Straße"]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_delimiters_are_found_out(tmp_path: Path, delimiter: str) -> None:
    """The one that cuts the rows evenly, though others occur in the text."""
    rows = [["number", "text"], *([str(n), "yes, no; perhaps"] for n in range(5))]
    path = write_csv(tmp_path / "sheet.csv", rows, delimiter)
    assert _rows(path) == rows
    assert _guesses(path)["delimiter"] == delimiter


def test_gzipped_files_are_unpacked(tmp_path: Path) -> None:
    """A .gz behind the ending changes nothing."""
    path = tmp_path / "sheet.csv.gz"
    path.write_bytes(gzip.compress("编号,问题\r\n1,无法登录\r\n".encode()))
    assert _rows(path) == TABLE[:2]


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    """A row's line is where it begins, also after cells of several lines."""
    path = write_csv(tmp_path / "sheet.csv", [*TABLE, ["3", "end"]])
    with closing(open_source(path, FileOptions())) as source:
        assert [row.line for row in source.tables[0].rows()] == [1, 2, 3, 5]


def test_control_characters_are_no_content(tmp_path: Path) -> None:
    """NUL and its kin, which no store keeps, do not come in."""
    path = tmp_path / "sheet.csv"
    path.write_bytes(b"a,b\n1,x\x01y\n")
    assert _rows(path)[1] == ["1", "xy"]


def test_an_open_quotation_mark_marks_its_row(tmp_path: Path) -> None:
    """The rows that it swallows do not vanish without a word."""
    path = tmp_path / "sheet.csv"
    path.write_text('a,b\n1,"open\n2,x\n3,y\n', encoding="utf-8")
    with closing(open_source(path, FileOptions())) as source:
        assert [row.broken for row in source.tables[0].rows()] == ["", "quote_open"]


def test_workbook_cells_as_text(tmp_path: Path) -> None:
    """Dates, times, durations and numbers are written as CSV would have them."""
    cells = [
        at("2023-10-01 09:15").replace(tzinfo=None),
        date(2023, 10, 1),
        time(9, 15),
        timedelta(hours=49, minutes=30),
        4,
        4.0,
        4.5,
        True,
        None,
        "文字",
    ]
    path = write_xlsx(tmp_path / "book.xlsx", ("Data", [cells]))
    assert _rows(path)[0] == [
        "2023-10-01 09:15:00", "2023-10-01 00:00:00", "09:15:00", "49:30:00", "4", "4", "4.5",
        "True", "", "文字",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("serial", "text"), [("1e12", "#VALUE!"), ("2958465.9999999", "9999-12-31 23:59:59")]
)
def test_a_day_that_no_calendar_has_spoils_its_cell_only(
    tmp_path: Path, serial: str, text: str
) -> None:
    """The rest of the workbook is read, and nothing is said of it on the side."""
    whole = write_xlsx(tmp_path / "whole.xlsx", ("Data", [[date(2023, 10, 1), "x"]]))
    name = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(whole) as parts:
        sheet = parts.read(name).replace(b"<v>45200</v>", f"<v>{serial}</v>".encode())
    assert _rows(_changed(whole, name, sheet))[0] == [text, "x"]


def test_sheets_by_name_number_and_hidden(tmp_path: Path) -> None:
    """Shown sheets come first; a hidden one is there for whoever names it."""
    path = write_xlsx(tmp_path / "book.xlsx", (".old", [["a"]]), ("now", [["b"]]))
    with closing(open_source(path, FileOptions())) as source:
        assert [(table.name, table.hidden) for table in source.tables] == [
            ("now", False),
            ("old", True),
        ]
    assert _rows(path, FileOptions(sheet="old")) == [["a"]]
    assert _rows(path, FileOptions(sheet=2)) == [["b"]]
    with pytest.raises(InputError) as caught:
        _rows(path, FileOptions(sheet="new"))
    assert caught.value.values["sheets"] == "“old”, “now”"


def test_json_objects_are_rows(tmp_path: Path) -> None:
    """Nested names get dots, missing ones are empty, and the path leads to the list."""
    path = tmp_path / "items.json"
    items = [{"id": 1, "customer": {"name": "李"}, "score": 4.0}, {"id": 2, "tags": ["a"]}]
    path.write_text(json.dumps({"data": {"items": items}}), encoding="utf-8")
    assert _rows(path, FileOptions(json_path="data.items")) == [
        ["id", "customer.name", "score", "tags"],
        ["1", "李", "4", ""],
        ["2", "", "", '["a"]'],
    ]
    with pytest.raises(InputError, match="json_path"):
        _rows(path)


def test_header_below_titles_and_in_any_sheet(tmp_path: Path) -> None:
    """Titles are passed over, and the sheet that has the columns is found and told."""
    data = [["十月明细"], [], ["编号 ", " 问题"], ["1", "x"], [], ["2", "y", ""]]
    path = write_xlsx(tmp_path / "book.xlsx", ("说明", [["请阅读"]]), ("明细", data))
    with closing(open_source(path, FileOptions())) as source:
        sheet = find_sheet(source, ["编号", "问题"])
        assert [list(row.cells) for row in sheet.rows()] == [["1", "x"], ["2", "y"]]
        assert sheet.guesses == (Guess("sheet", "明细"),)
        assert sheet.titles == 1


def test_missing_columns_are_named(tmp_path: Path) -> None:
    """What the map wants and the sheet has not, beside what it has."""
    path = write_csv(tmp_path / "sheet.csv", TABLE)
    with closing(open_source(path, FileOptions())) as source, pytest.raises(InputError) as caught:
        find_sheet(source, ["编号", "时间"])
    assert caught.value.values == {"columns": "“时间”", "headers": "“编号”, “问题”"}


def _truncated_workbook(folder: Path) -> Path:
    path = write_xlsx(folder / "whole.xlsx", ("Data", TABLE))
    broken = folder / "broken.xlsx"
    broken.write_bytes(path.read_bytes()[:500])
    return broken


def _truncated_gzip(folder: Path) -> Path:
    path = folder / "broken.csv.gz"
    path.write_bytes(gzip.compress(b"a,b\n" * 1000)[:30])
    return path


def _damaged_gzip(name: str) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        packed = bytearray(gzip.compress(b'[{"a": "b,c"}]\n' * 1000))
        packed[10:20] = b"\xff" * 10
        return _file(name, bytes(packed))(folder)

    return write


def _workbook_with(part: str, content: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        return _changed(write_xlsx(folder / "whole.xlsx", ("Data", TABLE)), part, content)

    return write


def _changed(workbook: Path, part: str, content: bytes) -> Path:
    """A copy of the workbook in which one part is another."""
    changed = workbook.with_name("changed.xlsx")
    with zipfile.ZipFile(workbook) as parts, zipfile.ZipFile(changed, "w") as copy:
        for name in parts.namelist():
            copy.writestr(name, content if name == part else parts.read(name))
    return changed


def _file(name: str, content: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize(
    ("made", "kind", "key"),
    [
        (lambda folder: folder / "none.csv", NotFound, "file_missing"),
        (_file("a.pdf", b"%PDF"), InputError, "sheet_kind"),
        (_file("a.xls", b"\xd0\xcf"), InputError, "old_workbook"),
        (_file("a.xlsx", b"not a zip"), InputError, "workbook_unreadable"),
        (_file("a.json", b'[{"a": 1'), InputError, "json_broken"),
        (_file("a.csv.gz", b"not gzip"), InputError, "file_unreadable"),
        (_file("a.csv", b""), InputError, "sheet_empty"),
        (_truncated_workbook, InputError, "workbook_unreadable"),
        (_truncated_gzip, InputError, "file_unreadable"),
        (_damaged_gzip("a.csv.gz"), InputError, "file_unreadable"),
        (_damaged_gzip("a.json.gz"), InputError, "file_unreadable"),
        (_workbook_with("xl/workbook.xml", b"<broken"), InputError, "workbook_unreadable"),
        (_workbook_with("xl/styles.xml", b"<broken"), InputError, "workbook_unreadable"),
        (_workbook_with("xl/worksheets/sheet1.xml", b""), InputError, "workbook_unreadable"),
    ],
)
def test_files_that_cannot_be_read(
    tmp_path: Path, made: Callable[[Path], Path], kind: type[CstuiError], key: str
) -> None:
    """Each is told in a sentence, in both languages."""
    path = made(tmp_path)
    with (
        pytest.raises(kind, match=key) as caught,
        closing(open_source(path, FileOptions())) as source,
    ):
        list(find_sheet(source, ["编号"]).rows())
    for language in ("en", "zh"):
        assert path.name in Translator(language).text(caught.value)
