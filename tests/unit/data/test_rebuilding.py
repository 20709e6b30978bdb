"""What is derived from tickets is derived anew after a migration that changes it."""

from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest

from cstui.domain.acts import Noted
from cstui.domain.errors import StoreTooNew
from cstui.domain.facts import LAYOUT, MOMENT_LAYOUT
from cstui.domain.listing import Listing
from cstui.domain.ticket import Event, Ticket
from cstui.metrics.sources import RECORD
from cstui.ports import Derived, View
from cstui.services.deriving import Deriver
from data.desk import DeskStore, create_store, open_store
from data.documents import TicketDocument
from data.engine.creation import create
from data.engine.database import RowDb
from data.engine.migrations import Migration
from data.rebuilding import outdate
from data.schema import MIGRATIONS, TICKETS
from tests.fixtures.times import calendars, policies
from tests.unit.data.entries import DAY, derived, entry

NEWER = (*MIGRATIONS, Migration("derived-anew", outdate))
COUNT = 250
"""Tickets in the store: more than two batches."""


def newer(path: Path, by: str = "") -> DeskStore:
    """A session of the program that derives something else."""
    return DeskStore(RowDb(path, migrations=NEWER, actor=by))


def anew(ticket: Ticket) -> Derived:
    """What it derives."""
    return derived(due=1000 - ticket.id)


def dues(store: DeskStore) -> list[int]:
    """What the lists say, by row."""
    return [one.due or 0 for one in sorted(_listings(store), key=lambda one: one.id)]


def _listings(store: DeskStore) -> tuple[Listing, ...]:
    return store.page(View(), 0, COUNT).listings


@pytest.fixture
def older(tmp_path: Path) -> Iterator[DeskStore]:
    """A store with tickets, open in a session of the older program."""
    store = create_store(tmp_path / "desk.db")
    store.add([entry(due=1) for _ in range(COUNT)])
    yield store
    store.close()


@pytest.fixture
def store(older: DeskStore, tmp_path: Path) -> Iterator[DeskStore]:
    """The same store, opened by the newer program."""
    opened = newer(tmp_path / "desk.db")
    yield opened
    opened.close()


def test_a_store_that_is_up_to_date_is_left_alone(older: DeskStore) -> None:
    """Nothing is derived where nothing changed."""
    assert not older.outdated()
    assert older.rebuild(anew) == 0


def test_what_is_derived_follows_the_newer_program(store: DeskStore) -> None:
    """All of it, once; a ticket's revision stays, so that nobody's save fails because of it."""
    told: list[int] = []
    assert store.outdated()
    assert store.rebuild(anew, told.append) == COUNT
    assert dues(store) == [1000 - row for row in range(1, COUNT + 1)]
    assert {one.revision for one in _listings(store)} == {1}
    assert told[:3] == [100, 200, 250]
    assert not store.outdated()


def test_a_rebuild_goes_on_where_it_was_broken_off(store: DeskStore, tmp_path: Path) -> None:
    """Whoever opens the store next does the rest, and only the rest."""

    def broken(ticket: Ticket) -> Derived:
        if ticket.id == 150:
            raise KeyboardInterrupt
        return anew(ticket)

    with pytest.raises(KeyboardInterrupt):
        store.rebuild(broken)
    again = newer(tmp_path / "desk.db")
    assert again.outdated()
    assert again.rebuild(anew) == COUNT - 100
    assert dues(again) == [1000 - row for row in range(1, COUNT + 1)]
    again.close()


def test_others_save_while_a_store_is_rebuilt(store: DeskStore, tmp_path: Path) -> None:
    """Tickets that are changed or added meanwhile keep what was saved."""
    other = newer(tmp_path / "desk.db", by="wang")
    first, last = other.ticket_at(1), other.ticket_at(COUNT)

    def save(done: int) -> None:
        if done == 100:
            for base in (first, last):
                event = Event(DAY, "wang", Noted("meanwhile"))
                other.save(base.with_events([event]), anew(base))
            other.add([entry(due=1)])

    assert store.rebuild(anew, save) == COUNT + 1
    for row in (1, COUNT):
        assert store.ticket_at(row).events[-1].act == Noted("meanwhile")
        assert store.ticket_at(row).revision == 2
    other.close()


def test_sessions_rebuild_a_store_together(store: DeskStore, tmp_path: Path) -> None:
    """What one has done the other does not do again."""
    other = newer(tmp_path / "desk.db")
    shares = []
    shares.append(store.rebuild(anew, lambda done: shares.append(other.rebuild(anew))))
    assert shares[0] == COUNT - 100
    assert shares[-1] == 100
    other.close()


def test_the_others_hear_only_of_what_did_change(store: DeskStore) -> None:
    """A ticket whose line in the lists is as it was is not told as changed."""
    position = store.position()
    store.rebuild(lambda ticket: derived(due=5 if ticket.id == 7 else 1))
    assert store.changes(position).tickets == {7}


def test_an_older_session_reads_no_newer_facts(older: DeskStore, store: DeskStore) -> None:
    """They may be packed in a way that it does not know: it is told to start anew."""
    assert list(store.facts())
    with pytest.raises(StoreTooNew):
        list(older.facts())


def test_facts_that_were_laid_out_otherwise_are_never_read(tmp_path: Path) -> None:
    """The migration forgets them at once, and the rebuild derives them all anew."""
    path = tmp_path / "desk.db"
    create(path, migrations=MIGRATIONS[:-1])
    with RowDb(path, migrations=MIGRATIONS[:-1]) as db:
        tickets = db.table(TICKETS, pack=lambda row, document: (b"older", b""))
        tickets.prepare()
        tickets.insert_multiple(TicketDocument.of(entry().ticket, derived()) for _ in range(3))
    store = open_store(path)
    assert [block.records for block in store.facts()] == [b""]
    store.rebuild(Deriver(policies(), calendars()))
    (block,) = store.facts()
    assert len(block.records) == 3 * RECORD.itemsize
    store.close()


def test_a_change_of_the_layout_needs_a_migration() -> None:
    """Facts packed before would be misread: `LAYOUT` changes with a migration that outdates them.

    The last of these migrations is named here beside the checksum of its layout.
    """
    named = ("touched", 0x5ABAD993)
    assert (MIGRATIONS[-1].name, crc32(repr((LAYOUT, MOMENT_LAYOUT)).encode())) == named
