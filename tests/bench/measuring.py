"""What the benchmarks share: timing, memory, and how they print."""

import os
import platform
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

Row = Sequence[object]


def median_ms(job: Callable[[], object], rounds: int, pause: float = 0.0) -> float:
    """The median time of a job in milliseconds."""
    return percentiles_ms(job, rounds, pause)[0]


def percentiles_ms(
    job: Callable[[], object], rounds: int, pause: float = 0.0
) -> tuple[float, float]:
    """The median and the 99th percentile of a job's time in milliseconds.

    Args:
        job: What is done, again and again.
        rounds: How often.
        pause: Seconds of rest before each time, which do not count.
    """
    times = []
    for _ in range(rounds):
        if pause:
            time.sleep(pause)
        start = time.perf_counter()
        job()
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return statistics.median(times), times[min(len(times) - 1, int(len(times) * 0.99))]


def memory_mib() -> float:
    """This process's resident memory."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return float("nan")


def on_what(*packages: str) -> str:
    """The machine and the versions, for the line above a table."""
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, {versions}"
    )


def table(heads: Row, rows: Iterable[Row]) -> str:
    """A Markdown table."""
    return "\n".join(map(row, [heads, ["---"] * len(heads), *rows]))


def row(cells: Row) -> str:
    """A row of a Markdown table."""
    return "| " + " | ".join(map(_shown, cells)) + " |"


def _shown(cell: object) -> str:
    if not isinstance(cell, float):
        return str(cell)
    return f"{cell:.0f}" if cell >= 100 else f"{cell:.3g}"
