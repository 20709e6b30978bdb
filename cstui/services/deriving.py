"""Deriving: what is written beside a ticket, so that lists and figures need not read it."""

from collections.abc import Iterable, Sequence

from cstui.clock.calendars import CalendarBook
from cstui.clock.course import Course
from cstui.clock.courses import courses_of
from cstui.clock.instants import epoch
from cstui.clock.policies import PolicyBook
from cstui.clock.policy import OF_THE_CALL, Policy
from cstui.domain.fold import fold
from cstui.domain.listing import Listing
from cstui.domain.state import State
from cstui.domain.ticket import Ticket
from cstui.ports import Derived
from cstui.services.round_facts import facts_of

_SUBJECT_LETTERS = 80


class Deriver:
    """Derives listing and facts from a ticket alone, whatever time it is now.

    Args:
        policies: the limits; a ticket that keeps none goes by those of its form when it began.
        calendars: the calendars; a ticket that keeps none goes by the site's.
    """

    def __init__(self, policies: PolicyBook, calendars: CalendarBook) -> None:
        self._policies = policies
        self._calendars = calendars

    def __call__(self, ticket: Ticket) -> Derived:
        """What is written beside a ticket.

        Raises:
            NotFound: `unknown_policy` or `unknown_calendar`, when it keeps one that is not known.
        """
        state = fold(ticket)
        policy = self._policies.governing(ticket)
        calendar = self._calendars.governing(ticket)
        courses = courses_of(state, policy, calendar)
        listing = _listing(ticket, state, courses, policy)
        return Derived(listing, facts_of(ticket, state, courses, calendar))


def _listing(ticket: Ticket, state: State, courses: Sequence[Course], policy: Policy) -> Listing:
    header = state.header
    due, course = _next_due(courses)
    return Listing(
        number=header.number,
        status=state.status.value,
        open=state.status.is_open,
        due=due,
        due_clock=course.clock.value if course else "",
        warn=course.warn_from(policy) if course else None,
        opened=epoch(state.opened) if state.opened else None,
        owner=state.owner,
        team=state.team,
        channel=header.channel,
        type=header.category[0],
        priority=header.priority,
        customer=header.customer.name,
        phone=header.customer.phone,
        subject=header.subject or header.problem.summary[:_SUBJECT_LETTERS],
        id=ticket.id,
        revision=ticket.revision,
    )


def _next_due(courses: Iterable[Course]) -> tuple[int | None, Course | None]:
    """The soonest due time among the clocks that run, and the course that is due then."""
    soonest, next_one = None, None
    for course in courses:
        if course.ended is None and course.clock not in OF_THE_CALL:
            due = course.due()
            if due is not None and (soonest is None or due < soonest):
                soonest, next_one = due, course
    return soonest, next_one
