"""What becomes of the rows of a sheet: each is a ticket, rejected or passed over; none vanishes."""

from dataclasses import dataclass
from enum import Enum, auto

from cstui.domain.ticket import Ticket
from cstui.exchange.rejects import Reject


class Passed(Enum):
    """Why a row is no ticket."""

    LEFT_OUT = auto()
    """The map leaves it out."""
    SKIPPED = auto()
    """It is a sum, a repeated header, a signature or the like."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """Rows that make a ticket."""

    lines: tuple[int, ...]
    ticket: Ticket


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that cannot be used."""

    rejects: tuple[Reject, ...]
    """One for each of its bad cells."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A row that is no ticket."""

    why: Passed


Outcome = Drafted | Rejected | PassedOver
