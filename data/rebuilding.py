"""Deriving anew: how far it is stands in the store, so that whoever opens it next goes on there."""

from collections.abc import Callable
from typing import Final

from data.documents import TicketDocument
from data.engine.database import RowDb
from data.engine.layout import Stored
from data.engine.table import RowTable

_NOTE: Final = "derived_up_to"
"""While there is something to derive anew: the last row that has been."""
_BATCH: Final = 100
"""Tickets of one transaction: whoever saves meanwhile waits for some tens of milliseconds."""


def outdate(db: RowDb) -> None:
    """Let what is derived from the tickets be derived anew: for a migration that changes it."""
    db.set_note(_NOTE, "0")


def is_outdated(db: RowDb) -> bool:
    """Whether there is something to derive anew; one look."""
    return db.note(_NOTE) is not None


def rebuild(
    db: RowDb,
    tickets: RowTable,
    anew: Callable[[Stored], TicketDocument],
    on_progress: Callable[[int], None] | None = None,
) -> int:
    """Write anew what is derived from the tickets, while others save; how many this session did.

    Sessions that do it at the same time share the work.

    Args:
        db: The open store.
        tickets: Its tickets.
        anew: A ticket's document as it is derived now.
        on_progress: Called after each batch with how many are done.
    """
    count = 0
    while is_outdated(db):
        count += _rebuild_some(db, tickets, anew)
        if on_progress:
            on_progress(count)
    return count


def _rebuild_some(db: RowDb, tickets: RowTable, anew: Callable[[Stored], TicketDocument]) -> int:
    with db.transaction():
        # another session may have gone on, or come to the end, since this one looked
        if (last := db.note(_NOTE)) is None:
            return 0
        batch = tickets.after(int(last), _BATCH)
        for stored in batch:
            tickets.rewrite(stored.doc_id, anew(stored))
        db.set_note(_NOTE, str(batch[-1].doc_id) if batch else None)
        return len(batch)
