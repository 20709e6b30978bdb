"""The SQL of one table of documents: its rows are (id, rev, crc, actor, body)."""

from collections.abc import Sequence


def quoted(name: str) -> str:
    """A name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: str | int) -> str:
    """A value as an SQL literal, for the few places that take no parameter."""
    return str(int(value)) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


def marks(count: int) -> str:
    """That many places for values."""
    return ",".join("?" * count)


class TableSql:
    """The statements of one table of documents and its packed rows."""

    def __init__(self, name: str) -> None:
        self.name = name
        data = self.data = quoted(f"d:{name}")
        facts = self.facts = quoted(f"f:{name}")
        columns = self.columns = "id, rev, crc, body"
        self.read = f"SELECT {columns} FROM {data} WHERE id = ?"
        self.actor = f"SELECT actor FROM {data} WHERE id = ?"
        self.update = f"UPDATE {data} SET rev = rev + 1, crc = ?, actor = ?, body = ? WHERE id = ?"
        self.save = self.update + " AND rev = ?"
        self.rewrite = f"UPDATE {data} SET crc = ?, body = ? WHERE id = ? AND body <> ?"
        self.delete = f"DELETE FROM {data} WHERE id = ?"
        self.clear = f"DELETE FROM {data}"
        self.reset_ids = f"DELETE FROM sqlite_sequence WHERE name = {literal(f'd:{name}')}"
        self.count = f"SELECT count(*) FROM {data}"
        # no row where there is no such table; the sequence knows the highest id there ever was
        self.next_id = (
            f"SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = "
            f"{literal(f'd:{name}')}), 0) + 1 FROM cs_tables WHERE name = {literal(name)}"
        )
        self.walk = f"SELECT {columns} FROM {data} WHERE id > ? ORDER BY id LIMIT ?"
        self.first = f"SELECT {columns} FROM {data} ORDER BY id LIMIT ?"
        self.any_unsound = f"SELECT id FROM {data} WHERE NOT is_sound(body, crc) LIMIT 1"
        self.put_facts = (
            f"INSERT INTO {facts}(id, f, g) VALUES (?,?,?)"
            f" ON CONFLICT(id) DO UPDATE SET f = excluded.f, g = excluded.g"
            f" WHERE f <> excluded.f OR g IS NOT excluded.g"
        )
        self.drop_facts = f"DROP TABLE IF EXISTS {facts}"
        self.join_facts = self._join_facts("id > ? ORDER BY id LIMIT ?")

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

    def select_some(self, what: str, where: str | None, order: str) -> str:
        """Read columns of some of the documents that meet a condition, in an order."""
        return self.select(what, where, order, limit=True)

    def select_page(self, what: str, where: str | None, order: str) -> str:
        """Read the same of documents that lie far behind others, or have to be sorted.

        They are chosen first, where an index can do it alone: no other document is read.
        """
        chosen = self.select_some("id", where, order)
        return self.select(what, f"id IN ({chosen})", order)

    def count_each(self, conditions: Sequence[str], where: str) -> str:
        """Count how many of the documents that meet a condition meet each of others."""
        counts = ", ".join(f"count(*) FILTER (WHERE {each})" for each in conditions)
        return f"SELECT {counts} FROM {self.data} WHERE {where}"

    def count_where(self, where: str) -> str:
        """Count the documents that meet a condition."""
        return f"{self.count} WHERE {where}"

    def count_before(self, where: str) -> str:
        """Count those of them with a lower id."""
        return self.count_where(f"({where}) AND id < ?")

    def insert(self, count: int) -> str:
        """Store that many new documents."""
        places = ",".join([f"({marks(4)})"] * count)
        return f"INSERT INTO {self.data}(id, crc, actor, body) VALUES {places}"

    def append(self, count: int) -> str:
        """Store that many new documents under the next ids."""
        places = ",".join([f"({marks(3)})"] * count)
        return f"INSERT INTO {self.data}(crc, actor, body) VALUES {places}"

    def by_ids(self, count: int) -> str:
        """Read that many documents by id."""
        return self.some(self.columns, count)

    def some(self, what: str, count: int) -> str:
        """Read columns of that many documents by id."""
        return self.select(what, f"id IN ({marks(count)})")

    def join_some_facts(self, count: int) -> str:
        """Join the packed rows of that many documents by id."""
        return self._join_facts(f"id IN ({marks(count)}) ORDER BY id")

    def _join_facts(self, which: str) -> str:
        """Last id and number of some packed rows, and those of either kind joined."""
        # text joins in C, one call for many rows; the casts move bytes and change none
        joined = ", ".join(f"CAST(group_concat(CAST({kind} AS TEXT), '') AS BLOB)" for kind in "fg")
        some = f"SELECT id, f, g FROM {self.facts} WHERE {which}"
        return f"SELECT max(id), count(*), {joined} FROM ({some})"

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
            f"CREATE TABLE IF NOT EXISTS {self.facts}"
            "(id INTEGER PRIMARY KEY, f BLOB NOT NULL, g BLOB)",
            f"CREATE TRIGGER IF NOT EXISTS {quoted(f'tf:{self.name}')} AFTER DELETE ON {self.data}"
            f" BEGIN DELETE FROM {self.facts} WHERE id = OLD.id; END",
        ]

    def drop(self) -> list[str]:
        """Remove the table with all that belongs to it; the feed hears of each document."""
        return [
            self.clear,
            self.reset_ids,
            f"DROP TABLE {self.data}",
            self.drop_facts,
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
