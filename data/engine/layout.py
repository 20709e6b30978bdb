"""How a table is laid out for reading: its indexes, orders and pages."""

from collections.abc import Sequence
from typing import Any, Final

from msgspec import Struct
from tinydb.queries import QueryLike

from data.engine.dialect import Dialect, JsonPath
from data.engine.queries import condition, inlined


class By(Struct, frozen=True):
    """One key of an order."""

    path: str
    """Where the key stands in the document, dots between the steps; empty for the id."""
    descending: bool = False
    """Whether the greatest comes first; what is missing counts as least."""


OLDEST_FIRST: Final = (By(""),)
NEWEST_FIRST: Final = (By("", descending=True),)


class Index(Struct, frozen=True):
    """An index over the values at some paths, for all documents or for some."""

    name: str
    """Its name within the table."""
    keys: tuple[By, ...]
    """What it is ordered by; the id comes last by itself."""
    where: QueryLike | None = None
    """Which documents it holds; queries use it when they ask for the same thing in an `and`."""


class Stored(Struct, frozen=True):
    """A document as the store has it."""

    doc_id: int
    """Its id."""
    revision: int
    """How often it was saved, from 1; to be given back when saving."""
    document: Any
    """The document, or the part of it that was asked for."""


def steps(path: str) -> JsonPath:
    """A dotted path as the keys to follow."""
    return tuple(path.split("."))


def index_columns(index: Index, dialect: Dialect) -> list[str]:
    """The indexed expressions, so directed that orders over the same keys need no sorting."""
    keys = index.keys
    # an index ends with the id ascending; an order, with the id in the direction of its last key
    return [_term(key, dialect) for key in (keys + NEWEST_FIRST if keys[-1].descending else keys)]


def index_condition(index: Index, dialect: Dialect) -> str | None:
    """The condition of a partial index.

    Raises:
        ValueError: SQL cannot tell exactly which documents it asks for.
    """
    if index.where is None:
        return None
    found = condition(index.where, dialect)
    if found is None or not found.decides:
        raise ValueError(f"index {index.name}: its condition cannot be put into SQL exactly")
    for key in index.keys:
        # a comparison of the key implies this, but nothing about its JSON type
        if found.sql == dialect.exists(steps(key.path)):
            return dialect.known(steps(key.path))
    return inlined(found)


def order_sql(order: Sequence[By], dialect: Dialect) -> str:
    """An order that ends with the id, so that no two documents tie."""
    terms = [_term(key, dialect) for key in order]
    if not order or order[-1].path:
        # the direction of the last key, as an index read either way has it
        terms.append(_term(By("", order[-1].descending if order else False), dialect))
    return ", ".join(terms)


def _term(key: By, dialect: Dialect) -> str:
    column = dialect.value(steps(key.path)) if key.path else "id"
    return f"{column} DESC" if key.descending else column
