"""A room full of agents on one store: `python -m tests.bench.sessions`.

Each session is a process that thinks for half a second on average and then saves: a new ticket,
and a note on one of fifty that all of them write to, tried again when another was faster. They
begin together, once all have started. Measured with the gate before each write, and without it.
"""

import argparse
import multiprocessing
import random
import statistics
import tempfile
import time
from contextlib import AbstractContextManager, nullcontext
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path

from cstui.cli.session import create, seat
from cstui.domain.acts import Noted, Submitted
from cstui.domain.errors import Conflict, CstuiError
from cstui.domain.ticket import Header, Ticket
from cstui.services.desk import Desk
from data.desk import open_store
from data.engine.gate import Gate
from tests.bench.measuring import Row, on_what, table

THOUGHT_S = 0.5
SHARED = 50
HEADS = (
    "gate", "sessions", "saves", "saves/s", "p50 ms", "p99 ms", "max ms",
    "errors", "conflicts tried again", "lost",
)  # fmt: skip

Outcome = tuple[list[float], int, int, int]
"""Milliseconds of each save; errors; conflicts; notes that were acknowledged."""


def without_gate(self: Gate) -> AbstractContextManager[None]:
    """No gate: SQLite's own waiting decides who is next."""
    return nullcontext()


def session(
    path: Path, seconds: float, seed: int, gate: bool, begin: Barrier, out: Connection
) -> None:
    """Save for a while, and tell how it went."""
    if not gate:
        setattr(Gate, "held", without_gate)  # noqa: B010  # what is measured is its absence
    dice = random.Random(seed)
    store = open_store(path, by=f"agent{seed}")
    desk = seat(store, None)
    times: list[float] = []
    errors = conflicts = kept = 0
    begin.wait()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(dice.expovariate(1 / THOUGHT_S))
        start = time.perf_counter()
        try:
            desk.save(Ticket(Header("hotline"), (desk.event(Submitted()),)))
            times.append((time.perf_counter() - start) * 1000)
            conflicts += _note(desk, dice.randint(1, SHARED), times)
            kept += 1
        except CstuiError:
            errors += 1
    store.close()
    out.send((times, errors, conflicts, kept))


def _note(desk: Desk, row: int, times: list[float]) -> int:
    """Write a note on a ticket that others write to as well; how often another was faster."""
    conflicts = 0
    ticket = desk.store.ticket_at(row)
    while True:
        start = time.perf_counter()
        try:
            desk.save(ticket.with_events([desk.event(Noted("one more"))]))
        except Conflict as conflict:
            ticket = conflict.current
            conflicts += 1
        else:
            times.append((time.perf_counter() - start) * 1000)
            return conflicts


def run(count: int, seconds: float, gate: bool) -> Row:
    """Run so many sessions at once, and compare what they were told with what is there."""
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "desk.db")
        create(path, language="en")
        store = open_store(path)
        desk = seat(store, None)
        desk.add(Ticket(Header("hotline"), (desk.event(Submitted()),)) for _ in range(SHARED))
        begin = context.Barrier(count)
        ends = []
        for seed in range(count):
            mine, theirs = context.Pipe(duplex=False)
            told = (path, seconds, seed, gate, begin, theirs)
            process = context.Process(target=session, args=told)
            process.start()
            ends.append((process, mine))
        outcomes: list[Outcome] = [mine.recv() for _, mine in ends]
        for process, _ in ends:
            process.join()
        noted = sum(len(store.ticket_at(row).events) - 1 for row in range(1, SHARED + 1))
        store.close()
    times = sorted(one for outcome in outcomes for one in outcome[0])
    errors = sum(outcome[1] for outcome in outcomes)
    conflicts = sum(outcome[2] for outcome in outcomes)
    kept = sum(outcome[3] for outcome in outcomes)
    return (
        "with" if gate else "without", count, len(times), len(times) / seconds,
        statistics.median(times), times[int(len(times) * 0.99)], times[-1],
        errors, conflicts, kept - noted,
    )  # fmt: skip


def main() -> None:
    """Measure with and without the gate, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=20)
    told = parser.parse_args()
    print(on_what("tinydb", "pysqlite3"))
    print(table(HEADS, [run(told.sessions, told.seconds, gate) for gate in (True, False)]))


if __name__ == "__main__":
    main()
