"""Taking over tickets from sheets."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from msgspec import Struct

from cstui.clock.written import DateOrder
from cstui.domain.ticket import Ticket
from cstui.exchange.importer import Layout, Sender, SheetImport
from cstui.exchange.outcomes import Drafted, Outcome, Passed, PassedOver, Rejected
from cstui.exchange.rejects import Reject
from cstui.exchange.sheets import Guess
from cstui.ports import Entry, Store
from cstui.services.turns import InTurn, at_once

_BATCH = 2000
"""Rows of one transaction where nobody waits: a kill loses no more, and a commit costs little."""
_EXAMPLES = 5


@dataclass(slots=True)
class ImportResult:
    """What became of a file's rows."""

    read: int = 0
    """Rows that say something."""
    added: int = 0
    """Tickets that are new; in a dry run, that would be."""
    known: int = 0
    """Tickets that were here already."""
    rejected: int = 0
    """Rows that cannot be used."""
    left_out: int = 0
    """Rows that the map leaves out."""
    skipped: int = 0
    """Rows that are no tickets: titles, sums, repeated headers."""
    rounded_ids: int = 0
    """Customer numbers left empty because a spreadsheet had rounded them (`9.99E+11`)."""
    guesses: tuple[Guess, ...] = ()
    """What was found out about the file."""
    examples: list[Reject] = field(default_factory=list)
    """The first of what was rejected."""


class Progress(Struct, frozen=True):
    """How far an import is."""

    rows: int
    """Rows read so far."""
    share: float | None
    """Of the file, from 0 to 1; None where that cannot be told."""
    added: int = 0
    """Tickets that are new so far."""


class Importing(Struct, frozen=True):
    """How files are taken over into a store."""

    store: Store
    make_entry: Callable[[Ticket], Entry]
    """Makes a new ticket ready for the store."""
    sender: Sender
    dry_run: bool = False
    """Only tell what would happen."""
    on_reject: Callable[[Reject], None] | None = None
    """Called with each cell that makes a row unusable."""
    on_progress: Callable[[Progress], None] | None = None
    """Called after each batch; what it raises breaks the import off there."""
    date_order: DateOrder | None = None
    """How the file's dates are written; what its layout says, or it tells itself, where None."""
    batch: int = _BATCH
    """Rows of one transaction."""
    in_turn: InTurn = at_once
    """Runs what touches the store; everything else may run beside it."""

    def file(self, path: Path, layout: Layout) -> ImportResult:
        """Take over one file, in batches; what is here already is not added again.

        An import that was broken off is completed by running it again.

        Args:
            path: the file.
            layout: which column means what: a form, or a map.

        Raises:
            CstuiError: where the file cannot be read or the store cannot save; rows that cannot be
                used are counted instead.
        """
        with closing(SheetImport(path, layout, self.sender, self.date_order)) as sheet:
            result = ImportResult(guesses=sheet.guesses)
            result.read = result.skipped = sheet.sheet.titles
            outcomes = sheet.outcomes()
            while batch := list(islice(outcomes, self.batch)):
                self._take(batch, result)
                if self.on_progress:
                    self.on_progress(Progress(result.read, sheet.share(), result.added))
            result.rounded_ids = sheet.rounded_ids
        return result

    def _take(self, batch: Sequence[Outcome], result: ImportResult) -> None:
        """Save what is new of a batch, and count the rest."""
        drafts = [outcome for outcome in batch if isinstance(outcome, Drafted)]
        added = self.in_turn(lambda: self._save([draft.ticket for draft in drafts]))
        result.added += added
        result.known += len(drafts) - added
        result.read += sum(len(draft.lines) for draft in drafts)
        for outcome in batch:
            match outcome:
                case Rejected(rejects):
                    self._reject(rejects, result)
                case PassedOver(Passed.LEFT_OUT):
                    result.read += 1
                    result.left_out += 1
                case PassedOver(Passed.SKIPPED):
                    result.read += 1
                    result.skipped += 1

    def _save(self, tickets: Sequence[Ticket]) -> int:
        """Save those that are new, in one transaction; how many they are."""
        new = list(self._new(tickets))
        if not new or self.dry_run:
            return len(new)
        # another session may have added some of them since they were asked for
        return len(self.store.add([self.make_entry(ticket) for ticket in new]))

    def _new(self, tickets: Sequence[Ticket]) -> Iterator[Ticket]:
        """Those that are not here yet: by their number, or else by their origin."""
        numbers = [ticket.number for ticket in tickets if ticket.number]
        origins = [ticket.header.origin for ticket in tickets if not ticket.number]
        taken = self.store.known_numbers(numbers) if numbers else frozenset()
        met = self.store.known_origins(origins) if origins else frozenset()
        for ticket in tickets:
            here = ticket.number in taken if ticket.number else ticket.header.origin in met
            if not here:
                yield ticket

    def _reject(self, rejects: Sequence[Reject], result: ImportResult) -> None:
        result.read += 1
        result.rejected += 1
        for reject in rejects:
            if len(result.examples) < _EXAMPLES:
                result.examples.append(reject)
            if self.on_reject:
                self.on_reject(reject)
