"""Dispositions: how a call ends, and what follows from it."""

from enum import StrEnum

from msgspec import Struct

MOST = 9
"""One for each digit key."""


class Outcome(StrEnum):
    """What a disposition does."""

    SOLVE = "solve"
    """The problem is solved on the call; asks for a solution."""
    DISPATCH = "dispatch"
    """Somebody is given the ticket by the team's rules, or the owner that was chosen."""
    CALL_BACK = "call_back"
    """The customer is called back; asks when."""
    TRANSFER = "transfer"
    """A person is given the ticket; asks whom."""
    KEEP = "keep"
    """It stays with whoever took the call."""
    CLOSE = "close"
    """Nothing is left to do and nothing was asked for: a wrong number, a silent line."""


class Disposition(Struct, frozen=True):
    """One of the keys that end a call."""

    name: str
    """As the team says it: 当场解决, wrong number."""
    outcome: Outcome
