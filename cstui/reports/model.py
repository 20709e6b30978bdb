"""What is asked of a report, and the report itself as plain values."""

from collections.abc import Mapping
from datetime import datetime
from typing import TypedDict

from msgspec import Struct, field

from cstui.clock.period import Period
from cstui.metrics.values import Bins, Excluded, Figures

THRESHOLD_S = 1800
"""Seconds after which a first response counts as a timeout, unless another limit is set."""


class Query(Struct, frozen=True):
    """What a report is to tell."""

    period: Period
    by: tuple[str, ...] = ()
    """Dimensions to group by; several are crossed."""
    where: Mapping[str, str] = field(default_factory=dict)
    """Only tickets with this value in this dimension; the empty value means without any."""
    threshold_s: int = THRESHOLD_S
    estimates: bool = False
    """Whether agents' estimates count as scores."""
    within: Period | None = None
    """The longer period of which this one is a part: what was known at its end, and its rules."""

    @property
    def known(self) -> Period:
        """The period by whose rules it is told, of what was known at its end."""
        return self.within or self.period


PeriodContent = TypedDict("PeriodContent", {"from": str | None, "to": str | None, "zone": str})
"""First instant and the one after the last, as ISO 8601; None where it has no such side."""


def period_content(period: Period) -> PeriodContent:
    """A period as other programs read it."""
    return {
        "from": period.start.isoformat() if period.start else None,
        "to": period.end.isoformat() if period.end else None,
        "zone": period.zone,
    }


class GroupFigures(Figures):
    """All figures of one group."""

    by: dict[str, str | None]
    """Its value in each dimension; None for tickets that have none."""


class Content(TypedDict):
    """A report as other programs read it: names and meanings of its parts never change."""

    period: PeriodContent
    filters: dict[str, str]
    excluded: Excluded
    total: Figures
    groups: list[GroupFigures]


class Report(Struct, frozen=True):
    """A report, and what its text and its plots need besides."""

    query: Query
    content: Content
    first_response: Bins
    resolution: Bins
    as_of: datetime | None
    """When work left was looked at; None where the period was over."""
