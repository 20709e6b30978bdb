"""Many processes at once: nothing is lost, doubled or skipped."""

from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest

from cstui.domain.errors import StoreBusy
from data.engine.database import RowDb
from data.engine.gate import Gate

Session = Callable[..., "Popen[str]"]


def test_nobodys_count_is_lost(place: Path, session: Session) -> None:
    """Twenty sessions that count by reading and saving arrive at the exact sum."""
    with RowDb(place) as db:
        db.table("counters").insert({"count": 0})
    processes = [session("counting", place, "counters", 10) for _ in range(20)]
    assert all(process.communicate()[0].strip().isdigit() for process in processes)
    with RowDb(place) as db:
        stored = db.table("counters").read(1)
        assert stored is not None
        assert stored.document == {"count": 200}
        assert stored.revision == 201
        revisions = [one.revision for one in db.feed.changes_since(0).changes]
    assert revisions == list(range(1, 202))


def test_numbers_have_no_gap_and_no_double(place: Path, session: Session) -> None:
    """Ten sessions that take numbers get each number once, and leave none out."""
    processes = [session("numbering", place, 15) for _ in range(10)]
    taken = [int(line) for process in processes for line in process.communicate()[0].split()]
    assert sorted(taken) == list(range(1, 151))
    with RowDb(place) as db:
        stored = [one["number"] for one in db.table("numbered")]
        assert stored == list(range(1, 151))
        told = db.feed.changes_since(0).changes
    assert [one.doc_id for one in told] == [one.position for one in told] == list(range(1, 151))


def test_a_block_of_numbers(db: RowDb) -> None:
    """Numbers can be taken in blocks; each series counts by itself, and failures count nothing."""
    with db.transaction():
        assert db.next_in_series("a", 5) == 1
        assert db.next_in_series("b") == 1
        assert db.next_in_series("a", 2) == 6
    with pytest.raises(ValueError, match="fails"), db.transaction():
        db.next_in_series("a")
        raise ValueError("fails")
    with db.transaction():
        assert db.next_in_series("a") == 8


def test_one_waits_for_the_other(place: Path) -> None:
    """The gate lets one in at a time, tells who waited in vain, and lets the next in afterwards."""
    first, second = Gate(place, 10), Gate(place, 0.02)
    with first.held(), first.held(), pytest.raises(StoreBusy), second.held():
        pass
    with second.held():
        pass


def test_who_waits_is_let_in(place: Path, db: RowDb, session: Session) -> None:
    """A save that has to wait is done as soon as the other session is through."""
    holder = session("holding", place)
    assert holder.stdout is not None
    assert holder.stdin is not None
    assert holder.stdout.readline() == "holding\n"
    waiting = session("creating", place)
    holder.stdin.write("\n")
    holder.stdin.close()
    assert waiting.wait() == 0
    assert [dict(one) for one in db] == [{"held": True}, {}]


def test_reading_waits_for_nobody(place: Path, db: RowDb, session: Session) -> None:
    """While another session saves, reading shows what was saved before."""
    db.insert({"a": 1})
    holder = session("holding", place)
    assert holder.stdout is not None
    holder.stdout.readline()
    assert db.all() == [{"a": 1}]
    holder.communicate("\n")
    assert len(db) == 2


def test_a_snapshot_sees_one_state(db: RowDb, other: RowDb) -> None:
    """Reads inside a snapshot agree with each other, whatever is saved meanwhile."""
    db.insert({})
    with db.connection.snapshot():
        assert len(db) == 1
        other.insert({})
        assert len(db) == 1
    assert len(db) == 2
