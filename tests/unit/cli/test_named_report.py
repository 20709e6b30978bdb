"""Named reports and views in the shell."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cstui.clock.now import SiteClock
from tests.fixtures.exchange.sheets import RESPONSE_ROWS, write_csv

Shell = Callable[..., tuple[int, str, str]]
NAMES = (
    "board", "response", "trends", "heat", "attainment", "backlog", "satisfaction", "people",
    "problems", "anomalies", "staffing", "findings", "daily", "weekly", "monthly", "current",
)  # fmt: skip


@pytest.fixture
def filled(shell: Shell, tmp_path: Path) -> Shell:
    """A shell on a store with the printed response log of the first of October 2023."""
    sheet = write_csv(tmp_path / "log.csv", RESPONSE_ROWS)
    assert shell("import", sheet, "--form", "response")[0] == 0
    return shell


@pytest.mark.parametrize("name", NAMES)
def test_each_report_can_be_asked_for(filled: Shell, name: str) -> None:
    """By its name alone, and over any period; only those that warn may end with 1."""
    for words in ((), ("2023-10",), ("all", "--by", "type", "--by", "channel")):
        code, told, wrong = filled("report", name, *words)
        assert not wrong
        assert told
        assert code == 0 or (name in ("board", "findings") and code == 1)


def test_a_board_with_an_alarm_ends_with_one(filled: Shell, tmp_path: Path) -> None:
    """So that a timer can tell; without one it ends with 0."""
    assert filled("report", "board", "2023-10-01")[0] == 0
    header, row = RESPONSE_ROWS[1:3]
    late = [cell.replace("2023-10-01", "2023-11-01") for cell in row]
    late[header.index("首次响应时间")] = "10:00"
    late[header.index("解决时间")] = "10:30"
    sheet = write_csv(tmp_path / "late.csv", [header, late])
    assert filled("import", sheet, "--form", "response")[0] == 0
    code, told, _ = filled("report", "board", "2023-11-01")
    assert code == 1
    assert "First response time is 45 min" in told


def test_nothing_found_ends_with_zero(filled: Shell) -> None:
    """Three tickets are too few for any finding."""
    assert filled("report", "findings", "2023-10")[0] == 0


def test_tickets_are_listed_by_their_figure(filled: Shell) -> None:
    """`--metric` names it; without one, or with an unknown one, it is misuse."""
    code, told, _ = filled("report", "tickets", "2023-10", "--metric", "FRT", "--where", "hour=9")
    assert code == 0
    assert "20231001001" in told
    assert filled("report", "tickets", "2023-10")[0] == 2
    assert filled("report", "tickets", "2023-10", "--metric", "XYZ")[0] == 2


@pytest.mark.parametrize("name", ["monthly", "board", "trends", "anomalies"])
@pytest.mark.parametrize("ending", ["txt", "json", "csv", "md", "html", "xlsx"])
def test_a_closed_period_gives_the_same_bytes_whenever_it_is_told(
    filled: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, ending: str
) -> None:
    """Today or four hundred days later, in any format."""
    outs = [tmp_path / f"{when}.{ending}" for when in ("now", "later")]
    filled("report", name, "2023-10", "-o", outs[0])
    now = SiteClock.now

    def later(clock: SiteClock) -> datetime:
        return now(clock) + timedelta(days=400)

    monkeypatch.setattr(SiteClock, "now", later)
    filled("report", name, "2023-10", "-o", outs[1])
    assert outs[0].read_bytes() == outs[1].read_bytes()
