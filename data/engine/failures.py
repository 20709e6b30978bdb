"""What the driver raises, as what a person can be told: one sentence for each case."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from cstui.domain.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreReadOnly
from data.engine.driver import DriverError
from data.engine.place import unreachable

ENGINE_ERRORS: Final = (DriverError, OverflowError)
"""What a statement may raise; numbers too large for the engine raise the second."""

_CASES: Final[tuple[tuple[str, Callable[[Path], StoreError]], ...]] = (
    ("SQLITE_BUSY", lambda path: StoreBusy("store_busy", path=path)),
    ("SQLITE_LOCKED", lambda path: StoreBusy("store_busy", path=path)),
    ("SQLITE_FULL", lambda path: StoreFull("store_full", path=path)),
    ("SQLITE_IOERR_WRITE", lambda path: StoreFull("store_full", path=path)),
    ("SQLITE_IOERR_SHM", lambda path: StoreFull("store_full_to_open", path=path)),
    ("SQLITE_IOERR", lambda path: StoreError("store_disk_error", path=path)),
    ("SQLITE_READONLY_DBMOVED", lambda path: StoreError("store_moved", path=path)),
    ("SQLITE_READONLY_DIRECTORY", lambda path: _closed_directory(path)),
    ("SQLITE_READONLY_CANT", lambda path: _closed_directory(path)),
    ("SQLITE_READONLY", lambda path: StoreReadOnly("store_read_only", path=path)),
    ("SQLITE_PERM", lambda path: StoreReadOnly("store_read_only", path=path)),
    ("SQLITE_CANTOPEN", unreachable),
    ("SQLITE_NOTADB", lambda path: StoreDamaged("store_damaged", path=path)),
    ("SQLITE_CORRUPT", lambda path: StoreDamaged("store_damaged", path=path)),
)
"""The driver's error names, the longer before the shorter that begins it."""


def _closed_directory(path: Path) -> StoreError:
    return StoreReadOnly("store_directory_read_only", path=path, directory=path.parent)


def is_foreign(error: Exception) -> bool:
    """Whether the driver says that the file is no database at all."""
    return getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB"


def failure(error: Exception, path: Path) -> StoreError:
    """The failure to tell for what the driver raised about the store at `path`."""
    name = getattr(error, "sqlite_errorname", None) or ""
    for beginning, told in _CASES:
        if name.startswith(beginning):
            return told(path)
    if "decode to UTF-8" in str(error):
        return StoreDamaged("store_damaged", path=path)
    return StoreError("store_failed", path=path, reason=error)
