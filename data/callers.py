"""Who is calling: customers found by the beginning of any of their traces, and their history."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Final, NamedTuple

from tinydb import Query
from tinydb.queries import QueryInstance

from cstui.domain.ticket import Ticket
from cstui.domain.traces import Traces, compared, digits_of
from data.documents import ticket_of
from data.engine.codec import storable
from data.engine.database import RowDb
from data.engine.layout import NEWEST_FIRST, By
from data.schema import tickets_table
from data.tracing import BY_PHONE, CUSTOMER

_FEWEST_DIGITS: Final = 3
"""Fewer digits mean too many customers to mean any."""
_BEHIND_ALL: Final = "\U0010ffff"
"""Comes after every letter, and is none."""
_MOST_LEAPS: Final = 40
"""Where so many traces are of few customers, a search of one part ends: a few milliseconds."""


class Beginning(NamedTuple):
    """How a part of a customer's traces begins, if a text means that customer."""

    part: str
    """Which part, as documents name it."""
    text: str
    """Its beginning."""


class StoredCallers:
    """Implements `cstui.ports.Callers` on the indexes over the tickets' traces.

    A search leaps from one customer to the next, so that its time depends neither on the number
    of tickets nor on how many of them are one customer's.
    """

    def __init__(self, db: RowDb) -> None:
        self._connection = db.connection
        self._tickets = tickets_table(db)

    def found(self, sought: str, limit: int) -> list[Ticket]:
        """The newest ticket of each different customer that a text may mean, best matches first.

        First come those of whom a trace is the very text; then those of whom one begins with it,
        by phone, its last digits, number, order, name and initials.
        """
        with self._connection.snapshot():
            newest = map(self._newest_of, _once(self._meant(sought)))
            return list(islice(chain.from_iterable(newest), limit))

    def history(self, traces: Traces, limit: int) -> list[Ticket]:
        """A customer's tickets, newest first: those with the same phone or the same number."""
        theirs: list[Ticket] = []
        with self._connection.snapshot():
            if traces.phone:
                phone = Query().traces[CUSTOMER] == BY_PHONE + traces.phone
                theirs += self._newest(phone, limit)
            if traces.number:
                theirs += self._newest(Query().traces.number == traces.number, limit)
        rows = {ticket.id: ticket for ticket in theirs}
        return [rows[row] for row in sorted(rows, reverse=True)[:limit]]

    # -- helpers

    def _newest_of(self, customer: str) -> list[Ticket]:
        """A customer's newest ticket; none where there is no such customer."""
        return self._newest(Query().traces[CUSTOMER] == customer, 1)

    def _newest(self, wanted: QueryInstance, count: int) -> list[Ticket]:
        return [
            ticket_of(stored)
            for stored in self._tickets.page(wanted, order=NEWEST_FIRST, limit=count)
        ]

    def _meant(self, sought: str) -> Iterator[str]:
        """The customers that a text may mean, best matches first; some twice, or none's."""
        beginnings = _beginnings(sought)
        for search in (self._sharing, self._going_on):
            for part, text in beginnings:
                yield from islice(search(part, text), _MOST_LEAPS)

    def _sharing(self, part: str, text: str, after: str = "") -> Iterator[str]:
        """The customers of whom a part is this text, one after the other."""
        if part == CUSTOMER:
            yield text
            return
        traces = Query().traces
        while found := self._first((traces[part] == text) & (traces[CUSTOMER] > after), CUSTOMER):
            after = found[CUSTOMER]
            yield after

    def _going_on(self, part: str, text: str) -> Iterator[str]:
        """The customers of whom a part begins with this text and goes on, by what it is."""
        value, last, end = Query().traces[part], text, text + _BEHIND_ALL
        while found := self._first((value > last) & (value < end), part):
            last = found[part]
            yield found[CUSTOMER]
            yield from self._sharing(part, last, after=found[CUSTOMER])

    def _first(self, wanted: QueryInstance, by: str) -> dict[str, str] | None:
        """The first traces in the order of a part, then of customers."""
        order = [By(f"traces.{part}") for part in dict.fromkeys((by, CUSTOMER))]
        found = self._tickets.page(wanted, order=order, limit=1, part="traces")
        return found[0].document if found else None


def _beginnings(sought: str) -> list[Beginning]:
    """How the traces of a customer may begin that a text means; none where it says too little."""
    text, digits = storable(compared(sought)), digits_of(sought)
    told = [Beginning("number", text), Beginning("order", text)]
    if any(letter.isalpha() for letter in text):
        names = [Beginning("name", text), Beginning("initials", text)]
        return [*told, *(names if text.isascii() else names[:1])]
    if len(digits) < _FEWEST_DIGITS:
        return []
    return [Beginning(CUSTOMER, BY_PHONE + digits), Beginning("tail", digits[::-1]), *told]


def _once(customers: Iterator[str]) -> Iterator[str]:
    met: set[str] = set()
    for customer in customers:
        if customer not in met:
            met.add(customer)
            yield customer
