"""The deriver: a ticket in, all that is written beside it out."""

from msgspec.structs import replace

from cstui.clock.calendars import CalendarBook
from cstui.clock.courses import courses_of
from cstui.clock.policies import PolicyBook
from cstui.domain.acts import Quoted
from cstui.domain.fold import fold, standing
from cstui.domain.ticket import Customer, Header, Ticket
from cstui.domain.traces import Traces, compared, traces_of
from cstui.i18n.initials import initials_of
from cstui.ports import Derived
from cstui.services.deriving.listing import listing_of
from cstui.services.deriving.moments import moments_of
from cstui.services.deriving.rounds import Known, facts_of

_SOUGHT_LETTERS = 160


class Deriver:
    """Derives all that is written beside a ticket from it alone, whatever time it is now.

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
        traces = _traces(state.header.customer)
        return Derived(
            listing_of(ticket, state, courses, policy),
            facts_of(Known(ticket, state, courses, policy, calendar, traces)),
            traces,
            _sought(state.header, traces),
            _quoted(ticket),
            moments_of(ticket, courses),
        )


def _traces(customer: Customer) -> Traces:
    """By what a customer is found; those who type fast type initials."""
    return replace(traces_of(customer), initials=initials_of(customer.name))


def _sought(header: Header, traces: Traces) -> str:
    """What somebody may type a part of to find a ticket in a list; its number comes later."""
    texts = (header.subject, header.problem.summary[:_SOUGHT_LETTERS], *header.tags)
    parts = dict.fromkeys(map(compared, texts))
    who = (traces.name, traces.initials, traces.phone, traces.number, traces.order)
    return " ".join(part for part in (*who, *parts) if part)


def _quoted(ticket: Ticket) -> tuple[str, ...]:
    """The titles of the articles that a ticket quotes, each once."""
    acts = (event.act for event in standing(ticket.events))
    return tuple(dict.fromkeys(act.article for act in acts if isinstance(act, Quoted)))
