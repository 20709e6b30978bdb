"""What a figure means: its formula, what it is drawn from, what was left out, which hours count."""

from collections.abc import Iterator

from cstui.clock.periods import previous, year_before
from cstui.i18n import Translator
from cstui.metrics.catalogue import METRICS
from cstui.metrics.comparison import gap
from cstui.metrics.metric import Reading
from cstui.reports.cell_text import shown
from cstui.reports.document import Kind
from cstui.reports.heading import period_line
from cstui.reports.study import Study
from cstui.reports.views.parts import kind_of, name_of
from cstui.reports.wording import NO_VALUE, duration_text, value_text


def definition(study: Study, metric: str) -> tuple[str, ...]:
    """The lines that explain a figure, as it is told of the tickets that are asked for."""
    t, reading = study.t, study.total(metric)
    lines = [
        t("view.definition.value", value=shown(reading.value, kind_of(metric), t), n=reading.n),
        *_parts(reading, t),
        "",
        t("view.definition.formula", formula=t(f"metric.{metric}.formula")),
        t("view.definition.excluded", what=t(f"metric.{metric}.excluded")),
        t("view.definition.count", count=reading.excluded),
        "",
        t("view.definition.period", period=period_line(study.period, t)),
    ]
    lines += (
        t(
            "report.only",
            name=t(f"report.dimension.{dimension}"),
            value=value_text(dimension, value, t),
        )
        for dimension, value in study.query.where.items()
    )
    lines.append(t("view.definition.calendar", calendar=study.calendar))
    lines += _compared(study, metric)
    for kind, aims in (
        ("target", study.aims.targets),
        ("benchmark", study.aims.benchmarks),
        ("alarm", study.aims.alarms),
    ):
        if metric in aims:
            value = shown(aims[metric], kind_of(metric), t)
            lines.append(t(f"view.definition.{kind}", value=value))
    return (name_of(metric, t), *lines)


def _compared(study: Study, metric: str) -> Iterator[str]:
    """What it was in the period before and a year ago, and how far it is from that."""
    told, now = METRICS[metric], study.total(metric).value
    for name, shift in (("previous", previous), ("year", year_before)):
        earlier = study.earlier(shift)
        old = earlier.total(metric) if earlier else None
        if old is None or old.value is None:
            continue
        moved = gap(now, old.value, told.unit, told.better)
        change = (
            shown(moved.value, Kind.POINTS if moved.points else Kind.CHANGE, study.t)
            if moved
            else NO_VALUE
        )
        value = shown(old.value, kind_of(metric), study.t)
        yield study.t(f"view.definition.{name}", value=value, n=old.n, change=change)


def _parts(reading: Reading, t: Translator) -> list[str]:
    """What stands behind a share or a mean."""
    lines = []
    if reading.part is not None:
        lines.append(t("view.definition.part", part=reading.part, n=reading.n))
    if reading.running is not None:
        lines.append(t("view.definition.running", count=reading.running))
    if told := reading.spread:
        values = {
            "p50": told["p50"], "p90": told["p90"], "p95": told["p95"], "max": told["max"],
        }  # fmt: skip
        spread = (f"{t(f'metric.{name}')} {duration_text(at, t)}" for name, at in values.items())
        lines.append(t("report.between").join(spread))
    return lines
