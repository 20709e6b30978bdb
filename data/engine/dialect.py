"""All SQL, and nothing else: the words of SQLite for what the engine wants to say.

Another database is another class with these names; tables, queries and transactions stay as they
are. A document's row is (id, rev, crc, actor, body); JSON paths are tuples of keys.
"""

from collections.abc import Sequence
from typing import Final

JsonPath = tuple[str, ...]

APPLICATION_ID: Final = 0x43535455
"""Marks a SQLite file as a cstui store ("CSTU")."""


def quoted(name: str) -> str:
    """A name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: str | int) -> str:
    """A value as an SQL literal, for the few places that take no parameter."""
    return str(int(value)) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


def _marks(count: int) -> str:
    return ",".join("?" * count)


class TableSql:
    """The statements of one table of documents and its packed rows."""

    def __init__(self, name: str) -> None:
        self.name = name
        data = self.data = quoted(f"d:{name}")
        facts = self.facts = quoted(f"f:{name}")
        columns = self.columns = "id, rev, crc, body"
        self.insert = f"INSERT INTO {data}(id, crc, actor, body) VALUES (?,?,?,?)"
        self.read = f"SELECT {columns} FROM {data} WHERE id = ?"
        self.actor = f"SELECT actor FROM {data} WHERE id = ?"
        self.update = f"UPDATE {data} SET rev = rev + 1, crc = ?, actor = ?, body = ? WHERE id = ?"
        self.save = self.update + " AND rev = ?"
        self.delete = f"DELETE FROM {data} WHERE id = ?"
        self.clear = f"DELETE FROM {data}"
        self.reset_ids = f"DELETE FROM sqlite_sequence WHERE name = {literal(f'd:{name}')}"
        self.count = f"SELECT count(*) FROM {data}"
        self.next_id = (
            f"SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = "
            f"{literal(f'd:{name}')}), 0), coalesce((SELECT max(id) FROM {data}), 0)) + 1"
        )
        self.walk = f"SELECT {columns} FROM {data} WHERE id > ? ORDER BY id LIMIT ?"
        self.first = f"SELECT {columns} FROM {data} ORDER BY id LIMIT ?"
        self.put_facts = (
            f"INSERT INTO {facts}(id, f) VALUES (?,?) ON CONFLICT(id) DO UPDATE SET f = excluded.f"
        )
        # text joins in C, one call for many rows; the casts move bytes and change none
        self.join_facts = (
            f"SELECT max(id), count(*), CAST(group_concat(CAST(f AS TEXT), '') AS BLOB) "
            f"FROM (SELECT id, f FROM {facts} WHERE id > ? ORDER BY id LIMIT ?)"
        )
        self.clear_facts = f"DELETE FROM {facts}"

    def select(
        self, what: str, where: str | None = None, order: str = "id", limit: bool = False
    ) -> str:
        """Read columns of the documents that meet a condition."""
        return (
            f"SELECT {what} FROM {self.data}"
            + (f" WHERE {where}" if where else "")
            + f" ORDER BY {order}"
            + (" LIMIT ? OFFSET ?" if limit else "")
        )

    def count_where(self, where: str) -> str:
        """Count the documents that meet a condition."""
        return f"{self.count} WHERE {where}"

    def by_ids(self, count: int) -> str:
        """Read that many documents by id."""
        return self.select(self.columns, f"id IN ({_marks(count)})")

    def facts_by_ids(self, count: int) -> str:
        """Read that many packed rows by id."""
        return f"SELECT id, f FROM {self.facts} WHERE id IN ({_marks(count)}) ORDER BY id"

    def create(self) -> list[str]:
        """Make the table and the triggers that tell the feed about each change."""
        name = literal(self.name)
        feed = "INSERT INTO cs_changes(tbl, id, op, rev, actor) VALUES"
        return [
            f"CREATE TABLE {self.data}(id INTEGER PRIMARY KEY AUTOINCREMENT,"
            " rev INTEGER NOT NULL DEFAULT 1, crc INTEGER NOT NULL,"
            " actor TEXT NOT NULL, body TEXT NOT NULL)",
            f"CREATE TRIGGER {quoted(f'ti:{self.name}')} AFTER INSERT ON {self.data} BEGIN"
            f" {feed} ({name}, NEW.id, 'I', NEW.rev, NEW.actor); END",
            f"CREATE TRIGGER {quoted(f'tu:{self.name}')} AFTER UPDATE ON {self.data} BEGIN"
            f" {feed} ({name}, NEW.id, 'U', NEW.rev, NEW.actor); END",
            f"CREATE TRIGGER {quoted(f'td:{self.name}')} AFTER DELETE ON {self.data} BEGIN"
            f" {feed} ({name}, OLD.id, 'D', OLD.rev, ''); END",
            f"INSERT INTO cs_tables(name) VALUES ({name})",
        ]

    def create_facts(self) -> list[str]:
        """Make the table of packed rows, which lose theirs with the document."""
        return [
            f"CREATE TABLE IF NOT EXISTS {self.facts}(id INTEGER PRIMARY KEY, f BLOB NOT NULL)",
            f"CREATE TRIGGER IF NOT EXISTS {quoted(f'tf:{self.name}')} AFTER DELETE ON {self.data}"
            f" BEGIN DELETE FROM {self.facts} WHERE id = OLD.id; END",
        ]

    def drop(self) -> list[str]:
        """Remove the table with all that belongs to it; the feed hears of each document."""
        return [
            self.clear,
            self.reset_ids,
            f"DROP TABLE {self.data}",
            f"DROP TABLE IF EXISTS {self.facts}",
            f"DELETE FROM cs_tables WHERE name = {literal(self.name)}",
        ]

    def index_name(self, name: str) -> str:
        """The stored name of one of the table's indexes."""
        return f"ix:{self.name}:{name}"

    def create_index(self, name: str, columns: Sequence[str], where: str | None) -> str:
        """Index expressions, of all documents or of those that meet a condition."""
        return (
            f"CREATE INDEX {quoted(self.index_name(name))} ON {self.data}({', '.join(columns)})"
            + (f" WHERE {where}" if where else "")
        )


class Dialect:
    """SQLite's words for opening, transactions, queries on JSON, and the store's own tables."""

    engine = "SQLite"

    on_open = (
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        "PRAGMA wal_autocheckpoint=1000",
        f"PRAGMA journal_size_limit={64 * 1024 * 1024}",
        "PRAGMA secure_delete=OFF",
    )
    begin = "BEGIN IMMEDIATE"
    begin_read = "BEGIN"
    commit = "COMMIT"
    rollback = "ROLLBACK"
    application_id = "PRAGMA application_id"
    version = "PRAGMA user_version"
    data_version = "PRAGMA data_version"
    quick_check = "PRAGMA quick_check"
    integrity_check = "PRAGMA integrity_check"
    copy_into = "VACUUM INTO ?"

    base = (
        f"PRAGMA application_id={APPLICATION_ID}",
        "CREATE TABLE cs_meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE cs_tables(name TEXT PRIMARY KEY) WITHOUT ROWID",
        "CREATE TABLE cs_migrations(name TEXT PRIMARY KEY, position INTEGER NOT NULL,"
        " at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))) WITHOUT ROWID",
        "CREATE TABLE cs_series(name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE TABLE cs_words(id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE)",
        "CREATE TABLE cs_changes(seq INTEGER PRIMARY KEY AUTOINCREMENT, tbl TEXT NOT NULL,"
        " id INTEGER NOT NULL, op TEXT NOT NULL, rev INTEGER NOT NULL, actor TEXT NOT NULL,"
        " at INTEGER NOT NULL DEFAULT (CAST(strftime('%s', 'now') AS INTEGER)))",
    )
    put_meta = "INSERT INTO cs_meta(key, value) VALUES (?,?)"
    meta = "SELECT key, value FROM cs_meta"
    tables = "SELECT name FROM cs_tables ORDER BY name"
    has_table = "SELECT 1 FROM cs_tables WHERE name = ?"
    indexes = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ?"

    migrations = "SELECT name FROM cs_migrations ORDER BY position"
    put_migration = "INSERT INTO cs_migrations(name, position) VALUES (?,?)"

    advance = (
        "INSERT INTO cs_series(name, last) VALUES (?,?)"
        " ON CONFLICT(name) DO UPDATE SET last = last + excluded.last"
    )
    last_in_series = "SELECT last FROM cs_series WHERE name = ?"

    find_word = "SELECT id FROM cs_words WHERE word = ?"
    add_word = "INSERT INTO cs_words(word) VALUES (?)"
    words_after = "SELECT id, word FROM cs_words WHERE id > ? ORDER BY id"

    position = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'cs_changes'), 0)"
    oldest_change = "SELECT min(seq) FROM cs_changes"
    changes = (
        "SELECT seq, tbl, id, op, rev, actor, at FROM cs_changes WHERE seq > ? ORDER BY seq LIMIT ?"
    )
    prune = "DELETE FROM cs_changes WHERE at < ?"

    def table(self, name: str) -> TableSql:
        """The statements of one table."""
        return TableSql(name)

    def set_version(self, version: int) -> str:
        """Record how many migrations the store has had."""
        return f"PRAGMA user_version={version:d}"

    def drop_index(self, stored: str) -> str:
        """Remove an index by its stored name."""
        return f"DROP INDEX {quoted(stored)}"

    # -- what a document holds at a path; an index serves only the very same expression

    def path(self, path: JsonPath) -> str:
        """A JSON path as a literal; `queries` lets through only keys that need no escape."""
        return literal("$" + "".join(f'."{key}"' for key in path))

    def value(self, path: JsonPath) -> str:
        """The value at a path: NULL for a missing one and for null, 1 and 0 for true and false."""
        return f"json_extract(body,{self.path(path)})"

    def kind(self, path: JsonPath) -> str:
        """The JSON type of the value at a path; NULL when there is none."""
        return f"json_type(body,{self.path(path)})"

    def part(self, path: JsonPath) -> str:
        """The value at a path as JSON text; NULL when there is none."""
        return f"CASE WHEN {self.kind(path)} IS NOT NULL THEN json_quote({self.value(path)}) END"

    # -- conditions; NULL counts as false

    always = "TRUE"

    def exists(self, path: JsonPath) -> str:
        """There is a value at the path, be it null."""
        return f"{self.kind(path)} IS NOT NULL"

    def is_kind(self, path: JsonPath, *kinds: str) -> str:
        """The value is one of these JSON types."""
        return f"{self.kind(path)} IN ({','.join(map(literal, kinds))})"

    def equals(self, path: JsonPath) -> str:
        """The value equals a parameter: a number, or a text."""
        return f"{self.value(path)} = ?"

    def is_flag(self, path: JsonPath, flag: bool) -> str:
        """The value is true (or 1), or false (or 0); written out, as a partial index needs it."""
        return f"{self.value(path)} = {literal(flag)}"

    def one_of(self, path: JsonPath, count: int) -> str:
        """The value equals one of the parameters."""
        return f"{self.value(path)} IN ({_marks(count)})"

    def one_of_list(self, path: JsonPath) -> str:
        """The value equals one of those in a parameter that is a JSON list."""
        return f"{self.value(path)} IN (SELECT value FROM json_each(?))"

    def known(self, path: JsonPath) -> str:
        """The value is there and not null, as every comparison of it implies."""
        return f"{self.value(path)} IS NOT NULL"

    def within(self, path: JsonPath) -> str:
        """The value lies between two numbers."""
        return f"{self.value(path)} BETWEEN ? AND ?"

    def compares_number(self, path: JsonPath, operator: str) -> str:
        """The value is a number (or a truth value) on that side of a number."""
        # every number sorts before every text, so that '' ends the numbers of an index range
        above = f" AND {self.value(path)} < ''" if operator.startswith(">") else ""
        return f"{self.value(path)} {operator} ?{above}"

    def compares_text(self, path: JsonPath, operator: str) -> str:
        """The value is a text on that side of a text, by code points."""
        return f"{self.value(path)} {operator} ? AND {self.is_kind(path, 'text')}"

    def holds(self, path: JsonPath, count: int) -> str:
        """The value is a list with one of the parameters in it."""
        return (
            f"EXISTS (SELECT 1 FROM json_each(body,{self.path(path)}) AS item"
            f" WHERE item.value IN ({_marks(count)}))"
        )

    def negated(self, condition: str) -> str:
        """The condition is false or unknown."""
        return f"({condition}) IS NOT TRUE"
