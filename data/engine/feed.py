"""What changed in the store, in order: how a session follows the others."""

from typing import Final, Literal

from msgspec import Struct

from data.engine.connection import Connection

Operation = Literal["insert", "update", "delete"]

_OPERATIONS: Final[dict[str, Operation]] = {"I": "insert", "U": "update", "D": "delete"}

_PORTION: Final = 10_000
"""Changes forgotten in one transaction: others wait no longer than for a save."""


class Change(Struct, frozen=True):
    """One change of one document."""

    position: int
    """Its place in the feed."""
    table: str
    """The document's table."""
    doc_id: int
    """The document's id."""
    operation: Operation
    """What was done to it."""
    revision: int
    """The revision that the change made, or removed."""
    actor: str
    """Who saved it, as given when that session opened the store; empty for a removal."""
    at: int
    """When, in seconds since 1970 by the clock of the machine that saved it."""


class Changes(Struct, frozen=True):
    """What happened since a position."""

    position: int
    """Where to go on from."""
    changes: tuple[Change, ...] = ()
    """The changes, in the order of their saving."""
    complete: bool = True
    """False when the feed no longer tells all, or too much: then read everything anew."""


class Feed:
    """The store's feed of changes, written by triggers with each change."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._seen: tuple[tuple[int, int], int] | None = None

    def position(self) -> int:
        """The position of the newest change; 0 before the first."""
        return self._connection.value(self._connection.dialect.position)

    def changes_since(self, position: int, most: int = 10_000) -> Changes:
        """What was saved after a position, by this session and the others.

        Asked again without a change in between it costs microseconds: made for asking every 100 ms.

        Args:
            position: Where the caller is, from `position()` or an earlier answer.
            most: With more changes than this the answer is to read everything anew.
        """
        stamp = self._connection.stamp()
        if self._seen == (stamp, position):
            return Changes(position)
        with self._connection.snapshot():
            found = self._read(position, most)
        self._seen = (stamp, found.position)
        return found

    def _read(self, position: int, most: int) -> Changes:
        sql = self._connection.dialect
        newest = self.position()
        oldest = self._connection.rows(sql.oldest_change)[0][0] or newest + 1
        if position < oldest - 1 or position > newest or newest - position > most:
            return Changes(newest, complete=False)
        rows = self._connection.rows(sql.changes, (position, most))
        changes = tuple(
            Change(seq, table, doc_id, _OPERATIONS[operation], revision, actor, at)
            for seq, table, doc_id, operation, revision, actor, at in rows
        )
        return Changes(newest, changes)

    def prune(self, before: int) -> int:
        """Forget changes saved before an instant, but not the newest; how many were.

        Args:
            before: The instant, in seconds since 1970.
        """
        sql, pruned = self._connection.dialect, 0
        last = self._connection.value(sql.last_before, (before,))
        while (oldest := self._connection.rows(sql.oldest_change)[0][0] or last + 1) <= last:
            with self._connection.transaction():
                pruned += self._connection.execute(sql.prune, (min(oldest + _PORTION, last),))
        return pruned
