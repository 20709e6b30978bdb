"""How figures go over time, and which of their moves are more than chance."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from cstui.clock.periods import parts, step_of
from cstui.metrics.catalogue import METRICS
from cstui.metrics.control import ControlLimits, control_limits
from cstui.metrics.metric import Reading, Unit
from cstui.reports.document import Column, Limits, Lines, Row, Section, Series, Table
from cstui.reports.study import Study
from cstui.reports.views.parts import kind_of, metric_cells, metric_columns, name_of

TOLD: Final = ("VOL", "FRT", "RT", "SLA.response", "SLA.resolution", "CSAT")
"""The figures whose course is told."""
_SPREAD: Final = ("p50", "p90")
"""Told of durations beside their mean."""


class Course(Struct, frozen=True):
    """One figure over the days, weeks or months of a period."""

    metric: str
    readings: tuple[Reading, ...]
    limits: ControlLimits | None
    """Drawn from the parts that are over; None of fewer than eight."""
    outside: frozenset[int]
    """Places of the parts that something other than chance has moved."""


def trends(study: Study) -> Section:
    """The course of the main figures by day, week or month, with control limits."""
    t = study.t
    labels, going_on, courses = course_of(study, TOLD)
    notes = [t("view.trends.limits")]
    if going_on:
        notes.append(t("view.trends.going_on", part=labels[-1]))
    table = _table(study, labels, courses)
    charts: tuple[Lines, ...] = ()
    if len(labels) == 1:
        notes.append(t("view.trends.short"))
    else:
        charts = tuple(_chart(study, labels, course) for course in courses)
    return Section("trends", t("view.trends"), tuple(notes), (table,), charts)


def course_of(
    study: Study, metrics: Sequence[str]
) -> tuple[tuple[str, ...], bool, tuple[Course, ...]]:
    """The names of the parts, whether the last one still goes on, and the course of each metric."""
    start, end = study.reach()
    periods = tuple(parts(start, end, step_of(start, end), study.period.zone))
    if not periods:
        return (), False, tuple(_course(metric, (), 0) for metric in metrics)
    going_on = study.over(periods[-1]).as_of is not None
    courses = tuple(
        _course(metric, tuple(readings), len(periods) - going_on)
        for metric, readings in zip(metrics, study.courses(metrics, periods), strict=True)
    )
    return tuple(period.name for period in periods), going_on, courses


def _course(metric: str, readings: tuple[Reading, ...], over: int) -> Course:
    values = [reading.value for reading in readings[:over]]
    limits = control_limits(values)
    return Course(metric, readings, limits, frozenset(limits.outside(values) if limits else ()))


def _chart(study: Study, labels: tuple[str, ...], course: Course) -> Lines:
    t, readings, limits = study.t, course.readings, course.limits
    counts = tuple(reading.n for reading in readings)
    series = [Series(name_of(course.metric, t), tuple(one.value for one in readings), counts)]
    for part in _SPREAD:
        values = [dict(one.spread).get(part) if one.spread else None for one in readings]
        if any(value is not None for value in values):
            told = tuple(
                float(value) if isinstance(value, int | float) else None for value in values
            )
            series.append(Series(t(f"metric.{part}"), told))
    return Lines(
        course.metric,
        name_of(course.metric, t),
        kind_of(course.metric),
        labels,
        tuple(series),
        Limits(limits.mean, limits.lower, _bounded(limits.upper, course.metric))
        if limits
        else None,
        study.aims.targets.get(course.metric),
        course.metric,
    )


def _bounded(limit: float, metric: str) -> float:
    """An upper limit as far as a figure can go."""
    return min(limit, 1.0) if METRICS[metric].unit is Unit.RATE else limit


def _table(study: Study, labels: tuple[str, ...], courses: Sequence[Course]) -> Table:
    t = study.t
    metrics = [course.metric for course in courses]
    columns = (Column("part", t("view.trends.part")), *metric_columns(metrics, t))
    rows = tuple(
        Row(
            (label, *metric_cells(metrics, [course.readings[place] for course in courses])),
            period=label,
            marked=any(place in course.outside for course in courses),
        )
        for place, label in enumerate(labels)
    )
    return Table("trends", columns, rows, notes=(t("view.trends.marked"),))
