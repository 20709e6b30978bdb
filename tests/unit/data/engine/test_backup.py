"""Backups come out whole and go back only whole."""

import os
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest

from cstui.domain.errors import StoreBusy, StoreDamaged, StoreError, StoreMissing, StoreTooNew
from data.engine.backup import backup, restore
from data.engine.creation import create
from data.engine.database import RowDb
from data.engine.migrations import Migration
from data.engine.place import companion


@pytest.fixture
def saved(db: RowDb, tmp_path: Path) -> Path:
    """A backup of the store with one document, which has two by now."""
    db.insert({"n": 1})
    path = tmp_path / "saved.db"
    backup(db, path)
    db.insert({"n": 2})
    return path


def test_a_backup_is_a_store(db: RowDb, saved: Path) -> None:
    """A backup has what was saved, is private, leaves nothing beside it, and opens as a store."""
    assert saved.stat().st_mode & 0o777 == 0o600
    assert {path.name for path in saved.parent.iterdir() if "saved" in path.name} == {"saved.db"}
    with RowDb(saved) as copy:
        assert copy.all() == [{"n": 1}]
        assert copy.note("uuid") == db.note("uuid")
        assert copy.feed.position() == 1


def test_a_backup_replaces_an_older_one(db: RowDb, saved: Path) -> None:
    """A backup takes the place of an older file of its name, at once and wholly."""
    backup(db, saved)
    with RowDb(saved) as copy:
        assert len(copy) == 2


def test_a_backup_never_replaces_the_store(db: RowDb, place: Path) -> None:
    """The store itself is refused as the place of its backup, and as a backup."""
    copies: list[Callable[[], object]] = [
        lambda: backup(db, place),
        lambda: restore(place, place),
    ]
    for copy in copies:
        with pytest.raises(StoreError) as told:
            copy()
        assert told.value.key == "backup_onto_store"


def test_a_backup_that_cannot_be_written_is_told(db: RowDb, tmp_path: Path) -> None:
    """A missing directory is told, and nothing is left."""
    with pytest.raises(StoreMissing):
        backup(db, tmp_path / "no" / "saved.db")


def test_a_backup_goes_back(db: RowDb, place: Path, saved: Path) -> None:
    """A restored store has what the backup has; what it replaced is kept whole beside it."""
    db.close()
    kept = restore(saved, place)
    assert kept is not None
    with RowDb(place) as back, RowDb(kept) as before:
        assert back.all() == [{"n": 1}]
        assert len(before) == 2
    assert restore(saved, place) != kept
    assert saved.exists()


def test_what_was_only_in_the_log_is_kept(
    place: Path, tmp_path: Path, saved: Path, db: RowDb, session: Callable[..., "Popen[str]"]
) -> None:
    """A store whose sessions were killed is set aside with its log, and can go back itself."""
    db.close()
    writer = session("saving", place, "writer")
    assert writer.stdout is not None
    rows = [int(writer.stdout.readline().split()[1]) for _ in range(20)]
    writer.kill()
    writer.wait()
    assert companion(place, "wal").exists()
    kept = restore(saved, place)
    assert kept is not None
    assert not companion(place, "wal").exists()
    assert not companion(kept, "wal").exists()
    with RowDb(place) as back:
        assert len(back.table("saved")) == 0
    restore(kept, place)
    with RowDb(place) as again:
        assert {one.doc_id for one in again.table("saved")} >= set(rows)


def test_a_store_in_use_is_not_replaced(
    place: Path, db: RowDb, saved: Path, session: Callable[..., "Popen[str]"]
) -> None:
    """While any session has the store open, restoring is refused; afterwards it is done."""
    with pytest.raises(StoreBusy) as told:
        restore(saved, place)
    assert told.value.key == "store_in_use"
    db.close()
    open_elsewhere = session("waiting", place)
    assert open_elsewhere.stdout is not None
    open_elsewhere.stdout.readline()
    with pytest.raises(StoreBusy):
        restore(saved, place)
    open_elsewhere.communicate("\n")
    restore(saved, place)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can chown")
def test_a_restored_store_keeps_its_owner(db: RowDb, place: Path, saved: Path) -> None:
    """An administrator who restores a store does not take it from its owner."""
    db.close()
    os.chown(place, 50001, 50002)
    place.chmod(0o660)
    restore(saved, place)
    status = place.stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o777) == (50001, 50002, 0o660)


def test_a_lost_store_comes_back(tmp_path: Path, saved: Path) -> None:
    """Where the store is gone, or empty, or damaged, the backup takes its place."""
    lost, empty = tmp_path / "lost.db", tmp_path / "empty.db"
    empty.touch()
    assert restore(saved, lost) is None
    kept = restore(saved, empty)
    assert kept is not None
    assert kept.stat().st_size == 0
    for path in (lost, empty):
        assert path.stat().st_mode & 0o666 in (0o600, 0o640, 0o660)
        with RowDb(path) as db:
            assert db.all() == [{"n": 1}]


def test_what_is_no_backup_is_refused(tmp_path: Path, place: Path, saved: Path) -> None:
    """Missing, foreign, damaged and too new files leave the store as it is."""
    foreign, damaged, newer = (tmp_path / name for name in ("foreign", "damaged", "newer"))
    foreign.write_text("{}")
    content = saved.read_bytes()
    damaged.write_bytes(content[:8192] + b"\xff" * 4096 + content[12288:])
    create(newer, migrations=[Migration("new", lambda db: None)])
    before = place.read_bytes()
    for source, error, key in (
        (tmp_path / "missing", StoreMissing, "backup_missing"),
        (foreign, StoreError, "backup_not_ours"),
        (damaged, StoreDamaged, "backup_damaged"),
        (newer, StoreTooNew, "store_too_new"),
    ):
        with pytest.raises(error) as told:
            restore(source, place)
        assert told.value.key == key
    assert place.read_bytes() == before


def test_a_record_that_was_altered_is_in_no_backup(db: RowDb, saved: Path, tmp_path: Path) -> None:
    """Neither written out nor taken back: its checksum tells, where the engine notices nothing."""
    with RowDb(saved) as altered, altered.transaction():
        altered.connection.execute('UPDATE "d:_default" SET body = replace(body, 1, 7)')
        with pytest.raises(StoreDamaged):
            altered.get(doc_id=1)
    with pytest.raises(StoreDamaged):
        restore(saved, tmp_path / "elsewhere.db")
    with RowDb(saved) as altered, pytest.raises(StoreDamaged):
        backup(altered, tmp_path / "again.db")
    assert not (tmp_path / "elsewhere.db").exists()
    assert not (tmp_path / "again.db").exists()
