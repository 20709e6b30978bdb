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


class Inquiry:
    """What is asked for just now, as figures are asked for it.

    Args:
        zone: name of the site's time zone.
        now: tells the time.
        threshold: seconds within which a first response in a period is in time.
    """

    def __init__(
        self, zone: str, now: Callable[[], datetime], threshold: Callable[[Period], int]
    ) -> None:
        self.question = Question()
        self._zone, self._now, self._threshold = zone, now, threshold

    def query(self, question: Question | None = None) -> Query:
        """What a question, or the one at hand, asks for at this moment.

        Raises:
            InputError: when the period makes no sense.
        """
        asked = question or self.question
        period = self.period(asked.period)
        return Query(period, asked.by, asked.where, self._threshold(period))

    def behind(self, where: Mapping[str, str], period: str) -> Query:
        """What only the tickets behind a figure answer.

        Args:
            where: what they have in common, besides what is asked for.
            period: the part of the period that it tells of, and by whose knowledge; none for all.
        """
        question = self.question
        for dimension, wanted in where.items():
            question = question.filtered(dimension, wanted)
        whole = self.query(question)
        if not period:
            return whole
        part = self.period(period)
        return replace(whole, period=part, within=whole.period)

    def period(self, text: str) -> Period:
        """The period that a text means today; `InputError` if it means none."""
        return parse_period(text, self._now(), self._zone)
