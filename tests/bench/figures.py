"""The board, and a month's figures beside DuckDB and pandas: `python -m tests.bench.figures DB`.

Every program is a process of its own, from start to end, the file already read once. Whoever
tells the month reads the same rows: cstui its store, the others these rows in one Parquet or CSV
file, which were written beforehand. All must come to the same figures.

Tickets are saved between questions; so the store is not as before.
"""

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.bench.children import CSTUI, Run, run
from tests.bench.figures_steps import PERIODS, STEPS
from tests.bench.measuring import on_what, table

ROUNDS = 3
BOARD_HEADS = ("the board", "ms", "peak MiB")
VIEWS_HEADS = ("view, ms", *(f"{period}: {step}" for period in PERIODS for step in STEPS))
MONTH_HEADS = ("a whole month by channel", "rows", "ms", "peak MiB")


def board(filled: Path) -> str:
    """The tables of what a supervisor waits for."""
    command = [CSTUI, "--store", filled, "report", "board"]
    whole = _median(command)
    step = [sys.executable, "-m", "tests.bench.figures_steps", filled]
    told = []
    for _ in range(ROUNDS):
        # the system lets go of a large file soon: what is read here was read just now
        run(command)
        told.append(json.loads(run(step).out))
    peaks = {name: max(one["peak_mib"][name] for one in told) for name in told[0]["peak_mib"]}
    rows: list[Sequence[object]] = [("`cstui report board`, start to end", *_ms(whole))]
    for name in told[0]["board"]:
        took = statistics.median(one["board"][name] for one in told)
        rows.append((name, took, peaks["board"]))
    rows.append(("all views of both periods, one after the other", "", peaks["all"]))
    over = f"response times of the month before, {told[0]['over']['tickets']} tickets derived anew"
    rows.append((over, statistics.median(one["over"]["ms"] for one in told), peaks["over"]))
    views = [(view, *_steps(told, view)) for view in told[0]["views"][PERIODS[0]]]
    return f"{table(BOARD_HEADS, rows)}\n\n{table(VIEWS_HEADS, views)}"


def _steps(told: Sequence[Mapping[str, Any]], view: str) -> Iterator[float]:
    """What each step at a view took, in the middle of all runs."""
    for period in PERIODS:
        runs = [one["views"][period][view] for one in told]
        yield from (statistics.median(step) for step in zip(*runs, strict=True))


def month(filled: Path) -> str:
    """The table of a month told by each program."""
    with tempfile.TemporaryDirectory(dir=filled.parent) as folder:
        written = run([sys.executable, "-m", "tests.bench.figures_peers", "write", filled, folder])
        asked = json.loads(written.out)
        words = ["report", asked["period"], "--by", "channel", "--format", "json"]
        ours = _median([CSTUI, "--store", filled, *words])
        expected = _ours(json.loads(ours.out))
        rows: list[Sequence[object]] = [("cstui", asked["rows"], *_ms(ours))]
        for peer in ("duckdb", "pandas"):
            for kind in ("parquet", "csv"):
                file = Path(folder, f"rows.{kind}")
                again = [sys.executable, "-m", "tests.bench.figures_peers", peer, file]
                theirs = _median([*again, json.dumps(asked)])
                _agree(expected, json.loads(theirs.out), f"{peer}, {kind}")
                rows.append((f"{peer}, {kind}", asked["rows"], *_ms(theirs)))
    return table(MONTH_HEADS, rows)


def _median(words: Sequence[object]) -> Run:
    """The run of middle length, after one that does not count."""
    run(words)
    runs = sorted((run(words) for _ in range(ROUNDS)), key=lambda one: one.seconds)
    return runs[len(runs) // 2]


def _ms(one: Run) -> tuple[float, float]:
    return one.seconds * 1000, one.peak_mib


def _ours(told: Mapping[str, Any]) -> dict[str, list[float]]:
    """Number, mean, percentiles and timeout rate by channel; of all by the empty name."""
    groups = [("", told["total"]), *((one["by"]["channel"], one) for one in told["groups"])]
    return {
        name: [
            *(one["first_response_s"][part] for part in ("n", "mean", "p50", "p90", "p95")),
            one["timeout"]["rate"],
        ]
        for name, one in groups
        if one["first_response_s"]["n"]
    }


def _agree(ours: Mapping[str, list[float]], theirs: Mapping[str, list[float]], who: str) -> None:
    same = ours.keys() == theirs.keys() and all(
        abs(one - other) <= 1e-6 * max(1.0, abs(one))
        for name in ours
        for one, other in zip(ours[name], theirs[name], strict=True)
    )
    if not same:
        raise SystemExit(f"{who} tells other figures: {theirs} instead of {ours}")


def main() -> None:
    """Measure and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("filled", type=Path)
    filled = parser.parse_args().filled
    print(on_what("numpy", "pysqlite3", "duckdb", "pandas", "pyarrow"), end="\n\n")
    print(board(filled), end="\n\n", flush=True)
    print(month(filled))


if __name__ == "__main__":
    main()
