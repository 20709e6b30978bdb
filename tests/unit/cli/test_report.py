"""What `cstui report` counts."""

import json
from collections.abc import Callable
from pathlib import Path

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
