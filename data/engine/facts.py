"""Packed rows: what figures need of each document, in a few bytes, joined into one block."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from data.engine.connection import Connection
from data.engine.table_sql import TableSql

Pack = Callable[[int, Mapping[str, Any]], bytes]
"""Packs a document, known by its id, into bytes."""

_PAGE: Final = 65_536
"""Rows joined by one statement: a few megabytes."""


class Facts:
    """The packed rows of one table; written with the documents, in the same transaction."""

    def __init__(self, connection: Connection, sql: TableSql, pack: Pack) -> None:
        self._connection = connection
        self._sql = sql
        self.pack = pack

    def put(self, documents: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
        """Pack and store documents, inside the transaction that stores them."""
        rows = [(doc_id, self.pack(doc_id, document)) for doc_id, document in documents]
        self._connection.execute_many(self._sql.put_facts, rows)

    def joined(self) -> bytes:
        """All packed rows in the order of their ids, one after the other."""
        blocks: list[bytes] = []
        last, count = -(2**63), _PAGE
        with self._connection.snapshot():
            while count == _PAGE:
                last, count, block = self._connection.rows(self._sql.join_facts, (last, _PAGE))[0]
                blocks.append(block or b"")
        return b"".join(blocks)
