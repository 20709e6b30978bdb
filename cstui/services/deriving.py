"""Deriving: what is written beside a ticket, so that lists and figures need not read it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cstui.clock.calendars import CalendarBook
from cstui.clock.course import Course
from cstui.clock.courses import courses_of
from cstui.clock.instants import epoch
from cstui.clock.policies import PolicyBook
from cstui.clock.policy import KEEP_OPEN, OF_THE_CALL, Level, Policy
from cstui.domain.acts import Quoted
from cstui.domain.fold import fold, standing
from cstui.domain.listing import Listing
from cstui.domain.state import State
from cstui.domain.ticket import Customer, Ticket
from cstui.domain.traces import Traces, compared, traces_of
from cstui.i18n.initials import initials_of
from cstui.ports import Derived
from cstui.services.round_facts import facts_of

_SUBJECT_LETTERS = 80
_LEVELS = tuple(Level)
"""The most urgent first."""


class Deriver:
    """Derives listing, facts, traces and quotes from a ticket alone, whatever time it is now.

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
        traces = _traces(state.header.customer)
        return Derived(
            listing,
            facts_of(ticket, state, courses, calendar),
            traces,
            _sought(listing, traces, state.header.tags),
            _quoted(ticket),
        )


def _traces(customer: Customer) -> Traces:
    """By what a customer is found; those who type fast type initials."""
    return replace(traces_of(customer), initials=initials_of(customer.name))


def _sought(listing: Listing, traces: Traces, tags: Iterable[str]) -> str:
    """What somebody may type a part of to find a ticket in a list; its number comes later."""
    parts = (compared(part) for part in (listing.subject, *tags))
    who = (traces.name, traces.initials, traces.phone, traces.number, traces.order)
    return " ".join(part for part in (*who, *parts) if part)


def _quoted(ticket: Ticket) -> tuple[str, ...]:
    """The titles of the articles that a ticket quotes, each once."""
    acts = (event.act for event in standing(ticket.events))
    return tuple(dict.fromkeys(act.article for act in acts if isinstance(act, Quoted)))


def _listing(ticket: Ticket, state: State, courses: Sequence[Course], policy: Policy) -> Listing:
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
