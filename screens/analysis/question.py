"""What the reader of the analysis screen asks for, and how keys change it."""

from collections.abc import Callable, Mapping
from datetime import datetime

from msgspec import Struct, field
from msgspec.structs import replace

from cstui.clock.period import Period, parse_period
from cstui.reports.model import Query

PERIODS = ("today", "week", "month", "quarter", "year", "all")
"""The periods that one can step through, from short to long."""
VIEWS = (
    "board", "response", "trends", "heat", "attainment", "backlog", "satisfaction", "people",
    "problems", "anomalies", "staffing", "findings",
)  # fmt: skip
"""The views, in the order of their keys."""


class Question(Struct, frozen=True):
    """View, period, grouping and filters; all but the view stay while one looks around."""

    view: str = VIEWS[0]
    period: str = "today"
    """As `parse_period` reads it."""
    by: tuple[str, ...] = ("channel",)
    """None, one or two dimensions."""
    where: Mapping[str, str] = field(default_factory=dict)
    """The wanted value by dimension, in the order in which the filters were set."""

    def looking_at(self, view: str) -> "Question":
        """With another view."""
        return replace(self, view=view)

    def beside(self, steps: int) -> "Question":
        """With the next view; after the last comes the first."""
        return self.looking_at(VIEWS[(VIEWS.index(self.view) + steps) % len(VIEWS)])

    def stepped(self, steps: int) -> "Question":
        """With a longer period, or a shorter one; a typed one counts as beyond the longest."""
        place = PERIODS.index(self.period) if self.period in PERIODS else len(PERIODS)
        return replace(self, period=PERIODS[min(max(place + steps, 0), len(PERIODS) - 1)])

    def over(self, period: str) -> "Question":
        """With another period."""
        return replace(self, period=period)

    def grouped(self, dimension: str) -> "Question":
        """Grouped by one dimension; not at all by the empty one."""
        return replace(self, by=(dimension,) if dimension else ())

    def crossed(self, dimension: str) -> "Question":
        """With each group divided by a second dimension; no more so by the empty one."""
        return replace(self, by=(*self.by[:1], dimension) if dimension else self.by[:1])

    def filtered(self, dimension: str, value: str) -> "Question":
        """With one filter more, which replaces an earlier one of the same dimension."""
        return replace(self, where={**self.without(dimension).where, dimension: value})

    def without(self, dimension: str) -> "Question":
        """Without the filter of a dimension."""
        kept = {name: value for name, value in self.where.items() if name != dimension}
        return replace(self, where=kept)

    def unfiltered(self) -> "Question":
        """Without any filter."""
        return replace(self, where={})

    def query(self, now: datetime, zone: str, threshold: Callable[[Period], int]) -> Query:
        """What to ask the figures for at this moment.

        Args:
            now: the moment.
            zone: the site's zone.
            threshold: seconds within which a first response in a period is in time.

        Raises:
            InputError: when the period makes no sense.
        """
        period = parse_period(self.period, now, zone)
        return Query(period, self.by, self.where, threshold(period))
