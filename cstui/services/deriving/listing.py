"""What lists show of a ticket, and by what they sort it."""

from collections.abc import Iterable, Sequence

from cstui.clock.course import Course
from cstui.clock.instants import epoch
from cstui.clock.policy import KEEP_OPEN, OF_THE_CALL, Level, Policy
from cstui.domain.listing import Listing
from cstui.domain.state import State
from cstui.domain.ticket import Ticket

_SUBJECT_LETTERS = 80
_LEVELS = tuple(Level)
"""The most urgent first."""


def listing_of(ticket: Ticket, state: State, courses: Sequence[Course], policy: Policy) -> Listing:
    """A ticket's line in lists.

    Args:
        ticket: the ticket.
        state: how it stands.
        courses: its clocks.
        policy: the limits that hold for it.
    """
    header = state.header
    due, course = _next_due(courses)
    return Listing(
        number=header.number,
        status=state.status.value,
        open=state.status.is_open or _has_more_to_do(courses),
        due=due,
        due_clock=course.clock.value if course else "",
        warn=course.warn_from(policy) if course else None,
        callback=epoch(state.callback.due) if state.callback else None,
        opened=epoch(state.opened) if state.opened else None,
        owner=state.owner,
        team=state.team,
        channel=header.channel,
        type=header.category[0],
        subtype=header.category[1],
        priority=header.priority,
        level=_LEVELS.index(policy.level(header.priority)),
        customer=header.customer.name,
        phone=header.customer.phone,
        subject=header.subject or header.problem.summary[:_SUBJECT_LETTERS],
        id=ticket.id,
        revision=ticket.revision,
    )


def _has_more_to_do(courses: Iterable[Course]) -> bool:
    """Whether something is still owed to the customer, solved or not."""
    return any(course.ended is None and course.clock in KEEP_OPEN for course in courses)


def _next_due(courses: Iterable[Course]) -> tuple[int | None, Course | None]:
    """The soonest due time among the clocks that run, and the course that is due then."""
    soonest, next_one = None, None
    for course in courses:
        if course.ended is None and course.clock not in OF_THE_CALL:
            due = course.due()
            if due is not None and (soonest is None or due < soonest):
                soonest, next_one = due, course
    return soonest, next_one
