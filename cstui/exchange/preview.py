"""How a sheet would be taken over: what its columns mean, its first rows, and what is wrong."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from cstui.clock.written import DateOrder
from cstui.domain.fold import fold
from cstui.domain.ticket import Ticket
from cstui.exchange.assigning import fields_of
from cstui.exchange.columns import Told
from cstui.exchange.fields import EVENT_FIELDS, FIELDS, Kind
from cstui.exchange.forms.column import SheetForm
from cstui.exchange.guessing import guess_map
from cstui.exchange.importer import Layout, Sender, SheetImport, form_in
from cstui.exchange.maps import ImportMap
from cstui.exchange.outcomes import Drafted, Outcome, PassedOver, Rejected
from cstui.exchange.rejects import Reject
from cstui.exchange.samples import sample_text
from cstui.exchange.sheets import Guess
from cstui.i18n import Translator

_SAMPLES = 3
_LOOKED_THROUGH = 2000
"""Rows whose outcome is looked at; more would keep somebody waiting."""


class Proposal(Struct, frozen=True):
    """How a file is to be taken over."""

    path: Path
    layout: Layout
    date_order: DateOrder | None = None
    """How its dates are written, where somebody said so."""

    @property
    def told(self) -> ImportMap | None:
        """The map with all that was said; None for a form, whose columns are known."""
        if not isinstance(self.layout, ImportMap):
            return None
        order = self.date_order or self.layout.file.date_order
        return replace(self.layout, file=replace(self.layout.file, date_order=order))

    @property
    def agreed(self) -> Layout:
        """What is imported by: the form, or the map with all that was said."""
        return self.told or self.layout

    @property
    def has_time(self) -> bool:
        """Whether it names any column of times, without which a ticket is nothing."""
        if not isinstance(self.layout, ImportMap):
            return True
        kinds = {**FIELDS, **EVENT_FIELDS}
        return any(kinds[name] is Kind.TIME for name in self.layout.columns)


class PreviewColumn(Struct, frozen=True):
    """One column of a sheet."""

    header: str
    fills: tuple[str, ...]
    """The fields that it fills, or the key of the form's column; nothing where it is not used."""
    samples: tuple[str, ...]
    """What its first cells say: as they are read, or as they stand where it is not used."""


class Trouble(Struct, frozen=True):
    """One reason for which rows are rejected."""

    first: Reject
    """The first of them."""
    count: int


class Preview(Struct, frozen=True):
    """A sheet as it would be taken over."""

    columns: tuple[PreviewColumn, ...]
    """In the order of the sheet."""
    good: int
    """Rows that make tickets."""
    rejected: int
    passed: int
    """Rows that are no tickets, or are left out."""
    whole: bool
    """Whether these are all rows; else only the first ones were looked at."""
    troubles: tuple[Trouble, ...]
    """Why rows are rejected, what concerns most of them first."""
    guesses: tuple[Guess, ...] = field(default_factory=tuple)


def proposed(path: Path, zone: str) -> Proposal:
    """What a file seems to be: a form, or else what its headers seem to mean.

    Args:
        path: the file.
        zone: the site's zone.

    Raises:
        CstuiError: where it cannot be read.
    """
    form = form_in(path)
    return Proposal(path, form) if form else mapped(path, zone)


def mapped(path: Path, zone: str) -> Proposal:
    """What the headers of a file seem to mean, whatever form it is; perhaps nothing.

    Raises:
        CstuiError: where it cannot be read.
    """
    guessed = guess_map(path, zone)
    return Proposal(path, guessed.layout if guessed else ImportMap({}))


def preview(proposal: Proposal, sender: Sender, translate: Translator) -> Preview:
    """Read the first rows of a file as it would be taken over.

    Args:
        proposal: how.
        sender: who would import it.
        translate: into the reader's language.

    Raises:
        DateOrderUnclear: where somebody has to say first how its dates are written.
        CstuiError: where it cannot be read.
    """
    with closing(SheetImport(proposal.path, proposal.agreed, sender, proposal.date_order)) as sheet:
        looked = list(islice(sheet.outcomes(), _LOOKED_THROUGH + 1))
        counted = looked[:_LOOKED_THROUGH]
        if isinstance(proposal.layout, SheetForm):
            tickets = [one.ticket for one in counted if isinstance(one, Drafted)]
            columns = _of_form(proposal.layout, sheet, tickets[:_SAMPLES], sender, translate)
        else:
            columns = _of_map(proposal.layout, sheet, sender, translate)
        return Preview(
            tuple(columns),
            good=sum(isinstance(one, Drafted) for one in counted),
            rejected=sum(isinstance(one, Rejected) for one in counted),
            passed=sum(isinstance(one, PassedOver) for one in counted) + sheet.sheet.titles,
            whole=len(looked) == len(counted),
            troubles=tuple(_troubles(counted)),
            guesses=sheet.guesses,
        )


def _of_map(
    layout: ImportMap, sheet: SheetImport, sender: Sender, translate: Translator
) -> Iterator[PreviewColumn]:
    readings = list(islice(sheet.readings(), _SAMPLES))
    zone = sender.zone
    for place, header in enumerate(sheet.sheet.headers):
        fills = fields_of(layout, header)
        if fills:
            read = [sample_text(fills[0], each.get(fills[0]), zone, translate)
                    for _, each in readings]  # fmt: skip
        else:
            read = [row.cells[place].strip() for row, _ in readings]
        yield PreviewColumn(header, fills, tuple(read))


def _of_form(
    form: SheetForm,
    sheet: SheetImport,
    tickets: Sequence[Ticket],
    sender: Sender,
    translate: Translator,
) -> Iterator[PreviewColumn]:
    """What the form's own columns would say of the tickets that the rows make."""
    names = sender.names
    told = [Told(one, fold(one), sender.zone, translate, False, names) for one in tickets]
    rows = [row for row, _ in islice(sheet.readings(), _SAMPLES)]
    writes = {column.key: column.write for column in form.columns}
    for place, header in enumerate(sheet.sheet.headers):
        key = form.column_of(header)
        if key in writes:
            said = [sample_text("", writes[key](each), sender.zone, translate) for each in told]
            yield PreviewColumn(header, (key,), tuple(said))
        else:
            yield PreviewColumn(header, (), tuple(row.cells[place].strip() for row in rows))


def _troubles(outcomes: Sequence[Outcome]) -> Iterator[Trouble]:
    counts: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Reject] = {}
    for outcome in outcomes:
        if isinstance(outcome, Rejected):
            for reject in outcome.rejects:
                first.setdefault((reject.column, reject.reason), reject)
                counts[reject.column, reject.reason] += 1
    for what, count in counts.most_common():
        yield Trouble(first[what], count)
