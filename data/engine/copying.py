"""Whole copies of a store, made while others go on saving."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from cstui.domain.errors import StoreDamaged
from data.engine.codec import is_sound
from data.engine.connection import Connection
from data.engine.dialect import Dialect
from data.engine.driver import DriverConnection, DriverError, connect
from data.engine.failures import failure
from data.engine.gate import make_file
from data.engine.place import refusal
from data.engine.table_sql import TableSql

_WHOLE = ["ok"]
"""What the engine says of a file without damage."""


def copy_store(
    connection: Connection, target: Path, mode: int | None = None, *, deep: bool = False
) -> None:
    """Copy an open store to a file, which appears whole and checked, or not at all.

    The copying is the database's own: reading the file would drop the locks of this process.

    Args:
        connection: The store to copy, not inside a transaction.
        target: The copy; an older file of that name is replaced.
        mode: The copy's mode; by default the store's own.
        deep: Also verify the checksum of every document of the copy.

    Raises:
        StoreFull: there is no room; `target` is as it was.
        StoreDamaged: the copy does not read well, and so neither does the store.
    """
    wanted = connection.path.stat().st_mode & 0o660 if mode is None else mode
    draft = draft_beside(target)
    try:
        make_file(draft, wanted)
        connection.execute_outside(connection.dialect.copy_into, (str(draft),))
        if problems(draft, deep=deep):
            raise StoreDamaged("store_damaged", path=connection.path)
        publish(draft, target)
    except OSError as error:
        raise refusal(error, target) from error
    finally:
        draft.unlink(missing_ok=True)


def draft_beside(target: Path) -> Path:
    """A name for a file in the making, next to where it will stand."""
    return target.with_name(f".{target.name}.{os.getpid()}")


def problems(path: Path, *, deep: bool = False) -> list[str]:
    """What is wrong inside a database file that nobody has open; nothing when it is whole.

    Args:
        path: The file.
        deep: Also verify the checksum of every document; seconds for a million.
    """
    try:
        opened = connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", 0)
        try:
            found = [str(line) for (line,) in opened.execute(Dialect.quick_check).fetchall()]
            if deep and found == _WHOLE:
                found += _unsound(opened)
        finally:
            opened.close()
    except DriverError as error:
        return [str(failure(error, path))]
    return [] if found == _WHOLE else found


def _unsound(opened: DriverConnection) -> list[str]:
    """The tables that hold documents which are not what was stored."""
    opened.create_function("is_sound", 2, is_sound)
    tables = [TableSql(name) for (name,) in opened.execute(Dialect.tables).fetchall()]
    return [table.name for table in tables if opened.execute(table.any_unsound).fetchall()]


def publish(draft: Path, target: Path) -> None:
    """Give a finished file its name, so that a crash leaves the old file or the new one."""
    descriptor = os.open(draft, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    draft.replace(target)
    flush_directory(target.parent)


def name_too(file: Path, name: Path) -> None:
    """Give a file another name, which must be free; where links are unknown, its only one."""
    try:
        os.link(file, name)
    except FileExistsError:
        raise
    except OSError:
        file.rename(name)


def flush_directory(directory: Path) -> None:
    """Make the names in a directory durable, where the system has a way to."""
    if sys.platform != "win32":
        with suppress(PermissionError):
            descriptor = os.open(directory, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
