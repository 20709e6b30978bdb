"""Numbers for new tickets: what they bring stays, the others get the next of their series."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import count

from msgspec.structs import replace

from cstui.domain.errors import InputError
from cstui.domain.ticket import Ticket
from cstui.ports import Entry
from data.engine.database import RowDb

Taken = Callable[[Sequence[str]], frozenset[str]]
"""Tells which of some numbers are taken."""

_MOST_DIGITS = 6
"""No desk has a million tickets a day; longer numbers only look like one of a series."""


def numbered(db: RowDb, entries: Sequence[Entry], taken: Taken) -> list[Ticket]:
    """The tickets with a number each; inside the transaction that saves them.

    Raises:
        InputError: a number that a ticket brings is not free.
    """
    if brought := [entry for entry in entries if entry.ticket.number]:
        _take_in(db, brought, taken)
    waiting: dict[str, int] = {}
    for entry in entries:
        if not entry.ticket.number:
            waiting[entry.series] = waiting.get(entry.series, 0) + 1
    serials = {series: count(db.next_in_series(series, most)) for series, most in waiting.items()}
    return [
        entry.ticket
        if entry.ticket.number
        else _with_number(entry.ticket, f"{entry.series}{next(serials[entry.series]):03d}")
        for entry in entries
    ]


def _with_number(ticket: Ticket, number: str) -> Ticket:
    return replace(ticket, header=replace(ticket.header, number=number))


def _take_in(db: RowDb, brought: Sequence[Entry], taken: Taken) -> None:
    """Numbers that tickets bring must be free, and are not given again by their series."""
    numbers = Counter(entry.ticket.number for entry in brought)
    twice = {number for number, count in numbers.items() if count > 1}
    if refused := twice | taken(list(numbers)):
        raise InputError("number_taken", number=min(refused))
    for entry in brought:
        if serial := _serial(entry.series, entry.ticket.number):
            db.reserve_in_series(entry.series, serial)


def _serial(series: str, number: str) -> int:
    """The place of a number in its daily series; 0 where the series would never give it."""
    digits = number.removeprefix(series)
    if (
        digits == number
        or not (digits.isascii() and digits.isdigit())
        or len(digits) > _MOST_DIGITS
    ):
        return 0
    serial = int(digits)
    return serial if f"{serial:03d}" == digits else 0
