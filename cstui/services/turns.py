"""Turns: long work comes to the store in short turns, between which others have theirs."""

from collections.abc import Callable
from typing import Protocol, TypeVar

ValueT = TypeVar("ValueT")


class InTurn(Protocol):
    """Runs a job where the store may be used, and gives or raises what comes of it."""

    def __call__(self, job: Callable[[], ValueT], /) -> ValueT:
        """Wait for a turn, and run the job in it."""
        ...


def at_once(job: Callable[[], ValueT], /) -> ValueT:
    """Run a job here and now, as where nobody else waits for the store."""
    return job()
