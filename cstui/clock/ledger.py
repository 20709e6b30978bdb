"""The ledger behind a clock: every second from its start, counted or not, and why."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from cstui.clock.course import Course
from cstui.clock.hours import Kind


class Why(StrEnum):
    """Why a stretch of time counts, or does not."""

    COUNTED = "counted"
    LATE = "late"
    """It counts, and is past the limit."""
    WAITING = "waiting"
    """The work waited."""
    OUTSIDE = "outside"
    """Outside working hours."""
    HOLIDAY = "holiday"
    IMPOSSIBLE = "impossible"
    """The end is before the start."""


class LedgerEntry(Struct, frozen=True):
    """A stretch of time of one kind. Instants are seconds since 1970."""

    start: int
    end: int
    seconds: int
    """How much of it counts."""
    why: Why
    reason: str = ""
    """What was waited for."""


def ledger_of(course: Course, now: int) -> tuple[LedgerEntry, ...]:
    """The time of a course in order and without gaps; its seconds add up to those used.

    Args:
        course: the course.
        now: where one that has not ended is cut off, in seconds since 1970.
    """
    until = now if course.ended is None else course.ended
    if until < course.started:
        used = course.used(until)
        return (LedgerEntry(course.started, until, used, Why.IMPOSSIBLE),)
    return tuple(_entries(course, until))


def _entries(course: Course, until: int) -> Iterator[LedgerEntry]:
    due = course.due()
    at = course.started
    for start, end in course.stretches(until):
        yield from _waited(course, at, start)
        for piece in course.hours.pieces(start, end):
            if piece.kind is not Kind.HOURS:
                why = Why.HOLIDAY if piece.kind is Kind.HOLIDAY else Why.OUTSIDE
                yield LedgerEntry(piece.start, piece.end, 0, why)
            else:
                yield from _counted(piece.start, piece.end, due)
        at = end
    yield from _waited(course, at, until)


def _counted(start: int, end: int, due: int | None) -> Iterator[LedgerEntry]:
    """Working time, cut where the limit is used up."""
    cut = end if due is None else min(max(start, due), end)
    if start < cut:
        yield LedgerEntry(start, cut, cut - start, Why.COUNTED)
    if cut < end:
        yield LedgerEntry(cut, end, end - cut, Why.LATE)


def _waited(course: Course, start: int, end: int) -> Iterator[LedgerEntry]:
    """The time between two stretches, cut where another wait begins."""
    for wait in course.waits:
        until = end if wait.end is None else min(wait.end, end)
        if start < until and wait.start <= start:
            yield LedgerEntry(start, until, 0, Why.WAITING, wait.why)
            start = until
