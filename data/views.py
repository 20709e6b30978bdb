"""Lists of tickets: the pages of a view, where in it a ticket stands, how many it has."""

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import and_
from typing import Final

from tinydb import Query
from tinydb.queries import QueryInstance

from cstui.domain.listing import Listing
from cstui.ports import Extent, Page, SortedBy, View, Viewer, Which, Word
from data.documents import listing_of
from data.engine.database import RowDb
from data.engine.layout import NEWEST_FIRST, By
from data.engine.queries import at_most, contains, matches
from data.engine.table import RowTable
from data.schema import BY_DUE, OPEN, TO_REVISIT

_WAITING: Final = "waiting"
_AFTER_A_LOW_SCORE: Final = ("follow_up", "measure")
"""Clocks that run because a customer was not content."""
_ORDERS: Final[Mapping[SortedBy, Sequence[By]]] = {
    SortedBy.DUE: (BY_DUE,),
    SortedBy.OPENED: (By("listing.opened"), BY_DUE),
    SortedBy.PRIORITY: (By("listing.level"), BY_DUE),
    SortedBy.CUSTOMER: (By("listing.customer"), BY_DUE),
}


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

    def listings(self, rows: Sequence[int]) -> tuple[Listing, ...]:
        """The lines of some tickets by their rows; see `Store.listings`."""
        found = self._tickets.parts(rows, "listing")
        return tuple(listing_of(one.document, one.doc_id, one.revision) for one in found)

    def extent(self, view: View, row: int | None) -> Extent:
        """How many tickets a view has, and the place of a ticket's row in it; see `Store`."""
        wanted = _condition(view)
        with self._connection.snapshot():
            found = None if row is None else self._tickets.read(row)
            if found is None or not (wanted is None or matches(wanted, found.document)):
                return Extent(self._count(wanted), None)
            if wanted is None or view.which is Which.ALL:
                # the newest stand first, and any number may be older
                total = self._count(wanted)
                older = self._tickets.count_before(found.doc_id, wanted or Query().noop())
                return Extent(total, total - older - 1)
            rows = self._tickets.ids(wanted, _order(view))
        return Extent(len(rows), rows.index(found.doc_id))

    def tally(self, viewer: Viewer) -> Mapping[Which, int]:
        """How many tickets each view has for somebody: one walk along the open ones' index."""
        asked = [which for which in Which if which not in (Which.ALL, Which.REVISITS, Which.OPEN)]
        with self._connection.snapshot():
            counts = self._tickets.count_each([_chosen(each, viewer) for each in asked], OPEN)
            return {
                **dict(zip(asked, counts, strict=True)),
                Which.REVISITS: self._tickets.count(TO_REVISIT),
                Which.OPEN: self._tickets.count(OPEN),
                Which.ALL: len(self._tickets),
            }

    def _count(self, wanted: QueryInstance | None) -> int:
        return len(self._tickets) if wanted is None else self._tickets.count(wanted)


def _order(view: View) -> Sequence[By]:
    match view.which:
        case Which.ALL:
            return NEWEST_FIRST
        case Which.CALLBACKS:
            return (By("listing.callback"), BY_DUE)
        case _:
            return _ORDERS[view.by]


def _condition(view: View) -> QueryInstance | None:
    """Which tickets a view has; None for all there are."""
    parts = [_has(word) for word in view.words]
    match view.which:
        case Which.ALL:
            pass
        case Which.OPEN:
            parts.insert(0, OPEN)
        case Which.REVISITS:
            parts.insert(0, TO_REVISIT)
        case _:
            parts[:0] = [OPEN, _chosen(view.which, view.viewer)]
    return reduce(and_, parts) if parts else None


def _chosen(which: Which, viewer: Viewer) -> QueryInstance:
    """Which of the open tickets."""
    listing, order = Query().listing, Query().order
    chosen: QueryInstance
    match which:
        case Which.MINE:
            chosen = listing.owner == viewer.me
        case Which.TEAM:
            chosen = listing.team == viewer.team
        case Which.UNASSIGNED:
            chosen = listing.owner == ""
        case Which.SOON:
            chosen = (listing.warn <= viewer.now) & (order >= viewer.now)
        case Which.LATE:
            chosen = order < viewer.now
        case Which.WAITING:
            chosen = listing.status == _WAITING
        case Which.CALLBACKS:
            chosen = (listing.callback > 0) & _to_call(viewer)
        case Which.LOW:
            chosen = listing.due_clock.one_of(list(_AFTER_A_LOW_SCORE))
        case _:
            chosen = order <= viewer.escalated
            if viewer.team:
                chosen &= listing.team == viewer.team
    return chosen


def _to_call(viewer: Viewer) -> QueryInstance:
    """Whose calls back somebody makes: their own, nobody's, and what has fallen to their team."""
    listing = Query().listing
    fallen = listing.callback.test(at_most, viewer.fallen)
    if viewer.team:
        fallen &= listing.team.one_of([viewer.team, ""])
    whose: QueryInstance = (listing.owner == viewer.me) | (listing.owner == "") | fallen
    return whose


def _has(word: Word) -> QueryInstance:
    """Tickets that have something, or whose holder has."""
    has: QueryInstance = Query().sought.test(contains, word.text)
    if word.owners:
        has |= Query().listing.owner.one_of(list(word.owners))
    return has
