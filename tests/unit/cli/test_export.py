"""What `cstui export` writes, and what it tells of it."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fixtures.exchange.sheets import RESPONSE_ROWS, write_csv

Shell = Callable[..., tuple[int, str, str]]


@pytest.fixture
def filled(shell: Shell, tmp_path: Path) -> Shell:
    """A shell on a store with the printed response log."""
    sheet = write_csv(tmp_path / "log.csv", RESPONSE_ROWS)
    assert shell("import", sheet, "--form", "response")[0] == 0
    return shell


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file below its header."""
    with path.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def test_a_row_for_each_ticket(filled: Shell, tmp_path: Path) -> None:
    """As many as there are, which is told beside the file's name."""
    code, out, err = filled("export", tmp_path / "out.csv")
    assert (code, out, err) == (0, "", f"Tickets written to {tmp_path / 'out.csv'}: 3\n")
    assert len(rows_of(tmp_path / "out.csv")) == 3


def test_a_row_for_each_event(filled: Shell, tmp_path: Path) -> None:
    """With `--events`, of those that happened in the period."""
    code, _, err = filled("export", tmp_path / "out.csv", "2023-10", "--events")
    rows = rows_of(tmp_path / "out.csv")
    assert (code, err) == (0, f"Events written to {tmp_path / 'out.csv'}: {len(rows)}\n")
    assert [row["Event"] for row in rows[:3]] == ["Request received", "Replied", "Resolved"]
    assert {row["Known from"] for row in rows} == {"imported"}
    assert filled("export", tmp_path / "none.csv", "2023-11", "--events")[0] == 0
    assert rows_of(tmp_path / "none.csv") == []
