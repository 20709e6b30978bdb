"""The file before it is opened, and why it cannot be: each case has a sentence of its own.

SQLite would make an empty store out of a missing or an empty file, and reading a database that this
process has open would drop SQLite's locks: so what can be seen from outside is seen first, and a
file is looked into only where no lock file says that it may be open.
"""

import errno
import os
import shutil
from pathlib import Path
from typing import Final

from cstui.domain.errors import (
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreMissing,
    StoreReadOnly,
)

MAGIC: Final = b"SQLite format 3\0"
LOW_DISK: Final = 200 * 1024 * 1024
"""Bytes of free disk below which a warning is due: a full disk cannot even be opened."""


def companion(store: Path, kind: str) -> Path:
    """The file of that kind beside a store: `lock`, `open`, `wal`, `shm`."""
    joint = "-" if kind in ("wal", "shm") else "."
    return store.with_name(f"{store.name}{joint}{kind}")


def require_store(path: Path) -> None:
    """See from outside that a store may be opened there.

    Raises:
        StoreError: there is none, or it cannot be one.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise refusal(error, path) from error
    if path.is_dir():
        raise StoreMissing("store_is_directory", path=path)
    if not os.access(path, os.R_OK):
        raise StoreError("store_no_permission", path=path)
    if status.st_size == 0:
        raise StoreMissing("store_empty", path=path)
    if not companion(path, "lock").exists() and not is_database(path):
        raise foreign(path)


def is_database(path: Path) -> bool:
    """Whether the file begins as SQLite's do. Never call it on a store that is open here."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def foreign(path: Path) -> StoreError:
    """What a file is that is not a store. Never call it on a store that is open here."""
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith(MAGIC):
        return StoreMissing("store_not_ours", path=path)
    if not start.strip(b"\0"):
        return StoreDamaged("store_damaged", path=path)
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return StoreMissing("store_is_json", path=path)
    return StoreMissing("store_not_ours", path=path)


def unreachable(path: Path) -> StoreError:
    """Why a file that should be there cannot be opened."""
    if not path.parent.is_dir():
        return StoreMissing("store_no_directory", path=path, directory=path.parent)
    if path.is_dir():
        return StoreMissing("store_is_directory", path=path)
    if not os.access(path.parent, os.X_OK):
        return StoreError("store_no_permission", path=path)
    if not path.exists():
        return StoreMissing("store_missing", path=path)
    return StoreError("store_no_permission", path=path)


def refusal(error: OSError, path: Path) -> StoreError:
    """The system's refusal to touch a file of the store."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return StoreFull("store_full", path=path)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM) and path.exists():
        return StoreReadOnly("store_directory_read_only", path=path, directory=path.parent)
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EACCES):
        return unreachable(path)
    return StoreError("store_failed", path=path, reason=error.strerror or error)


def free_bytes(path: Path) -> int:
    """Free bytes for us on the disk that holds the file or directory."""
    return shutil.disk_usage(path if path.exists() else path.parent).free


def low_disk(path: Path) -> StoreFull | None:
    """A warning, as a value, when the disk is nearly full."""
    free = free_bytes(path)
    if free >= LOW_DISK:
        return None
    return StoreFull("store_low_disk", path=path, free=free // (1024 * 1024))
