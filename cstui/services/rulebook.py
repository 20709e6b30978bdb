"""The rules that hold: settings, limits and calendars, each from some day on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from cstui.clock.calendars import CalendarBook
from cstui.clock.policies import PolicyBook
from cstui.domain.people import Person
from cstui.domain.ticket import Ticket
from cstui.ports import Derived, Setting
from cstui.services.deriving import Deriver
from cstui.services.settings import POLICY, Settings, in_force, settings_on

_END_OF_TIME = "9999-12-31"


class Rulebook:
    """Settings, limits and calendars together, and what follows from them for a ticket."""

    def __init__(self, settings: Settings, policies: PolicyBook, calendars: CalendarBook) -> None:
        self.settings = settings
        self.policies = policies
        self.calendars = calendars
        self._deriver = Deriver(policies, calendars)

    @property
    def zone(self) -> str:
        """The site's time zone."""
        return self.settings.zone

    def person(self, login: str) -> Person:
        """Who that login is; somebody unknown is an agent."""
        return self.settings.people.get(login) or Person(login)

    def derive(self, ticket: Ticket) -> Derived:
        """What is written beside a ticket."""
        return self._deriver(ticket)

    def governed(self, ticket: Ticket) -> Ticket:
        """The ticket with the limits and the calendar kept on it that hold when it begins.

        A later change of limits then alters no verdict on it.
        """
        header, began = ticket.header, ticket.events[0].at
        if header.policy and header.calendar:
            return ticket
        policy = header.policy or self.policies.of(header.form, began).ref
        calendar = header.calendar or self._calendar(began)
        return replace(ticket, header=replace(header, policy=policy, calendar=calendar))

    def _calendar(self, at: datetime) -> str:
        default = self.calendars.default
        return self.calendars.of(default.ref.partition("@")[0], at).ref


def site_zone(made: Sequence[Setting], defaults: Mapping[str, Any]) -> str:
    """The site's time zone, which must be known before it can be said what day it is."""
    zone: str = in_force(made, _END_OF_TIME).get("zone", defaults["zone"])
    return zone


def rulebook(
    made: Sequence[Setting],
    day: str,
    *,
    settings: Mapping[str, Any],
    policies: Mapping[str, Any],
    calendars: Mapping[str, Any],
) -> Rulebook:
    """The rules of a day, as `2026-05-01`: the defaults, and over them what the team has set.

    Every version of every policy is in the book, since older tickets go by older ones.
    """
    book = PolicyBook.from_mapping(policies)
    for setting in made:
        if setting.key.startswith(POLICY) and isinstance(setting.value, Mapping):
            book = book.with_version(
                setting.key.removeprefix(POLICY), setting.effective, setting.value
            )
    in_use = settings_on(settings, made, day)
    return Rulebook(in_use, book, CalendarBook.from_mapping(calendars, in_use.zone))
