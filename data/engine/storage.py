"""TinyDB's storage interface over an open store."""

from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from data.engine.connection import Connection
from data.engine.rows import Rows


class SqliteStorage(Storage):
    """An open store as a TinyDB storage.

    `RowTable` goes to the rows directly. Reading or writing the whole store in one piece, as
    TinyDB's own tables do, works too, but takes its time and leaves no packed rows.
    """

    def __init__(self, path: Path, *, actor: str = "", timeout: float = 10.0) -> None:
        """Open an existing store; see `Connection`."""
        self.connection = Connection(path, actor=actor, timeout=timeout)

    def tables(self) -> list[str]:
        """The names of the tables."""
        return [name for (name,) in self.connection.rows(self.connection.dialect.tables)]

    def drop(self, *names: str) -> None:
        """Remove tables, all or none; one that does not exist is no error."""
        with self.connection.transaction():
            for name in set(names).intersection(self.tables()):
                for statement in self.connection.dialect.table(name).drop():
                    self.connection.execute(statement)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Everything, as table to id to document; None for a store without a table."""
        with self.connection.snapshot():
            tables = {
                name: {str(stored.doc_id): stored.document for stored in self._rows(name).walk()}
                for name in self.tables()
            }
        return tables or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace everything."""
        with self.connection.transaction():
            self.drop(*set(self.tables()) - set(data))
            for name, documents in data.items():
                rows = self._rows(name)
                rows.clear()
                rows.add_numbered((int(doc_id), document) for doc_id, document in documents.items())

    def close(self) -> None:
        """Let go of the store."""
        self.connection.close()

    def _rows(self, name: str) -> Rows:
        return Rows(self.connection, name)
