"""What `cstui report` counts."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fixtures.exchange.sheets import RESPONSE_ROWS, write_csv

Shell = Callable[..., tuple[int, str, str]]


def test_estimates_count_only_where_asked_for(shell: Shell, tmp_path: Path) -> None:
    """An agent's estimate is a score with `--estimates` alone; silence lowers the response rate."""
    _, header, first, second, third, *_ = RESPONSE_ROWS
    rows = [
        [*row[:8], score, row[9]]
        for row, score in zip((first, second, third), ("5", "2（估）", "未评价"), strict=True)
    ]
    sheet = write_csv(tmp_path / "log.csv", [header, *rows])
    assert shell("import", sheet, "--form", "response")[0] == 0

    def csat(*words: str) -> tuple[int, float, float]:
        figures = json.loads(shell("report", "--format", "json", *words)[1])["total"]["csat"]
        return figures["n"], figures["mean"], figures["response_rate"]

    assert csat() == (1, 5.0, 0.5)
    assert csat("--estimates") == (2, 3.5, 0.5)
    notice = "Agents' estimates count as scores"
    assert notice in shell("report", "--estimates")[1]
    assert notice not in shell("report")[1]


@pytest.fixture
def filled(shell: Shell, tmp_path: Path) -> Shell:
    """A shell on a store with the printed response log."""
    sheet = write_csv(tmp_path / "log.csv", RESPONSE_ROWS)
    assert shell("import", sheet, "--form", "response")[0] == 0
    return shell


@pytest.mark.parametrize(
    ("ending", "begins"),
    [
        ("txt", b"Response and resolution times\n"),
        ("json", b"{\n"),
        ("csv", b"\xef\xbb\xbfVolume tickets,"),
        ("md", b"# Response"),
        ("html", b"<!doctype html>"),
        ("HTM", b"<!doctype html>"),
        ("xlsx", b"PK"),
    ],
)
def test_the_ending_tells_the_format(
    ending: str, begins: bytes, filled: Shell, tmp_path: Path
) -> None:
    """Of the file to write, unless `--format` does; another ending means text."""
    out = tmp_path / f"report.{ending}"
    assert filled("report", "2023-10", "-o", out) == (0, "", "")
    assert out.read_bytes().startswith(begins)


def test_a_format_may_be_printed(filled: Shell) -> None:
    """What is asked for by name goes to the standard output, and nothing else does."""
    code, told, err = filled("report", "2023-10", "--format", "csv")
    assert (code, err) == (0, "")
    assert "Volume tickets" in told.splitlines()[0]
    assert filled("report", "--format", "html")[1].rstrip().endswith("</html>")


def test_the_named_format_wins_over_the_ending(filled: Shell, tmp_path: Path) -> None:
    """A file may be called anything."""
    out = tmp_path / "report.txt"
    assert filled("report", "--format", "json", "-o", out)[0] == 0
    assert json.loads(out.read_text("utf-8"))["total"]["tickets"] == 3


def test_a_workbook_is_never_shown(filled: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal it would be noise: the sentence says what to do instead."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    code, told, err = filled("report", "--format", "xlsx")
    assert (code, told) == (2, "")
    assert "-o report.xlsx" in err


def test_an_unknown_format_is_misuse(shell: Shell) -> None:
    """It ends with 2, so that a nightly job notices."""
    assert shell("report", "--format", "pdf")[0] == 2
