"""Packed rows: what figures need of each document, in a few bytes, joined into blocks."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

from data.engine.connection import Connection
from data.engine.driver import Values
from data.engine.table_sql import TableSql

Packed = tuple[bytes, bytes]
"""Two kinds of records, the second of which many documents have none of."""

Pack = Callable[[int, Mapping[str, Any]], Packed]
"""Packs a document, known by its id."""

_PAGE: Final = 8_192
"""Rows joined by one statement: a megabyte or two."""
_CHUNK: Final = 500
"""Rows looked up by one statement."""


class Facts:
    """The packed rows of one table; written with the documents, in the same transaction."""

    def __init__(self, connection: Connection, sql: TableSql, pack: Pack) -> None:
        self._connection = connection
        self._sql = sql
        self.pack = pack

    def put(self, documents: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
        """Pack and store documents, inside the transaction that stores them."""
        for doc_id, document in documents:
            first, second = self.pack(doc_id, document)
            self._connection.execute(self._sql.put_facts, (doc_id, first, second or None))

    def renew(self) -> None:
        """Forget all packed rows, and how they were laid out; inside a write transaction."""
        for statement in (self._sql.drop_facts, *self._sql.create_facts()):
            self._connection.execute(statement)

    def joined(self) -> Iterator[Packed]:
        """All packed rows in the order of their ids, one after the other, in blocks.

        To be read to the end inside a snapshot, so that they are of one state of the store.
        """
        last, count = -(2**63), _PAGE
        while count == _PAGE:
            last, count, *block = self._row(self._sql.join_facts, (last, _PAGE))
            yield _packed(block)

    def some(self, doc_ids: Collection[int]) -> Iterator[Packed]:
        """The packed rows of these ids in their order, in blocks, likewise."""
        source = iter(sorted(doc_ids))
        while part := list(islice(source, _CHUNK)):
            yield _packed(self._row(self._sql.join_some_facts(len(part)), part)[2:])

    def _row(self, sql: str, values: Values) -> tuple[Any, ...]:
        return tuple(self._connection.rows(sql, values)[0])


def _packed(block: Iterable[bytes | None]) -> Packed:
    first, second = (part or b"" for part in block)
    return first, second
