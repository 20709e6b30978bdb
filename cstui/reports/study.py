"""What a view is made from: the facts of a period, and what a site measures them against."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache, partial

from msgspec import Struct, field
from msgspec.structs import replace

from cstui.clock.instants import zone_of
from cstui.clock.period import Period
from cstui.domain.listing import Listing
from cstui.i18n import Translator
from cstui.metrics.anomalies import norms
from cstui.metrics.bands import BY_BAND
from cstui.metrics.catalogue import METRICS, back_s
from cstui.metrics.columns import Columns
from cstui.metrics.concerned import concerned
from cstui.metrics.dimensions import matching
from cstui.metrics.erlang import Goal
from cstui.metrics.groups import WHOLE
from cstui.metrics.latest import Latest
from cstui.metrics.metric import Reading, Rules, Sample
from cstui.metrics.sources import indexes
from cstui.metrics.window import Window
from cstui.reports.model import Query
from cstui.reports.readings import Readings, Told

Lines = Callable[[Sequence[int]], Mapping[int, Listing]]
"""Reads the lines of tickets by their rows in the store."""
Reasons = Callable[[Sequence[int]], Mapping[int, str]]
"""Reads what was explained about tickets: why one was late or otherwise unusual."""


class Aims(Struct, frozen=True):
    """What figures are measured against, by the ids of the metrics: seconds, shares, scores."""

    targets: Mapping[str, float] = field(default_factory=dict)
    """What the team is to reach."""
    benchmarks: Mapping[str, float] = field(default_factory=dict)
    """What is usual in the trade."""
    alarms: Mapping[str, float] = field(default_factory=dict)
    """Past what a figure raises an alarm."""


_NEAR = 6
"""So many readings are kept: of one period and the one before, of all tickets and of some."""


_Asked = tuple[Window, int, frozenset[tuple[str, str]]]
"""A period, how far before it one looks back, and filters."""


class Study(Struct, frozen=True):
    """The facts that a view tells of, at one moment, for one reader."""

    columns: Columns
    """The rounds of all tickets."""
    moments: Columns
    query: Query
    rules: Rules
    aims: Aims
    now: datetime
    t: Translator
    lines: Lines
    reasons: Reasons
    goal: Goal
    """What staffing is to reach."""
    calendar: str
    """Name and version of the calendar whose hours count as working time."""
    _near: Latest[_Asked, Readings] = field(default_factory=lambda: Latest(_NEAR))
    """Shared by all studies of the same facts: whatever they ask for, it is worked out once."""

    def of(self, where: Mapping[str, str]) -> "Study":
        """The same of the tickets alone that have these values in these dimensions."""
        return replace(self, query=replace(self.query, where=where))

    def over(self, period: Period) -> "Study":
        """The same over another period."""
        return replace(self, query=replace(self.query, period=period))

    def earlier(self, shift: Callable[[Period], Period | None]) -> "Study | None":
        """The same over an earlier period; while this one goes on, over as much of that one.

        Args:
            shift: gives the earlier period, as `previous`.
        """
        before = shift(self.query.period)
        if before is None or before.start is None or before.end is None:
            return None
        start = self.query.period.start
        if self.as_of and start:
            before = replace(before, end=min(before.end, before.start + (self.now - start)))
        return self.over(before)

    @property
    def period(self) -> Period:
        """The period that is asked for."""
        return self.query.period

    @property
    def window(self) -> Window:
        """The period, and up to when it is known."""
        period = self.query.period
        start, end = (
            None if at is None else int(at.timestamp()) for at in (period.start, period.end)
        )
        return Window.between(start, end, int(self.now.timestamp()))

    @property
    def as_of(self) -> datetime | None:
        """When work left was looked at; None where the period was over by then."""
        end = self.query.period.end
        return self.now if end is None or self.now < end else None

    def reach(self) -> tuple[datetime, datetime]:
        """The part of the period that can have anything: from its first ticket, and up to now."""
        zone = zone_of(self.query.period.zone)
        start, end = self.query.period.start, self.query.period.end
        if start is None:
            submitted = self.near().columns["submitted"]
            known = submitted[submitted != 0]
            first = int(known.min()) if len(known) else int(self.now.timestamp())
            start = datetime.fromtimestamp(first, zone)
        return start, self.now.astimezone(zone) if end is None or self.now < end else end

    def near(self, *metrics: str) -> Readings:
        """Figures of those tickets alone that the period can tell anything of.

        Most periods concern a small part of all tickets, and figures cost as much as their rows.

        Args:
            metrics: what is to be told, as some of it looks back before the period.
        """
        return self._reaching(back_s(self.rules, (METRICS[name] for name in metrics)))

    def total(self, metric: str) -> Reading:
        """What a metric tells of all tickets that are asked for."""
        return self.near(metric).total(metric)

    def once(self, work: Callable[..., Told], *what: object) -> Told:
        """What does not depend on the groups that are asked for: worked out once for all of them.

        Args:
            work: takes the study, and then what it is to be done with.
            what: that, which can be hashed.
        """
        return self.near().known((work, *what), lambda: work(self, *what))

    def courses(self, metrics: Sequence[str], periods: Sequence[Period]) -> list[list[Reading]]:
        """What each metric tells of one period after the other."""
        # the first and the last one may reach beyond the period
        span = replace(self.period, start=periods[0].start, end=periods[-1].end)
        back = back_s(self.rules, (METRICS[name] for name in metrics))
        near = (self if _inside(span, self.period) else self.over(span))._reaching(back)
        windows = [self.over(period).window for period in periods]
        rows = [indexes(near.spans.concerned(window, back)) for window in windows]
        told = []
        for name in metrics:
            held = near.columns.held()
            parts = (
                replace(near.sample, columns=held.at(own), window=window)
                for own, window in zip(rows, windows, strict=True)
            )
            told.append([self._readings(part).total(name) for part in parts])
        return told

    def make_room(self) -> None:
        """Forget what takes much memory, and is worked out again when it is asked for."""
        for readings in self._near.values():
            readings.make_room()

    def _reaching(self, back_s: int) -> Readings:
        """Figures of what the period can tell of, so many seconds before it included."""
        asked = self.window, back_s, frozenset(self.query.where.items())
        make = self._some if self.query.where else self._all
        return self._near.get_or(asked, lambda: make(back_s))

    def _all(self, back_s: int) -> Readings:
        columns, window = self.columns, self.window
        if not window.everything:
            columns = columns.only(concerned(columns, self.moments, window, back_s))
        return self._readings(Sample(columns, self.moments, window, WHOLE, self.rules))

    def _some(self, back_s: int) -> Readings:
        # of all, the columns that were read before are at hand
        whole, zone = self.of({})._reaching(back_s), self.period.zone
        where = {name: value for name, value in self.query.where.items() if name not in BY_BAND}
        rows = indexes(matching(whole.columns, where, zone))
        usual = cache(partial(norms, whole.sample))
        sample = replace(whole.sample, columns=whole.columns.at(rows), norms=usual)
        return Readings(sample, zone, self._bands, whole, rows)

    def _readings(self, sample: Sample) -> Readings:
        return Readings(sample, self.period.zone, self._bands)

    @property
    def _bands(self) -> Mapping[str, str]:
        """Filters by how long something took, which are looked at figure by figure."""
        return {name: band for name, band in self.query.where.items() if name in BY_BAND}


def _inside(one: Period, other: Period) -> bool:
    """Whether a period lies within another."""
    begins = other.start is None or (one.start is not None and other.start <= one.start)
    return begins and (other.end is None or (one.end is not None and one.end <= other.end))
