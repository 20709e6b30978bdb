"""Which tickets each view has, in which order, and how it is read."""

from typing import Any

import pytest

from cstui.ports import SortedBy, View, Viewer, Which, Word
from data.desk import DeskStore
from tests.unit.data.entries import entry

LI = Viewer("li", "hotline", now=100, fallen=50, escalated=40)


def seen(store: DeskStore, which: Which, *words: str, by: SortedBy = SortedBy.DUE) -> list[int]:
    """The rows that Li sees in a view."""
    view = View(which, tuple(map(Word, words)), by, LI)
    return [one.id for one in store.page(view, 0, 50).listings]


def test_people_see_what_is_theirs(store: DeskStore) -> None:
    """Their own, their team's, and what nobody holds."""
    store.add(
        [
            entry(owner="li", team="hotline"),
            entry(owner="wang", team="hotline"),
            entry(owner="zhang", team="technics"),
            entry(team="hotline"),
            entry(),
            entry(owner="li", team="hotline", open=False),
        ]
    )
    assert seen(store, Which.MINE) == [1]
    assert seen(store, Which.TEAM) == [1, 2, 4]
    assert seen(store, Which.UNASSIGNED) == [4, 5]
    assert seen(store, Which.OPEN) == [1, 2, 3, 4, 5]


def test_lateness_is_a_matter_of_the_moment(store: DeskStore) -> None:
    """Late after its due time; soon late from the warning to that time; escalated much later."""
    store.add(
        [
            entry(due=40, warn=30, team="hotline"), entry(due=99, warn=90), entry(due=100, warn=90),
            entry(due=150, warn=100), entry(due=150, warn=101), entry(due=None),
            entry(due=30, team="technics"),
        ]
    )  # fmt: skip
    assert seen(store, Which.LATE) == [7, 1, 2]
    assert seen(store, Which.SOON) == [3, 4]
    assert seen(store, Which.ESCALATED) == [1]


def test_solved_tickets_wait_for_a_revisit_in_a_view_of_their_own(store: DeskStore) -> None:
    """Until the customer was asked; one on which other work is left stands with the open ones."""
    revisit = {"status": "resolved", "due_clock": "revisit"}
    store.add(
        [
            entry(due=20, open=False, **revisit), entry(due=10, open=False, **revisit),
            entry(due=5, **revisit), entry(open=False, status="closed"),
        ]
    )  # fmt: skip
    assert seen(store, Which.REVISITS) == [2, 1]
    assert seen(store, Which.OPEN) == [3]


def test_waiting_and_low_scores_have_views(store: DeskStore) -> None:
    """By status, and by the clock that runs because a customer was not content."""
    store.add(
        [
            entry(status="waiting"), entry(status="open"),
            entry(status="resolved", due_clock="follow_up"),
            entry(status="resolved", due_clock="measure"),
        ]
    )  # fmt: skip
    assert seen(store, Which.WAITING) == [1]
    assert seen(store, Which.LOW) == [3, 4]


def test_a_call_back_is_its_holders_until_it_falls_to_the_team(store: DeskStore) -> None:
    """One's own and nobody's at once; another's once it is long past, if it is the team's."""
    store.add(
        [
            entry(owner="li", callback=300), entry(callback=400), entry(owner="li"),
            entry(owner="wang", team="hotline", callback=50),
            entry(owner="wang", team="hotline", callback=51),
            entry(owner="zhang", team="technics", callback=50),
            entry(owner="wang", callback=20),
        ]
    )  # fmt: skip
    assert seen(store, Which.CALLBACKS) == [7, 4, 1, 2]


def test_whoever_has_no_team_sees_all_fallen_calls_back(store: DeskStore) -> None:
    """So that none is lost where nobody set up teams."""
    store.add([entry(owner="wang", team="hotline", callback=50), entry(owner="wang", callback=51)])
    view = View(Which.CALLBACKS, viewer=Viewer("li", fallen=50))
    assert [one.id for one in store.page(view, 0, 9).listings] == [1]


def test_all_words_have_to_be_there(store: DeskStore) -> None:
    """Anywhere in what a ticket says of itself, its number included."""
    store.add([entry("A1"), entry("B1"), entry("B2", open=False)])
    assert seen(store, Which.OPEN, "b") == [2]
    assert seen(store, Which.ALL, "b") == [3, 2]
    assert seen(store, Which.ALL, "b", "1") == [2]
    assert seen(store, Which.ALL, "x") == []


def test_a_holder_is_found_by_name(store: DeskStore) -> None:
    """The logins of those whose names have the word are as good as the word."""
    store.add([entry(owner="li"), entry(owner="wang"), entry("li-1")])
    view = View(Which.OPEN, (Word("li-1", ("wang",)),))
    assert [one.id for one in store.page(view, 0, 9).listings] == [2, 3]


def test_views_are_sorted_as_wanted(store: DeskStore) -> None:
    """What is the same, by what is due first."""
    store.add(
        [
            entry(due=3, opened=7, level=1, customer="b"),
            entry(due=2, opened=9, level=0, customer="c"),
            entry(due=1, opened=8, level=1, customer="b"),
        ]
    )
    assert seen(store, Which.OPEN) == [3, 2, 1]
    assert seen(store, Which.OPEN, by=SortedBy.OPENED) == [1, 3, 2]
    assert seen(store, Which.OPEN, by=SortedBy.PRIORITY) == [2, 3, 1]
    assert seen(store, Which.OPEN, by=SortedBy.CUSTOMER) == [3, 1, 2]


@pytest.mark.parametrize("by", list(SortedBy))
def test_places_fit_the_pages(store: DeskStore, by: SortedBy) -> None:
    """Whatever the order."""
    store.add([entry(due=n % 3, opened=n % 2, level=n % 3, customer=str(n % 2)) for n in range(9)])
    view = View(Which.OPEN, by=by)
    rows = [one.id for one in store.page(view, 0, 4).listings]
    rows += [one.id for one in store.page(view, 4, 9).listings]
    assert [store.extent(view, row).place for row in rows] == list(range(9))


def test_the_tally_counts_what_the_views_show(store: DeskStore) -> None:
    """Each view by the same rule."""
    store.add(
        [
            entry(owner="li", team="hotline", due=40), entry(status="waiting", callback=10),
            entry(open=False, status="resolved", due_clock="revisit"),
            entry(due=120, warn=90), entry(open=False),
        ]
    )  # fmt: skip
    tally = store.tally(LI)
    assert {which: len(seen(store, which)) for which in Which} == tally
    assert tally[Which.ALL] == 5


def test_views_are_answered_from_an_index(store: DeskStore) -> None:
    """No document of the many is read, nor those that only have to be passed over."""
    store.add([entry(owner="li"), entry(open=False)])
    driver: Any = store._db.connection._driver
    statements: list[str] = []
    driver.set_trace_callback(statements.append)
    for which in Which:
        for words in ((), (Word("a", ("li",)),)):
            store.page(View(which, words, viewer=LI), 0, 10)
    store.tally(LI)
    driver.set_trace_callback(None)
    for statement in (one for one in statements if 'FROM "d:tickets"' in one):
        plan = [step[-1] for step in driver.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()]
        walks = [step for step in plan if step.startswith(("SCAN", "SEARCH"))]
        # the newest of all are simply the last rows
        of_all = "WHERE" not in statement.partition("IN (")[2]
        assert walks
        slow = [step for step in walks if "ix:tickets:" not in step and "PRIMARY" not in step]
        assert of_all or not slow, statement


def test_the_lines_of_certain_tickets_are_read_in_the_order_in_which_they_are_asked_for(
    store: DeskStore,
) -> None:
    """As the tickets behind a figure are; those that are not there are left out."""
    store.add([entry(subject=f"subject {number}") for number in range(600)])
    rows = [600, 3, 999, *range(500, 10, -1)]
    found = store.listings(rows)
    assert [one.id for one in found] == [row for row in rows if row != 999]
    assert (found[0].subject, found[1].subject, found[0].revision) == (
        "subject 599",
        "subject 2",
        1,
    )
    assert store.listings([]) == ()
