"""A desk: one person's session over a store. All use cases start from it."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from cstui.domain.acts import Act
from cstui.domain.numbering import series_of
from cstui.domain.people import Person
from cstui.domain.ticket import Event, Source, Ticket
from cstui.ports import Clock, Derived, Entry, Store
from cstui.services.rulebook import Rulebook
from cstui.services.settings.held import Settings

if TYPE_CHECKING:
    from cstui.clock.period import Period


class Desk:
    """Who acts, on which store, by which clock and under which rules."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        me: Person,
        read_rules: Callable[[], Rulebook],
        rules: Rulebook | None = None,
    ) -> None:
        """Sit somebody down.

        Args:
            store: where they work.
            clock: the site's clock.
            me: who they are.
            read_rules: reads the rules as they are now.
            rules: the rules, where they were read just now.
        """
        self.store = store
        self.clock = clock
        self.me = me
        self.rules = rules or read_rules()
        """The settings, limits and calendars that hold now."""
        self._read_rules = read_rules

    def reread_rules(self) -> None:
        """Take over settings that somebody changed meanwhile."""
        self.rules = self._read_rules()

    def settings_over(self, period: "Period") -> Settings:
        """The settings by which a period is told: those of its last day, or today's before that.

        So the report of a closed period does not change with the settings.
        """
        day = self.day_of(period)
        if day == self.clock.now().date():
            return self.rules.settings
        return self.rules.settings_on(day.isoformat())

    def day_of(self, period: "Period") -> date:
        """The day by whose rules a period is told: its last one, or today while it goes on."""
        today = self.clock.now().date()
        return min(today, period.last or today)

    def event(self, act: Act, source: Source = Source.MEASURED) -> Event:
        """That act, done by me at this moment."""
        return Event(self.clock.now(), self.me.login, act, source)

    def derive(self, ticket: Ticket) -> Derived:
        """What is written beside a ticket."""
        return self.rules.derive(ticket)

    def entry(self, ticket: Ticket) -> Entry:
        """A new ticket made ready for the store: with the rules that apply to it kept on it."""
        ticket = self.rules.governed(ticket)
        day = ticket.events[0].at.strftime("%Y%m%d")
        return Entry(ticket, self.derive(ticket), series_of(ticket.header.form, day))

    def add(self, tickets: Iterable[Ticket]) -> list[Ticket]:
        """Save new tickets, all or none; those whose origin is here already are passed over."""
        return self.store.add([self.entry(ticket) for ticket in tickets])

    def save(self, ticket: Ticket) -> Ticket:
        """Save a ticket: a new one is numbered, a changed one must not have changed meanwhile.

        A new one whose origin is here already was saved before, and is returned as it is now.

        Raises:
            Conflict: with the ticket as it stands in the store now.
        """
        if not ticket.id:
            added = self.add([ticket])
            return added[0] if added else self.store.ticket_of(ticket.header.origin)
        return self.store.save(ticket, self.derive(ticket))


class AtDesk:
    """A part of the work that somebody does at a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def me(self) -> Person:
        """Who works here."""
        return self._desk.me

    @property
    def settings(self) -> Settings:
        """The team's settings as they hold now."""
        return self._desk.rules.settings

    def now(self) -> datetime:
        """This moment, by the site's clock."""
        return self._desk.clock.now()
