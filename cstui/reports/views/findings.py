"""Findings: sentences for a review, drawn from the figures by stated rules.

Each tells its n and the command that lists the tickets behind it; none is drawn from few values.
"""

import shlex
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from msgspec import Struct, field

from cstui.clock.periods import previous, written
from cstui.metrics.aims import misses
from cstui.metrics.backlog import flow
from cstui.metrics.catalogue import METRICS
from cstui.metrics.groups import WHOLE
from cstui.metrics.metric import Reading
from cstui.reports.cell_text import shown
from cstui.reports.document import Column, Kind, Row, Section, Table
from cstui.reports.study import Study
from cstui.reports.views.parts import LEAST_TO_RANK, kind_of, name_of
from cstui.reports.views.satisfaction import DIMENSIONS, FLAGGED, dimension_metrics
from cstui.reports.wording import percent_text, value_text

SLOWER: Final = 2.0
"""A channel is slow that takes so many times as long as the fastest."""
GREW: Final = 0.2
"""A type's time grew that is longer by such a share than the period before."""
IN_TIME: Final = 0.8
"""An hour misses the target with less of its first responses in time; unless one is set."""
BACKLOG_GREW: Final = 0.1


class Finding(Struct, frozen=True):
    """Something that a review should talk about."""

    rule: str
    """By which rule it was drawn."""
    text: str
    n: int
    metric: str
    where: Mapping[str, str] = field(default_factory=dict)


def findings(study: Study) -> Section:
    """All findings of the period, each with its n and its command."""
    t, found = study.t, drawn(study)
    columns = (
        Column("finding", t("view.finding")),
        Column("n", t("metric.n"), Kind.COUNT),
        Column("command", t("view.command")),
    )
    rows = tuple(
        Row((one.text, one.n, command_of(study, one)), one.where, one.metric) for one in found
    )
    notes = [
        t(
            "view.findings.rules",
            n=LEAST_TO_RANK,
            slower=f"{SLOWER:g}",
            grew=percent_text(GREW),
            flagged=percent_text(FLAGGED),
        )
    ]
    if not found:
        notes.append(t("view.findings.none"))
    return Section(
        "findings", t("view.findings"), tuple(notes), (Table("findings", columns, rows),)
    )


def drawn(study: Study) -> list[Finding]:
    """All findings, in the order of their rules."""
    return [finding for rule in _RULES for finding in rule(study)]


def command_of(study: Study, finding: Finding) -> str:
    """The command that lists the tickets behind a finding."""
    where = {**study.query.where, **finding.where}
    words = ["cstui", "report", "tickets", written(study.period), "--metric", finding.metric]
    for name, value in where.items():
        words += ["--where", f"{name}={value}"]
    return shlex.join(words)


def _slow_channels(study: Study) -> Iterator[Finding]:
    """The slowest channel's first response against the fastest one's."""
    told = _well_founded(study, "FRT", "channel")
    if len(told) < 2:  # two to compare
        return
    fast, slow = (end(told, key=lambda name: told[name].value or 0.0) for end in (min, max))
    times = (told[slow].value or 0.0) / (told[fast].value or 1.0)
    if times >= SLOWER:
        yield _found(
            study,
            "channel",
            "FRT",
            told[slow].n,
            {"channel": slow},
            slow=_label(study, "channel", slow),
            fast=_label(study, "channel", fast),
            slow_value=_value(study, "FRT", told[slow]),
            fast_value=_value(study, "FRT", told[fast]),
            fast_n=told[fast].n,
            times=f"{times:.1f}",
        )


def _late_hours(study: Study) -> Iterator[Finding]:
    """Hours in which too few first responses were in time."""
    target = study.aims.targets.get("SLA.response", IN_TIME)
    for hour, reading in _well_founded(study, "SLA.response", "hour").items():
        if misses(METRICS["SLA.response"], reading.value, target):
            yield _found(
                study,
                "hour",
                "SLA.response",
                reading.n,
                {"hour": hour},
                hour=f"{hour}:00",
                until=f"{int(hour) + 1:02}:00",
                value=_value(study, "SLA.response", reading),
                target=percent_text(target),
            )


def _grown_types(study: Study) -> Iterator[Finding]:
    """Types whose solution takes longer than in the period before."""
    earlier = study.earlier(previous)
    if earlier is None:
        return
    before = _well_founded(earlier, "RT", "type")
    for kind, reading in _well_founded(study, "RT", "type").items():
        old = before.get(kind)
        if old is None or not old.value or not reading.value:
            continue
        if reading.value >= old.value * (1 + GREW):
            yield _found(
                study,
                "grown",
                "RT",
                reading.n,
                {"type": kind},
                type=_label(study, "type", kind),
                before=_value(study, "RT", old),
                before_n=old.n,
                now=_value(study, "RT", reading),
                grown=percent_text(reading.value / old.value - 1),
            )


def _low_dimensions(study: Study) -> Iterator[Finding]:
    """Dimensions of the survey with many low scores."""
    for dimension in DIMENSIONS:
        metric = dimension_metrics(dimension)[-1]
        reading = study.total(metric)
        if reading.n >= LEAST_TO_RANK and (reading.value or 0.0) >= FLAGGED:
            name = study.t(f"view.dimension.{dimension or 'overall'}")
            value = _value(study, metric, reading)
            yield _found(study, "low", metric, reading.n, {}, dimension=name, value=value)


def _grown_backlog(study: Study) -> Iterator[Finding]:
    """More work is left at the end than there was at the beginning."""
    start, end = (int(at.timestamp()) for at in study.reach())
    change = flow(study.near("BL").columns, WHOLE, [start, end])[0]
    if change.before >= LEAST_TO_RANK and change.left[0] >= change.before * (1 + BACKLOG_GREW):
        yield _found(
            study, "backlog", "BL", change.left[0], {},
            before=change.before, came=change.came[0], went=change.went[0],
        )  # fmt: skip


_RULES: Final[tuple[Callable[[Study], Iterator[Finding]], ...]] = (
    _slow_channels, _late_hours, _grown_types, _low_dimensions, _grown_backlog,
)  # fmt: skip


def _well_founded(study: Study, metric: str, dimension: str) -> dict[str, Reading]:
    """What a metric tells of the groups with enough values, by their labels."""
    return {
        labels[0]: reading
        for labels, reading in study.near(metric).each(metric, dimension)
        if labels[0] and reading.n >= LEAST_TO_RANK and reading.value is not None
    }


def _found(
    study: Study, rule: str, metric: str, n: int, where: Mapping[str, str], **told: object
) -> Finding:
    text = study.t(f"view.finding.{rule}", name=name_of(metric, study.t), n=n, **told)
    return Finding(rule, text, n, metric, where)


def _label(study: Study, dimension: str, label: str) -> str:
    return value_text(dimension, label, study.t)


def _value(study: Study, metric: str, reading: Reading) -> str:
    return shown(reading.value, kind_of(metric), study.t)
