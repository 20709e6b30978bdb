"""What is agreed with a customer or with others, and what becomes of it."""

from datetime import datetime

from cstui.domain.value import value


@value
class Helped:
    """Another department was asked for help, or gave it."""

    whom: str
    result: str = ""
    """What they did; empty while they are still being waited for."""
    asked: str = ""
    """What they were asked for."""


@value
class Promised:
    """The customer was promised something."""

    what: str
    until: datetime


@value
class Kept:
    """The standing promise was kept."""


@value
class CallbackSet:
    """The customer is to be called back."""

    due: datetime
    about: str = ""


@value
class CallbackTried:
    """A call back was tried."""

    result: str
    reached: bool
