"""What becomes of the rows of a sheet: each is a ticket, rejected or passed over; none vanishes."""

from enum import Enum, auto

from msgspec import Struct

from cstui.domain.ticket import Ticket
from cstui.exchange.rejects import Reject


class Passed(Enum):
    """Why a row is no ticket."""

    LEFT_OUT = auto()
    """The map leaves it out."""
    SKIPPED = auto()
    """It is a sum, a repeated header, a signature or the like."""


class Drafted(Struct, frozen=True):
    """Rows that make a ticket."""

    lines: tuple[int, ...]
    ticket: Ticket


class Rejected(Struct, frozen=True):
    """A row that cannot be used."""

    rejects: tuple[Reject, ...]
    """One for each of its bad cells."""


class PassedOver(Struct, frozen=True):
    """A row that is no ticket."""

    why: Passed


Outcome = Drafted | Rejected | PassedOver
