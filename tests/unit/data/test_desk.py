"""The store of a service desk."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from cstui.domain.acts import Noted
from cstui.domain.articles import Article, Section
from cstui.domain.errors import Conflict, InputError, NotFound, StoreError
from cstui.domain.ticket import Event
from cstui.ports import Changes, Setting, View, Viewer, Which, Word
from data.desk import DeskStore, open_store
from data.engine.driver import connect
from tests.unit.data.entries import DAY, derived, entry, quoting


def test_tickets_of_a_day_are_numbered_without_a_gap(store: DeskStore, other: DeskStore) -> None:
    """Whoever saves, the day's numbers go up by one."""
    numbers = [one.add([entry()])[0].number for one in (store, other, store)]
    assert numbers == ["20231001001", "20231001002", "20231001003"]


def test_a_number_that_an_import_brought_is_not_given_again(store: DeskStore) -> None:
    """It has its place in the day's series; the next ticket comes after it."""
    store.add([entry(number="20231001004")])
    assert store.add([entry()])[0].number == "20231001005"


@pytest.mark.parametrize("number", ["A-17", "202310010004", "20231001123456789", "20231001"])
def test_other_numbers_leave_the_series_alone(store: DeskStore, number: str) -> None:
    """Those of another system, even where they begin like one of ours."""
    store.add([entry(number=number)])
    assert store.add([entry()])[0].number == "20231001001"


def test_a_number_is_given_once(store: DeskStore) -> None:
    """A second ticket under a taken number is refused, and nothing of its batch is saved."""
    store.add([entry(number="A1")])
    with pytest.raises(InputError):
        store.add([entry(number="A2"), entry(number="A1")])
    assert store.count() == 1


def test_a_number_twice_in_one_batch_is_refused(store: DeskStore) -> None:
    """The numbers of a batch differ among themselves too."""
    with pytest.raises(InputError):
        store.add([entry(number="A1"), entry(number="A1")])
    assert store.count() == 0


def test_a_ticket_is_found_by_its_number_and_by_its_row(store: DeskStore) -> None:
    """Both give the ticket as it was saved."""
    (saved,) = store.add([entry()])
    assert store.ticket(saved.number) == store.ticket_at(saved.id) == saved


def test_an_unknown_number_is_told(store: DeskStore) -> None:
    """Rather than shown as an empty ticket."""
    with pytest.raises(NotFound):
        store.ticket("nothing")


def test_the_later_of_two_saves_is_told_and_overwrites_nothing(
    store: DeskStore, other: DeskStore
) -> None:
    """It gets the ticket as the earlier save left it."""
    (base,) = store.add([entry()])
    theirs = base.with_events([Event(DAY, "wang", Noted("theirs"))])
    mine = base.with_events([Event(DAY, "li", Noted("mine"))])
    other.save(theirs, derived())
    with pytest.raises(Conflict) as told:
        store.save(mine, derived())
    assert told.value.current.events == theirs.events
    assert store.ticket(base.number).events == theirs.events


def test_lists_show_open_tickets_soonest_due_first(store: DeskStore) -> None:
    """Those without a due time last, closed ones not at all."""
    store.add([entry(due=30), entry(due=None), entry(due=10), entry(due=5, open=False)])
    page = store.page(View(), 0, 10)
    assert [one.due for one in page.listings] == [10, 30, None]
    assert page.total == 3


def test_a_view_may_show_one_owners_tickets_or_all(store: DeskStore) -> None:
    """By owner, and with the closed ones."""
    store.add([entry(owner="li"), entry(owner="wang"), entry(owner="li", open=False)])
    assert store.page(View(Which.MINE, viewer=Viewer("li")), 0, 10).total == 1
    assert store.page(View(Which.ALL), 0, 10).total == 3


@pytest.mark.parametrize("words", [(), (Word("2023"),)])
def test_with_the_closed_ones_the_newest_stand_first(
    store: DeskStore, words: tuple[Word, ...]
) -> None:
    """Whatever is due when; each knows its place there too."""
    saved = store.add([entry(due=due, owner="li", open=due != 10) for due in (30, 10, 20)])
    view = View(Which.ALL, words)
    assert [one.id for one in store.page(view, 0, 10).listings] == [one.id for one in saved[::-1]]
    assert [store.extent(view, one.id).place for one in saved] == [2, 1, 0]


def test_a_ticket_knows_its_place_in_a_view(store: DeskStore) -> None:
    """Also among tickets that are due at the same moment."""
    store.add([entry(due=due) for due in (30, 10, 10, 20)])
    order = [one.id for one in store.page(View(), 0, 10).listings]
    assert [store.extent(View(), row).place for row in order] == [0, 1, 2, 3]


def test_lists_and_places_are_of_one_moment(store: DeskStore, tmp_path: Path) -> None:
    """Whatever others save meanwhile: a page fits its total, a place the view."""
    store.add([entry(due=5) for _ in range(5)])
    done = threading.Event()

    def move() -> None:
        other = open_store(tmp_path / "desk.db", by="wang")
        first, last = other.ticket_at(1), other.ticket_at(5)
        for due in (*(1, 9) * 100, 1):
            last = other.save(last, derived(due=due))
            first = other.save(first, derived(due=5, open=due == 1))
        other.close()
        done.set()

    thread = threading.Thread(target=move)
    thread.start()
    try:
        while not done.is_set():
            assert store.extent(View(), 5).place in (0, 3, 4)
            page = store.page(View(), 0, 10)
            assert page.total == len(page.listings)
    finally:
        thread.join()
    assert store.extent(View(), 5).place == 0


def test_a_ticket_outside_a_view_has_no_place(store: DeskStore) -> None:
    """A closed ticket stands in no list of open ones."""
    (closed,) = store.add([entry(open=False)])
    assert store.extent(View(), closed.id).place is None


def test_what_one_session_saves_the_others_are_told(store: DeskStore, other: DeskStore) -> None:
    """The feed names the rows that changed, once."""
    before = other.position()
    (saved,) = store.add([entry()])
    changes = other.changes(before)
    assert changes.tickets == {saved.id}
    assert other.changes(changes.position).tickets == frozenset()


def test_origins_tell_what_was_imported_before(store: DeskStore) -> None:
    """Only origins whose tickets are here are known."""
    store.add([entry(origin="row-1")])
    assert store.known_origins(["row-1", "row-2"]) == {"row-1"}


def test_an_origin_gives_one_ticket(store: DeskStore, other: DeskStore) -> None:
    """Whoever adds it again: only what is new is added, numbered and returned."""
    (saved,) = store.add([entry(origin="row-1")])
    added = other.add([entry(origin=f"row-{n}") for n in (1, 2, 2)])
    assert [(one.header.origin, one.number) for one in added] == [("row-2", "20231001002")]
    assert other.ticket_of("row-1") == saved
    assert store.add([entry(origin="row-1")]) == []
    with pytest.raises(NotFound):
        store.ticket_of("row-3")


def test_settings_come_back_oldest_first(store: DeskStore) -> None:
    """Every setting ever made is kept."""
    made = [
        Setting("threshold", seconds, "2026-01-01", "li", DAY + timedelta(days=seconds))
        for seconds in (900, 1800)
    ]
    store.set(made[:1])
    store.set(made[1:])
    assert store.settings() == made


def test_all_tickets_come_in_batches_in_their_order(store: DeskStore) -> None:
    """However small the batches."""
    saved = store.add([entry() for _ in range(7)])
    batches = list(store.tickets(batch=3))
    assert [len(batch) for batch in batches] == [3, 3, 1]
    assert [one for batch in batches for one in batch] == saved


def test_a_backup_leaves_the_feed_of_the_last_days(store: DeskStore, tmp_path: Path) -> None:
    """What is long past is forgotten, and who is up to date goes on."""
    store.add([entry(), entry(), entry()])
    position = store.position()
    raw = connect((tmp_path / "desk.db").as_uri(), 1)
    raw.execute("UPDATE cs_changes SET at = at - 8 * 86400 WHERE seq = 1")
    raw.execute("UPDATE cs_changes SET at = at - 6 * 86400 WHERE seq = 2")
    raw.close()
    store.backup(tmp_path / "copy.db")
    assert store.changes(0).everything
    assert store.changes(1).tickets == {2, 3}
    assert store.changes(position) == Changes(position)


def test_an_export_tells_how_many_tickets_it_holds(store: DeskStore, tmp_path: Path) -> None:
    """Settings are in the file too, and are not counted."""
    store.add([entry(), entry()])
    store.set([Setting("threshold", 900, "2026-01-01", "li", DAY)])
    assert store.export_tinydb(tmp_path / "out.json") == 2


def test_copies_carry_the_knowledge_base(store: DeskStore, tmp_path: Path) -> None:
    """A backup and an export hold articles, their quotes and what was missed, as the store does."""
    store.articles.save([Article("更换滤芯", Section.OPERATION, "先断电。")])
    store.add([quoting("更换滤芯")])
    store.articles.miss("发票", DAY)
    store.backup(tmp_path / "copy.db")
    copy = open_store(tmp_path / "copy.db")
    assert copy.articles.all() == store.articles.all()
    assert copy.articles.missed() == store.articles.missed()
    copy.close()
    store.export_tinydb(tmp_path / "out.json")
    with TinyDB(tmp_path / "out.json") as plain:
        assert plain.table("articles").get(doc_id=1)["title"] == "更换滤芯"
        assert plain.table("quotes").get(doc_id=1) == {"count": 1}
        assert [one["text"] for one in plain.table("missed_searches")] == ["发票"]


def test_what_there_is_of_each_is_counted(store: DeskStore) -> None:
    """A look at the store tells how many tickets, settings and articles it has."""
    store.articles.save([Article("更换滤芯", Section.OPERATION, "先断电。")])
    store.add([entry(), entry()])
    counts = {one.key: one.values["count"] for one in store.check() if "count" in one.values}
    assert counts == {"count_tickets": 2, "count_settings": 0, "count_articles": 1}


def test_nothing_but_creating_makes_a_store(tmp_path: Path) -> None:
    """Opening what is not there is told, and leaves nothing behind."""
    with pytest.raises(StoreError):
        open_store(tmp_path / "desk.db")
    assert not list(tmp_path.iterdir())
