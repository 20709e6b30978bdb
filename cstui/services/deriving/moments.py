"""The moments of a ticket: who held it, which updates were due, what was promised."""

from collections.abc import Iterable, Iterator
from typing import Final

from cstui.clock.course import Course
from cstui.clock.instants import epoch
from cstui.clock.policy import ClockName
from cstui.domain.facts import Moment, MomentKind
from cstui.domain.holding import holdings
from cstui.domain.ticket import Ticket

_KINDS: Final = {
    ClockName.UPDATE: MomentKind.UPDATE,
    ClockName.PROMISE: MomentKind.PROMISE,
}
"""Clocks of which a ticket may have any number."""


def moments_of(ticket: Ticket, courses: Iterable[Course]) -> tuple[Moment, ...]:
    """The moments of a ticket: its stays in their order, then its updates and promises.

    Args:
        ticket: the ticket.
        courses: its clocks.
    """
    return (*_stays(ticket), *_clocked(courses))


def _stays(ticket: Ticket) -> Iterator[Moment]:
    """How long the ticket stayed with each holder; while nobody has it, it stays nowhere."""
    for one in holdings(ticket):
        if holder := one.owner or one.team:
            end = epoch(one.end) if one.end else 0
            yield Moment(MomentKind.STAY, epoch(one.start), end, word=holder)


def _clocked(courses: Iterable[Course]) -> Iterator[Moment]:
    for course in courses:
        if kind := _KINDS.get(course.clock):
            yield Moment(
                kind, course.started, course.ended or 0, course.due() or 0, "", course.verdict()
            )
