"""Lists of tickets: the pages of a view, and where in it a ticket stands."""

from collections.abc import Sequence

from tinydb import Query
from tinydb.queries import QueryInstance

from cstui.ports import Page, View
from data.documents import listing_of
from data.engine.database import RowDb
from data.engine.layout import NEWEST_FIRST, By, Stored
from data.engine.table import RowTable
from data.schema import BY_DUE, OPEN


class Views:
    """The views of the tickets, each answer of one state of the store."""

    def __init__(self, db: RowDb, tickets: RowTable) -> None:
        self._connection = db.connection
        self._tickets = tickets

    def page(self, view: View, first: int, count: int) -> Page:
        """Up to `count` tickets of a view from place `first` on."""
        wanted = _condition(view)
        with self._connection.snapshot():
            found = self._tickets.page(
                wanted, order=_order(view), limit=count, offset=first, part="listing"
            )
            total = self._count(wanted)
        listings = tuple(listing_of(one.document, one.doc_id, one.revision) for one in found)
        return Page(first, listings, total)

    def place(self, view: View, row: int) -> int | None:
        """The place of a ticket's row in a view, from 0; None if the view has it not."""
        wanted = _condition(view)
        with self._connection.snapshot():
            found = self._tickets.read(row)
            if found is None or not (wanted is None or wanted(found.document)):
                return None
            if view.open_only:
                return self._sooner(wanted or OPEN, found)
            older = self._tickets.count_before(row, wanted or Query().noop())
            return self._count(wanted) - older - 1

    def _sooner(self, wanted: QueryInstance, found: Stored) -> int:
        """How many tickets come before one in the order of their due times."""
        order = found.document["order"]
        before, same = wanted & (Query().order < order), wanted & (Query().order == order)
        return self._tickets.count(before) + self._tickets.count_before(found.doc_id, same)

    def _count(self, wanted: QueryInstance | None) -> int:
        return len(self._tickets) if wanted is None else self._tickets.count(wanted)


def _order(view: View) -> Sequence[By]:
    return BY_DUE if view.open_only else NEWEST_FIRST


def _condition(view: View) -> QueryInstance | None:
    owned = None if view.owner is None else Query().listing.owner == view.owner
    if not view.open_only:
        return owned
    both: QueryInstance = OPEN if owned is None else OPEN & owned
    return both
