"""Make a store of many plausible tickets: `python -m tests.bench.fill COUNT PATH`."""

import argparse
import sys
from pathlib import Path

from cstui.cli.commands.demo import fill
from cstui.cli.session import create, login, seat
from data.desk import open_store


def main() -> None:
    """Fill a new store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("path", type=Path)
    told = parser.parse_args()
    create(told.path, language="zh")
    store = open_store(told.path, by=login())
    fill(seat(store, None), told.count, 1, "zh")
    store.close()
    sys.stderr.write(f"{told.count} tickets in {told.path}\n")


if __name__ == "__main__":
    main()
