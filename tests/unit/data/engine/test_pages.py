"""Pages of ordered lists, counts, and the indexes behind them."""

import pytest
from tinydb import Query, where
from tinydb.queries import QueryInstance, QueryLike

from data.engine.database import RowDb
from data.engine.layout import NEWEST_FIRST, By, Index, Stored, index_condition, order_sql
from data.engine.queries import condition
from data.engine.table import RowTable

IS_OPEN = Query().card.open == True  # noqa: E712  # a query, not a test
BY_DUE = (By("card.due"),)
INDEXES = (
    Index("due", BY_DUE, where=IS_OPEN),
    Index("owner", (By("card.owner"), By("card.due", descending=True))),
    Index("origin", (By("origin"),), where=Query().origin.exists()),
)


@pytest.fixture
def cards(db: RowDb) -> RowTable:
    """Forty cards: every fourth is open, due in reverse order of their ids."""
    table = db.table("cards", indexes=INDEXES)
    table.insert_multiple(
        {
            "card": {"open": number % 4 == 0, "due": 40 - number, "owner": "ab"[number % 2]},
            "more": "x" * 100,
        }
        | ({"origin": f"f{number}"} if number < 5 else {})
        for number in range(40)
    )
    return table


def dues(found: list[Stored]) -> list[int]:
    """When the cards of a page are due."""
    return [one.document["card"]["due"] for one in found]


def test_a_page_is_cut_from_the_ordered_list(cards: RowTable) -> None:
    """A page has the documents of its place in the list, with their revisions."""
    assert dues(cards.page(IS_OPEN, order=BY_DUE, limit=3)) == [4, 8, 12]
    assert dues(cards.page(IS_OPEN, order=BY_DUE, limit=3, offset=8)) == [36, 40]
    assert [one.doc_id for one in cards.page(order=NEWEST_FIRST, limit=2)] == [40, 39]
    assert len(cards.page(limit=-1)) == 40
    assert cards.page(limit=1)[0].revision == 1


def test_python_decides_in_the_same_order(cards: RowTable) -> None:
    """A query that SQL cannot decide gives the same pages as one that it can."""
    tested = IS_OPEN & Query().card.due.test(lambda due: due % 8 == 0)
    assert dues(cards.page(tested, order=BY_DUE, limit=2, offset=1)) == [16, 24]
    unknown = Query().card.map(lambda card: card["due"]) > 38
    assert dues(cards.page(unknown, order=BY_DUE, limit=-1)) == [39, 40]
    assert cards.page(tested, order=BY_DUE, limit=1, part="card.due")[0].document == 8
    assert cards.page(tested, limit=1, part="card.no.where")[0].document is None


def test_what_ties_is_ordered_by_id(cards: RowTable) -> None:
    """Documents of equal keys come by id, in the direction of the last key."""
    ids = [one.doc_id for one in cards.page(order=(By("card.owner"),), limit=3)]
    assert ids == [1, 3, 5]
    ids = [one.doc_id for one in cards.page(order=(By("card.owner", descending=True),), limit=3)]
    assert ids == [40, 38, 36]


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("card", {"open": True, "due": 40, "owner": "a"}),
        ("card.owner", "a"),
        ("card.due", 40),
        ("origin", "f0"),
        ("no.where", None),
    ],
)
def test_a_part_is_read_alone(cards: RowTable, part: str, value: object) -> None:
    """A page can have one part of each document in the document's place."""
    assert cards.page(limit=1, part=part)[0].document == value


def test_counts(cards: RowTable) -> None:
    """Counting agrees with searching, whoever decides."""
    queries = (
        IS_OPEN,
        IS_OPEN & (Query().card.due < 20),
        IS_OPEN | (Query().card.due < 20),
        Query().more.matches("x+"),
        Query().noop(),
        ~IS_OPEN,
    )
    for query in queries:
        assert cards.count(query) == len(cards.search(query)) == sum(map(query, cards))


def plan(cards: RowTable, query: QueryInstance, order: tuple[By, ...], what: str = "id") -> str:
    """How SQLite goes about a query."""
    connection = cards._connection
    narrow = condition(query, connection.dialect)
    assert narrow is not None
    sql = cards._rows.sql.select(what, narrow.sql, order_sql(order, connection.dialect))
    connection.rows(sql, narrow.values)
    return str(connection.rows(f"EXPLAIN QUERY PLAN {sql}", narrow.values))


def test_lists_are_read_from_their_index(cards: RowTable) -> None:
    """A list whose order an index has is never sorted."""
    owned = (Query().card.owner == "a", (By("card.due", descending=True),))
    for index, query, order in (("due", IS_OPEN, BY_DUE), ("owner", *owned)):
        told = plan(cards, query, order)
        assert f"ix:cards:{index}" in told
        assert "TEMP B-TREE" not in told


@pytest.mark.parametrize("count", [1, 3, 200])
def test_many_wanted_values_are_looked_up(cards: RowTable, count: int) -> None:
    """However many values are wanted, each is looked up in the index of those that have one."""
    wanted = Query().origin.one_of([f"f{number}" for number in range(count)])
    assert "SEARCH d:cards USING INDEX ix:cards:origin" in plan(cards, wanted, (), "rev")
    assert cards.count(wanted) == min(count, 5)


def test_an_index_must_be_exact(db: RowDb) -> None:
    """A partial index whose condition only Python can tell is refused."""
    index = Index("regex", BY_DUE, where=where("a").matches("x"))
    with pytest.raises(ValueError, match="regex"):
        index_condition(index, db.connection.dialect)


def test_declared_indexes_are_brought_about(db: RowDb) -> None:
    """Preparing a table anew makes the indexes that are declared now, and drops the others."""
    stored = "SELECT name FROM sqlite_master WHERE name LIKE 'ix:%' ORDER BY name"
    db.table("cards", indexes=INDEXES).prepare()
    names = [f"ix:cards:{name}" for name in ("due", "origin", "owner")]
    assert [name for (name,) in db.connection.rows(stored)] == names
    changed = (Index("due", (By("card.due"), By("card.owner"))), INDEXES[1])
    db.table("cards", indexes=changed).prepare()
    assert [name for (name,) in db.connection.rows(stored)] == names[::2]


@pytest.mark.parametrize("asked", [where("n") == "1", where("n").matches("1")])
def test_what_matches_before_an_id_is_counted(table: RowTable, asked: QueryLike) -> None:
    """The same, whether the database or Python tells what matches."""
    table.insert_multiple({"n": letter} for letter in "1211")
    assert [table.count_before(row, asked) for row in (1, 2, 3, 4, 9)] == [0, 1, 1, 2, 3]


@pytest.mark.parametrize("among", [IS_OPEN, Query().card.due.test(lambda due: due > 20)])
def test_several_counts_are_made_in_one_go(cards: RowTable, among: QueryInstance) -> None:
    """Each is the number of documents that match both, whoever tells what matches."""
    asked = [Query().card.due < 30, Query().card.owner == "a", Query().card.owner == "nobody"]
    counts = cards.count_each(asked, among)
    assert counts == [len(cards.search(among & each)) for each in asked]
    assert counts[0]


@pytest.mark.parametrize("query", [IS_OPEN, Query().card.due.test(lambda due: due > 20)])
def test_ids_come_in_the_order_of_the_pages(cards: RowTable, query: QueryInstance) -> None:
    """All of them, whoever tells what matches."""
    order = (By("card.due", descending=True),)
    pages = cards.page(query, order=order, limit=-1, part="card.due")
    assert cards.ids(query, order) == [one.doc_id for one in pages]
