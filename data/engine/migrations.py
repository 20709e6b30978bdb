"""Changes to the store's make-up: named, ordered, recorded, each done once."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct

from cstui.domain.errors import StoreTooNew
from data.engine.connection import Connection
from data.engine.copying import copy_store

DatabaseT = TypeVar("DatabaseT")


class Migration(Struct, Generic[DatabaseT], frozen=True):
    """One change to the make-up of the store."""

    name: str
    """Its name for good; recorded in the store."""
    apply: Callable[[DatabaseT], None]
    """Makes the change, inside the write transaction that records it."""


def migrate(
    connection: Connection, migrations: Sequence[Migration[DatabaseT]], database: DatabaseT
) -> None:
    """Bring a store up to date, after a copy of it as it was.

    Raises:
        StoreTooNew: the store has had migrations that this program does not know.
        StoreFull: there is no room for the copy; nothing was changed.
    """
    connection.version = len(migrations)
    if _pending(connection, migrations):
        with connection.gate.held():
            # another session may have done it while this one waited
            if done := len(migrations) - len(_pending(connection, migrations)):
                copy_store(connection, backup_place(connection.path, done))
            _apply(connection, migrations, database)


def backup_place(store: Path, version: int) -> Path:
    """Where the copy of a store goes before it is migrated from a version."""
    return store.with_name(f"{store.name}.before-migration-{version + 1}")


def _pending(
    connection: Connection, migrations: Sequence[Migration[DatabaseT]]
) -> Sequence[Migration[DatabaseT]]:
    names = [migration.name for migration in migrations]
    found = connection.value(connection.dialect.version)
    # the names are read only when the number does not settle it: opening stays quick
    if found == len(names):
        return ()
    done = [str(name) for (name,) in connection.rows(connection.dialect.migrations)]
    if found > len(names) or done != names[: len(done)]:
        raise StoreTooNew("store_too_new", path=connection.path, found=found, known=len(names))
    return migrations[len(done) :]


def _apply(
    connection: Connection, migrations: Sequence[Migration[DatabaseT]], database: DatabaseT
) -> None:
    sql = connection.dialect
    pending = _pending(connection, migrations)
    connection.version = None
    try:
        with connection.transaction():
            for position, migration in enumerate(pending, len(migrations) - len(pending) + 1):
                migration.apply(database)
                connection.execute(sql.put_migration, (migration.name, position))
            connection.execute(sql.set_version(len(migrations)))
    finally:
        connection.version = len(migrations)
