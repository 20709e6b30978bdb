"""The only maker of stores."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import uuid4

from cstui.domain.errors import StoreError
from data.engine.copying import draft_beside, flush_directory, name_too
from data.engine.database import RowDb
from data.engine.dialect import Dialect
from data.engine.driver import DriverError, connect
from data.engine.failures import failure
from data.engine.gate import make_file
from data.engine.migrations import Migration
from data.engine.place import companion, refusal

PERSONAL = 0o600
"""The mode of a store for one person."""
SHARED = 0o660
"""The mode of a store for a group, in a directory of mode 2770 that belongs to the group."""


def create(
    path: Path,
    *,
    migrations: Sequence[Migration[RowDb]] = (),
    mode: int = PERSONAL,
    meta: Mapping[str, str] | None = None,
) -> None:
    """Make a store; it appears whole, or not at all.

    Args:
        path: Where; missing directories are made.
        migrations: All there are, in their order.
        mode: The mode of the store's files, whatever the umask.
        meta: What to note in it: who made it, with what.

    Raises:
        StoreError: there is a file already, or no room, or no permission.
    """
    if path.exists():
        raise StoreError("store_exists", path=path)
    draft = draft_beside(path)
    try:
        _make_directory(path.parent, mode)
        make_file(draft, mode)
        _fill(draft, meta or {})
        RowDb(draft, migrations=migrations).close()
        make_file(companion(path, "lock"), mode)
        make_file(companion(path, "open"), mode)
        _publish_new(draft, path)
    except OSError as error:
        raise refusal(error, path) from error
    finally:
        for leftover in (
            draft,
            *(companion(draft, kind) for kind in ("lock", "open", "wal", "shm")),
        ):
            leftover.unlink(missing_ok=True)


def _make_directory(directory: Path, mode: int) -> None:
    if not directory.is_dir():
        directory.mkdir(parents=True)
        if sys.platform != "win32":
            directory.chmod(0o2770 if mode & 0o070 else 0o700)


def _fill(draft: Path, meta: Mapping[str, str]) -> None:
    sql = Dialect()
    try:
        opened = connect(f"{draft.absolute().as_uri()}?mode=rw", 0)
        try:
            opened.execute(sql.on_open[0]).fetchall()
            opened.execute(sql.begin)
            for statement in sql.base:
                opened.execute(statement)
            opened.executemany(sql.put_note, [("uuid", str(uuid4())), *meta.items()])
            opened.execute(sql.commit)
        finally:
            opened.close()
    except DriverError as error:
        raise failure(error, draft) from error


def _publish_new(draft: Path, path: Path) -> None:
    """Give the draft its name, unless somebody else was quicker."""
    try:
        name_too(draft, path)
    except FileExistsError as error:
        raise StoreError("store_exists", path=path) from error
    flush_directory(path.parent)
