"""The data can be taken to TinyDB itself at any time."""

from pathlib import Path

import pytest
from tinydb import TinyDB

from cstui.domain.errors import StoreDamaged, StoreMissing
from data.engine.database import RowDb
from data.engine.driver import connect
from data.engine.export import export_tinydb


def test_tinydb_opens_it(db: RowDb, tmp_path: Path) -> None:
    """TinyDB reads every table with every document under its id."""
    documents = [{"名": "李*", "n": number, "deep": [{"a": None}]} for number in range(700)]
    db.table("notes").insert_multiple(documents)
    db.table("notes").remove(doc_ids=[2])
    db.table('odd "name"').insert({"a": 1.5})
    db.table("empty", persist_empty=True)
    target = tmp_path / "out.json"
    assert export_tinydb(db, target) == {"empty": 0, "notes": 699, 'odd "name"': 1}
    assert target.stat().st_mode & 0o777 == 0o600
    with TinyDB(target) as plain:
        assert plain.tables() == db.tables()
        for name in db.tables():
            stored = [(one.doc_id, one) for one in db.table(name)]
            assert [(one.doc_id, one) for one in plain.table(name)] == stored


def test_chosen_tables_alone(db: RowDb, tmp_path: Path) -> None:
    """Only the tables that were asked for are written."""
    db.table("a").insert({})
    db.table("b").insert({})
    export_tinydb(db, tmp_path / "out.json", ["b"])
    with TinyDB(tmp_path / "out.json") as plain:
        assert plain.tables() == {"b"}


def test_a_failure_leaves_the_older_file(db: RowDb, place: Path, tmp_path: Path) -> None:
    """A document that is damaged stops the export; what was there before stays."""
    target = tmp_path / "out.json"
    db.insert({"n": 1})
    export_tinydb(db, target)
    raw = connect(place.as_uri(), 1)
    raw.execute("""UPDATE "d:_default" SET body = '{}'""")
    raw.close()
    with pytest.raises(StoreDamaged):
        export_tinydb(db, target)
    with TinyDB(target) as plain:
        assert plain.all() == [{"n": 1}]
    assert {path.name for path in tmp_path.iterdir() if "out" in path.name} == {"out.json"}


def test_a_place_that_is_not_there_is_told(db: RowDb, tmp_path: Path) -> None:
    """A missing directory is told as such."""
    with pytest.raises(StoreMissing):
        export_tinydb(db, tmp_path / "no" / "out.json")
