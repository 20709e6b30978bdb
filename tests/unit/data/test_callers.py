"""Who is calling, found among all tickets."""

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as rounds
from hypothesis import strategies as st
from msgspec.structs import replace

from cstui.domain.ticket import Ticket
from cstui.domain.traces import Traces, compared, digits_of
from data.callers import StoredCallers
from data.desk import DeskStore, create_store, open_store
from data.documents import TicketDocument
from data.engine.creation import create
from data.engine.database import RowDb
from data.schema import MIGRATIONS, tickets_table
from tests.unit.data.entries import called, entry

LI = Traces("13800138000", "m1", "a1", "李小明", "lxm")
WANG = Traces("13900139000", "", "a2", "王明", "wm")

NOBODY = ("", "")

SHORT = {"max_size": 3}
TRACES = st.builds(
    Traces,
    phone=st.text("138", max_size=5),
    number=st.text("m1", **SHORT),
    order=st.text("a13", **SHORT),
    name=st.text("李明a", **SHORT),
    initials=st.text("alm", **SHORT),
)
SOUGHT = st.text("138ma李明l -Ａ", max_size=4)


def brute_force(all_traces: Sequence[Traces], sought: str) -> list[int]:
    """The rows of the newest tickets of whom a text means, best matches first."""
    best: dict[tuple[str, str], tuple[object, ...]] = {}
    for traces in all_traces:
        for place, (value, text) in enumerate(meant(traces, sought)):
            # nobody has initials who has no name
            if customer(traces) != NOBODY and text and value.startswith(text):
                exact = value == text
                rank = (not exact, place, "" if exact else value, customer(traces))
                best[customer(traces)] = min(best.get(customer(traces), rank), rank)
    rows = {customer(traces): row for row, traces in enumerate(all_traces, 1)}
    return [rows[one] for one in sorted(best, key=lambda one: best[one])]


def meant(traces: Traces, sought: str) -> list[tuple[str, str]]:
    """What a customer left, each with what it must begin with; the better matches first."""
    text, digits = compared(sought), digits_of(sought)
    named = [(traces.number, text), (traces.order, text)]
    if any(letter.isalpha() for letter in text):
        return [*named, (traces.name, text), (traces.initials, text if text.isascii() else "")]
    if len(digits) < 3:
        return []
    return [(traces.phone, digits), (traces.phone[::-1], digits[::-1]), *named]


def customer(traces: Traces) -> tuple[str, str]:
    """What tells customers apart, by phone, else number, name, order."""
    told = {"p": traces.phone, "n": traces.number, "a": traces.name, "o": traces.order}
    return next(((mark, text) for mark, text in told.items() if text), NOBODY)


def rows(tickets: Sequence[Ticket]) -> list[int]:
    """Which tickets these are."""
    return [ticket.id for ticket in tickets]


@given(st.lists(TRACES, max_size=12), st.lists(SOUGHT, min_size=1, max_size=6), st.integers(1, 6))
@rounds(max_examples=60, deadline=None)
def test_customers_are_found_as_if_all_were_looked_at(
    all_traces: list[Traces], sought: list[str], limit: int
) -> None:
    """The same customers in the same order as by reading every ticket, and the same histories."""
    with TemporaryDirectory() as folder:
        store = create_store(Path(folder, "desk.db"))
        store.add([called(traces) for traces in all_traces])
        for text in sought:
            found = store.callers.found(text, limit)
            assert rows(found) == brute_force(all_traces, text)[:limit]
        for traces in all_traces:
            theirs = [
                row
                for row, one in enumerate(all_traces, 1)
                if (traces.phone and one.phone == traces.phone)
                or (traces.number and one.number == traces.number)
            ]
            assert rows(store.callers.history(traces, limit)) == theirs[::-1][:limit]
        store.close()


@pytest.mark.parametrize(
    "sought",
    ["13800138000", "+86 138-0013-8000", "138", "8000", "m1", "Ｍ１", "a1", "李", "李小 明", "lx"],
)
def test_a_customer_is_found_by_any_trace(store: DeskStore, sought: str) -> None:
    """By phone, its end, number, order, name or initials, in whatever width and case."""
    store.add([called(LI), called(WANG)])
    assert rows(store.callers.found(sought, 8)) == [1]


@pytest.mark.parametrize(
    "sought", ["", " ", "13", "明", "小明", "x", "\0", "\ud800", "[", "138001380001"]
)
def test_what_means_nobody_finds_nobody(store: DeskStore, sought: str) -> None:
    """A part of a name from its middle, too few digits, and what is no text at all."""
    store.add([called(LI), called(WANG)])
    assert store.callers.found(sought, 8) == []


def test_a_customer_with_many_tickets_takes_one_place(store: DeskStore) -> None:
    """By the newest ticket, so that others are seen beside."""
    store.add([called(LI) for _ in range(300)])
    store.add([called(WANG)])
    assert rows(store.callers.found("a", 8)) == [300, 301]
    assert rows(store.callers.found("138", 8)) == [300]
    assert rows(store.callers.history(LI, 3)) == [300, 299, 298]


def test_a_customer_with_many_orders_makes_no_search_long(store: DeskStore) -> None:
    """Those behind them are found by another trace, or as soon as more is typed."""
    store.add([called(replace(LI, order=f"a{number}")) for number in range(300)])
    store.add([called(replace(WANG, order="a9999", name="a王"))])
    assert rows(store.callers.found("a999", 8)) == [301]
    assert rows(store.callers.found("a王", 8)) == [301]
    assert rows(store.callers.found("a", 8))[0] == 300


def test_customers_of_one_name_are_told_apart(store: DeskStore) -> None:
    """By their telephones."""
    store.add([called(replace(WANG, phone=f"1390000000{digit}")) for digit in range(5)])
    assert rows(store.callers.found("王", 8)) == [1, 2, 3, 4, 5]


def test_an_anonymous_caller_has_no_history(store: DeskStore) -> None:
    """Not that of all the other anonymous callers, either."""
    store.add([called(Traces()), called(Traces(name="李")), called(Traces(name="李"))])
    assert store.callers.history(Traces(), 8) == []
    assert store.callers.history(Traces(name="李"), 8) == []


@pytest.mark.parametrize("sought", ["138", "8000", "m1", "a1", "李", "lx"])
def test_a_search_goes_by_indexes_alone(store: DeskStore, tmp_path: Path, sought: str) -> None:
    """However many tickets there are, none is read but those shown, and nothing is sorted."""
    store.add([called(LI), called(WANG)])
    with RowDb(tmp_path / "desk.db", migrations=MIGRATIONS) as db:
        callers = StoredCallers(db)
        assert all(map(by_index, plans(db, lambda: callers.found(sought, 8))))


def test_a_history_goes_by_indexes(store: DeskStore, tmp_path: Path) -> None:
    """It sorts a customer's own tickets at most."""
    store.add([called(LI), called(WANG)])
    with RowDb(tmp_path / "desk.db", migrations=MIGRATIONS) as db:
        callers = StoredCallers(db)
        by_phone, by_number = plans(db, lambda: callers.history(LI, 8))
    assert by_index(by_phone)
    assert by_index(by_number[:1])
    assert by_number[1:] in ([], ["USE TEMP B-TREE FOR ORDER BY"])


def by_index(plan: list[str]) -> bool:
    """Whether a statement takes one way, along an index over the traces."""
    (step,) = plan
    return step.startswith("SEARCH d:tickets USING INDEX ix:tickets:caller")


def plans(db: RowDb, ask: Callable[[], list[Ticket]]) -> list[list[str]]:
    """How the engine goes about each statement on tickets, told by itself."""
    driver: Any = db.connection._driver
    statements: list[str] = []
    driver.set_trace_callback(statements.append)
    assert ask()
    driver.set_trace_callback(None)
    return [
        [step[-1] for step in driver.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()]
        for statement in statements
        if 'FROM "d:tickets"' in statement
    ]


def test_a_store_of_before_finds_its_callers(tmp_path: Path) -> None:
    """Its tickets get their traces when it is opened; till then nobody is found, nothing breaks."""
    place = tmp_path / "desk.db"
    create(place, migrations=MIGRATIONS[:1])
    with RowDb(place, migrations=MIGRATIONS[:1]) as db:
        older = entry(number="A1")
        tickets_table(db).insert(TicketDocument.of(older.ticket, older.derived))
    store = open_store(place)
    assert store.outdated()
    assert store.callers.found("138", 8) == []
    store.rebuild(lambda ticket: called(LI).derived)
    assert rows(store.callers.found("138", 8)) == [1]
    assert store.articles.all() == []
    store.close()
