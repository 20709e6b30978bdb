"""All SQL, and nothing else: the words of SQLite for what the engine wants to say.

Another database is another class with these names; tables, queries and transactions stay as they
are. What concerns one table of documents stands in `table_sql`. JSON paths are tuples of keys.
"""

from typing import Final

from data.engine.table_sql import TableSql, literal, marks, quoted

JsonPath = tuple[str, ...]

APPLICATION_ID: Final = 0x43535455
"""Marks a SQLite file as a cstui store ("CSTU")."""


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
    hold_little = "PRAGMA cache_size=-256"
    begin = "BEGIN IMMEDIATE"
    begin_read = "BEGIN"
    begin_part = "SAVEPOINT part"
    undo_part = "ROLLBACK TO part"
    end_part = "RELEASE part"
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
    put_note = (
        "INSERT INTO cs_meta(key, value) VALUES (?,?)"
        " ON CONFLICT(key) DO UPDATE SET value = excluded.value"
    )
    remove_note = "DELETE FROM cs_meta WHERE key = ?"
    note = "SELECT value FROM cs_meta WHERE key = ?"
    tables = "SELECT name FROM cs_tables ORDER BY name"
    has_table = "SELECT 1 FROM cs_tables WHERE name = ?"
    indexes = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ?"

    migrations = "SELECT name FROM cs_migrations ORDER BY position"
    put_migration = "INSERT INTO cs_migrations(name, position) VALUES (?,?)"

    advance = (
        "INSERT INTO cs_series(name, last) VALUES (?,?)"
        " ON CONFLICT(name) DO UPDATE SET last = last + excluded.last RETURNING last"
    )

    find_word = "SELECT id FROM cs_words WHERE word = ?"
    add_word = "INSERT INTO cs_words(word) VALUES (?)"
    words_after = "SELECT id, word FROM cs_words WHERE id > ? ORDER BY id"

    position = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'cs_changes'), 0)"
    oldest_change = "SELECT min(seq) FROM cs_changes"
    changes = (
        "SELECT seq, tbl, id, op, rev, actor, at FROM cs_changes WHERE seq > ? ORDER BY seq LIMIT ?"
    )
    last_before = (
        "SELECT coalesce(max(seq), 0) FROM cs_changes"
        " WHERE at < ? AND seq < (SELECT max(seq) FROM cs_changes)"
    )
    prune = "DELETE FROM cs_changes WHERE seq <= ?"

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
        return f"{self.value(path)} IN ({marks(count)})"

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
            f" WHERE item.value IN ({marks(count)}))"
        )

    def contains(self, path: JsonPath) -> str:
        """The value is a text with a parameter somewhere in it."""
        value = self.value(path)
        # by the value alone, which an index has: a list and an object are read as their JSON text
        plain = f"typeof({value}) = 'text' AND substr({value},1,1) NOT IN ('[','{{')"
        return f"instr({value},?) > 0 AND {plain}"

    def negated(self, condition: str) -> str:
        """The condition is false or unknown."""
        return f"({condition}) IS NOT TRUE"
