"""The business calendar: which hours of which days are working hours."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from msgspec import Struct, field

from cstui.clock.hours import Kind, Piece
from cstui.clock.instants import epoch, from_epoch, local_instant
from cstui.clock.timeline import Span, Timeline
from cstui.clock.versions import ref_of

DaySpans = tuple[tuple[int, int], ...]
"""Working spans of a day, in order and apart, each from and to a second of the day (0 to 86400)."""

_ONE_DAY = timedelta(days=1)
_DAY_SECONDS = 86_400


class Schedule(Struct, frozen=True):
    """What a calendar says: a template for each weekday, and the days that differ.

    A holiday, a half day and a make-up working day are one thing: a day with spans of its own.
    """

    name: str
    effective: date
    """From when on this version counts; older tickets keep the version they began with."""
    week: tuple[DaySpans, ...]
    """Spans of Monday to Sunday."""
    overrides: Mapping[date, DaySpans] = field(default_factory=dict)
    """Spans of the days that differ; none on a closed day."""
    years: frozenset[int] = frozenset()
    """Years whose holidays are known."""

    @property
    def ref(self) -> str:
        """Name and version, as a ticket keeps them: `cn@2024-01-01`."""
        return ref_of(self)

    def spans_on(self, day: date) -> DaySpans:
        """The working spans of a day."""
        spans = self.overrides.get(day)
        return self.week[day.weekday()] if spans is None else spans

    def closed_by_exception(self, day: date) -> bool:
        """Whether a day is a holiday, not merely a weekend."""
        return self.overrides.get(day) == ()


class Calendar:
    """A schedule in a zone: counts working seconds, across changes to summer time too.

    It is safe to share between threads: what counting relies on is replaced whole, never changed.

    Args:
        schedule: what the calendar says; at least one weekday has spans.
        zone: name of the zone whose clocks the spans are read from.
    """

    def __init__(self, schedule: Schedule, zone: str) -> None:
        self.schedule = schedule
        self.zone = zone
        self._years: dict[int, tuple[Span, ...]] = {}
        self._line = Timeline.of((0, 0), (0, 0), ())

    @property
    def ref(self) -> str:
        """Name and version, as a ticket keeps them."""
        return self.schedule.ref

    def spans_on(self, day: date) -> DaySpans:
        """The working spans of a day."""
        return self.schedule.spans_on(day)

    def business_seconds(self, start: datetime, end: datetime) -> int:
        """Working seconds between two instants: the sum of the overlaps with working spans.

        Negative when the end comes first.
        """
        return self.between(epoch(start), epoch(end))

    def add(self, start: datetime, seconds: int) -> datetime:
        """The first instant by which so many working seconds, at least 0, have passed."""
        return from_epoch(self.after(epoch(start), seconds), self.zone)

    def between(self, start: int, end: int) -> int:
        """As `business_seconds`, on seconds since 1970."""
        line = self._covering(start, end)
        return line.passed(end) - line.passed(start)

    def after(self, start: int, seconds: int) -> int:
        """As `add`, on seconds since 1970."""
        if seconds <= 0:
            return start
        line = self._covering(start, start + seconds)
        while (reached := line.reached(line.passed(start) + seconds)) is None:
            line = self._grown(line.first_year, line.last_year + 1)
        return reached

    def within(self, at: datetime) -> datetime:
        """An instant in working hours: itself, or the first working second after it."""
        second = epoch(at)
        if self.between(second, second + 1):
            return at
        return from_epoch(self.after(second, 1) - 1, self.zone)

    def working_day(self, at: int, number: int) -> Span:
        """From the opening to the closing of a working day; 1 is the next after an instant's."""
        day = from_epoch(at, self.zone).date()
        while number:
            day += _ONE_DAY
            number -= bool(self.spans_on(day))
        spans = self.spans_on(day)
        return self._instant(day, spans[0][0]), self._instant(day, spans[-1][1])

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """The time from `start` to `end`, cut where its kind changes."""
        if start >= end:
            return
        day = from_epoch(start, self.zone).date()
        kept = Piece(start, start, Kind.HOURS)
        while kept.end < end:
            for piece in self._pieces_of(day):
                until = min(piece.end, end)
                if until <= kept.end:
                    continue
                if piece.kind is kept.kind or kept.start == kept.end:
                    kept = Piece(kept.start, until, piece.kind)
                else:
                    yield kept
                    kept = Piece(kept.end, until, piece.kind)
            day += _ONE_DAY
        yield kept

    def years_without_holidays(self, start: datetime, end: datetime) -> tuple[int, ...]:
        """The years from one instant to another whose holidays are not known."""
        first = from_epoch(epoch(start), self.zone).year
        last = from_epoch(epoch(end), self.zone).year
        return tuple(year for year in range(first, last + 1) if year not in self.schedule.years)

    def _pieces_of(self, day: date) -> Iterator[Piece]:
        """A whole day, from midnight to midnight."""
        off = Kind.HOLIDAY if self.schedule.closed_by_exception(day) else Kind.OUTSIDE
        at = self._instant(day, 0)
        for start, end in self._spans_of(day, at):
            if at < start:
                yield Piece(at, start, off)
            yield Piece(start, end, Kind.HOURS)
            at = end
        midnight = self._instant(day, _DAY_SECONDS)
        if at < midnight:
            yield Piece(at, midnight, off)

    def _spans_of(self, day: date, not_before: int) -> Iterator[Span]:
        for first, last in self.schedule.spans_on(day):
            # a span that begins where the clocks skip an hour would overlap the one after it
            start = max(self._instant(day, first), not_before)
            end = self._instant(day, last)
            if start < end:
                yield start, end
                not_before = end

    def _instant(self, day: date, second: int) -> int:
        if second == _DAY_SECONDS:
            day, second = day + _ONE_DAY, 0
        minute = second // 60
        return epoch(
            local_instant(self.zone, day.year, day.month, day.day, minute // 60, minute % 60)
        )

    def _covering(self, first: int, last: int) -> Timeline:
        """A timeline on which two instants lie, in either order."""
        line = self._line
        if first > last:
            first, last = last, first
        if line.start <= first and last < line.end:
            return line
        years = from_epoch(first, self.zone).year, from_epoch(last, self.zone).year
        if line.starts:
            years = min(years[0], line.first_year), max(years[1], line.last_year)
        return self._grown(*years)

    def _grown(self, first_year: int, last_year: int) -> Timeline:
        spans = [span for year in range(first_year, last_year + 1) for span in self._spans_in(year)]
        reach = (
            self._instant(date(first_year, 1, 1), 0),
            self._instant(date(last_year + 1, 1, 1), 0),
        )
        self._line = Timeline.of((first_year, last_year), reach, spans)
        return self._line

    def _spans_in(self, year: int) -> tuple[Span, ...]:
        if year not in self._years:
            first = date(year, 1, 1)
            days = (date(year + 1, 1, 1) - first).days
            self._years[year] = tuple(
                span
                for number in range(days)
                for span in self._spans_of(first + number * _ONE_DAY, 0)
            )
        return self._years[year]
