"""What metrics tell of some tickets over a period, as a whole and by groups."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from cstui.metrics.bands import BY_BAND, within
from cstui.metrics.catalogue import METRICS
from cstui.metrics.columns import Columns
from cstui.metrics.concerned import Spans, spans
from cstui.metrics.groups import WHOLE, Groups, grouped
from cstui.metrics.latest import Latest
from cstui.metrics.measures import Lasting, Share
from cstui.metrics.metric import Measure, Metric, Reading, Sample
from cstui.metrics.sources import Mask, Places

Labels = tuple[str | None, ...]
"""A group's value in each dimension; None where it has none."""
Told = TypeVar("Told")

_MEASURES = 6
"""Of so many metrics is kept what counts in them: as many as one view tells by groups."""


class Readings:
    """Figures of some tickets over a period; what was worked out once stays known.

    Args:
        sample: the rounds of the tickets, not grouped.
        zone: in whose days and hours they are grouped.
        bands: filters by how long something took, which are looked at figure by figure.
        whole: figures of all tickets, where these are some of them.
        rows: which of its rounds these are, likewise.
    """

    def __init__(
        self,
        sample: Sample,
        zone: str,
        bands: Mapping[str, str],
        whole: "Readings | None" = None,
        rows: Places | None = None,
    ) -> None:
        self.sample = sample
        """What metrics are read from."""
        self._zone = zone
        self._bands = bands
        self._whole = whole
        self._rows = rows
        self._totals: dict[str, Reading] = {}
        self._by: dict[tuple[str, ...], list[Reading]] = {}
        self._told: dict[Hashable, Any] = {}
        self._groups: dict[tuple[str, ...], Groups] = {}
        self._measures: Latest[str, Measure] = Latest(_MEASURES)

    @property
    def columns(self) -> Columns:
        """The rounds of the tickets."""
        return self.sample.columns

    @cached_property
    def spans(self) -> Spans:
        """From when to when there is anything to tell of each ticket."""
        if self._whole and self._rows is not None:
            return self._whole.spans.at(self._rows)
        return spans(self.columns, self.sample.moments)

    def make_room(self) -> None:
        """Forget what takes much memory, and is worked out again when it is asked for.

        What some of the tickets need of all stays.
        """
        self._groups.clear()
        for name in [name for name in self._measures if METRICS[name].alone]:
            del self._measures[name]
        self.sample.make_room()
        self.__dict__.pop("spans", None)

    def grouped(self, *by: str) -> Groups:
        """The rounds by one dimension or several crossed, or by bands; by none all are one."""
        if by and by not in self._groups:
            band = BY_BAND.get(by[0])
            self._groups[by] = (
                band(self.sample).groups if band else grouped(self.columns, by, self._zone)
            )
        return self._groups[by] if by else WHOLE

    def total(self, name: str) -> Reading:
        """What a metric tells of all of them."""
        if name not in self._totals:
            groups = within(self.sample, self._bands).groups if self._bands else WHOLE
            self._totals[name] = self._measure(name).read(groups)[0]
        return self._totals[name]

    def by(self, name: str, *by: str) -> list[Reading]:
        """What a metric tells of each group, in their order."""
        if (name, *by) not in self._by:
            self._by[name, *by] = self._measure(name).read(self.grouped(*by))
        return self._by[name, *by]

    def each(self, name: str, *by: str) -> Iterator[tuple[Labels, Reading]]:
        """The labels of each group, and what a metric tells of it."""
        return zip(self.grouped(*by).labels, self.by(name, *by), strict=True)

    def learn(self, metrics: Iterable[str], *groupings: tuple[str, ...]) -> None:
        """Work out what metrics tell by several groupings; what counts in each is found once."""
        for name in metrics:
            self.total(name)
            for by in groupings:
                self.by(name, *by)

    def known(self, what: Hashable, work: Callable[[], Told]) -> Told:
        """What is told of them by whatever groups: worked out where it is not known."""
        if what not in self._told:
            self._told[what] = work()
        told: Told = self._told[what]
        return told

    def durations(self, name: str) -> Lasting:
        """The durations that a metric tells; `TypeError` where it tells something else."""
        measure = self._measure(name)
        if not isinstance(measure, Lasting):
            raise TypeError(f"{name} is no duration")
        return measure

    def rows(self, name: str) -> Mask:
        """The rounds behind a metric; of a share, those that make it worse."""
        rows = METRICS[name].poor_of(self._measure(name), len(self.columns))
        if not self._bands:
            return rows
        return rows & within(self.sample, self._bands).groups.inside(0)

    def _measure(self, name: str) -> Measure:
        """What counts in a metric."""
        return self._measures.get_or(name, lambda: self._measured(METRICS[name]))

    def _measured(self, metric: Metric) -> Measure:
        if metric.alone or self._whole is None or self._rows is None:
            return metric.measure(self.sample)
        of_all = self._whole._measure(metric.id)
        if not isinstance(of_all, Share):
            raise TypeError(f"{metric.id} is no share")
        return of_all.of(self._rows)
