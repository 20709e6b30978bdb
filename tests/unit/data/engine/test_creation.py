"""Making a store: only on purpose, whole, and readable for the right people."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import Popen

import pytest

from cstui.domain.errors import StoreError, StoreFull
from data.engine.creation import SHARED, create
from data.engine.database import RowDb
from data.engine.migrations import Migration


@contextmanager
def umask(mask: int) -> Iterator[None]:
    """A umask for a while."""
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@pytest.mark.parametrize(("mode", "directory"), [(0o600, 0o700), (SHARED, 0o2770)])
def test_modes_do_not_depend_on_the_umask(tmp_path: Path, mode: int, directory: int) -> None:
    """A store's files and directory have exactly the mode that was asked for."""
    path = tmp_path / "new" / "desk.db"
    with umask(0o027):
        create(path, mode=mode)
        with RowDb(path) as db:
            db.insert({})
            modes = {file.name: file.stat().st_mode & 0o7777 for file in path.parent.iterdir()}
    names = ("desk.db", "desk.db-shm", "desk.db-wal", "desk.db.lock", "desk.db.open")
    assert modes == dict.fromkeys(names, mode)
    assert path.parent.stat().st_mode & 0o7777 == directory


def test_nothing_is_replaced(tmp_path: Path) -> None:
    """Where there is a file, of whatever kind, no store is made."""
    path = tmp_path / "desk.db"
    path.write_text("mine")
    with pytest.raises(StoreError) as told:
        create(path)
    assert told.value.key == "store_exists"
    assert path.read_text() == "mine"


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    """A store that could not be finished is not there at all."""

    def fail(db: RowDb) -> None:
        db.insert({})
        raise StoreFull("store_full", path=tmp_path)

    with pytest.raises(StoreFull):
        create(tmp_path / "desk.db", migrations=[Migration("fails", fail)])
    assert list(tmp_path.iterdir()) == []


def test_what_was_noted_is_kept_with_an_identity(tmp_path: Path) -> None:
    """A store knows who made it, and has a name of its own."""
    first, second = tmp_path / "1.db", tmp_path / "2.db"
    for path in (first, second):
        create(path, meta={"created_by": "li"})
    with RowDb(first) as one, RowDb(second) as another:
        assert one.note("created_by") == "li"
        assert one.note("uuid") != another.note("uuid")


def test_many_at_once_make_one(tmp_path: Path, session: Callable[..., "Popen[str]"]) -> None:
    """When several sessions make the same store, one does, and all can use it."""
    path = tmp_path / "desk.db"
    processes = [session("creating", path) for _ in range(6)]
    told = sorted(process.communicate()[0].strip() for process in processes)
    assert told == ["made"] + ["store_exists"] * 5
    assert all(process.returncode == 0 for process in processes)
    with RowDb(path) as db:
        assert len(db) == 6
