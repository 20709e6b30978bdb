"""The store beside stock TinyDB and raw sqlite3: `python -m tests.bench.store FILLED.db`.

All three hold the same documents. Each is measured in a process of its own, one after the other;
a save is one transaction that is on disk when it returns.
"""

import argparse
import json
import multiprocessing
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing.connection import Connection as Sender
from pathlib import Path
from typing import Any

from tinydb import TinyDB, where

from cstui.cli.session import seat
from cstui.domain.acts import Noted
from cstui.domain.ticket import Event
from data.desk import open_store
from data.engine.database import RowDb
from data.engine.driver import DriverConnection, connect
from data.schema import MIGRATIONS, TICKETS
from tests.bench.measuring import Row, median_ms, memory_mib, on_what, percentiles_ms, row, table

ROUNDS = 500
STOCK_ROUNDS = 1
"""At a million documents each takes a minute."""
HEADS = (
    "documents", "backend", "open ms", "save new ms", "p99", "save changed ms", "get ms",
    "search by number ms", "memory MiB", "file MB",
)  # fmt: skip


def ours(path: Path) -> Row:
    """The desk's store: tickets, numbers, facts and feed in each save."""

    def opening() -> None:
        open_store(path).close()

    open_ms = median_ms(opening, 20)
    store = open_store(path)
    desk = seat(store, None)
    sample = store.ticket_at(store.count() // 2)
    header = replace(sample.header, number="", origin="")
    entry = desk.entry(replace(sample, header=header, id=0, revision=0))
    note = Event(desk.clock.now(), "bench", Noted("one more step"))
    derived = desk.derive(sample)
    changed = sample.with_events([note])

    def save() -> None:
        nonlocal changed
        changed = store.save(changed, derived)

    new_ms, new_p99 = percentiles_ms(lambda: store.add([entry]), ROUNDS)
    return (
        "cstui", open_ms, new_ms, new_p99, median_ms(save, ROUNDS),
        median_ms(lambda: store.ticket_at(sample.id), ROUNDS),
        median_ms(lambda: store.ticket(sample.number), ROUNDS),
        memory_mib(), path.stat().st_size / 1e6,
    )  # fmt: skip


def raw(path: Path) -> Row:
    """sqlite3 by hand: one table of JSON texts, one index, WAL, full sync."""
    bare = path.with_suffix(".raw")
    documents, body = _documents(path), ""
    database = _connect(bare)
    database.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, body TEXT NOT NULL)")
    database.execute("BEGIN")
    for _, document in documents:
        body = json.dumps(document, ensure_ascii=False)
        database.execute("INSERT INTO t(body) VALUES (?)", (body,))
    database.execute("COMMIT")
    database.execute("CREATE INDEX n ON t(json_extract(body, '$.header.number'))")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    database.close()

    def opening() -> None:
        _connect(bare).close()

    open_ms = median_ms(opening, 20)
    database = _connect(bare)
    document = json.loads(body)
    number = document["header"]["number"]

    def encoded() -> str:
        return json.dumps(document, ensure_ascii=False)

    new_ms, new_p99 = percentiles_ms(
        lambda: database.execute("INSERT INTO t(body) VALUES (?)", (encoded(),)), ROUNDS
    )

    by_number = "SELECT body FROM t WHERE json_extract(body, '$.header.number') = ? LIMIT 1"

    def change() -> None:
        database.execute("UPDATE t SET body = ? WHERE id = 500", (encoded(),))

    def get(sql: str, value: object) -> Callable[[], object]:
        return lambda: json.loads(database.execute(sql, (value,)).fetchall()[0][0])

    return (
        "raw sqlite3", open_ms, new_ms, new_p99,
        median_ms(change, ROUNDS),
        median_ms(get("SELECT body FROM t WHERE id = ?", 500), ROUNDS),
        median_ms(get(by_number, number), ROUNDS),
        memory_mib(), bare.stat().st_size / 1e6,
    )  # fmt: skip


def stock(path: Path) -> Row:
    """TinyDB with its own JSON storage, which writes the whole file at each save."""
    plain = path.with_suffix(".json")
    with plain.open("w", encoding="utf-8") as file:
        file.write('{"_default": {')
        for row, document in _documents(path):
            file.write(f'{", " if row > 1 else ""}"{row}": {json.dumps(document)}')
        file.write("}}")

    def opening() -> None:
        with TinyDB(plain) as database:
            len(database)

    open_ms = median_ms(opening, 1)
    database = TinyDB(plain).table("_default", cache_size=0)  # a search that searches
    document = dict(database.get(doc_id=500) or {})
    number = document["header"]["number"]
    new_ms = median_ms(lambda: database.insert(document), STOCK_ROUNDS)
    return (
        "stock TinyDB", open_ms, new_ms, "–",
        median_ms(lambda: database.update({"order": 1}, doc_ids=[500]), STOCK_ROUNDS),
        median_ms(lambda: database.get(doc_id=500), STOCK_ROUNDS),
        median_ms(lambda: database.search(where("header").number == number), STOCK_ROUNDS),
        memory_mib(), plain.stat().st_size / 1e6,
    )  # fmt: skip


def _connect(path: Path) -> DriverConnection:
    database = connect(path.as_uri(), 10)
    database.execute("PRAGMA journal_mode=WAL").fetchall()
    database.execute("PRAGMA synchronous=FULL").fetchall()
    return database


def _documents(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    with RowDb(path, migrations=MIGRATIONS) as database:
        for document in database.table(TICKETS):
            yield document.doc_id, dict(document)


def _measure(backend: Callable[[Path], Row], path: Path, out: Sender) -> None:
    out.send(backend(path))


def main() -> None:
    """Measure all three and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("filled", type=Path, nargs="+")
    told = parser.parse_args()
    print(on_what("tinydb", "pysqlite3"))
    print(table(HEADS, []))
    for filled in told.filled:
        with tempfile.TemporaryDirectory(dir=filled.parent) as folder:
            copy = Path(folder, "desk.db")
            shutil.copyfile(filled, copy)
            store = open_store(copy)
            count = store.count()
            store.close()
            for backend in (raw, ours, stock):
                # a run takes minutes: each row is shown as it comes
                print(row((count, *_in_a_process(backend, copy))), flush=True)


def _in_a_process(backend: Callable[[Path], Row], path: Path) -> Row:
    context = multiprocessing.get_context("spawn")
    ours_end, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_measure, args=(backend, path, theirs))
    process.start()
    row: Row = ours_end.recv()
    process.join()
    return row


if __name__ == "__main__":
    main()
