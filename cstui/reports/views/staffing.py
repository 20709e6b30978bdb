"""How many agents the calls need, half-hour by half-hour."""

from typing import Final

from msgspec import Struct

from cstui.metrics.arrivals import arrivals
from cstui.metrics.erlang import Load, Outlook, needed, outlook
from cstui.reports.document import Bar, Bars, Column, Kind, Row, Section, Table
from cstui.reports.study import Study
from cstui.reports.wording import duration_text, percent_text

_MINUTE: Final = 60
_FEWEST: Final = 1.0
"""Half-hours with fewer calls a day than this are of no weight."""


class _Part(Struct, frozen=True):
    """A half-hour of the day."""

    begins: str
    calls: float
    """Of a day, on average."""
    handling_s: float
    wants: Outlook
    """The fewest agents that reach the goal."""
    fewer: Outlook
    """With one agent less."""


def staffing(study: Study) -> Section:
    """Calls and handling time of each half-hour, the agents needed, and what one more changes."""
    t, parts = study.t, _parts(study)
    goal = study.goal
    notes = [
        t(
            "view.staffing.goal",
            share=percent_text(goal.share),
            within=duration_text(goal.within_s, t),
            shrinkage=percent_text(goal.shrinkage),
            occupancy=percent_text(goal.max_occupancy),
        ),
        t("view.staffing.assumes"),
    ]
    if not parts:
        return Section("staffing", t("view.staffing"), (*notes, t("view.staffing.nothing")))
    peak = max(parts, key=lambda part: part.wants.agents)
    notes.append(
        t(
            "view.staffing.one_more",
            at=peak.begins,
            before=percent_text(peak.fewer.service_level),
            after=percent_text(peak.wants.service_level),
        )
    )
    bars = tuple(Bar(part.begins, part.wants.agents) for part in parts)
    chart = Bars("agents", t("view.staffing.agents"), Kind.COUNT, bars)
    return Section("staffing", t("view.staffing"), tuple(notes), (_table(study, parts),), (chart,))


def _parts(study: Study) -> list[_Part]:
    """The half-hours in which calls came, whose handling time is known."""
    came = arrivals(study.near("AHT").sample, study.period.zone)
    found = []
    for place, (count, own) in enumerate(zip(came.calls, came.handling_s, strict=True)):
        calls, handling = count / max(came.days, 1), own or came.mean_handling_s
        if calls < _FEWEST or not handling:
            continue
        load = Load(calls, came.interval_s, handling)
        wants = needed(load, study.goal)
        fewer = outlook(load, max(wants.agents - 1, 1), study.goal)
        hour, minute = divmod(place * came.interval_s // _MINUTE, _MINUTE)
        found.append(_Part(f"{hour:02}:{minute:02}", calls, handling, wants, fewer))
    return found


def _table(study: Study, parts: list[_Part]) -> Table:
    t = study.t
    columns = (
        Column("from", t("view.staffing.from")),
        Column("calls", t("view.staffing.calls"), Kind.NUMBER),
        Column("AHT", t("metric.AHT.name"), Kind.SECONDS, "AHT"),
        Column("agents", t("view.staffing.agents"), Kind.COUNT),
        Column("staff", t("view.staffing.staff"), Kind.COUNT),
        Column("SL", t("metric.SL.name"), Kind.RATE),
        Column("fewer", t("view.staffing.fewer"), Kind.RATE),
        Column("ASA", t("metric.ASA.name"), Kind.SECONDS),
        Column("occupancy", t("view.staffing.occupancy"), Kind.RATE),
    )
    rows = tuple(
        Row(
            (
                part.begins,
                part.calls,
                part.handling_s,
                part.wants.agents,
                part.wants.staff,
                part.wants.service_level,
                part.fewer.service_level,
                part.wants.answer_s,
                part.wants.occupancy,
            ),
            {"half_hour": part.begins},
        )
        for part in parts
    )
    return Table("staffing", columns, rows, t("view.staffing.table"))
