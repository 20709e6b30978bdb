"""The knowledge base in the store: articles, how often they are quoted, what is missing."""

from collections import Counter
from collections.abc import Mapping, MutableMapping, Sequence
from datetime import datetime
from typing import Any

from msgspec.structs import replace
from tinydb import Query
from tinydb.queries import QueryInstance
from tinydb.table import Document

from cstui.domain.articles import Article, MissedSearch, Section
from cstui.domain.errors import Conflict, NotFound
from cstui.domain.traces import compared
from data.documents import plain
from data.engine.codec import storable
from data.engine.database import RowDb
from data.engine.layout import Stored
from data.schema import QUOTES, articles_table, missed_table


class StoredArticles:
    """Implements `cstui.ports.Articles` on TinyDB tables.

    How often an article is quoted stands in a table of its own, under the article's row: counting
    makes no edit fail, and has nobody read the articles anew.
    """

    def __init__(self, db: RowDb) -> None:
        self._db = db
        self._articles = articles_table(db)
        self._quotes = db.table(QUOTES)
        self._missed = missed_table(db)

    def all(self) -> list[Article]:
        """All articles, retired ones included, in the order in which they were first written."""
        with self._db.connection.snapshot():
            quotes = {one.doc_id: one["count"] for one in self._quotes}
            return [_article(one, quotes.get(one.doc_id, 0)) for one in self._articles.walk()]

    def save(self, articles: Sequence[Article]) -> list[Article]:
        """Save new and changed articles, all or none; each title is that of one article.

        `Conflict` (with the current article) where another was faster: with the one to be
        changed, or with the one that has the title.
        """
        with self._db.transaction():
            return [self._saved(article) for article in articles]

    def count_quotes(self, gone: Sequence[str], come: Sequence[str]) -> None:
        """Count what tickets no longer quote and what they newly quote, by title.

        To be called in the transaction that saves the tickets.
        """
        if not (gone or come):  # as nearly always
            return
        changes = Counter(come)
        changes.subtract(gone)
        for title, change in changes.items():
            if change and (article := self._titled(title)):
                self._count(article.doc_id, change)

    def missed(self) -> list[MissedSearch]:
        """What was looked for and not found, the most frequent first, then the latest."""
        found = [
            MissedSearch(one["text"], one["count"], datetime.fromisoformat(one["last"]))
            for one in self._missed
        ]
        return sorted(found, key=lambda one: (one.count, one.last), reverse=True)

    def miss(self, text: str, at: datetime) -> None:
        """Remember that something was looked for and not found."""

        def again(document: MutableMapping[str, Any]) -> None:
            last = max(datetime.fromisoformat(document["last"]), at)
            document.update(count=document["count"] + 1, last=last.isoformat())

        if not (key := _key(text)):
            return
        with self._db.transaction():
            if not self._missed.update(again, _keyed(key)):
                first = {"key": key, "text": text.strip(), "count": 1, "last": at.isoformat()}
                self._missed.insert(first)

    def forget_missed(self, text: str) -> None:
        """There is an answer now, or none is wanted."""
        self._missed.remove(_keyed(_key(text)))

    # -- helpers

    def _saved(self, article: Article) -> Article:
        namesake = self._titled(article.title)
        if namesake and namesake.doc_id != article.id:
            raise Conflict(self._counted(namesake), number=article.title)
        document = _document(article)
        if not article.id:
            return replace(article, id=self._articles.insert(document), revision=1, quotes=0)
        try:
            revision = self._articles.save(article.id, document, article.revision)
        except Conflict as conflict:
            if conflict.current is None:
                raise NotFound("no_article", title=article.title) from conflict
            raise Conflict(self._counted(conflict.current), number=article.title) from conflict
        return replace(article, revision=revision, quotes=self._quotes_of(article.id))

    def _titled(self, title: str) -> Stored | None:
        return next(iter(self._articles.page(Query().title == title, limit=1)), None)

    def _counted(self, stored: Stored) -> Article:
        return _article(stored, self._quotes_of(stored.doc_id))

    def _quotes_of(self, row: int) -> int:
        found = self._quotes.read(row)
        return found.document["count"] if found else 0

    def _count(self, row: int, change: int) -> None:
        count = max(self._quotes_of(row) + change, 0)
        if not self._quotes.update({"count": count}, doc_ids=[row]):
            self._quotes.insert(Document({"count": count}, row))


def _document(article: Article) -> dict[str, Any]:
    # row and revision are the store's, and quotes are counted with the tickets
    return plain(replace(article, id=0, revision=0, quotes=0))


def _article(stored: Stored, quotes: int) -> Article:
    parts: Mapping[str, Any] = stored.document
    read = {
        "section": Section(parts["section"]),
        "words": tuple(parts.get("words", ())),
        "at": datetime.fromisoformat(parts["at"]) if "at" in parts else None,
    }
    ours = {"quotes": quotes, "id": stored.doc_id, "revision": stored.revision}
    return Article(**{**parts, **read, **ours})


def _key(text: str) -> str:
    return storable(compared(text))


def _keyed(key: str) -> QueryInstance:
    same: QueryInstance = Query().key == key
    return same
