"""Queries in SQL give the very answers of TinyDB's own Python tests."""

import os
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import Query, where
from tinydb.queries import QueryInstance, QueryLike

from data.engine.creation import create
from data.engine.database import RowDb
from data.engine.dialect import Dialect
from data.engine.layout import By, Index
from data.engine.queries import Condition, at_most, condition, contains, matches
from data.engine.table import RowTable

EXAMPLES = int(os.environ.get("CSTUI_FUZZ_EXAMPLES", "250"))

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.integers(),
    st.sampled_from([0.5, 1.0, -0.0, 0.1 + 0.2, 1e300, 2.0**53, 5e-324, 1 + 2**-52]),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(
        ["", "a", "b", "ab", "A", "张三", "[1]", '{"a":1}', "1", "null", "\n", "é", "😀"]
    ),
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=3),
)
keys = st.sampled_from(["a", "b", "c", "d'e", "f.g", "张", 'q"', "b\\s", "\t", "0"])
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=6,
)
documents = st.lists(st.dictionaries(keys, values, max_size=4), min_size=1, max_size=8)


def value_of(path: Query) -> Any:  # noqa: ANN401
    """A path whose tests are given the value, as TinyDB does, and not the document, as it types."""
    return path


@st.composite
def leaves(draw: st.DrawFn) -> QueryInstance:
    """One test of what stands at some path."""
    path = Query()
    for key in draw(st.lists(keys, min_size=1, max_size=2)):
        path = path[key]
    value = draw(values)
    scalar = draw(scalars)
    items = draw(st.lists(scalars, max_size=4))
    tests: list[Callable[[], QueryInstance]] = [
        lambda: path == value,
        lambda: path != value,
        lambda: path < scalar,
        lambda: path <= scalar,
        lambda: path > scalar,
        lambda: path >= scalar,
        path.exists,
        lambda: path.one_of(items),
        lambda: path.one_of({*items}),  # type: ignore[arg-type]  # TinyDB takes any container
        lambda: path.any(items),
        lambda: path.all(items),
        lambda: path.any(Query().a == value),
        lambda: path.matches("a|1"),
        lambda: path.search("B", re.IGNORECASE),
        lambda: path.test(lambda found: bool(found)),
        lambda: value_of(path).test(contains, draw(st.sampled_from(["", "a", "[", "1", "张"]))),
        lambda: value_of(path).test(at_most, draw(st.integers(-3, 3))),
        lambda: path.map(lambda found: [found]) == [value],
        lambda: Query().fragment({"a": value}),
        Query().noop,
    ]
    return draw(st.sampled_from(tests))()


queries = st.recursive(
    leaves(),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: pair[0] & pair[1]),
        st.tuples(inner, inner).map(lambda pair: pair[0] | pair[1]),
        inner.map(lambda query: ~query),
    ),
    max_leaves=4,
)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RowTable]:
    """A table with indexes over some of the paths that are asked for."""
    path = tmp_path_factory.mktemp("fuzz") / "desk.db"
    create(path)
    with RowDb(path) as db:
        yield db.table(
            "fuzz",
            indexes=(
                Index("a", (By("a"),)),
                Index("ab", (By("a.b"), By("b"))),
                Index("some", (By("b"),), where=where("a") == "a"),
                Index("there", (By("c"),), where=where("c").exists()),
            ),
        )


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(documents=documents, asked=st.lists(queries, min_size=1, max_size=8))
def test_sql_and_python_agree(
    table: RowTable, documents: list[dict[str, Any]], asked: list[QueryInstance]
) -> None:
    """For any documents and queries, the store finds what Python finds in what it holds."""
    table.truncate()
    table.insert_multiple(documents)
    held = table.all()
    for query in asked:
        expected = [one.doc_id for one in held if matches(query, one)]
        assert [one.doc_id for one in table.search(query)] == expected
        assert table.count(query) == len(expected)
        assert [one.doc_id for one in table.page(query, limit=2, offset=1)] == expected[1:3]


def narrowed(query: QueryLike) -> Condition | None:
    """What SQL makes of a query."""
    return condition(query, Dialect())


@pytest.mark.parametrize(
    "query",
    [
        where("a") == "open",
        where("a") == 1,
        where("a") == True,  # noqa: E712  # a query, not a test
        where("a") == None,  # noqa: E711
        where("a") != "open",
        (where("a") >= 1) & (where("a") < 5) & (where("b") == "x"),
        where("a").exists() | ~(where("b") == 2),
        where("a").one_of(["x", "y", 3]),
        value_of(where("a")).test(contains, "x") | ~value_of(where("b")).test(at_most, 3),
        Query().noop(),
    ],
)
def test_sql_decides_alone(query: QueryInstance) -> None:
    """Plain questions are answered by SQL, without a look at the documents."""
    found = narrowed(query)
    assert found is not None
    assert found.decides


@pytest.mark.parametrize(
    "query",
    [
        where("a") == 0.1,
        where("a") == "[1]",
        where("a") == [1],
        where("a") == {"b": 1},
        where("a").matches("x"),
        where("a").any(["x"]),
        (where("a") < 5) | (where("b") == 1),
        ~(where("a") < 5),
        where("a").one_of({1, 2}) | where("b").exists(),  # type: ignore[arg-type]
    ],
)
def test_sql_narrows(query: QueryInstance) -> None:
    """Where SQL knows less than Python it lets through what may match, and Python decides."""
    found = narrowed(query)
    assert found is not None
    assert not found.decides


@pytest.mark.parametrize(
    "query",
    [
        where("a").map(str) == "x",
        where('"') == "x",
        where("a\\b") == "x",
        where("a") == 2**60,
        where("a") == "\ud800",
        ~where("a").matches("x"),
        Query().fragment({"a": 1}),
        lambda document: True,
    ],
)
def test_python_decides_alone(query: QueryLike) -> None:
    """What SQL cannot say is left to Python wholly."""
    assert narrowed(query) is None
