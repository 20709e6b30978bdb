"""The clock, injected so that tests can stop it."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """This moment in the site's zone, to the second."""
        ...
