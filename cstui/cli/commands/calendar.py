"""`cstui calendar [PERIOD]`: working days and hours, with holidays and make-up days."""

import sys
from collections.abc import Iterator
from datetime import date, timedelta

from cstui.cli.options import Options
from cstui.cli.session import desk
from cstui.clock.calendar import Calendar
from cstui.clock.period import parse_period
from cstui.domain.errors import InputError
from cstui.i18n import Translator

_MINUTES = 60


def run(options: Options, t: Translator) -> int:
    """Print a line a day."""
    with desk(options, t.language) as work:
        period = parse_period(options.period, work.clock.now(), work.rules.zone)
        if not (period.start and period.last):
            raise InputError("period_open", name=period.name)
        shown = {
            day: work.rules.calendars.on(day) for day in _days(period.start.date(), period.last)
        }
        unknown = [day.year for day, one in shown.items() if day.year not in one.schedule.years]
        for year in dict.fromkeys(unknown):
            print(t("clock.year_without_holidays", year=year), file=sys.stderr)
        for day, calendar in shown.items():
            print(_line(day, calendar, t))
    return 0


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)


def _line(day: date, calendar: Calendar, t: Translator) -> str:
    spans = "  ".join(f"{_time(start)}–{_time(end)}" for start, end in calendar.spans_on(day))
    return f"{day}  {t(f'told.weekday_{day.isoweekday()}')}  {spans or t('told.closed')}"


def _time(second: int) -> str:
    hours, minutes = divmod(second // _MINUTES, _MINUTES)
    return f"{hours:02d}:{minutes:02d}"
