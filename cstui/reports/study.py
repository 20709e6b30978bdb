"""What a view is made from: the facts of a period, and what a site measures them against."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from msgspec import Struct, field
from msgspec.structs import force_setattr, replace

from cstui.clock.instants import zone_of
from cstui.clock.period import Period
from cstui.domain.listing import Listing
from cstui.i18n import Translator
from cstui.metrics.bands import BY_BAND, within
from cstui.metrics.catalogue import METRICS
from cstui.metrics.columns import Columns, Mask
from cstui.metrics.concerned import concerned, spans
from cstui.metrics.dimensions import matching
from cstui.metrics.erlang import Goal
from cstui.metrics.groups import WHOLE, Groups, grouped
from cstui.metrics.measures import Lasting
from cstui.metrics.metric import Measure, Norms, Reading, Rules, Sample
from cstui.metrics.window import Window
from cstui.reports.model import Query

Labels = tuple[str | None, ...]
"""A group's value in each dimension; None where it has none."""

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


_MEASURES = 6
"""Of so many metrics is kept what counts in them: as many as one view tells by groups."""


class _Known(Struct):
    """What was worked out of a study, for those that ask for the same by other groups."""

    totals: dict[str, Reading] = field(default_factory=dict)
    groups: dict[tuple[str, ...], Groups] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    near: dict[int, "Study"] = field(default_factory=dict)
    """The same of the tickets that the period can tell anything of, by the period's beginning."""

    def make_room(self) -> None:
        """Forget what takes the most memory; a study of some of the tickets keeps its own."""
        self.groups.clear()
        self.measures.clear()
        for one in self.near.values():
            one._known.make_room()


class Study(Struct, frozen=True):
    """The facts that a view tells of, at one moment, for one reader."""

    columns: Columns
    """The rounds of the tickets that are asked for."""
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
    norms: Callable[[], Norms] | None = None
    """Tells what is usual among all tickets, where not all are asked for."""
    whole: "Study | None" = None
    """The same of all tickets, where not all are asked for."""
    _known: _Known = field(default_factory=_Known)

    def __post_init__(self) -> None:
        """Forgets what was worked out of the one that it is a copy of."""
        force_setattr(self, "_known", _Known())

    def by(self, *dimensions: str) -> "Study":
        """The same, to be told by other groups; what does not depend on them stays known."""
        if dimensions == self.query.by:
            return self
        other = replace(self, query=replace(self.query, by=dimensions))
        force_setattr(other, "_known", self._known)
        return other

    def of(self, where: Mapping[str, str], norms: Callable[[], Norms]) -> "Study":
        """The same of some of the tickets, of which this one has all.

        Args:
            where: the value that they have in each dimension.
            norms: tells what is usual among all of them.
        """
        self._known.make_room()
        query = replace(self.query, where=where)
        found = matching(self.columns, _dimensions(where), query.period.zone)
        return replace(self, columns=found, query=query, norms=norms, whole=self)

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
            submitted = self.columns["submitted"]
            known = submitted[submitted != 0]
            first = int(known.min()) if len(known) else int(self.now.timestamp())
            start = datetime.fromtimestamp(first, zone)
        return start, self.now.astimezone(zone) if end is None or self.now < end else end

    def near(self, before: "Study | None" = None) -> "Study":
        """The same of those tickets alone that its period can tell anything of.

        Most periods concern a small part of all tickets, and figures cost as much as their rows.
        Metrics that look at other tickets too, as repeated contacts, need all of them.

        Args:
            before: an earlier study whose period is to be told of, too.
        """
        window = self.window
        if window.everything:
            return self
        if before:
            window = replace(window, start=min(window.start, before.window.start))
        if window.start not in self._known.near:
            self._known.near[window.start] = replace(self, columns=self._concerned(window, before))
        return self._known.near[window.start].by(*self.query.by)

    def _concerned(self, window: Window, before: "Study | None") -> Columns:
        if self.whole:
            # of these, all columns that were read before are at hand
            columns = self.whole.near(before).columns
            return matching(columns, _dimensions(self.query.where), self.query.period.zone)
        return self.columns.only(concerned(self.columns, self.moments, window, self._back_s))

    @property
    def _back_s(self) -> int:
        """So long after something happened, a figure may still tell of it."""
        return max(self.rules.revisit_s, self.rules.loop_s)

    def over(self, period: Period) -> "Study":
        """The same over another period."""
        whole = self.whole.over(period) if self.whole else None
        return replace(self, query=replace(self.query, period=period), norms=None, whole=whole)

    def parts(self, periods: Iterable[Period]) -> Iterator["Study"]:
        """The same over one part of its period after the other, each of what that can tell of."""
        known = spans(self.columns)
        for period in periods:
            part = self.over(period)
            rows = concerned(self.columns, self.moments, part.window, self._back_s, known)
            yield replace(part, columns=self.columns.only(rows))

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

    def grouped(self, *dimensions: str) -> Groups:
        """The rounds by one dimension or several crossed; by none all are one group."""
        if not dimensions:
            return WHOLE
        if dimensions not in self._known.groups:
            zone = self.query.period.zone
            self._known.groups[dimensions] = grouped(self.columns, dimensions, zone)
        return self._known.groups[dimensions]

    def sample(self, groups: Groups = WHOLE) -> Sample:
        """What metrics are read from."""
        return Sample(self.columns, self.moments, self.window, groups, self.rules, self.norms)

    def total(self, name: str) -> Reading:
        """What a metric tells of all of them."""
        totals = self._known.totals
        if name not in totals:
            if self._bands:
                totals[name] = METRICS[name].read(within(self.sample(), self._bands))[0]
            else:
                totals[name] = self._measure(name).read(WHOLE)[0]
        return totals[name]

    def readings(self, name: str, groups: Groups) -> list[Reading]:
        """What a metric tells of each group; what counts in it is found once for all groupings."""
        return self._measure(name).read(groups)

    def each(self, name: str, groups: Groups) -> Iterator[tuple[Labels, Reading]]:
        """The labels of each group, and what a metric tells of it."""
        return zip(groups.labels, self.readings(name, groups), strict=True)

    def both(self, name: str, groups: Groups) -> tuple[Reading, list[Reading]]:
        """What a metric tells of all of them, and of each group; what counts is found once."""
        return self.total(name), self.readings(name, groups)

    def durations(self, name: str) -> Lasting:
        """The durations that a metric tells; `TypeError` where it tells something else."""
        measure = self._measure(name)
        if not isinstance(measure, Lasting):
            raise TypeError(f"{name} is no duration")
        return measure

    def _measure(self, name: str) -> Measure:
        """What counts in a metric."""
        measures = self._known.measures
        if name not in measures:
            measures[name] = METRICS[name].measure(self.sample())
            if len(measures) > _MEASURES:
                del measures[next(iter(measures))]
        return measures[name]

    def rows(self, name: str) -> Mask:
        """The rounds behind a metric; of a share, those that make it worse."""
        sample = self.sample()
        rows = METRICS[name].poor(sample)
        return rows & within(sample, self._bands).groups.inside(0) if self._bands else rows

    @property
    def _bands(self) -> Mapping[str, str]:
        """Filters by how long something took, which are looked at figure by figure."""
        return {name: band for name, band in self.query.where.items() if name in BY_BAND}


def _dimensions(where: Mapping[str, str]) -> dict[str, str]:
    """The filters by what tickets are, of all filters."""
    return {name: value for name, value in where.items() if name not in BY_BAND}
