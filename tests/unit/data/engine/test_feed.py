"""The feed tells each session what the others saved."""

import time
from pathlib import Path

import pytest

from data.engine.database import RowDb
from data.engine.driver import connect
from data.engine.feed import _PORTION, Changes


def test_each_change_is_told_in_order(db: RowDb, other: RowDb) -> None:
    """Insertions, changes and removals come in the order of saving, with who saved them."""
    start = other.feed.position()
    row = db.table("notes").insert({"a": 1})
    other.table("notes").save(row, {"a": 2}, 1)
    db.table("notes").remove(doc_ids=[row])
    before = int(time.time())
    found = other.feed.changes_since(start)
    told = [
        (one.table, one.doc_id, one.operation, one.revision, one.actor) for one in found.changes
    ]
    assert told == [
        ("notes", 1, "insert", 1, "li"),
        ("notes", 1, "update", 2, "wang"),
        ("notes", 1, "delete", 2, ""),
    ]
    assert found.complete
    assert found.position == start + 3
    assert all(before - 60 <= one.at <= before + 60 for one in found.changes)


def test_nothing_new_is_nothing(db: RowDb, other: RowDb) -> None:
    """Asking again without a change gives nothing; after the next change it gives that alone."""
    db.insert({})
    position = other.feed.changes_since(0).position
    assert other.feed.changes_since(position) == other.feed.changes_since(position) == Changes(1)
    db.insert({})
    assert [one.doc_id for one in other.feed.changes_since(position).changes] == [2]
    other.insert({})
    assert [one.doc_id for one in other.feed.changes_since(position).changes] == [2, 3]


def test_what_failed_is_not_told(db: RowDb) -> None:
    """A transaction that came to nothing leaves no trace and no gap in the feed."""
    with pytest.raises(ValueError, match="fails"), db.transaction():
        db.insert({})
        raise ValueError("fails")
    db.insert({})
    found = db.feed.changes_since(0)
    assert (found.position, len(found.changes)) == (1, 1)


def test_a_pruned_feed_tells_to_read_anew(place: Path, db: RowDb) -> None:
    """Who is behind what was forgotten is told so; who is up to date goes on."""
    db.insert_multiple([{}, {}])
    raw = connect(place.as_uri(), 1)
    raw.execute("UPDATE cs_changes SET at = at - 1000 WHERE seq = 1")
    raw.close()
    assert db.feed.prune(int(time.time()) - 500) == 1
    assert not db.feed.changes_since(0).complete
    assert [one.position for one in db.feed.changes_since(1).changes] == [2]
    assert db.feed.position() == 2
    assert db.feed.changes_since(2) == Changes(2)


def test_the_newest_change_is_never_pruned(db: RowDb) -> None:
    """However old it is, and however many went before it."""
    db.insert_multiple({} for _ in range(2 * _PORTION + 1))
    long_after = int(time.time()) + 500
    assert db.feed.prune(long_after) == 2 * _PORTION
    assert db.feed.prune(long_after) == 0
    assert len(db.feed.changes_since(2 * _PORTION).changes) == 1


def test_too_much_is_read_anew(db: RowDb) -> None:
    """After a large import it is quicker to read everything anew, and so it is told."""
    db.insert_multiple({} for _ in range(30))
    assert not db.feed.changes_since(0, most=29).complete
    assert len(db.feed.changes_since(0, most=30).changes) == 30


def test_a_feed_that_went_back_tells_to_read_anew(db: RowDb) -> None:
    """A position that the store has not reached comes from another store."""
    db.insert({})
    assert db.feed.changes_since(5) == Changes(1, complete=False)


def test_emptying_and_dropping_are_told(db: RowDb) -> None:
    """Documents that go with their table are told one by one."""
    db.table("a").insert_multiple([{}, {}])
    start = db.feed.position()
    db.table("a").truncate()
    db.table("b").insert({})
    db.drop_table("b")
    told = [(one.table, one.doc_id, one.operation) for one in db.feed.changes_since(start).changes]
    assert told == [
        ("a", 1, "delete"),
        ("a", 2, "delete"),
        ("b", 1, "insert"),
        ("b", 1, "delete"),
    ]


def test_an_empty_feed_has_nothing_to_prune(db: RowDb) -> None:
    """A new store's feed is left as it is."""
    assert db.feed.prune(int(time.time())) == 0
