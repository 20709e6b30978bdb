"""The minute ledger behind a ticket's clocks, as text."""

from collections.abc import Iterator
from datetime import datetime

from msgspec.structs import replace

from cstui.clock.calendar import Calendar
from cstui.clock.calendars import CalendarBook
from cstui.clock.course import Course
from cstui.clock.courses import courses_of
from cstui.clock.durations import exact_text
from cstui.clock.hours import Hours
from cstui.clock.instants import epoch, from_epoch
from cstui.clock.ledger import ledger_of
from cstui.clock.policies import PolicyBook
from cstui.clock.policy import ClockName, Policy
from cstui.clock.readings import Reading, reading_of
from cstui.domain.fold import fold
from cstui.domain.ticket import Ticket
from cstui.i18n import Translator

_MEASURED_TWICE = (ClockName.FIRST_RESPONSE, ClockName.RESOLUTION)
"""Told by the clock and in working hours, as the figures tell them."""


def explain_text(
    ticket: Ticket,
    policies: PolicyBook,
    calendars: CalendarBook,
    now: datetime,
    translate: Translator,
) -> str:
    """Every clock of a ticket with its limit, its due time, and each stretch that counted or not.

    Args:
        ticket: the ticket.
        policies: the site's limits.
        calendars: the site's calendars.
        now: where clocks that have not ended are cut off.
        translate: the reader's language.

    Returns:
        Lines, the last of them ended too.

    Raises:
        NotFound: `unknown_policy` or `unknown_calendar`, when the ticket keeps one not known.
    """
    policy, calendar = policies.governing(ticket), calendars.governing(ticket)
    explained = _Explanation(policy, calendar, now, translate)
    return "\n".join(explained.lines(ticket)) + "\n"


class _Explanation:
    """Writes one explanation."""

    def __init__(
        self, policy: Policy, calendar: Calendar, now: datetime, translate: Translator
    ) -> None:
        self._policy = policy
        self._calendar = calendar
        self._now = epoch(now)
        self._t = translate

    def lines(self, ticket: Ticket) -> Iterator[str]:
        t, policy, state = self._t, self._policy, fold(ticket)
        courses = courses_of(state, policy, self._calendar)
        yield t(
            "clock.explain.rules",
            number=ticket.number,
            policy=policy.ref,
            level=t(f"clock.level.{policy.level(state.header.priority)}"),
            hours=t("clock.hours.business" if policy.business else "clock.hours.always"),
            calendar=self._calendar.ref,
            zone=self._calendar.zone,
        )
        yield from self._warnings(courses)
        if not courses:
            yield t("clock.explain.nothing")
        for course in courses:
            yield ""
            yield from self._clock(course)

    def _warnings(self, courses: tuple[Course, ...]) -> Iterator[str]:
        if courses:
            first = from_epoch(min(course.started for course in courses), self._calendar.zone)
            last = from_epoch(max(self._until(course) for course in courses), self._calendar.zone)
            for year in self._calendar.years_without_holidays(first, last):
                yield self._t("clock.year_without_holidays", year=year)

    def _clock(self, course: Course) -> Iterator[str]:
        t, reading = self._t, reading_of(course, self._policy, self._calendar.zone, self._now)
        yield t(
            "clock.explain.clock",
            name=t(f"clock.name.{course.clock}"),
            round=course.round,
            stand=t(f"clock.stand.{reading.stand}"),
        )
        yield "  " + self._sums(reading)
        yield from self._ledger(course)
        hours: Hours = self._calendar
        if course.clock in _MEASURED_TWICE and course.hours is not hours:
            working = replace(course, hours=hours, limit=None, waits=())
            used = exact_text(working.used(self._until(course)))
            yield "  " + t("clock.explain.working", used=used)
            yield from self._ledger(working)

    def _sums(self, reading: Reading) -> str:
        """Limit, time used and due time, those that there are."""
        t = self._t
        told = [t("clock.explain.used", used=exact_text(reading.used_s))]
        if reading.limit_s is not None:
            told.insert(0, t("clock.explain.limit", limit=exact_text(reading.limit_s)))
        if reading.opens:
            told.append(t("clock.explain.opens", opens=_moment(reading.opens)))
        if reading.due:
            told.append(t("clock.explain.due", due=_moment(reading.due)))
        return t("clock.explain.between").join(told)

    def _ledger(self, course: Course) -> Iterator[str]:
        for entry in ledger_of(course, self._now):
            start = _moment(from_epoch(entry.start, self._calendar.zone))
            end = _moment(from_epoch(entry.end, self._calendar.zone))
            why = self._t(f"clock.why.{entry.why}")
            if entry.reason:
                why = self._t("clock.explain.reason", why=why, reason=entry.reason)
            yield f"    {start} – {end} {exact_text(entry.seconds):>10}  {why}"

    def _until(self, course: Course) -> int:
        return self._now if course.ended is None else course.ended


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S}"
