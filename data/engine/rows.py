"""One table's rows: read, written, and found by what their documents hold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from tinydb.queries import QueryLike
from tinydb.table import Document

from cstui.domain.errors import Conflict, StoreError
from data.engine.codec import decode, encode, is_sound
from data.engine.connection import Connection, Duplicate
from data.engine.driver import Row, Values
from data.engine.facts import Facts, Pack
from data.engine.layout import Index, Stored, index_columns, index_condition
from data.engine.queries import Condition, condition, matches

Numbered = tuple[int, Mapping[str, Any]]

_CHUNK: Final = 500
"""Documents in memory at a time, when there may be any number of them."""


class Rows:
    """The documents of a table as rows of the store; made at the first write, with its indexes."""

    def __init__(
        self,
        connection: Connection,
        name: str,
        indexes: tuple[Index, ...] = (),
        pack: Pack | None = None,
    ) -> None:
        self.connection = connection
        self.sql = connection.dialect.table(name)
        self.facts = Facts(connection, self.sql, pack) if pack else None
        self._indexes = indexes
        self._known = False

    # -- the table itself

    def exist(self) -> bool:
        """Whether the table has been made, by whatever session."""
        found = self.connection.rows(self.connection.dialect.has_table, (self.sql.name,))
        self._known = bool(found)
        return self._known

    def require(self) -> None:
        """Make the table unless it is there; inside a write transaction."""
        if not self.exist():
            for statement in self.sql.create():
                self.connection.execute(statement)
            self.arrange()

    def arrange(self) -> None:
        """Give the table the declared indexes, no others, and room for packed rows."""
        if self.facts:
            for statement in self.sql.create_facts():
                self.connection.execute(statement)
        dialect = self.connection.dialect
        wanted = {
            self.sql.index_name(index.name): self.sql.create_index(
                index.name, index_columns(index, dialect), index_condition(index, dialect)
            )
            for index in self._indexes
        }
        stored: dict[str, str] = dict(
            self.connection.rows(dialect.indexes, (f"d:{self.sql.name}",))
        )
        for name, statement in stored.items():
            if wanted.get(name) != statement:
                self.connection.execute(dialect.drop_index(name))
        for name, statement in wanted.items():
            if stored.get(name) != statement:
                self.connection.execute(statement)

    # -- reading

    def read(self, sql: str, values: Values = ()) -> list[Row]:
        """All rows of a query; none when the table is not there, and only then."""
        if not self._known and not self.exist():
            return []
        try:
            return self.connection.rows(sql, values)
        except StoreError:
            if self.exist():
                raise
            return []

    def get(self, doc_id: int) -> Stored | None:
        """The document of an id."""
        found = self.read(self.sql.read, (doc_id,))
        return self.stored(found[0]) if found else None

    def some(self, doc_ids: Iterable[int]) -> Iterator[Stored]:
        """The documents of these ids in the given order; those that are gone are left out."""
        source = iter(doc_ids)
        while part := list(islice(source, _CHUNK)):
            rows = {row[0]: row for row in self.read(self.sql.by_ids(len(part)), part)}
            yield from (self.stored(rows[doc_id]) for doc_id in part if doc_id in rows)

    def walk(self) -> Iterator[Stored]:
        """All documents in the order of their ids."""
        return map(self.stored, self._all())

    def after(self, doc_id: int, most: int) -> list[Stored]:
        """The first documents with a higher id."""
        return list(map(self.stored, self.read(self.sql.walk, (doc_id, most))))

    def damaged(self) -> list[int]:
        """The ids of documents that are not what was stored."""
        return [doc_id for doc_id, _, crc, body in self._all() if not is_sound(body, crc)]

    def _all(self) -> Iterator[Row]:
        rows = self.read(self.sql.first, (_CHUNK,))
        while rows:
            yield from rows
            rows = self.read(self.sql.walk, (rows[-1][0], _CHUNK))

    def find(self, query: QueryLike, most: int = -1) -> list[Stored]:
        """The documents that match a query, by id; the first ones only when `most` is given."""
        narrow = condition(query, self.connection.dialect)
        if narrow and narrow.decides:
            sql = self.sql.select(self.sql.columns, narrow.sql, limit=True)
            return list(map(self.stored, self.read(sql, (*narrow.values, most, 0))))
        return list(islice(self._tested(query, narrow), None if most < 0 else most))

    def ids(self, query: QueryLike) -> list[int]:
        """The ids of the documents that match a query."""
        narrow = condition(query, self.connection.dialect)
        if narrow and narrow.decides:
            return self.ids_where(narrow)
        return [stored.doc_id for stored in self._tested(query, narrow)]

    def ids_where(self, where: Condition | None, order: str = "id") -> list[int]:
        """The ids of the documents that meet a condition."""
        sql = self.sql.select("id", where.sql if where else None, order)
        return [doc_id for (doc_id,) in self.read(sql, where.values if where else ())]

    def count_before(self, doc_id: int, query: QueryLike) -> int:
        """How many documents match a query and have a lower id."""
        narrow = condition(query, self.connection.dialect)
        if narrow is None or not narrow.decides:
            return sum(stored.doc_id < doc_id for stored in self._tested(query, narrow))
        sql = self.sql.count_before(narrow.sql)
        return sum(number for (number,) in self.read(sql, (*narrow.values, doc_id)))

    def count(self, query: QueryLike | None) -> int:
        """How many documents match a query; all without one."""
        narrow = condition(query, self.connection.dialect) if query is not None else None
        if query is not None and (narrow is None or not narrow.decides):
            return sum(1 for _ in self._tested(query, narrow))
        sql = self.sql.count_where(narrow.sql) if narrow else self.sql.count
        return sum(number for (number,) in self.read(sql, narrow.values if narrow else ()))

    def count_each(self, queries: Sequence[QueryLike], among: QueryLike) -> list[int]:
        """How many of the documents that match one query match each of others."""
        narrow = [condition(query, self.connection.dialect) for query in (*queries, among)]
        known = [one for one in narrow if one and one.decides]
        if len(known) < len(narrow):
            found = [stored.document for stored in self._tested(among, narrow[-1])]
            return [sum(matches(query, document) for document in found) for query in queries]
        sql = self.sql.count_each([one.sql for one in known[:-1]], known[-1].sql)
        counted = self.read(sql, [value for one in known for value in one.values])
        return list(counted[0]) if counted else [0] * len(queries)

    def stored(self, row: Row) -> Stored:
        """A row's document, its checksum verified."""
        doc_id, revision, crc, body = row
        return Stored(doc_id, revision, decode(body, crc, self.sql.name, doc_id))

    def _tested(self, query: QueryLike, narrow: Condition | None) -> Iterator[Stored]:
        found = self.some(self.ids_where(narrow)) if narrow else self.walk()
        return (stored for stored in found if matches(query, stored.document))

    # -- writing, inside a transaction

    def add(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Store new documents; a `Document` brings its id, the others get the next ones.

        Raises:
            ValueError: one is no mapping, or its id is taken.
        """
        found = self.connection.row(self.sql.next_id)
        if found is None:
            self.require()
        return self.add_numbered(_numbered(documents, found[0] if found else 1))

    def append(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Store new documents in a table that is there, under the next ids, which are returned."""
        added: list[int] = []
        source = iter(documents)
        while part := list(islice(source, _CHUNK)):
            values = [value for document in part for value in self._written(document)]
            last = self.connection.insert(self.sql.append(len(part)), values)
            # one statement takes ids without a gap
            ids = range(last - len(part) + 1, last + 1)
            added += self._packed(list(zip(ids, part, strict=True)))
        return added

    def add_numbered(self, numbered: Iterable[Numbered]) -> list[int]:
        """Store new documents under given ids, which are returned."""
        source = iter(numbered)
        added: list[int] = []
        while part := list(islice(source, _CHUNK)):
            values = [
                value for doc_id, document in part for value in (doc_id, *self._written(document))
            ]
            try:
                # one statement: within a block within a block, each walks through all changed pages
                self.connection.execute(self.sql.insert(len(part)), values)
            except Duplicate as error:
                raise ValueError("Document with this ID already exists") from error
            added += self._packed(part)
        return added

    def replace(self, doc_id: int, document: Mapping[str, Any]) -> None:
        """Store a document anew, whatever its revision: only for what was read in here."""
        self.connection.execute(self.sql.update, (*self._written(document), doc_id))
        self._packed([(doc_id, document)])

    def save(self, doc_id: int, document: Mapping[str, Any], revision: int) -> int:
        """Store a document that was read at a revision; its new revision.

        Raises:
            Conflict: it is no longer at that revision; `current` is what it is, or None.
        """
        values = (*self._written(document), doc_id, revision)
        self.require()
        if not self.connection.execute(self.sql.save, values):
            by = self.connection.row(self.sql.actor, (doc_id,))
            raise Conflict(self.get(doc_id), number=doc_id, by=by[0] if by else "")
        self._packed([(doc_id, document)])
        return revision + 1

    def rewrite(self, doc_id: int, document: Mapping[str, Any]) -> None:
        """Store a document anew under the revision and the name that it has."""
        body, crc = encode(document)
        self.connection.execute(self.sql.rewrite, (crc, body, doc_id, body))
        self._packed([(doc_id, document)])

    def _written(self, document: Mapping[str, Any]) -> tuple[int, str, str]:
        """What a row holds beside its id and revision: checksum, who writes, JSON text."""
        body, crc = encode(document)
        return crc, self.connection.actor, body

    def _packed(self, numbered: Sequence[Numbered]) -> list[int]:
        """Packs what figures need of documents just written; their ids."""
        if self.facts:
            self.facts.put(numbered)
        return [doc_id for doc_id, _ in numbered]

    def delete(self, doc_ids: Iterable[int]) -> None:
        """Remove documents, and what is packed of them."""
        if rows := [(doc_id,) for doc_id in doc_ids]:
            self.connection.execute_many(self.sql.delete, rows)

    def clear(self) -> None:
        """Remove all documents, and count ids from 1 again."""
        self.require()
        self.connection.execute(self.sql.clear)
        self.connection.execute(self.sql.reset_ids)


def _numbered(documents: Iterable[Mapping[str, Any]], next_id: int) -> Iterator[Numbered]:
    for document in documents:
        if not isinstance(document, Mapping):
            raise ValueError("Document is not a Mapping")
        doc_id = document.doc_id if isinstance(document, Document) else next_id
        next_id = max(next_id, doc_id + 1)
        yield doc_id, document
