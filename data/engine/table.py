"""TinyDB's table on one row per document."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import Any, overload

from tinydb.queries import QueryLike
from tinydb.table import Document

from data.engine.layout import Stored
from data.engine.queries import matches
from data.engine.shared import SharedTable

Fields = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]


class RowTable(SharedTable):
    """A TinyDB table whose documents are rows that many processes read and write at once.

    Where it differs from TinyDB's own: documents come in the order of their ids, which are never
    used twice; a query's test that raises TypeError does not match; `persist_empty` empties
    nothing; numbers that are not finite are refused. Query results are cached only when a
    `cache_size` asks for it.
    """

    _cached_at: tuple[int, int] | None = None

    def insert(self, document: Mapping[str, Any]) -> int:
        """Store a new document; its id."""
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Store new documents, all or none; their ids."""
        with self._writing():
            return self._rows.add(documents)

    def search(self, cond: QueryLike) -> list[Document]:
        """All documents that match, by id."""
        if not self._query_cache.capacity:
            return [_document(stored) for stored in self._rows.find(cond)]
        return self._search_cached(cond)

    @overload  # type: ignore[override]  # two ways to call it, where TinyDB tells of seven
    def get(self, cond: QueryLike | None = None, doc_id: int | None = None) -> Document | None: ...

    @overload
    def get(self, *, doc_ids: list[int]) -> list[Document]: ...

    def get(
        self,
        cond: QueryLike | None = None,
        doc_id: int | None = None,
        doc_ids: list[int] | None = None,
    ) -> Document | list[Document] | None:
        """The document of an id, those of several ids, or the first that matches.

        Raises:
            RuntimeError: nothing was asked for.
        """
        if doc_id is not None:
            found = self._rows.get(doc_id)
            return _document(found) if found else None
        if doc_ids is not None:
            return [_document(stored) for stored in self._rows.some(sorted(set(doc_ids)))]
        if cond is not None:
            return next(map(_document, self._rows.find(cond, 1)), None)
        raise RuntimeError("You have to pass either cond or doc_id or doc_ids")

    def update(
        self,
        fields: Fields,
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        """Change the documents of some ids, those that match, or all; the ids of those changed.

        A function as `fields` is atomic: it sees what is stored at that moment.
        """
        with self._writing():
            updated: list[int] = []
            for stored in self._chosen(cond, doc_ids):
                _change(stored.document, fields)
                self._rows.replace(stored.doc_id, stored.document)
                updated.append(stored.doc_id)
            return updated

    def update_multiple(self, updates: Iterable[tuple[Fields, QueryLike]]) -> list[int]:
        """Make several changes, each to the documents that match its own condition."""
        steps = list(updates)
        updated: list[int] = []
        with self._writing():
            for stored in self._rows.walk():
                before = len(updated)
                for fields, cond in steps:
                    if matches(cond, stored.document):
                        _change(stored.document, fields)
                        updated.append(stored.doc_id)
                if len(updated) > before:
                    self._rows.replace(stored.doc_id, stored.document)
        return updated

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Change the documents that match, or store a new one; the ids of those written."""
        with self._writing():
            return super().upsert(document, cond)

    def remove(
        self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None
    ) -> list[int]:
        """Remove the documents of some ids, or those that match; the ids of those removed.

        Raises:
            RuntimeError: nothing was asked for; `truncate` removes all.
        """
        if cond is None and doc_ids is None:
            raise RuntimeError("Use truncate() to remove all documents")
        with self._writing():
            removed = [stored.doc_id for stored in self._chosen(cond, doc_ids)]
            self._rows.delete(removed)
            return removed

    def truncate(self) -> None:
        """Remove all documents and count ids from 1 again."""
        with self._writing():
            self._rows.clear()

    def count(self, cond: QueryLike) -> int:
        """How many documents match."""
        return len(self.search(cond)) if self._query_cache.capacity else self._rows.count(cond)

    def __len__(self) -> int:
        return self._rows.count(None)

    def __iter__(self) -> Iterator[Document]:
        return map(_document, self._rows.walk())

    def _chosen(self, cond: QueryLike | None, doc_ids: Iterable[int] | None) -> Iterator[Stored]:
        if doc_ids is not None:
            return self._rows.some(dict.fromkeys(doc_ids))
        return self._rows.walk() if cond is None else self._rows.some(self._rows.ids(cond))

    def _search_cached(self, cond: QueryLike) -> list[Document]:
        stamp = self._connection.stamp()
        if stamp != self._cached_at:
            self.clear_cache()
            self._cached_at = stamp
        found = self._query_cache.get(cond)
        if found is None:
            found = [_document(stored) for stored in self._rows.find(cond)]
            if getattr(cond, "is_cacheable", lambda: True)():
                self._query_cache[cond] = found
        return found[:]


def _document(stored: Stored) -> Document:
    return Document(stored.document, stored.doc_id)


def _change(document: MutableMapping[str, Any], fields: Fields) -> None:
    if callable(fields):
        fields(document)
    else:
        document.update(fields)
