"""Shell commands from start to end: `python -m tests.bench.shell FILLED.db…`."""

import argparse
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.measuring import Row, on_what, table

ROUNDS = 5
QUICK_ROUNDS = 30
HEADS = ("command", "tickets", "median ms", "least ms", "most ms")


def measure(name: str, words: list[str], tickets: object, rounds: int) -> Row:
    """Time a command, its output thrown away."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(words, stdout=subprocess.DEVNULL, check=True)
        times.append((time.perf_counter() - start) * 1000)
    return name, tickets, statistics.median(times), min(times), max(times)


def main() -> None:
    """Measure the report on each store, and `--help` beside an empty Python."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("filled", type=Path, nargs="*")
    told = parser.parse_args()
    cstui = shutil.which("cstui", path=str(Path(sys.executable).parent)) or "cstui"
    print(on_what("numpy", "plotext", "pendulum", "pysqlite3"))
    rows = [
        measure("an empty Python", [sys.executable, "-c", "pass"], "–", QUICK_ROUNDS),
        measure("cstui --help", [cstui, "--help"], "–", QUICK_ROUNDS),
    ]
    for filled in told.filled:
        store = ["--store", str(filled)]
        for words in (["report", "all"], ["report", "all", "--by", "channel"]):
            rows.append(
                measure(f"cstui {' '.join(words)}", [cstui, *store, *words], filled.stem, ROUNDS)
            )
    print(table(HEADS, rows))


if __name__ == "__main__":
    main()
