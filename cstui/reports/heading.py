"""What a report is about, a line each: the same above every format."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from cstui.clock.period import Period
from cstui.i18n import Translator
from cstui.reports.model import Report
from cstui.reports.wording import value_text


def period_line(period: Period, t: Translator) -> str:
    """First and last day, and the zone whose days they are."""
    if period.start is None or period.end is None:
        return t("report.period_all", zone=period.zone)
    first, last = period.start.date(), period.last
    if first == last:
        return t("report.period_day", day=first, zone=period.zone)
    return t("report.period", first=first, last=last, zone=period.zone)


def report_lines(report: Report, t: Translator) -> Iterator[str]:
    """What the plain report is about."""
    return heading_lines(
        report.query.period,
        report.as_of,
        report.content["filters"],
        t,
        estimates=report.query.estimates,
        excluded=report.content["excluded"],
    )


def heading_lines(
    period: Period,
    as_of: datetime | None,
    filters: Mapping[str, str],
    t: Translator,
    *,
    estimates: bool = False,
    excluded: Mapping[str, object] | None = None,
) -> Iterator[str]:
    """Period, moment, filters, whose scores count, and what was left out.

    Args:
        period: What the report is about.
        as_of: When work left was looked at; None where the period was over.
        filters: Values by dimension.
        t: The reader's language.
        estimates: Whether agents' estimates count as scores.
        excluded: How many were left out of the figures, by reason.
    """
    yield period_line(period, t)
    if as_of:
        yield t("report.as_of", moment=f"{as_of:%Y-%m-%d %H:%M}")
    for dimension, value in filters.items():
        name = t(f"report.dimension.{dimension}")
        yield t("report.only", name=name, value=value_text(dimension, value, t))
    if estimates:
        yield t("report.estimates")
    for reason, count in (excluded or {}).items():
        if count:
            yield t(f"report.{reason}", count=count)
