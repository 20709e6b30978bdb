"""The store beside stock TinyDB and raw sqlite3: `python -m tests.bench.store FILLED.db`.

All three hold the same documents. Each is measured in a process of its own, one after the other;
a save is one transaction that is on disk when it returns. It comes after a moment's rest, as at a
desk; "in a loop" one comes right after the other.
"""

import argparse
import json
import multiprocessing
import shutil
import tempfile
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection as Sender
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from tinydb import TinyDB, where

from cstui.cli.session import seat
from cstui.domain.acts import Noted
from cstui.domain.ticket import Event
from data.desk import open_store
from data.engine.database import RowDb
from data.engine.dialect import Dialect
from data.engine.driver import DriverConnection, connect
from data.engine.layout import index_columns, index_condition
from data.engine.table_sql import TableSql
from data.schema import MIGRATIONS, TICKET_INDEXES, TICKETS
from tests.bench.measuring import Row, median_ms, memory_mib, on_what, percentiles_ms, row, table

ROUNDS = 500
PAUSE = 0.005
"""Seconds of rest before each save: at a desk neither disk nor processor is warm from the last."""
STOCK_ROUNDS = 1
"""At a million documents each takes a minute."""
HEADS = (
    "documents", "backend", "open ms", "save new ms", "p99", "in a loop", "save changed ms",
    "get ms", "search by number ms", "memory MiB", "file MB",
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

    new_ms, new_p99 = percentiles_ms(lambda: store.add([entry]), ROUNDS, PAUSE)
    return (
        "cstui", open_ms, new_ms, new_p99, median_ms(lambda: store.add([entry]), ROUNDS),
        median_ms(save, ROUNDS, PAUSE),
        median_ms(lambda: store.ticket_at(sample.id), ROUNDS),
        median_ms(lambda: store.ticket(sample.number), ROUNDS),
        memory_mib(), path.stat().st_size / 1e6,
    )  # fmt: skip


def raw(path: Path) -> Row:
    """sqlite3 by hand: one table of JSON texts with the same indexes and settings."""
    bare = path.with_suffix(".raw")
    database = _connect(bare)
    database.execute('CREATE TABLE "d:t"(id INTEGER PRIMARY KEY, body TEXT NOT NULL)')
    database.execute("BEGIN")
    for _, document in _documents(path):
        body = json.dumps(document, ensure_ascii=False)
        database.execute('INSERT INTO "d:t"(body) VALUES (?)', (body,))
    database.execute("COMMIT")
    for index in TICKET_INDEXES:
        columns, where = index_columns(index, Dialect()), index_condition(index, Dialect())
        database.execute(TableSql("t").create_index(index.name, columns, where))
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    database.close()

    def opening() -> None:
        _connect(bare).close()

    open_ms = median_ms(opening, 20)
    database = _connect(bare)
    sample = database.execute('SELECT max(id) / 2 FROM "d:t"').fetchall()[0][0]
    read = 'SELECT body FROM "d:t" WHERE id = ?'
    document = json.loads(database.execute(read, (sample,)).fetchall()[0][0])
    number = document["header"]["number"]

    def encoded() -> str:
        return json.dumps(document, ensure_ascii=False)

    def insert() -> None:
        database.execute('INSERT INTO "d:t"(body) VALUES (?)', (encoded(),))

    new_ms, new_p99 = percentiles_ms(insert, ROUNDS, PAUSE)

    number_is = Dialect().equals(("header", "number"))
    by_number = f'SELECT body FROM "d:t" WHERE {number_is} LIMIT 1'

    def change() -> None:
        database.execute('UPDATE "d:t" SET body = ? WHERE id = ?', (encoded(), sample))

    def get(sql: str, value: object) -> Callable[[], object]:
        return lambda: json.loads(database.execute(sql, (value,)).fetchall()[0][0])

    return (
        "raw sqlite3", open_ms, new_ms, new_p99, median_ms(insert, ROUNDS),
        median_ms(change, ROUNDS, PAUSE),
        median_ms(get(read, sample), ROUNDS),
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
        "stock TinyDB", open_ms, new_ms, "–", "–",
        median_ms(lambda: database.update({"order": 1}, doc_ids=[500]), STOCK_ROUNDS),
        median_ms(lambda: database.get(doc_id=500), STOCK_ROUNDS),
        median_ms(lambda: database.search(where("header").number == number), STOCK_ROUNDS),
        memory_mib(), plain.stat().st_size / 1e6,
    )  # fmt: skip


def _connect(path: Path) -> DriverConnection:
    database = connect(path.as_uri(), 10)
    for pragma in Dialect().on_open:
        database.execute(pragma).fetchall()
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
