"""TinyDB's interface where it differs or is shared, and saving by revision."""

import math
from collections.abc import Callable, MutableMapping
from pathlib import Path

import pytest
from tinydb import Query, TinyDB, where
from tinydb.queries import QueryInstance
from tinydb.table import Document

from cstui.domain.errors import Conflict, StoreDamaged
from data.engine.database import RowDb
from data.engine.driver import connect
from data.engine.layout import Stored
from data.engine.table import RowTable


def test_ids_are_never_used_twice(table: RowTable) -> None:
    """The id of a removed document goes to no other, so that a reference never lies."""
    table.insert_multiple([{}, {}, {}])
    table.remove(doc_ids=[3])
    assert table.insert({}) == 4


def test_documents_come_by_id(table: RowTable) -> None:
    """Documents come in the order of their ids, whatever the order of their arrival."""
    table.insert_multiple([Document({"n": 2}, 7), Document({"n": 1}, 5), {"n": 3}])
    assert [(one.doc_id, one["n"]) for one in table] == [(5, 1), (7, 2), (8, 3)]
    assert [one.doc_id for one in table.get(doc_ids=[8, 5, 99])] == [5, 8]


def test_persisting_an_empty_table_empties_nothing(db: RowDb) -> None:
    """`persist_empty` makes a table that is not there, and leaves one that is."""
    db.table("kept").insert({})
    db.table("made", persist_empty=True)
    db._tables.clear()
    assert len(db.table("kept", persist_empty=True)) == 1
    assert db.tables() == {"kept", "made"}


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_numbers_that_are_not_finite_are_refused(table: RowTable, number: float) -> None:
    """What JSON cannot hold is refused, and nothing is stored."""
    with pytest.raises(ValueError, match="JSON"):
        table.insert_multiple([{"n": 1}, {"n": number}])
    assert len(table) == 0


def test_characters_that_no_database_keeps_are_left_out(table: RowTable) -> None:
    """NUL and lone surrogates go, at any depth; other control characters stay."""
    table.insert({"a\0": ["x\0y", {"b": "\ud800z"}, ("t\n",)], "n": 1})
    assert table.all() == [{"a": ["xy", {"b": "z"}, ["t\n"]], "n": 1}]
    table.insert({"path": "\\u0000"})
    assert table.get(doc_id=2) == {"path": "\\u0000"}


@pytest.mark.parametrize("query", [where("a") < 5, where("a").map(lambda value: value) < 5])
def test_a_test_that_cannot_be_made_is_no_match(table: RowTable, query: QueryInstance) -> None:
    """Comparing what has no order is no error, in SQL and in Python alike."""
    table.insert_multiple([{"a": None}, {"a": "x"}, {"a": 1}, {}])
    assert [one.doc_id for one in table.search(query)] == [3]


def test_a_missing_table_is_empty(table: RowTable, other: RowDb) -> None:
    """A table that nobody has written to reads as empty, and is not made by reading."""
    assert (len(table), table.all(), table.get(doc_id=1), table.read(1)) == (0, [], None, None)
    assert [*table.search(where("a") == 1), *table.page()] == []
    assert table.update({"a": 1}) == table.remove(where("a") == 1) == []
    assert other.tables() == set()


def test_a_table_dropped_elsewhere_is_empty(table: RowTable, other: RowDb) -> None:
    """A table that another session has dropped is empty, and can be written anew."""
    table.insert({"a": 1})
    other.drop_tables()
    assert (len(table), table.all()) == (0, [])
    assert table.insert({"a": 2}) == 1


def test_truncating_counts_from_one(table: RowTable) -> None:
    """An emptied table gives ids from 1 again."""
    table.insert_multiple([{}, {}])
    table.truncate()
    assert table.insert({}) == 1


def test_large_tables_are_walked_in_parts(table: RowTable) -> None:
    """Reading, changing and removing go over more documents than one part holds."""
    table.insert_multiple({"n": number} for number in range(1203))
    assert [one["n"] for one in table] == list(range(1203))
    assert len(table.update({"seen": True}, where("n").one_of(list(range(0, 1203, 2))))) == 602
    assert len(table.remove(where("n") >= 3)) == 1200
    assert table.all() == [{"n": 0, "seen": True}, {"n": 1}, {"n": 2, "seen": True}]


def test_an_id_too_large_is_told(table: RowTable) -> None:
    """A number that the engine cannot hold is a failure of the store, not of the driver."""
    table.insert({})
    with pytest.raises(Exception, match="store_failed"):
        table.get(doc_id=2**80)


def test_a_session_that_caches_sees_what_others_save(db: RowDb, other: RowDb) -> None:
    """A result that was remembered is forgotten when another session saves."""
    table = db.table("notes", cache_size=5)
    query = where("a") == 1
    table.insert({"a": 1})
    assert table.count(query) == table.count(query) == 1
    other.table("notes").insert({"a": 1})
    assert table.count(query) == 2


def test_tinydb_reads_and_writes_the_storage_itself(db: RowDb) -> None:
    """TinyDB's own tables work on the storage, all documents at a time."""
    db.table("old").insert({"gone": True})
    plain = TinyDB(storage=lambda: db.storage)
    plain.drop_tables()
    plain.table("new").insert_multiple([{"a": 1}, {"a": 2}])
    plain.table("new").update({"a": 3}, where("a") == 2)
    assert db.tables() == {"new"}
    assert db.table("new").all() == [{"a": 1}, {"a": 3}]
    assert db.storage.read() == {"new": {"1": {"a": 1}, "2": {"a": 3}}}


def test_saving_counts_revisions(table: RowTable) -> None:
    """A document that was read can be saved once for each time it was read."""
    row = table.insert({"a": 1})
    assert table.read(row) == Stored(row, 1, {"a": 1})
    assert table.save(row, {"a": 2}, 1) == 2
    assert table.read(row) == Stored(row, 2, {"a": 2})


def test_nobodys_edit_is_overwritten(table: RowTable, other: RowDb) -> None:
    """Saving what somebody else has saved since is refused, with what they saved."""
    row = table.insert({"a": 1})
    other.table("notes").save(row, {"a": 2}, 1)
    with pytest.raises(Conflict) as told:
        table.save(row, {"a": 3}, 1)
    assert told.value.current == Stored(row, 2, {"a": 2})
    assert told.value.values == {"number": row, "by": "wang"}
    assert table.get(doc_id=row) == {"a": 2}


def test_saving_what_was_removed_is_refused(table: RowTable) -> None:
    """A document that is gone does not come back by saving it."""
    row = table.insert({"a": 1})
    table.remove(doc_ids=[row])
    with pytest.raises(Conflict) as told:
        table.save(row, {"a": 2}, 1)
    assert told.value.current is None
    assert len(table) == 0


def test_a_function_as_update_sees_what_is_stored(table: RowTable) -> None:
    """An update by function works on the stored document and counts a revision."""
    row = table.insert({"n": 1})

    def increase(document: MutableMapping[str, int]) -> None:
        document["n"] += 1

    assert table.update(increase, doc_ids=[row, row, 99]) == [row]
    assert table.read(row) == Stored(row, 2, {"n": 2})


def test_a_transaction_is_all_or_nothing(db: RowDb) -> None:
    """What a failing block wrote, to whatever table, is not there afterwards."""
    with pytest.raises(ValueError, match="mid-way"), db.transaction():
        db.table("a").insert({})
        with db.transaction():
            db.table("b").insert({})
        raise ValueError("mid-way")
    assert db.tables() == set()
    with db.transaction():
        db.table("a").insert({})
        db.table("b").insert({})
    assert (len(db.table("a")), len(db.table("b"))) == (1, 1)


def test_a_failed_part_of_a_transaction_is_undone(db: RowDb) -> None:
    """When a block goes on after a failed insert, nothing of that insert is saved."""
    db.insert_multiple([{"n": 1}, {"n": 2}])
    with db.transaction():
        db.insert({"n": 3})
        with pytest.raises(ValueError, match="exists"):
            db.insert_multiple([{"n": 4}, Document({}, 2)])
        with pytest.raises(ValueError, match="Mapping"):
            db.insert_multiple([*[{"n": 5}] * 1000, "no document"])
        db.insert({"n": 6})
    assert [one["n"] for one in db] == [1, 2, 3, 6]


def test_what_is_appended_goes_with_its_transaction(db: RowDb) -> None:
    """Documents appended before a failure are gone with all else; those of a whole block stay."""
    table: RowTable = db.table("things", persist_empty=True)
    with pytest.raises(ValueError, match="JSON"), db.transaction():
        table.append([{"n": 1}])
        table.append([{"n": math.nan}])
    assert len(table) == 0
    with db.transaction():
        assert table.append([{"n": 1}, {"n": 2}]) == [1, 2]
    assert table.all() == [{"n": 1}, {"n": 2}]


def test_changing_a_dropped_table_changes_nothing(table: RowTable, other: RowDb) -> None:
    """A table that another session has dropped meanwhile has nothing to change or remove."""
    table.insert({"a": 1})
    other.drop_tables()
    assert table.update({"a": 2}) == table.remove(where("a") == 1) == []


def test_each_read_is_verified(place: Path, table: RowTable) -> None:
    """A document that is not what was stored is told, never shown."""
    table.insert_multiple([{"name": "王小明"}, {"name": "李华"}])
    raw = connect(place.as_uri(), 1)
    raw.execute("""UPDATE "d:notes" SET body = replace(body, '小', '大') WHERE id = 1""")
    raw.close()
    reads: list[Callable[[], object]] = [
        lambda: table.get(doc_id=1),
        table.all,
        lambda: table.search(Query().name.exists()),
    ]
    for read in reads:
        with pytest.raises(StoreDamaged) as told:
            read()
        assert told.value.values == {"table": "notes", "id": 1}
    assert table.get(doc_id=2) == {"name": "李华"}
    assert table.damaged() == [1]
