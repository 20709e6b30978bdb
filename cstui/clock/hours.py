"""Hours: which seconds count. Instants here are whole seconds since 1970."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Protocol

from msgspec import Struct


class Kind(StrEnum):
    """Why a stretch of time counts, or does not."""

    HOURS = "hours"
    """Working hours: it counts."""
    OUTSIDE = "outside"
    """Outside working hours."""
    HOLIDAY = "holiday"
    """A day that is closed by way of exception."""


class Piece(Struct, frozen=True):
    """A stretch of time of one kind."""

    start: int
    end: int
    kind: Kind


class Hours(Protocol):
    """What counts time: the hours of a calendar, or every second."""

    def between(self, start: int, end: int) -> int:
        """Seconds that count from one instant to another; negative when the end comes first."""
        ...

    def after(self, start: int, seconds: int) -> int:
        """The first instant by which so many seconds, at least 0, have counted since `start`."""
        ...

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """The time from `start` to `end`, cut where its kind changes."""
        ...


class EverySecond:
    """The clock's own hours: all of them."""

    def between(self, start: int, end: int) -> int:
        """Seconds from one instant to another."""
        return end - start

    def after(self, start: int, seconds: int) -> int:
        """The instant so many seconds later."""
        return start + seconds

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """The whole stretch, if there is any."""
        if start < end:
            yield Piece(start, end, Kind.HOURS)


EVERY_SECOND = EverySecond()
