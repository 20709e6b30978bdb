"""What is agreed with a customer or with others, and what becomes of it."""

from datetime import datetime

from msgspec import Struct


class Helped(Struct, frozen=True):
    """Another department was asked for help, or gave it."""

    whom: str
    result: str = ""
    """What they did; empty while they are still being waited for."""
    asked: str = ""
    """What they were asked for."""


class Promised(Struct, frozen=True):
    """The customer was promised something."""

    what: str
    until: datetime


class Kept(Struct, frozen=True):
    """The standing promise was kept."""


class CallbackSet(Struct, frozen=True):
    """The customer is to be called back."""

    due: datetime
    about: str = ""


class CallbackTried(Struct, frozen=True):
    """A call back was tried."""

    result: str
    reached: bool
