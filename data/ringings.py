"""Calls that come in, in the store: told by a telephone switch, taken by an agent's screen."""

from datetime import datetime

from msgspec.structs import replace
from tinydb import Query

from cstui.domain.ringing import Ringing
from data.documents import plain
from data.engine.database import RowDb
from data.engine.layout import Stored
from data.schema import ringings_table


class StoredRingings:
    """Implements `cstui.ports.Ringings` on a TinyDB table, which holds what nobody took yet."""

    def __init__(self, db: RowDb) -> None:
        self._db = db
        self._ringings = ringings_table(db)

    def add(self, ringing: Ringing) -> Ringing:
        """Tell that a call comes in."""
        document = {**plain(replace(ringing, id=0)), "second": _second(ringing.rang)}
        return replace(ringing, id=self._ringings.insert(document))

    def take(self, login: str, since: datetime) -> list[Ringing]:
        """The calls for a person that rang since then, oldest first; each is given only once.

        Older ones are forgotten, whomever they were for.
        """
        theirs, past = Query().to == login, Query().second < _second(since)
        # every session asks when a telephone rings, and mostly for another: only a look, no write
        if not self._ringings.page(theirs, limit=1):
            return []
        with self._db.transaction():
            self._ringings.remove(past)
            found = self._ringings.page(theirs, limit=-1)
            self._ringings.remove(doc_ids=[one.doc_id for one in found])
        return sorted(map(_ringing, found), key=lambda one: (one.rang, one.id))


def _ringing(stored: Stored) -> Ringing:
    parts = {name: part for name, part in stored.document.items() if name != "second"}
    rang = datetime.fromisoformat(parts.pop("rang"))
    return Ringing(**parts, rang=rang, id=stored.doc_id)


def _second(at: datetime) -> int:
    return int(at.timestamp())
