"""Make a store of many plausible tickets: `python -m tests.bench.fill COUNT PATH [--open N]`."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from cstui.cli.commands.demo import fill
from cstui.cli.session import create, login, seat
from cstui.domain.acts import Reopened, Resolved
from cstui.domain.ticket import Event, Ticket
from cstui.services.demo import made_up, samples_from
from cstui.services.desk import Desk
from data.desk import open_store
from data.resources import read

_BATCH = 1000


def main() -> None:
    """Fill a new store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("path", type=Path)
    parser.add_argument("--open", type=int, default=0, help="so many of them are not solved")
    told = parser.parse_args()
    create(told.path, language="zh")
    store = open_store(told.path, by=login())
    desk = seat(store, None)
    fill(desk, told.count - told.open, 1, "zh")
    _leave_open(desk, told.open)
    store.close()
    sys.stderr.write(f"{told.count} tickets in {told.path}\n")


def _leave_open(desk: Desk, count: int) -> None:
    """Add tickets that were worked on and never solved."""
    samples = samples_from(read("demo")["zh"])
    tickets = made_up(samples, count, 2, desk.clock.now())
    unsolved = [_unsolved(ticket) for ticket in tickets]
    for first in range(0, count, _BATCH):
        desk.add(unsolved[first : first + _BATCH])


def _unsolved(ticket: Ticket) -> Ticket:
    return replace(ticket, events=tuple(_before_solved(ticket.events)))


def _before_solved(events: Iterable[Event]) -> Iterable[Event]:
    for event in events:
        if isinstance(event.act, Resolved | Reopened):
            return
        yield event


if __name__ == "__main__":
    main()
