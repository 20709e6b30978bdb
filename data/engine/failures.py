"""What the driver raises, as what a person can be told: one sentence for each case.

Not every driver passes on SQLite's finer codes, so that the file itself is asked which case it is.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from cstui.domain.errors import StoreBusy, StoreDamaged, StoreError, StoreFull
from data.engine.driver import DriverError
from data.engine.place import has_room, unreachable, unwritable

ENGINE_ERRORS: Final = (DriverError, OverflowError)
"""What a statement may raise; numbers too large for the engine raise the second."""


def _unwritten(path: Path) -> StoreError:
    """A write or read that the disk refused: usually for want of room."""
    if has_room(path):
        return StoreError("store_disk_error", path=path)
    return StoreFull("store_full", path=path)


_CASES: Final[tuple[tuple[str, Callable[[Path], StoreError]], ...]] = (
    ("SQLITE_BUSY", lambda path: StoreBusy("store_busy", path=path)),
    ("SQLITE_LOCKED", lambda path: StoreBusy("store_busy", path=path)),
    ("SQLITE_FULL", lambda path: StoreFull("store_full", path=path)),
    ("SQLITE_IOERR", _unwritten),
    ("SQLITE_READONLY", unwritable),
    ("SQLITE_PERM", unwritable),
    ("SQLITE_CANTOPEN", unreachable),
    ("SQLITE_NOTADB", lambda path: StoreDamaged("store_damaged", path=path)),
    ("SQLITE_CORRUPT", lambda path: StoreDamaged("store_damaged", path=path)),
)
"""The beginnings of the driver's error names."""


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
