"""Some documents of an ordered list: what a screen shows of a table."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from tinydb.queries import QueryLike

from data.engine.codec import decode_part
from data.engine.layout import By, Stored, order_sql, steps
from data.engine.queries import Condition, condition, matches
from data.engine.rows import Rows

_CHUNK: Final = 500
"""Documents looked up by one statement."""


def read_page(
    rows: Rows,
    cond: QueryLike | None,
    order: Sequence[By],
    limit: int,
    offset: int,
    part: str | None,
) -> list[Stored]:
    """Read documents of an ordered list; see `SharedTable.page`."""
    dialect = rows.connection.dialect
    narrow = condition(cond, dialect) if cond is not None else None
    ordered = order_sql(order, dialect)
    if cond is not None and (narrow is None or not narrow.decides):
        found = _tested(rows, cond, narrow, ordered)
        chosen = islice(found, offset, None if limit < 0 else offset + limit)
        return [stored if part is None else _part(stored, part) for stored in chosen]
    what = rows.sql.columns if part is None else f"id, rev, {dialect.part(steps(part))}"
    where = narrow.sql if narrow else None
    # what a list shows comes from few documents of the many that are passed over or sorted
    select = rows.sql.select_page if part and limit != 1 else rows.sql.select_some
    sql = select(what, where, ordered)
    read = rows.read(sql, (*(narrow.values if narrow else ()), limit, offset))
    if part is None:
        return list(map(rows.stored, read))
    return [Stored(doc_id, revision, decode_part(body)) for doc_id, revision, body in read]


def read_ids(rows: Rows, cond: QueryLike, order: Sequence[By]) -> list[int]:
    """Read the ids of an ordered list; see `SharedTable.ids`."""
    narrow = condition(cond, rows.connection.dialect)
    ordered = order_sql(order, rows.connection.dialect)
    if narrow and narrow.decides:
        return rows.ids_where(narrow, ordered)
    return [stored.doc_id for stored in _tested(rows, cond, narrow, ordered)]


def read_parts(rows: Rows, doc_ids: Sequence[int], part: str) -> list[Stored]:
    """Read a part of some documents by their ids; see `SharedTable.parts`."""
    what = f"id, rev, {rows.connection.dialect.part(steps(part))}"
    found: dict[int, Stored] = {}
    source = iter(doc_ids)
    while some := list(islice(source, _CHUNK)):
        for doc_id, revision, body in rows.read(rows.sql.some(what, len(some)), some):
            found[doc_id] = Stored(doc_id, revision, decode_part(body))
    return [found[doc_id] for doc_id in doc_ids if doc_id in found]


def _tested(rows: Rows, cond: QueryLike, narrow: Condition | None, order: str) -> Iterator[Stored]:
    found = rows.some(rows.ids_where(narrow, order))
    return (stored for stored in found if matches(cond, stored.document))


def _part(stored: Stored, path: str) -> Stored:
    found = stored.document
    for step in steps(path):
        found = found.get(step) if isinstance(found, dict) else None
    return Stored(stored.doc_id, stored.revision, found)
