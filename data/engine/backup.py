"""Backups: a whole copy out, and a whole copy back."""

import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from cstui.domain.errors import StoreDamaged, StoreError, StoreMissing, StoreTooNew
from data.engine.copying import (
    copy_store,
    draft_beside,
    flush_directory,
    name_too,
    problems,
    publish,
)
from data.engine.database import RowDb
from data.engine.dialect import Dialect
from data.engine.driver import DriverError, connect
from data.engine.failures import failure
from data.engine.gate import Gate, make_file
from data.engine.migrations import Migration
from data.engine.place import companion, is_store, refusal


def backup(database: RowDb, target: Path) -> None:
    """Copy an open store to a file, while others go on saving.

    The file appears whole and checked, or not at all; its mode is the store's, without rights for
    others.

    Raises:
        StoreError: the target is the store itself, or cannot be written; no room; damage.
    """
    if target.exists() and target.samefile(database.connection.path):
        raise StoreError("backup_onto_store", path=target)
    copy_store(database.connection, target, deep=True)


def restore(
    source: Path, store: Path, migrations: Sequence[Migration[RowDb]] = (), *, timeout: float = 10.0
) -> Path | None:
    """Put a backup in a store's place; the replaced file is kept beside it.

    Args:
        source: The backup; stays as it is.
        store: The store, which nobody may have open; it may be missing or damaged.
        migrations: All that this program knows.
        timeout: Seconds to wait for a session that is just closing.

    Returns:
        Where the replaced file is kept; None when there was none.

    Raises:
        StoreError: the backup is none, or is damaged, or too new.
        StoreBusy: a session has the store open.
    """
    if store.exists() and source.exists() and source.samefile(store):
        raise StoreError("backup_onto_store", path=store)
    _require_backup(source, len(migrations))
    mode = (store if store.exists() else source).stat().st_mode & 0o660
    draft = draft_beside(store)
    try:
        for kind in ("lock", "open"):
            make_file(companion(store, kind), mode)
        with Gate(store, timeout).alone():
            make_file(draft, mode)
            shutil.copyfile(source, draft)
            _keep_owner(draft, store)
            kept = _set_aside(store)
            publish(draft, store)
            if kept:
                _fold_log(kept)
    except OSError as error:
        raise refusal(error, store) from error
    finally:
        draft.unlink(missing_ok=True)
    return kept


def _require_backup(source: Path, known: int) -> None:
    if not source.is_file():
        raise StoreMissing("backup_missing", path=source)
    try:
        if not is_store(source):
            raise StoreError("backup_not_ours", path=source)
    except OSError as error:
        raise refusal(error, source) from error
    sql = Dialect()
    try:
        opened = connect(f"{source.absolute().as_uri()}?mode=ro&immutable=1", 0)
        try:
            ((version,),) = opened.execute(sql.version).fetchall()
        finally:
            opened.close()
    except DriverError as error:
        raise failure(error, source) from error
    if version > known:
        raise StoreTooNew("store_too_new", path=source, found=version, known=known)
    if problems(source, deep=True):
        raise StoreDamaged("backup_damaged", path=source)


def _keep_owner(draft: Path, store: Path) -> None:
    """Let the new file belong to whom the old one does, when an administrator restores it."""
    if sys.platform != "win32" and store.exists():
        owner = store.stat()
        with suppress(PermissionError):
            os.chown(draft, owner.st_uid, owner.st_gid)


def _set_aside(store: Path) -> Path | None:
    """Keep a store under another name, with the part of it that is still in its log."""
    if not store.exists():
        kept = None
    else:
        kept = _unused(store)
        if companion(store, "wal").exists():
            companion(store, "wal").rename(companion(kept, "wal"))
        name_too(store, kept)
    for kind in ("wal", "shm"):
        companion(store, kind).unlink(missing_ok=True)
    flush_directory(store.parent)
    return kept


def _fold_log(kept: Path) -> None:
    """Make a kept store whole in one file, unless it is damaged."""
    with suppress(DriverError):
        opened = connect(f"{kept.absolute().as_uri()}?mode=rw", 0)
        try:
            opened.execute(Dialect.version).fetchall()
        finally:
            opened.close()


def _unused(store: Path) -> Path:
    number = 1
    while (kept := store.with_name(f"{store.name}.replaced-{number}")).exists():
        number += 1
    return kept
