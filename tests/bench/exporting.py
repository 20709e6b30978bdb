"""All tickets written to sheets: `python -m tests.bench.exporting DB`.

Memory is told as it was in the first tenth of the time and at its most: an export holds no more
of a large store than of a small one.
"""

import argparse
import tempfile
from pathlib import Path

from tests.bench.children import CSTUI, run
from tests.bench.measuring import on_what, table

HEADS = ("export", "rows", "s", "rows/s", "MiB at first", "peak MiB", "file MB")
SHEETS = {
    "tickets, .csv": ("tickets.csv",),
    "events, .csv": ("events.csv", "--events"),
    "tickets, .xlsx": ("tickets.xlsx",),
}


def main() -> None:
    """Export, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("filled", type=Path)
    filled = parser.parse_args().filled
    print(on_what("openpyxl", "pysqlite3"), end="\n\n")
    rows = []
    with tempfile.TemporaryDirectory(dir=filled.parent) as folder:
        for name, (file, *more) in SHEETS.items():
            out = Path(folder, file)
            took = run([CSTUI, "--store", filled, "export", out, *more], watched=True)
            count = int(took.told.split()[-1])
            megabytes = out.stat().st_size / 1e6
            rows.append(
                (name, count, took.seconds, count / took.seconds, took.early_mib, took.peak_mib,
                 megabytes)
            )  # fmt: skip
    print(table(HEADS, rows))


if __name__ == "__main__":
    main()
