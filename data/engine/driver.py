"""The SQLite that Python drives: pysqlite3's where it is installed, else the standard library's.

pysqlite3 brings a SQLite of its own, free of the WAL-reset corruption that the SQLite of many
systems still has; this is the one place that knows which of the two is in use.
"""

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

Row = tuple[Any, ...]
Values = Sequence[Any]


class Cursor(Protocol):
    """What a statement left behind."""

    lastrowid: int | None
    rowcount: int

    def fetchall(self) -> list[Row]:
        """All rows of the result."""


class DriverConnection(Protocol):
    """The part of a DB-API connection that the engine uses."""

    in_transaction: bool
    total_changes: int

    def execute(self, sql: str, values: Values = ..., /) -> Cursor:
        """Run a statement."""

    def executemany(self, sql: str, values: Iterable[Values], /) -> Cursor:
        """Run a statement once for each row."""

    def create_function(self, name: str, arguments: int, function: Callable[..., Any]) -> None:
        """Let statements call a function."""

    def close(self) -> None:
        """Let go of the database."""


NAME = "pysqlite3" if find_spec("pysqlite3") else "sqlite3"
"""The Python module that drives SQLite."""

_module = import_module("pysqlite3.dbapi2" if NAME == "pysqlite3" else NAME)

VERSION: str = _module.sqlite_version
"""The version of the SQLite library."""

DriverError: type[Exception] = _module.Error
"""What the driver raises; never leaves `data/`."""

DuplicateError: type[Exception] = _module.IntegrityError
"""What the driver raises for a row that is there already."""


def connect(uri: str, timeout: float) -> DriverConnection:
    """A connection in autocommit mode, for one thread at a time, not bound to its maker's thread.

    Args:
        uri: A `file:` URI; its `mode=` decides whether a missing file is an error.
        timeout: Seconds to wait for another connection's lock.
    """
    opened: DriverConnection = _module.connect(
        uri, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False
    )
    return opened


def has_wal_reset_bug(version: str = VERSION) -> bool:
    """Whether this SQLite can corrupt a WAL when a commit and a checkpoint meet.

    Source: sqlite.org/wal.html, "The WAL Reset Bug": 3.7.0 to 3.51.2, but not the repaired
    3.44.6 and 3.50.7 and what follows them in their branches.
    """
    major, minor, patch = (int(part) for part in version.split(".")[:3])
    repaired = {(3, 44): 6, (3, 50): 7}.get((major, minor))
    if repaired is not None:
        return patch < repaired
    return (3, 7, 0) <= (major, minor, patch) <= (3, 51, 2)
