"""How long customers wait: for the first reply and for the solution."""

from collections.abc import Mapping
from typing import Final

from cstui.metrics.bins import binned, bins
from cstui.metrics.metric import Reading
from cstui.reports.document import Chart, HeatMap, Histogram, Kind, Section
from cstui.reports.study import Study
from cstui.reports.views.parts import label_cells, metric_table, name_of, spread_table

_BANDS: Final = 8
"""Into so many stretches at most the bins of a histogram are put together to tell of groups."""
_MOST_GROUPS: Final = 8
_UNITS: Final = ((86_400, "d"), (3_600, "h"), (60, "min"), (1, "s"))


def response(study: Study) -> Section:
    """First response and solution: spread as a histogram, and figures by group."""
    t, by = study.t, study.query.by
    charts: list[Chart] = []
    for metric, limit in (("FRT", study.rules.threshold_s), ("RT", None)):
        drawn = study.once(_histogram, metric, limit)
        charts.append(drawn)
        if by and drawn.bins.n:
            charts.append(_by_group(study, drawn))
    tables = (
        spread_table(study, "FRT", by, name_of("FRT", t)),
        spread_table(study, "RT", by, name_of("RT", t)),
        spread_table(study, "RTN", by, name_of("RTN", t)),
        metric_table(study, "limits", by, ("TO", "ACC", "TPH"), t("view.response.limits")),
    )
    return Section("response", t("view.response"), (), tables, tuple(charts))


def _histogram(study: Study, metric: str, threshold: int | None) -> Histogram:
    waits = study.near(metric).durations(metric)
    return Histogram(
        metric,
        name_of(metric, study.t),
        bins(waits.seconds, threshold),
        _percentiles(study, study.total(metric)),
        metric,
    )


def _by_group(study: Study, drawn: Histogram) -> HeatMap:
    """The same of the largest groups: which share of each one's tickets lies in which bins."""
    t, by = study.t, study.query.by
    near, bars = study.near(drawn.metric), drawn.bins
    groups, waits = near.grouped(*by), near.durations(drawn.metric)
    found = binned(waits.seconds, groups.of(waits.counted), len(groups), bars)
    together = -(-len(bars.counts) // _BANDS)
    starts = range(0, len(bars.counts), together)
    size, unit = next(pair for pair in _UNITS if bars.width_s % pair[0] == 0)
    labels: list[str] = []
    rows: list[tuple[float, ...]] = []
    for place in sorted(range(len(groups)), key=lambda place: -sum(found[place])):
        n = sum(found[place])
        if n and len(rows) < _MOST_GROUPS:
            labels.append(t("report.between").join(label_cells(by, groups.labels[place], t)))
            inside = found[place][:-1]
            parts = [sum(inside[start : start + together]) for start in starts]
            rows.append(tuple(part / n for part in (*parts, found[place][-1])))
    edges = [start * bars.width_s // size for start in starts]
    return HeatMap(
        f"{drawn.metric}.groups",
        t("view.response.by_group", name=drawn.title, unit=t(f"report.axis_{unit}")),
        Kind.RATE,
        tuple(labels),
        (*map(str, edges), f">{bars.upper_s // size}"),
        tuple(rows),
        drawn.metric,
    )


def _percentiles(study: Study, reading: Reading) -> Mapping[str, float]:
    told = {
        "p50": reading.spread["p50"], "p90": reading.spread["p90"], "p95": reading.spread["p95"],
    } if reading.spread else {}  # fmt: skip
    return {study.t(f"metric.{name}"): value for name, value in told.items() if value is not None}
