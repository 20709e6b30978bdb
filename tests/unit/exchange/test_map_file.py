"""Import maps, and what is told of one that cannot be used."""

from datetime import time
from pathlib import Path

import pytest

from cstui.domain.errors import InputError, NotFound
from cstui.exchange.map_file import parse_map, read_map
from cstui.i18n import Translator

EXAMPLE = """
[file]
sheet = "Data"
encoding = "gb18030"
delimiter = "\\t"
zone = "Asia/Shanghai"
date_order = "dmy"
missing = ["?", "NA", "-"]
json_path = "items"
leave_out = { outcome = ["PHANTOM"] }

[columns]
opened = ["Date", "Time"]
first_response = { after = "opened", seconds = "Speed of answer in seconds" }
resolved = { after = "opened", column = "End", missing = ["0:00"], when = { outcome = ["AGENT"] } }
due = { column = "Due day", time_of_day = "18:00" }
number = "Ticket ID"
channel = { const = "phone" }
priority = { column = "Priority", values = { High = "high", Low = "low" } }
answered = { column = "Answered (Y/N)", true = ["Y", "Yes"] }
"""


def test_every_form_of_a_field() -> None:
    """One column, several, a constant, words, yes and no, durations, conditions."""
    columns = parse_map(EXAMPLE, "map.toml").columns
    assert columns["opened"].columns == ("Date", "Time")
    assert columns["number"].columns == ("Ticket ID",)
    assert columns["channel"].const == "phone"
    assert columns["priority"].values == {"High": "high", "Low": "low"}
    assert columns["answered"].true == ("Y", "Yes")
    assert (columns["first_response"].after, columns["first_response"].unit) == ("opened", 1)
    assert columns["first_response"].columns == ("Speed of answer in seconds",)
    assert columns["resolved"].when == {"outcome": ("AGENT",)}
    assert (columns["resolved"].missing, columns["resolved"].unit) == (("0:00",), 0)
    assert columns["due"].time_of_day == time(18, 0)


def test_options_of_the_file() -> None:
    """What is told about the file; the rest is guessed."""
    options = parse_map(EXAMPLE, "map.toml").file
    assert (options.sheet, options.encoding, options.delimiter) == ("Data", "gb18030", "\t")
    assert (options.zone, options.date_order) == ("Asia/Shanghai", "dmy")
    assert (options.missing, options.json_path) == (("?", "NA", "-"), "items")
    assert options.leave_out == {"outcome": ("PHANTOM",)}


def test_columns_that_a_map_needs() -> None:
    """Those of its fields, their conditions and the rows that it leaves out, each once."""
    assert parse_map(EXAMPLE, "map.toml").headers == (
        "Date", "Time", "Speed of answer in seconds", "End", "outcome", "Due day", "Ticket ID",
        "Priority", "Answered (Y/N)",
    )  # fmt: skip


BAD_MAPS = [
    ('[columns]\nopened = "Date', "map_syntax", 2, None),
    ('[colums]\nopened = "Date"', "map_unknown_section", 1, "colums"),
    ("[file]", "map_empty", 1, "columns"),
    ('[columns]\nnumber = "A"\nopend = "Date"', "map_unknown_field", 3, "columns.opend"),
    ('[columns]\nopened = { colum = "A" }', "map_unknown_key", 2, "columns.opened.colum"),
    ('[file]\nsheets = 1\n[columns]\nopened = "A"', "map_unknown_key", 2, "file.sheets"),
    ("[columns]\nopened = { }", "map_column_or_const", 2, "columns.opened"),
    ('[columns]\ndue = { seconds = "A" }', "map_needs_after", 2, "columns.due"),
    ('[columns]\nagent = { column = "A", after = "opened" }', "map_not_a_time", 2, "columns.agent"),
    ('[columns]\nagent = { column = "A", true = "Y" }', "map_not_a_flag", 2, "columns.agent"),
    ("[columns]\nopened = true", "map_not_text", 2, "columns.opened"),
    ('[file]\nmissing = [1, [2]]\n[columns]\nopened = "A"', "map_not_text", 2, "file.missing"),
    ('[file]\ndate_order = "ydm"\n[columns]\nopened = "A"', "map_choice", 2, "file.date_order"),
    ('[file]\nencoding = "utf-9"\n[columns]\nopened = "A"', "map_encoding", 2, "file.encoding"),
    ('[file]\ndelimiter = "::"\n[columns]\nopened = "A"', "map_delimiter", 2, "file.delimiter"),
    ('[file]\nzone = "Asia/Xian"\n[columns]\nopened = "A"', "map_zone", 2, "file.zone"),
    ('[file]\nleave_out = "x"\n[columns]\nopened = "A"', "map_not_table", 2, "file.leave_out"),
    (
        '[columns]\ndue = { column = "A", time_of_day = "six" }',
        "map_time_of_day", 2, "columns.due.time_of_day",
    ),
    (
        '[columns]\nresolved = { column = "A", after = "opened" }',
        "map_after", 2, "columns.resolved.after",
    ),
    (
        '[columns]\nopened = { column = "A", after = "due" }\n'
        'due = { column = "B", after = "opened" }',
        "map_after", 2, "columns.opened.after",
    ),
    ('[columns]\nopened = "A"\nevent = "B"', "map_needs_key", 3, "columns.event"),
    ('[file]\nkey = "number"\n[columns]\nnumber = "A"', "map_log_needs", 2, "file.key"),
    (
        '[file]\nkey = "number"\n[columns]\nnumber = "A"\nat = "B"\nresolved = "C"\nevent = "D"',
        "map_not_in_log", 6, "columns.resolved",
    ),
    (
        '[file]\nkey = "number"\n[columns]\nnumber = "A"\nat = "B"\n'
        'event = { column = "D", values = { Done = "finished" } }',
        "map_unknown_event", 6, "columns.event",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "key", "line", "where"), BAD_MAPS)
def test_mistakes_are_told_with_their_place(
    text: str, key: str, line: int, where: str | None
) -> None:
    """Each names the line and the key, and can be said in both languages."""
    with pytest.raises(InputError) as caught:
        parse_map(text, "my.toml")
    error = caught.value
    assert error.key == key
    assert int(str(error.values["line"])) == line
    assert error.values.get("where") == where
    for language in ("en", "zh"):
        assert "my.toml" in Translator(language).text(error)


def test_a_map_that_is_not_there(tmp_path: Path) -> None:
    """A missing file is told as such, not as an empty map."""
    with pytest.raises(NotFound, match="file_missing"):
        read_map(tmp_path / "none.toml")


def test_a_map_saved_by_a_windows_editor(tmp_path: Path) -> None:
    """A byte order mark is no part of the map; one in another encoding is refused."""
    path = tmp_path / "map.toml"
    path.write_text('[columns]\nopened = "日期"', encoding="utf-8-sig")
    assert read_map(path).columns["opened"].columns == ("日期",)
    path.write_text('[columns]\nopened = "日期"', encoding="gb18030")
    with pytest.raises(InputError, match="map_unreadable"):
        read_map(path)
