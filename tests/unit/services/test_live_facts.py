"""The facts of a store as columns that follow what is saved."""

from collections.abc import Collection, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cstui.domain import acts
from cstui.domain.facts import LAYOUT, MOMENT_LAYOUT
from cstui.domain.ticket import Header, Ticket
from cstui.metrics.columns import Columns
from cstui.ports import Changes, Entry, Facts, Store
from cstui.services.deriving import Deriver
from cstui.services.live_facts import LiveFacts
from data.desk import create_store, open_store
from tests.fixtures.times import at, calendars, event, policies

derive = Deriver(policies(), calendars())

STEPS: tuple[acts.Act, ...] = (
    acts.Responded(), acts.Assigned("li"), acts.Transferred("", "", "technics"), acts.Accepted(),
    acts.Progressed("x"), acts.Waiting("part"), acts.Resolved("x"), acts.Reopened(),
    acts.Rated(acts.Scale.FIVE, {"overall": 2}), acts.Caused("wear"), acts.Closed(),
    acts.Promised("x", at("2026-05-09 10:00")), acts.Kept(), acts.Undone(2), acts.Undone(3),
    acts.MeasureSet("train", "li", at("2026-05-09 10:00")), acts.Corrected("priority", "", "紧急"),
)  # fmt: skip
"""What is done to tickets, in any order: rounds and moments come and go."""


class Room:
    """A store in which somebody saves while somebody else looks at figures."""

    def __init__(self, path: Path) -> None:
        create_store(path).close()
        self.store: Store = open_store(path)
        self.looking: Store = open_store(path)

    def add(self, steps: Sequence[acts.Act] = ()) -> None:
        """Save a new ticket."""
        events = (event("2026-05-06 09:00", acts.Submitted()),)
        ticket = Ticket(Header("after_sales", channel="电话"), events)
        self.store.add([Entry(_after(ticket, steps), derive(_after(ticket, steps)), "S")])

    def change(self, row: int, steps: Sequence[acts.Act]) -> None:
        """Save a ticket after more was done."""
        ticket = _after(self.store.ticket_at(row), steps)
        self.store.save(ticket, derive(ticket))

    def close(self) -> None:
        """Let go of it."""
        self.store.close()
        self.looking.close()


def _after(ticket: Ticket, steps: Sequence[acts.Act]) -> Ticket:
    first = len(ticket.events)
    events = [
        event(f"2026-05-06 {9 + place // 60:02}:{place % 60:02}", act)
        for place, act in enumerate(steps, first)
        if not isinstance(act, acts.Undone) or act.position < place
    ]
    return ticket.with_events(events)


def rows_of(columns: Columns, layout: tuple[tuple[str, str], ...]) -> list[tuple[int, ...]]:
    """All rows."""
    return list(zip(*(columns[name].tolist() for name, _ in layout), strict=True))


def assert_the_same(followed: LiveFacts, anew: LiveFacts) -> None:
    """Rounds in the same order; moments in any, as long as there are no others."""
    assert rows_of(followed.rounds, LAYOUT) == rows_of(anew.rounds, LAYOUT)
    assert followed.rounds.words == anew.rounds.words
    moments = [row for row in rows_of(followed.moments, MOMENT_LAYOUT) if any(row)]
    assert sorted(moments) == sorted(rows_of(anew.moments, MOMENT_LAYOUT))


CHANGES = st.lists(
    st.lists(
        st.tuples(st.integers(0, 5), st.lists(st.sampled_from(STEPS), min_size=1, max_size=5)),
        min_size=1, max_size=3,
    ),
    max_size=8,
)  # fmt: skip
"""What is saved between one look and the next: steps of a ticket, or of a new one."""


@settings(max_examples=25, deadline=None)
@given(CHANGES, st.sets(st.sampled_from([name for name, _ in LAYOUT])))
def test_what_is_followed_is_what_is_read_anew(
    looks: list[list[tuple[int, list[acts.Act]]]], asked: set[str]
) -> None:
    """For any history, whichever columns were asked for before."""
    with TemporaryDirectory() as folder:
        room = Room(Path(folder) / "desk.db")
        for _ in range(3):
            room.add()
        live = LiveFacts(room.looking)
        for saves in looks:
            for name in asked:
                assert len(live.rounds[name]) == len(live.rounds)
            for row, steps in saves:
                if 0 < row <= room.store.count():
                    room.change(row, steps)
                else:
                    room.add(steps)
            assert live.refresh()
            assert not live.refresh()
            assert_the_same(live, LiveFacts(room.looking))
        room.close()


class Told:
    """A store that tells what facts are read of it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.asked: list[list[int] | None] = []
        """The rows, or None for all."""

    def changes(self, since: int) -> Changes:
        """What the store tells."""
        return self._store.changes(since)

    def facts(self, rows: Collection[int] | None = None) -> Facts:
        """What the store holds."""
        self.asked.append(None if rows is None else sorted(rows))
        return self._store.facts(rows)


def test_only_tickets_that_changed_are_read(tmp_path: Path) -> None:
    """Also where one has more rounds than before, so that those behind it have to move."""
    room = Room(tmp_path / "desk.db")
    for _ in range(3):
        room.add((acts.Resolved("x"),))
    told = Told(room.looking)
    live = LiveFacts(told)
    room.change(2, (acts.Caused("wear"),))
    room.add()
    live.refresh()
    assert told.asked == [None, [2, 4]]
    room.change(1, (acts.Reopened(),))
    live.refresh()
    assert told.asked[2:] == [[1]]
    assert_the_same(live, LiveFacts(room.looking))
    room.close()


def test_all_tickets_are_read_where_many_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That takes less time than to put each in its place; new ones need no place."""
    monkeypatch.setattr("cstui.services.live_facts._MOST_REPLACED", 2)
    room = Room(tmp_path / "desk.db")
    for _ in range(3):
        room.add()
    told = Told(room.looking)
    live = LiveFacts(told)
    for row in (1, 2):
        room.change(row, (acts.Caused("wear"),))
    room.add()
    live.refresh()
    assert told.asked == [None, [1, 2, 4]]
    for row in (1, 2, 3):
        room.change(row, (acts.Caused("rust"),))
    live.refresh()
    assert told.asked[2:] == [[1, 2, 3], None]
    assert_the_same(live, LiveFacts(room.looking))
    room.close()


def test_a_part_that_was_taken_before_a_change_stays_readable(tmp_path: Path) -> None:
    """Whoever still holds it reads no row that came later."""
    room = Room(tmp_path / "desk.db")
    for _ in range(3):
        room.add()
    live = LiveFacts(room.looking)
    part = live.rounds.only(live.rounds["ticket"] >= 2)
    room.add()
    live.refresh()
    assert part["opened"].tolist() == live.rounds["opened"].tolist()[1:3]
    room.close()


def test_an_empty_store_has_no_facts_until_there_is_a_ticket(tmp_path: Path) -> None:
    """Columns without rows grow like any others."""
    room = Room(tmp_path / "desk.db")
    live = LiveFacts(room.looking)
    assert (len(live.rounds), len(live.moments)) == (0, 0)
    room.add((acts.Assigned("li"),))
    assert live.refresh()
    assert live.rounds["ticket"].tolist() == live.moments["ticket"].tolist() == [1]
    room.close()
