"""The store's make-up: its tables, their indexes, and the migrations that led here."""

from collections.abc import Mapping
from typing import Any, Final

from tinydb import Query

from data.documents import TicketDocument
from data.engine.database import RowDb
from data.engine.layout import By, Index
from data.engine.migrations import Migration
from data.engine.table import RowTable
from data.packing import packed

TICKETS: Final = "tickets"
SETTINGS: Final = "settings"

OPEN: Final = Query().listing.open == True  # noqa: E712  # a query, not a test
"""Tickets on which work is left."""
BY_DUE: Final = (By("order"),)
"""Soonest due first; those without a due time last."""

TICKET_INDEXES: Final = (
    Index("number", (By("header.number"),)),
    Index("origin", (By("header.origin"),), where=Query().header.origin.exists()),
    Index("due", BY_DUE, where=OPEN),
    Index("owner", (By("listing.owner"), By("order")), where=OPEN),
)


def tickets_table(db: RowDb) -> RowTable:
    """The tickets, with their facts packed beside them."""

    def pack(row: int, document: Mapping[str, Any]) -> bytes:
        # a document written by other hands has no facts until they are rebuilt
        facts = document.facts if isinstance(document, TicketDocument) else ()
        return packed(row, facts, db.words.number)

    table: RowTable = db.table(TICKETS, indexes=TICKET_INDEXES, pack=pack)
    return table


def settings_table(db: RowDb) -> RowTable:
    """All settings ever made."""
    table: RowTable = db.table(SETTINGS)
    return table


def _first_tables(db: RowDb) -> None:
    tickets_table(db).prepare()
    settings_table(db).prepare()


MIGRATIONS: Final = (Migration("first-tables", _first_tables),)
"""Every change of the make-up there ever was; never changed, only added to.

One that changes what is derived from tickets ends with `rebuilding.outdate`.
"""
