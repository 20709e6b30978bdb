"""How a store is: what `doctor` and `verify` tell."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from cstui.domain.errors import StoreDamaged, StoreFull
from data.engine import driver
from data.engine.connection import Connection
from data.engine.database import RowDb
from data.engine.place import companion, free_bytes, low_disk


class Health(Struct, frozen=True):
    """The state of a store, in figures and in what is wrong."""

    engine: str
    """The database engine, as `SQLite`."""
    engine_version: str
    """Its version."""
    engine_driver: str
    """The Python module that drives it."""
    engine_at_risk: bool
    """Whether this version has the WAL-reset corruption."""
    path: Path
    """The store's file."""
    mode: int
    """Its permission bits."""
    size: int
    """Its bytes, with the log's."""
    free: int
    """Free bytes on its disk."""
    low_disk: StoreFull | None
    """A warning when these are few."""
    version: int
    """How many migrations it has had."""
    counts: Mapping[str, int]
    """Documents by table."""
    position: int
    """The newest change in the feed."""
    damage: tuple[str, ...]
    """What the engine finds wrong inside the file, in its own words."""
    damaged: tuple[tuple[str, int], ...]
    """Documents that are not what was stored, as table and id; only looked for in a deep check."""

    @property
    def sound(self) -> bool:
        """Whether nothing inside the file is wrong."""
        return not self.damage and not self.damaged


def check(database: RowDb, *, deep: bool = False) -> Health:
    """Look a store over.

    Args:
        database: The open store.
        deep: Also verify indexes and the checksum of every document; seconds for a million.
    """
    connection, sql = database.connection, database.connection.dialect
    path = connection.path
    names = sorted(database.tables())
    return Health(
        engine=sql.engine,
        engine_version=driver.VERSION,
        engine_driver=driver.NAME,
        engine_at_risk=driver.has_wal_reset_bug(),
        path=path,
        mode=path.stat().st_mode & 0o7777,
        size=_size(path) + _size(companion(path, "wal")),
        free=free_bytes(path),
        low_disk=low_disk(path),
        version=connection.value(sql.version),
        counts={name: len(database.table(name)) for name in names},
        position=database.feed.position(),
        damage=_damage(connection, sql.integrity_check if deep else sql.quick_check),
        damaged=tuple(_damaged(database, names)) if deep else (),
    )


def _damage(connection: Connection, asked: str) -> tuple[str, ...]:
    try:
        return tuple(str(line) for (line,) in connection.rows(asked) if line != "ok")
    except StoreDamaged as error:
        return (str(error.__cause__),)


def _damaged(database: RowDb, names: Iterable[str]) -> Iterator[tuple[str, int]]:
    for name in names:
        yield from ((name, doc_id) for doc_id in database.table(name).damaged())


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
