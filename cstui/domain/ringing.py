"""A call that a telephone switch told of."""

from datetime import datetime

from msgspec import Struct


class Ringing(Struct, frozen=True):
    """A call that comes in, until an agent's screen has taken it."""

    to: str
    """Login of the agent whose telephone rings."""
    rang: datetime
    phone: str = ""
    """As the switch knows it; empty for a hidden number."""
    id: int = 0
    """Row in the store."""
