"""Migrations are done once, in order, after a copy; a newer store is left alone."""

from pathlib import Path

import pytest
from tinydb import where

from cstui.domain.errors import StoreFull, StoreTooNew
from data.engine.creation import create
from data.engine.database import RowDb
from data.engine.migrations import Migration, backup_place

FIRST: Migration[RowDb] = Migration("first", lambda db: db.table("a").prepare())
SECOND: Migration[RowDb] = Migration("second", lambda db: _mark(db))


def _mark(db: RowDb) -> None:
    db.table("a").update({"marked": True})


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A store that has had the first migration, with one document."""
    path = tmp_path / "older.db"
    create(path, migrations=[FIRST])
    with RowDb(path, migrations=[FIRST]) as db:
        db.table("a").insert({"n": 1})
    return path


def names(db: RowDb) -> list[str]:
    """The migrations that a store has had."""
    return [name for (name,) in db.connection.rows(db.connection.dialect.migrations)]


def test_a_new_store_needs_no_copy(older: Path) -> None:
    """A store is made with all migrations, recorded by name."""
    with RowDb(older, migrations=[FIRST]) as db:
        assert names(db) == ["first"]
    assert not backup_place(older, 0).exists()


def test_an_older_store_is_copied_and_brought_up_to_date(older: Path) -> None:
    """What is missing is done once; a copy of the store as it was stays beside it."""
    for _ in range(2):
        with RowDb(older, migrations=[FIRST, SECOND]) as db:
            assert names(db) == ["first", "second"]
            assert [(one, one.doc_id) for one in db.table("a")] == [({"n": 1, "marked": True}, 1)]
            stored = db.table("a").read(1)
            assert stored is not None
            assert stored.revision == 2
    with RowDb(backup_place(older, 1), migrations=[FIRST]) as before:
        assert before.table("a").all() == [{"n": 1}]


def test_a_migration_that_fails_changes_nothing(older: Path) -> None:
    """A migration is all or nothing, and can be done later."""

    def fail(db: RowDb) -> None:
        _mark(db)
        raise StoreFull("store_full", path=older)

    with pytest.raises(StoreFull):
        RowDb(older, migrations=[FIRST, Migration("second", fail)])
    with RowDb(older, migrations=[FIRST]) as db:
        assert db.table("a").count(where("marked").exists()) == 0
    with RowDb(older, migrations=[FIRST, SECOND]) as db:
        assert db.table("a").count(where("marked").exists()) == 1


def test_a_newer_store_is_refused(older: Path) -> None:
    """A store with unknown migrations is told as too new and left as it is."""
    before = older.read_bytes()
    with pytest.raises(StoreTooNew) as told:
        RowDb(older, migrations=[])
    assert (told.value.values["found"], told.value.values["known"]) == (1, 0)
    with pytest.raises(StoreTooNew):
        RowDb(older, migrations=[Migration("another", _mark), SECOND])
    assert older.read_bytes() == before


def test_a_session_that_has_grown_old_may_not_save(older: Path) -> None:
    """After somebody else's migration, an open session is told to leave, and saves nothing."""
    with RowDb(older, migrations=[FIRST]) as old:
        with RowDb(older, migrations=[FIRST, SECOND]):
            pass
        with pytest.raises(StoreTooNew):
            old.table("a").insert({})
        assert len(old.table("a")) == 1
