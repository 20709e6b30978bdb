"""A report as a plain document: what it tells, and nothing of how it looks.

Values are raw and unrounded; what has no value is None. A `name` is the same in every language and
is what other programs read; a `title` is in the reader's language. Renderers only lay a document
out, so that every format tells the same figures.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct, field

from cstui.clock.period import Period
from cstui.metrics.values import Bins


class Kind(StrEnum):
    """What a value is, by which it is written."""

    TEXT = "text"
    COUNT = "count"
    SECONDS = "seconds"
    """A duration."""
    RATE = "rate"
    """A share of 1, told in percent."""
    CHANGE = "change"
    """A change as a share of what was before, told in percent with its sign."""
    POINTS = "points"
    """The difference of two rates as a share of 1, told in percentage points with its sign."""
    SCORE = "score"
    """A score or a mean of scores."""
    NUMBER = "number"
    """Any other number."""
    INSTANT = "instant"
    """An aware instant in the site's zone."""


class Measure(Struct, frozen=True):
    """A value that is of another kind than its column, as where each row tells another figure."""

    value: float | None
    kind: Kind


Cell = str | int | float | datetime | Measure | None


class Column(Struct, frozen=True):
    """A column of a table."""

    name: str
    title: str
    kind: Kind = Kind.TEXT
    metric: str = ""
    """Id of the metric that it tells, where it tells one."""


class Row(Struct, frozen=True):
    """A row of a table."""

    cells: tuple[Cell, ...]
    """As many as there are columns."""
    where: Mapping[str, str] = field(default_factory=dict)
    """Filters, beside the report's own, that leave the tickets behind the row."""
    metric: str = ""
    """Id of the metric that it tells, where its columns tell of one metric."""
    period: str = ""
    """The part of the report's period that it tells of, as a period is written."""
    ticket: str = ""
    """Number of the ticket that it tells of, where it tells of one."""
    marked: bool = False
    """Whether it is past a limit and stands out."""


class Table(Struct, frozen=True):
    """Rows of typed cells."""

    name: str
    columns: tuple[Column, ...]
    """Labels first, then figures."""
    rows: tuple[Row, ...]
    title: str = ""
    """Where the section's title does not tell it already."""
    notes: tuple[str, ...] = ()
    """What must be said below it, a sentence each."""

    @property
    def labels(self) -> int:
        """How many of the first columns are labels: texts in front of the figures."""
        kinds = [column.kind for column in self.columns]
        return next((at for at, kind in enumerate(kinds) if kind is not Kind.TEXT), len(kinds))


class Histogram(Struct, frozen=True):
    """How durations are spread over bins, with the limit in `bins` and some percentiles."""

    name: str
    title: str
    bins: Bins
    percentiles: Mapping[str, float] = field(default_factory=dict)
    """Seconds, by what they are called."""
    metric: str = ""
    """Id of the metric that it tells."""


class Series(Struct, frozen=True):
    """One line of a line chart."""

    title: str
    values: tuple[float | None, ...]
    """One a label; None leaves a gap."""
    counts: tuple[int, ...] = ()
    """How many values stand behind each, where that is known."""


class Limits(Struct, frozen=True):
    """The mean of a course of values, and between what it varies by chance."""

    mean: float
    lower: float
    upper: float


class Lines(Struct, frozen=True):
    """Values over time: the first series is the one that limits and target are about."""

    name: str
    title: str
    kind: Kind
    labels: tuple[str, ...]
    """Days, weeks or months, the oldest first."""
    series: tuple[Series, ...]
    limits: Limits | None = None
    target: float | None = None
    metric: str = ""
    """Id of the metric that the first series tells, where it tells one."""


class HeatMap(Struct, frozen=True):
    """A value for each row × column; the larger it is, the darker it is shown."""

    name: str
    title: str
    kind: Kind
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[tuple[float | None, ...], ...]
    """One for each column, in each row."""
    metric: str = ""
    """Id of the metric that it tells."""
    where: tuple[Mapping[str, str], ...] = ()
    """For each row, filters that leave the tickets behind it; where they are known."""
    across: str = ""
    """The dimension whose values the columns are; none where they are something else."""


class Bar(Struct, frozen=True):
    """One bar of a bar chart."""

    label: str
    value: float | None
    """None where there is nothing to tell; no bar is drawn then."""
    count: int | None = None
    """How many values stand behind it, where that is known."""
    metric: str = ""
    """Id of the metric that it tells, where it tells one."""
    where: Mapping[str, str] = field(default_factory=dict)
    """Filters, beside the report's own, that leave the tickets behind it."""


class Bars(Struct, frozen=True):
    """Values side by side, none below 0."""

    name: str
    title: str
    kind: Kind
    bars: tuple[Bar, ...]
    target: float | None = None


Chart = Histogram | Lines | HeatMap | Bars


class Section(Struct, frozen=True):
    """What belongs under one heading: sentences, tables and charts."""

    name: str
    title: str
    notes: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()


class Document(Struct, frozen=True):
    """A whole report."""

    name: str
    title: str
    period: Period
    filters: Mapping[str, str]
    as_of: datetime | None
    """When work left was looked at; None where the period was over."""
    facts: tuple[str, ...]
    """The heading's lines: period, filters, what was left out."""
    sections: tuple[Section, ...]
    flat: Table | None = None
    """All figures in one table, for formats that hold one only; else tables are stacked."""
