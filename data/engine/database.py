"""The way in: a store opened as a TinyDB database."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from tinydb import TinyDB

from data.engine.connection import Connection
from data.engine.facts import Pack
from data.engine.feed import Feed
from data.engine.layout import Index
from data.engine.migrations import Migration, migrate
from data.engine.series import next_in_series, reserve_in_series
from data.engine.storage import SqliteStorage
from data.engine.table import RowTable
from data.engine.words import Words


class RowDb(TinyDB):
    """A TinyDB database whose tables many processes read and write at once.

    One for each process, used by one thread at a time, never carried through a fork.
    """

    table_class = RowTable

    def __init__(
        self,
        path: Path | str,
        *,
        migrations: Sequence["Migration[RowDb]"] = (),
        actor: str = "",
        timeout: float = 10.0,
    ) -> None:
        """Open an existing store and bring it up to date; `creation.create` makes new ones.

        Args:
            path: The store's file.
            migrations: All there ever were, in their order.
            actor: Who saves through this session.
            timeout: Seconds to wait for other sessions before `StoreBusy`.

        Raises:
            StoreError: in each of its forms: missing, damaged, too new, no room, no permission.
        """
        self._store = SqliteStorage(Path(path), actor=actor, timeout=timeout)
        super().__init__(storage=lambda: self._store)
        self.words = Words(self.connection)
        """Words with numbers, for packed rows."""
        self.feed = Feed(self.connection)
        """What this and other sessions change."""
        try:
            migrate(self.connection, migrations, self)
        except BaseException:
            self.close()
            raise

    @property
    def connection(self) -> Connection:
        """The session's hold on the store."""
        return self._store.connection

    def table(
        self,
        name: str,
        *,
        indexes: tuple[Index, ...] = (),
        pack: Pack | None = None,
        **options: object,
    ) -> RowTable:
        """A table; `indexes` or `pack` declare it anew, as `SharedTable` tells."""
        if indexes or pack:
            self._tables.pop(name, None)
        table = super().table(name, indexes=indexes, pack=pack, **options)
        if not isinstance(table, RowTable):
            raise TypeError("tables of a RowDb are RowTables")
        return table

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written in the block, to whatever tables, is saved, or none of it."""
        return self.connection.transaction()

    def next_in_series(self, series: str, count: int = 1) -> int:
        """Take the next `count` numbers of a series, inside a transaction; the first of them."""
        return next_in_series(self.connection, series, count)

    def reserve_in_series(self, series: str, number: int) -> None:
        """Count a number of a series, brought from elsewhere, as taken; inside a transaction."""
        reserve_in_series(self.connection, series, number)

    def note(self, key: str) -> str | None:
        """What is noted in the store under a key: its `uuid`, who made it, what is to be done."""
        found = self.connection.row(self.connection.dialect.note, (key,))
        return str(found[0]) if found else None

    def set_note(self, key: str, value: str | None) -> None:
        """Note something, or forget it; inside a transaction."""
        sql = self.connection.dialect
        if value is None:
            self.connection.execute(sql.remove_note, (key,))
        else:
            self.connection.execute(sql.put_note, (key, value))

    def tables(self) -> set[str]:
        """The names of the tables."""
        return set(self._store.tables())

    def drop_tables(self) -> None:
        """Remove all tables."""
        self._store.drop(*self.tables())
        self._tables.clear()

    def drop_table(self, name: str) -> None:
        """Remove a table; one that does not exist is no error."""
        self._store.drop(name)
        self._tables.pop(name, None)
