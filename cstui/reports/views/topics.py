"""Which figures stand together in a table, and how each is read from the figures of a group."""

from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct

from cstui.i18n import Translator
from cstui.metrics.values import Figures, Spread
from cstui.reports.document import Cell, Column, Kind

Part = Callable[[Figures], dict[str, Cell]]


class Topic(Struct, frozen=True):
    """Figures that stand in one table."""

    section: str
    """Under which heading they stand; its phrase is below `report.section.`."""
    name: str
    title: str
    columns: tuple[Column, ...]
    read: Part
    """Values by the names of columns, from the figures of some tickets; a missing one is None."""


_Columns = tuple[tuple[str, str, Kind], ...]
"""Of each column its name, its phrase and its kind."""

_VOLUME: _Columns = (
    ("tickets", "report.column.tickets", Kind.COUNT),
    ("open", "report.column.open", Kind.COUNT),
    ("answered", "report.figure.answered", Kind.COUNT),
    ("abandoned", "report.figure.abandoned", Kind.COUNT),
)
_SPREAD: _Columns = (
    ("n", "metric.n", Kind.COUNT),
    ("mean", "metric.mean", Kind.SECONDS),
    ("p50", "metric.p50", Kind.SECONDS),
    ("p90", "metric.p90", Kind.SECONDS),
    ("p95", "metric.p95", Kind.SECONDS),
    ("max", "metric.max", Kind.SECONDS),
)
_TIMEOUT: _Columns = (
    ("threshold", "report.figure.threshold", Kind.SECONDS),
    ("n", "metric.n", Kind.COUNT),
    ("late", "report.figure.late", Kind.COUNT),
    ("late_rate", "report.figure.late_rate", Kind.RATE),
)
_STANDING: _Columns = (
    ("met", "metric.met", Kind.COUNT),
    ("breached", "metric.breached", Kind.COUNT),
    ("running", "metric.running", Kind.COUNT),
    ("attainment", "metric.attainment", Kind.RATE),
)
_SCORES: _Columns = tuple(
    (f"score_{score}", f"report.figure.score_{score}", Kind.COUNT) for score in range(1, 6)
)
_SATISFACTION: _Columns = (
    ("n", "metric.n", Kind.COUNT),
    ("mean", "metric.mean", Kind.SCORE),
    ("satisfied_rate", "report.figure.satisfied_rate", Kind.RATE),
    ("low_rate", "report.figure.low_rate", Kind.RATE),
    *_SCORES,
    ("response_rate", "report.figure.response_rate", Kind.RATE),
)


def topics(t: Translator) -> Sequence[Topic]:
    """All topics, in the order of the report."""

    def topic(section: str, name: str, told: _Columns, read: Part) -> Topic:
        columns = tuple(Column(column, t(phrase), kind) for column, phrase, kind in told)
        return Topic(section, name, t(f"report.topic.{name}"), columns, read)

    return (
        topic("volume", "volume", _VOLUME, _volume),
        topic("first_response", "first_response", _SPREAD, _first_response),
        topic("first_response", "timeout", _TIMEOUT, _timeout),
        topic("resolution", "resolution", _SPREAD, _resolution),
        topic("attainment", "response", _STANDING, lambda told: _standing(told, "response")),
        topic("attainment", "solution", _STANDING, lambda told: _standing(told, "resolution")),
        topic("attainment", "update", _STANDING, lambda told: _standing(told, "update")),
        topic("satisfaction", "satisfaction", _SATISFACTION, _satisfaction),
    )


def _volume(told: Figures) -> dict[str, Cell]:
    return {
        "tickets": told["tickets"],
        "open": told["open"],
        "answered": told["calls"]["answered"],
        "abandoned": told["calls"]["abandoned"],
    }


def _first_response(told: Figures) -> dict[str, Cell]:
    return _spread(told["first_response_s"])


def _timeout(told: Figures) -> dict[str, Cell]:
    late = told["timeout"]
    counts = {"n": late["n"], "late": late["late"]}
    return {"threshold": late["threshold_s"], **counts, "late_rate": late["rate"]}


def _resolution(told: Figures) -> dict[str, Cell]:
    return _spread(told["resolution_s"])


def _spread(spread: Spread) -> dict[str, Cell]:
    percentiles = {"p50": spread["p50"], "p90": spread["p90"], "p95": spread["p95"]}
    return {"n": spread["n"], "mean": spread["mean"], **percentiles, "max": spread["max"]}


def _standing(told: Figures, clock: Literal["response", "resolution", "update"]) -> dict[str, Cell]:
    """Counts and rate of one clock; nothing where it never ran."""
    standing = told["attainment"][clock]
    if not standing:
        return {}
    counts = {"met": standing["met"], "breached": standing["breached"]}
    return {**counts, "running": standing["running"], "attainment": standing["rate"]}


def _satisfaction(told: Figures) -> dict[str, Cell]:
    csat = told["csat"]
    return {
        "n": csat["n"],
        "mean": csat["mean"],
        "satisfied_rate": csat["satisfied_rate"],
        "low_rate": csat["low_rate"],
        **{f"score_{score}": count for score, count in csat["counts"].items()},
        "response_rate": csat["response_rate"],
    }
