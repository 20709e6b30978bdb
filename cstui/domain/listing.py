"""A listing: the one line by which a list shows a ticket."""

from msgspec import Struct


class Listing(Struct, frozen=True):
    """What a list shows and sorts by; written with each save, never read as the truth."""

    number: str = ""
    status: str = ""
    open: bool = False
    """Whether lists of what is to be done show it: also a solved one, while something is owed."""
    due: int | None = None
    """When its next clock is due, in seconds since 1970; None where nothing is due."""
    due_clock: str = ""
    """Which clock that is."""
    warn: int | None = None
    """From when on that clock is warned of, in seconds since 1970; None where nothing is due."""
    callback: int | None = None
    """When the customer is to be called back, in seconds since 1970; None where they are not."""
    opened: int | None = None
    owner: str = ""
    team: str = ""
    channel: str = ""
    type: str = ""
    subtype: str = ""
    priority: str = ""
    level: int = 0
    """How urgent that is: 0 the most."""
    customer: str = ""
    """Full name; whatever shows it masks it."""
    phone: str = ""
    subject: str = ""
    """The subject, else the problem's first words."""
    id: int = 0
    """Row in the store."""
    revision: int = 0
