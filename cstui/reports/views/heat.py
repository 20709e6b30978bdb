"""When work comes in, and when customers wait longest: hours by weekdays."""

from cstui.metrics.catalogue import METRICS
from cstui.metrics.metric import Unit
from cstui.reports.document import HeatMap, Section
from cstui.reports.study import Study
from cstui.reports.views.parts import kind_of, name_of
from cstui.reports.wording import value_text

HOURS = tuple(f"{hour:02}" for hour in range(24))
WEEKDAYS = tuple(str(day) for day in range(1, 8))
"""From Monday on."""
_BY = ("weekday", "hour")


def heat(study: Study) -> Section:
    """How many tickets each hour of each weekday brought, and how long they waited."""
    charts = tuple(_map(study, metric) for metric in ("VOL", "FRT", "TO"))
    return Section("heat", study.t("view.heat"), (study.t("view.heat.when"),), (), charts)


def _map(study: Study, metric: str) -> HeatMap:
    t = study.t
    found = {labels: reading.value for labels, reading in study.near(metric).each(metric, *_BY)}
    nothing = 0 if METRICS[metric].unit is Unit.COUNT else None
    return HeatMap(
        metric,
        name_of(metric, t),
        kind_of(metric),
        tuple(value_text("weekday", day, t) for day in WEEKDAYS),
        HOURS,
        tuple(tuple(found.get((day, hour), nothing) for hour in HOURS) for day in WEEKDAYS),
        metric,
        tuple({"weekday": day} for day in WEEKDAYS),
        "hour",
    )
