"""The rules that hold: settings, limits and calendars, each from some day on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from cstui.clock.calendars import CalendarBook
from cstui.clock.policies import PolicyBook
from cstui.clock.versions import VersionTaken
from cstui.domain.errors import CstuiError, InputError
from cstui.domain.people import Person
from cstui.domain.ticket import Ticket
from cstui.ports import Derived, Setting
from cstui.services.settings import held as rules
from cstui.services.settings.held import Settings, in_force, settings_on

if TYPE_CHECKING:
    from cstui.services.deriving import Deriver

_END_OF_TIME = "9999-12-31"


class Rulebook:
    """Settings, limits and calendars together, and what follows from them for a ticket."""

    def __init__(
        self,
        settings: Settings,
        policies: PolicyBook,
        calendars: CalendarBook,
        settings_on: Callable[[str], Settings],
    ) -> None:
        self.settings = settings
        self.settings_on = settings_on
        """The settings that held on a day, as `2026-05-01`."""
        self.policies = policies
        self.calendars = calendars

    @cached_property
    def _deriver(self) -> "Deriver":
        # all that reads a ticket's course is imported at the first save, not at a session's start
        from cstui.services.deriving import Deriver

        return Deriver(self.policies, self.calendars)

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
        policy = self.policies.governing(ticket).ref
        calendar = self.calendars.governing(ticket).ref
        return replace(ticket, header=replace(ticket.header, policy=policy, calendar=calendar))

    def problems(self, made: Sequence[Setting]) -> Iterator[tuple[Setting, CstuiError]]:
        """The settings that these rules cannot take, whichever day they hold from, and why.

        `version_taken` is said of limits or hours that are defined from that day on already.
        """
        policies, calendars = self.policies, self.calendars
        for setting in made:
            try:
                policies, calendars = _with_version(policies, calendars, setting)
            except CstuiError as error:
                yield setting, error
        for setting in made:
            kind, _, form = setting.key.partition(".")
            if f"{kind}." == rules.FORM:
                try:
                    self._check_form(form, str(setting.value), policies)
                except CstuiError as error:
                    yield setting, error

    def _check_form(self, form: str, policy: str, policies: PolicyBook) -> None:
        if form not in self.policies.forms:
            known = ", ".join(self.policies.forms)
            raise InputError("unknown_form", name=form, known=known)
        policies.latest(policy)


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

    Every version of every policy and calendar is there, since older tickets go by older ones.
    """
    in_use = settings_on(settings, made, day)
    limits = PolicyBook.from_mapping(policies)
    hours = CalendarBook.from_mapping(calendars, in_use.zone)
    for setting in made:
        # two people may have defined one day at the same moment: the first of them counts
        with suppress(VersionTaken):
            limits, hours = _with_version(limits, hours, setting)
    for key, value in in_force(made, day).items():
        if key.startswith(rules.FORM):
            limits = limits.with_form(key.removeprefix(rules.FORM), str(value))
    return Rulebook(in_use, limits, hours, partial(settings_on, settings, made))


def _with_version(
    policies: PolicyBook, calendars: CalendarBook, setting: Setting
) -> tuple[PolicyBook, CalendarBook]:
    """Both books with the version that a setting defines, if it defines one."""
    kind, _, name = setting.key.partition(".")
    match f"{kind}.", setting.value:
        case rules.POLICY, Mapping() as told:
            policies = policies.with_version(name, setting.effective, told)
        case rules.CALENDAR, Mapping() as told:
            calendars = calendars.with_version(name, setting.effective, told)
    return policies, calendars
