"""Views and named reports over all tickets of a desk, as new as what was saved last.

Whoever imports this pays for numpy: screens do so in the worker's thread, at the first figure.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from cstui.clock.calendar import Calendar
from cstui.clock.period import Period
from cstui.domain.acts import Explained
from cstui.domain.errors import InputError
from cstui.domain.fold import standing
from cstui.domain.listing import Listing
from cstui.exchange.replacing import replacing
from cstui.i18n import Translator
from cstui.metrics.aims import aims
from cstui.metrics.columns import Columns
from cstui.metrics.erlang import Goal
from cstui.metrics.metric import Rules, ServiceLevel
from cstui.reports.document import Document
from cstui.reports.model import Query
from cstui.reports.render.formats import ENDINGS, rendered
from cstui.reports.study import Aims, Study
from cstui.reports.views.catalogue import document, is_grouped, of_sections
from cstui.reports.views.definition import definition
from cstui.reports.views.tickets import tickets
from cstui.services.desk import Desk
from cstui.services.live_facts import LiveFacts
from cstui.services.past_facts import OnProgress, PastFacts
from cstui.services.settings.held import Settings

_DAY = 86_400
_REMEMBERED = 30
"""So many answers are given again at once, as to somebody who takes a filter off again."""
_USUAL_SHARE, _MOST_SHARE = 0.8, 0.999
"""Of calls to be answered in time, unless a target is set; and no number of agents answers all."""


class Analysis:
    """What supervisors ask of the tickets, as they were at the last refresh; used by one thread.

    Args:
        desk: whose tickets they are.
        on_progress: called with how many tickets of a period that is over are known, of how many.

    Raises:
        StoreError: when the store cannot be read.
    """

    def __init__(self, desk: Desk, on_progress: OnProgress | None = None) -> None:
        self._desk = desk
        self._on_progress = on_progress
        self._facts = LiveFacts(desk.store)
        self._now = desk.clock.now()
        self._past: PastFacts | None = None
        """What was known at the end of the period that was last asked for and is over."""
        self._study: Study | None = None
        """What was last asked for."""
        self._view = ""
        """What was told last, of which is kept what counts in its figures."""
        self._told: list[tuple[str, Query, Translator, Document]] = []
        """What was answered since the last refresh, the latest last."""

    def refresh(self) -> bool:
        """Follow the time, and the tickets that were saved since; whether one was."""
        self._now, self._study, self._told = self._desk.clock.now(), None, []
        changed = self._facts.refresh()
        if self._past:
            self._past.forget(changed)
        return changed is None or bool(changed)

    def prepare(self, query: Query) -> tuple[int, int] | None:
        """Take a step towards what was known at the end of a period that is over.

        Whoever shares the thread with others asks for it step by step before it asks for figures,
        which else take all steps at once.

        Returns:
            How many tickets are known as they were then, of how many; None where all are.
        """
        self._begin_day()
        self._look_back(query.known)
        return self._past.step(self._facts) if self._past else None

    def document(self, name: str, query: Query, t: Translator) -> Document:
        """A view or a named report; `InputError` for an unknown dimension or value."""
        self._begin_day()
        if not is_grouped(name):
            query = replace(query, by=())
        for view, asked, reader, told in self._told:
            if view == name and asked == query and reader is t:
                return told
        if name != self._view and self._study:
            self._study.make_room()
        self._view = name
        told = document(name, self.study(query, t))
        self._told = [*self._told[1 - _REMEMBERED :], (name, query, t, told)]
        return told

    def definition(self, metric: str, query: Query, t: Translator) -> tuple[str, ...]:
        """What a figure is called, and the lines that explain it."""
        return definition(self.study(query, t), metric)

    def tickets(self, metric: str, query: Query, t: Translator) -> Document:
        """The tickets behind a figure."""
        study = self.study(query, t)
        return of_sections("tickets", study, tickets(study, metric))

    def rows(self, metric: str, query: Query, t: Translator) -> list[int]:
        """The rows of those tickets in the store, in the order in which they were added."""
        near = self.study(query, t).near(metric)
        return near.columns.tickets(near.rows(metric))

    def values(self, dimension: str, query: Query, t: Translator) -> list[tuple[str, int]]:
        """The values of a dimension that tickets of the period have, and how many have each."""
        near = self.study(query, t).near("VOL")
        return [
            (labels[0] or "", reading.n)
            for labels, reading in near.each("VOL", dimension)
            if reading.n
        ]

    def write(self, name: str, query: Query, t: Translator, path: Path) -> None:
        """Write a view or a named report to a file, in the format of its ending.

        Raises:
            InputError: `report_ending`, or when the file cannot be written.
        """
        form = ENDINGS.get(path.suffix.lower())
        if form is None:
            raise InputError("report_ending", path=path, known=", ".join(ENDINGS))
        told = rendered(self.document(name, query, t), form, t)
        with replacing(path) as beside:
            beside.write_bytes(told)

    def study(self, query: Query, t: Translator) -> Study:
        """What views are made from.

        Of the same period, it knows what was worked out for other groups and filters.
        """
        self._begin_day()
        self._look_back(query.known)
        known = self._study
        if known and known.t is t and _alike(known.query, query):
            self._study = replace(known, query=query)
        else:
            self._study = self._begin(query, t)
        return self._study

    def _begin_day(self) -> None:
        # what is asked for today is nothing that yesterday knows of
        if self._desk.clock.now().date() != self._now.date():
            self.refresh()

    def _begin(self, query: Query, t: Translator) -> Study:
        settings = self._desk.settings_over(query.known)
        targets = aims(settings.targets)
        rounds, moments = self._seen()
        return Study(
            rounds,
            moments,
            query,
            self._rules(query, settings),
            Aims(targets, aims(settings.benchmarks), aims(settings.alarms)),
            self._now,
            t,
            self._lines,
            self._reasons,
            Goal(
                share=min(targets.get("SL", _USUAL_SHARE), _MOST_SHARE),
                within_s=settings.answer_within,
                shrinkage=settings.shrinkage,
                max_occupancy=settings.max_occupancy,
            ),
            self._calendar(query.known).schedule.ref,
        )

    def _seen(self) -> tuple[Columns, Columns]:
        """Rounds and moments as they are known now, or were at a period's end."""
        if self._past is None:
            return self._facts.rounds, self._facts.moments
        return self._past.seen(self._facts)

    def _look_back(self, period: Period) -> None:
        """See to it that what is known is what was known at a period's end, or is now."""
        past = PastFacts.over(self._desk, period, self._now, self._on_progress)
        if (past and past.until) != (self._past and self._past.until):
            self._past, self._study = past, None

    def _rules(self, query: Query, settings: Settings) -> Rules:
        return Rules(
            threshold_s=query.threshold_s,
            answer_within_s=settings.answer_within,
            service_level=ServiceLevel(settings.service_level),
            estimates=query.estimates,
            hours=self._calendar(query.known),
            repeat_s=settings.repeat_days * _DAY,
        )

    def _calendar(self, period: Period) -> Calendar:
        """The calendar by which the site goes today, or went when a period ended."""
        return self._desk.rules.calendars.on(self._desk.day_of(period))

    def _lines(self, rows: Sequence[int]) -> Mapping[int, Listing]:
        seen = self._past.listings(rows) if self._past else self._desk.store.listings(rows)
        return {one.id: one for one in seen}

    def _reasons(self, rows: Sequence[int]) -> Mapping[int, str]:
        """What was explained about some tickets: for as many as a page shows."""
        told = {}
        for row in rows:
            ticket = self._past.ticket(row) if self._past else self._desk.store.ticket_at(row)
            acts = (event.act for event in standing(ticket.events))
            why = [act.why for act in acts if isinstance(act, Explained)]
            if why:
                told[row] = why[-1]
        return told


def _alike(one: Query, other: Query) -> bool:
    """Whether two questions differ by their groups and filters alone."""
    return replace(one, by=other.by, where=other.where) == other
