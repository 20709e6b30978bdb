"""What a shared store needs of a table beside TinyDB's interface."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Table

from data.engine.facts import Facts, Pack
from data.engine.layout import OLDEST_FIRST, By, Index, Stored
from data.engine.pages import read_ids, read_page, read_parts
from data.engine.rows import Rows
from data.engine.storage import SqliteStorage


class SharedTable(Table):
    """Documents with revisions, pages of ordered lists, indexes and packed rows."""

    default_query_cache_capacity = 0

    def __init__(
        self,
        storage: Storage,
        name: str,
        cache_size: int | None = None,
        persist_empty: bool = False,
        indexes: tuple[Index, ...] = (),
        pack: Pack | None = None,
    ) -> None:
        """A table of a store, which need not exist before the first write.

        Args:
            storage: The open store, a `SqliteStorage`.
            name: The table's name.
            cache_size: How many query results to remember; none by default.
            persist_empty: Make the table now.
            indexes: What queries and orders on it are to be quick.
            pack: Packs each document for `facts`, with every write of it.
        """
        if not isinstance(storage, SqliteStorage):
            raise TypeError("a row table stands on a SqliteStorage")
        capacity = self.default_query_cache_capacity if cache_size is None else cache_size
        super().__init__(storage, name, capacity)
        self._connection = storage.connection
        self._rows = Rows(storage.connection, name, indexes, pack)
        if persist_empty:
            self.prepare()

    def prepare(self) -> None:
        """Make the table, or give it the indexes that are declared now."""
        with self._writing():
            self._rows.require()
            self._rows.arrange()

    @property
    def facts(self) -> Facts:
        """The packed rows.

        Raises:
            ValueError: the table was declared without a way to pack documents.
        """
        if self._rows.facts is None:
            raise ValueError(f"table {self.name} packs nothing")
        return self._rows.facts

    def damaged(self) -> list[int]:
        """The ids of documents that are not what was stored; reads them all."""
        return self._rows.damaged()

    def read(self, doc_id: int) -> Stored | None:
        """A document with the revision to give back to `save`; None when there is none."""
        return self._rows.get(doc_id)

    def walk(self) -> Iterator[Stored]:
        """All documents by id, read a few hundred at a time, so that saving may go on between."""
        return self._rows.walk()

    def after(self, doc_id: int, most: int) -> list[Stored]:
        """The first documents, at most so many, with a higher id."""
        return self._rows.after(doc_id, most)

    def count_before(self, doc_id: int, cond: QueryLike) -> int:
        """How many documents match and have a lower id."""
        return self._rows.count_before(doc_id, cond)

    def append(self, documents: Sequence[Mapping[str, Any]]) -> list[int]:
        """Store new documents in a transaction that ends if this fails; their ids.

        The table must be there, and none brings an id. It has no way back of its own, as
        `insert_multiple` has within a transaction: three statements fewer for each save.
        """
        self._next_id = None
        self.clear_cache()
        return self._rows.append(documents)

    def rewrite(self, doc_id: int, document: Mapping[str, Any]) -> None:
        """Store anew what is derived in a document: nobody else's save fails because of it.

        Its revision stays; the feed hears of it when something did change.
        """
        with self._writing():
            self._rows.rewrite(doc_id, document)

    def save(self, doc_id: int, document: Mapping[str, Any], revision: int) -> int:
        """Store a document that was read at a revision, if nobody saved it since.

        Returns:
            Its new revision.

        Raises:
            Conflict: somebody did; nothing is written, `current` is theirs as `Stored`, or None
                when they removed it.
        """
        with self._writing():
            return self._rows.save(doc_id, document, revision)

    def page(
        self,
        cond: QueryLike | None = None,
        *,
        order: Sequence[By] = OLDEST_FIRST,
        limit: int = 50,
        offset: int = 0,
        part: str | None = None,
    ) -> list[Stored]:
        """Some documents of an ordered list.

        Args:
            cond: Which documents the list holds; all by default.
            order: What it is ordered by: numbers before texts, and what is missing before both.
            limit: How many documents to read; -1 for all.
            offset: How many to leave out before them.
            part: A dotted path: read only what stands there, which is quicker and not checked
                against the checksum.
        """
        return read_page(self._rows, cond, order, limit, offset, part)

    def parts(self, doc_ids: Sequence[int], part: str) -> list[Stored]:
        """What stands at a dotted path in each of some documents, in the given order.

        Those that are gone are left out; nothing is checked against the checksum.
        """
        return read_parts(self._rows, doc_ids, part)

    def ids(self, cond: QueryLike, order: Sequence[By]) -> list[int]:
        """The ids of the documents that match, in an order."""
        return read_ids(self._rows, cond, order)

    def count_each(self, conds: Sequence[QueryLike], among: QueryLike) -> list[int]:
        """How many of the documents that match `among` match each of `conds`: all in one go."""
        return self._rows.count_each(conds, among)

    def _writing(self) -> AbstractContextManager[None]:
        self._next_id = None
        self.clear_cache()
        return self._connection.transaction()
