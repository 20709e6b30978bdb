"""The file before it is opened, and why it cannot be: each case has a sentence of its own.

SQLite would make an empty store out of a missing or an empty file, and reading a database that this
process has open would drop SQLite's locks: so what can be seen from outside is seen first, and a
file is looked into only where no lock file says that it may be open.
"""

import errno
import os
import shutil
import stat
import sys
from pathlib import Path
from typing import Final

from cstui.domain.errors import (
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreMissing,
    StoreReadOnly,
)
from data.engine.dialect import APPLICATION_ID

if sys.platform != "win32":
    import resource

MAGIC: Final = b"SQLite format 3\0"
LOW_DISK: Final = 200 * 1024 * 1024
"""Bytes of free disk below which a warning is due: a full disk cannot even be opened."""
_LEAST_ROOM: Final = 256 * 1024
"""Bytes without which a write that failed is taken to have failed for want of room."""


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
        raise unreachable(path) from error
    if stat.S_ISDIR(status.st_mode):
        raise StoreMissing("store_is_directory", path=path)
    if not os.access(path, os.R_OK):
        raise StoreError("store_no_permission", path=path)
    if status.st_size == 0:
        raise StoreMissing("store_empty", path=path)
    if not companion(path, "lock").exists() and not is_store(path):
        raise foreign(path)


def is_store(path: Path) -> bool:
    """Whether the file begins as our stores do. Never call it on a store that is open here."""
    start = _start(path)
    # the 4 bytes at 68 are the application id: sqlite.org/fileformat.html
    return start.startswith(MAGIC) and start[68:72] == APPLICATION_ID.to_bytes(4, "big")


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4096)


def foreign(path: Path) -> StoreError:
    """What a file is that is not a store. Never call it on a store that is open here."""
    start = _start(path)
    if start.startswith(MAGIC):
        return StoreMissing("store_not_ours", path=path)
    if not start.strip(b"\0"):
        return StoreDamaged("store_damaged", path=path)
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return StoreMissing("store_is_json", path=path)
    return StoreMissing("store_not_ours", path=path)


def unreachable(path: Path) -> StoreError:
    """Why a file that should be there cannot be opened."""
    try:
        is_directory = stat.S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        if os.access(path.parent, os.F_OK):
            return StoreMissing("store_missing", path=path)
        return StoreMissing("store_no_directory", path=path, directory=path.parent)
    except OSError:
        return StoreError("store_no_permission", path=path)
    if is_directory:
        return StoreMissing("store_is_directory", path=path)
    return StoreError("store_no_permission", path=path)


def unwritable(path: Path) -> StoreError:
    """Why a store that was opened cannot be written to."""
    if os.access(path, os.F_OK) and not os.access(path, os.W_OK):
        return StoreReadOnly("store_read_only", path=path)
    if not os.access(path.parent, os.W_OK):
        return StoreReadOnly("store_directory_read_only", path=path, directory=path.parent)
    return StoreError("store_moved", path=path)


def refusal(error: OSError, path: Path) -> StoreError:
    """The system's refusal to touch a file of the store."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return StoreFull("store_full", path=path)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM) and os.access(path.parent, os.X_OK):
        return StoreReadOnly("store_directory_read_only", path=path, directory=path.parent)
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EACCES):
        return unreachable(path)
    return StoreError("store_failed", path=path, reason=error.strerror or error)


def has_room(path: Path) -> bool:
    """Whether disk and limits leave room to write; a quota cannot be seen from here."""
    if free_bytes(path) < _LEAST_ROOM:
        return False
    if sys.platform == "win32":
        return True
    limit, _ = resource.getrlimit(resource.RLIMIT_FSIZE)
    parts = (path, companion(path, "wal"), companion(path, "shm"))
    largest = max((part.stat().st_size for part in parts if part.exists()), default=0)
    return limit == resource.RLIM_INFINITY or largest + _LEAST_ROOM < limit


def free_bytes(path: Path) -> int:
    """Free bytes for us on the disk that holds the file or directory."""
    return shutil.disk_usage(path if path.exists() else path.parent).free


def low_disk(path: Path) -> StoreFull | None:
    """A warning, as a value, when the disk is nearly full."""
    free = free_bytes(path)
    if free >= LOW_DISK:
        return None
    return StoreFull("store_low_disk", path=path, free=free // (1024 * 1024))
