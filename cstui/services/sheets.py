"""Sheets in and out, as somebody at a desk does it: looked over first, then taken over or written.

What touches the store comes in turns, so that all of it may run beside other work.
"""

import os
from collections.abc import Callable
from contextlib import ExitStack
from itertools import count
from pathlib import Path

from msgspec import Struct

from cstui.clock.period import parse_period
from cstui.domain.people import Role, names_of
from cstui.exchange.assigning import assigned
from cstui.exchange.importer import Sender
from cstui.exchange.map_file import read_map
from cstui.exchange.map_writing import map_text
from cstui.exchange.maps import ImportMap
from cstui.exchange.preview import Preview, Proposal, mapped, preview, proposed
from cstui.exchange.reject_file import reject_file
from cstui.exchange.rejects import Reject
from cstui.exchange.replacing import replacing
from cstui.i18n import Translator
from cstui.services.desk import AtDesk
from cstui.services.exporting import Exporting, Selection
from cstui.services.importing import Importing, ImportResult, Progress
from cstui.services.queues import Queues, Wanted
from cstui.services.turns import InTurn

_BATCH = 200
"""Rows of one turn at the store: others wait no longer than for these."""


class Taken(Struct, frozen=True):
    """What came of taking a sheet over."""

    result: ImportResult
    rejects: Path | None
    """The file in which the rejected rows stand; None where there are none."""


class Export(Struct, frozen=True):
    """What is to be written."""

    path: Path
    period: str = "all"
    """As it was typed."""
    form: str = ""
    full: bool = False
    """With full names and telephone numbers."""
    wanted: Wanted | None = None
    """Only what this list has, where given."""


class Sheets(AtDesk):
    """Takes sheets over, and writes them."""

    @property
    def supervises(self) -> bool:
        """Whether they may write full names and telephone numbers."""
        return self.me.role is Role.SUPERVISOR

    def proposed(self, path: Path) -> Proposal:
        """What a file seems to be: a form, or what its headers seem to mean.

        Raises:
            CstuiError: where it cannot be read.
        """
        return proposed(path, self.settings.zone)

    def preview(self, proposal: Proposal, t: Translator) -> Preview:
        """The first rows of a file as they would be taken over; touches no store.

        Raises:
            DateOrderUnclear: where somebody has to say first how its dates are written.
            CstuiError: where it cannot be read.
        """
        return preview(proposal, self._sender(), t)

    def assigned(
        self, proposal: Proposal, header: str, field: str, *, beside: bool = False
    ) -> Proposal:
        """The proposal with a column for another field, or for none where that is empty."""
        assert isinstance(proposal.layout, ImportMap), "the columns of a form are known"
        zone = self.settings.zone
        layout = assigned(proposal.path, proposal.layout, header, field, zone, beside=beside)
        return Proposal(proposal.path, layout, proposal.date_order)

    def mapped(self, proposal: Proposal) -> Proposal:
        """The proposal with what the headers seem to mean, whatever form the sheet is."""
        return mapped(proposal.path, self.settings.zone)

    def with_map(self, proposal: Proposal, path: Path) -> Proposal:
        """The proposal with a map that was saved.

        Raises:
            CstuiError: where the map cannot be used.
        """
        return Proposal(proposal.path, read_map(path))

    def save_map(self, proposal: Proposal, path: Path) -> None:
        """Keep what the columns mean in a file.

        Raises:
            InputError: where it cannot be written there.
        """
        assert proposal.told is not None, "the columns of a form are known"
        with replacing(path) as beside:
            beside.write_text(map_text(proposal.told), encoding="utf-8")

    def take_over(
        self,
        proposal: Proposal,
        t: Translator,
        in_turn: InTurn,
        on_progress: Callable[[Progress], None],
    ) -> Taken:
        """Take a file over; rejected rows are written to a file beside it.

        Where it is broken off, what was taken over until then stays, and the same import again
        completes it.

        Raises:
            CstuiError: where the file cannot be read or the store cannot save.
        """
        with ExitStack() as open_files:
            rejects = _RejectsBeside(proposal.path, t, open_files)
            desk = self._desk
            importing = Importing(
                desk.store,
                desk.entry,
                self._sender(),
                on_reject=rejects.take,
                on_progress=on_progress,
                date_order=proposal.date_order,
                batch=_BATCH,
                in_turn=in_turn,
            )
            result = importing.file(proposal.path, proposal.agreed)
        return Taken(result, rejects.path)

    def write(
        self, export: Export, t: Translator, in_turn: InTurn, on_progress: Callable[[int], None]
    ) -> int:
        """Write tickets to a file, whole or not at all; how many it holds.

        Raises:
            NotAllowed: where full data is asked for by anybody but a supervisor.
            CstuiError: where the period cannot be understood, or the file not be written.
        """
        zone, names = self.settings.zone, names_of(self.settings.people)
        view = Queues(self._desk).view(export.wanted) if export.wanted else None
        period = parse_period(export.period, self.now(), zone)
        exporting = Exporting(
            self._desk.store, self.me, zone, t, on_progress, names, in_turn=in_turn
        )
        return exporting.file(export.path, Selection(period, export.form, export.full, view))

    def _sender(self) -> Sender:
        names = names_of(self.settings.people)
        return Sender(self.me.login, self.now(), self.settings.zone, names)


class _RejectsBeside:
    """A file of rejects beside a sheet, begun with the first of them."""

    def __init__(self, sheet: Path, t: Translator, open_files: ExitStack) -> None:
        self._sheet = sheet
        self._t = t
        self._open_files = open_files
        self._write: Callable[[str, Reject], None] | None = None
        self.path: Path | None = None

    def take(self, reject: Reject) -> None:
        if self._write is None:
            self.path = _free_beside(self._sheet)
            self._write = self._open_files.enter_context(reject_file(self.path, self._t))
        self._write(self._sheet.name, reject)


def _free_beside(sheet: Path) -> Path:
    """A name for the rejects that nothing has yet; at home where the folder takes no files."""
    folder = sheet.parent if os.access(sheet.parent, os.W_OK) else Path.home()
    names = (f"{sheet.stem}.rejects{'' if n == 1 else f'-{n}'}.csv" for n in count(1))
    return next(folder / name for name in names if not (folder / name).exists())
