"""The preview of an import: what each column means, what would come in, and what would not."""

import asyncio
from collections.abc import Callable, Iterable
from typing import ClassVar

from msgspec.structs import replace
from textual import events, on, work
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from cstui.domain.errors import CstuiError
from cstui.exchange.forms.column import SheetForm
from cstui.exchange.maps import ImportMap
from cstui.exchange.preview import Preview, Proposal
from cstui.services.sheets import Sheets
from screens.exchange.looking_over import looked_over
from screens.exchange.preview_words import columns_of, count_lines, row_of, source_line
from screens.exchange.questions import (
    ask_date_order,
    ask_field,
    ask_map_to_load,
    ask_map_to_save,
    confirm_replacing,
    field_chosen,
    order_chosen,
)
from screens.kit.dialogs.dialog import Dialog
from screens.kit.keys import bind
from screens.kit.language import Phrase, follow_language
from screens.kit.path_field import path_of
from screens.kit.table import PagedTable
from screens.kit.text import displayable

_FEW, _MORE = 2, 3
"""So many rows of the sheet are shown, by the width of the screen."""
_WIDE = 100


class ColumnsTable(PagedTable):
    """The columns of a sheet; Enter says what one means."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("enter", "sheets.change", "choose")]


class PreviewDialog(Dialog[Proposal]):
    """Shows how a sheet would be taken over, lets that be changed, and gives what was agreed.

    Args:
        sheets: reads.
        proposal: how the sheet would be taken over.
        preview: what that gives.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("ctrl+s", "sheets.go", "accept"),
        bind("d", "sheets.dates", "dates"),
        bind("m", "sheets.save_map", "save_map"),
        bind("l", "sheets.load_map", "load_map"),
        bind("o", "sheets.own", "own"),
    ]
    DEFAULT_CSS = """
    PreviewDialog {
        & > #box { width: 100%; height: 100%; margin: 0; padding: 0 1; }
        & #source { color: $foreground-muted; margin-bottom: 1; }
        & PagedTable { height: 1fr; min-height: 4; }
        & #counts { margin-top: 1; height: auto; }
    }
    """

    def __init__(self, sheets: Sheets, proposal: Proposal, preview: Preview) -> None:
        super().__init__(Phrase("sheets.preview", name=displayable(proposal.path.name)))
        self._sheets = sheets
        self._proposal = proposal
        self._preview = preview
        self._samples = _FEW
        self._source = Static(markup=False, id="source")
        self._table = ColumnsTable(columns_of(_FEW), id="columns")
        self._counts = Static(markup=False, id="counts")

    def compose_body(self) -> Iterable[Widget]:
        """How the sheet is understood, its columns, and what becomes of its rows."""
        yield self._source
        yield self._table
        yield self._counts

    def on_mount(self) -> None:
        """Shows it, in whatever language."""
        self._show()
        follow_language(self, self._show)

    def on_resize(self, event: events.Resize) -> None:
        """Shows as many rows as there is room for."""
        self._samples = _MORE if event.size.width >= _WIDE else _FEW
        self._table.set_columns(columns_of(self._samples))
        self._table.reload()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers only what would do something."""
        if action == "own":
            return isinstance(self._proposal.layout, SheetForm)
        return action != "save_map" or self._proposal.told is not None

    @on(PagedTable.PageWanted)
    def _give_page(self, event: PagedTable.PageWanted) -> None:
        rows = [
            row_of(place, column, self._samples, self._proposal, self.t)
            for place, column in enumerate(self._preview.columns)
        ]
        event.table.set_page(event.first, rows[event.first : event.first + event.count])

    @on(PagedTable.RowChosen)
    @work(group="asking", exclusive=True)
    async def _change(self) -> None:
        """Asks what the column under the cursor means."""
        header = self._preview.columns[self._table.cursor].header
        if not isinstance(layout := self._proposal.layout, ImportMap):
            self.notify(self.t("sheets.is_form"), markup=False)
            return
        answer = await self.app.push_screen_wait(ask_field(layout, header, self.t))
        if answer is not None:
            field, beside = field_chosen(answer)
            await self._try(
                lambda: self._sheets.assigned(self._proposal, header, field, beside=beside)
            )

    @work(group="asking", exclusive=True)
    async def action_dates(self) -> None:
        """Asks how dates are written."""
        if order := await self.app.push_screen_wait(ask_date_order(None)):
            await self._try(lambda: replace(self._proposal, date_order=order_chosen(order)))

    @work(group="asking", exclusive=True)
    async def action_own(self) -> None:
        """Takes the sheet for any other, whose columns have to be told."""
        await self._try(lambda: self._sheets.mapped(self._proposal))

    @work(group="asking", exclusive=True)
    async def action_load_map(self) -> None:
        """Asks for a map, and uses it."""
        if answers := await self.app.push_screen_wait(ask_map_to_load(self.t)):
            await self._try(lambda: self._sheets.with_map(self._proposal, path_of(answers["file"])))

    @work(group="asking", exclusive=True)
    async def action_save_map(self) -> None:
        """Asks for a file, and keeps the map in it."""
        answers = await self.app.push_screen_wait(ask_map_to_save(self._proposal.path))
        if not answers:
            return
        path = path_of(answers["file"])
        if path.exists() and not await self.app.push_screen_wait(confirm_replacing(path)):
            return
        try:
            await asyncio.to_thread(self._sheets.save_map, self._proposal, path)
        except CstuiError as error:
            self._warn(self.t.text(error))
        else:
            self.notify(self.t("sheets.saved_map", path=displayable(str(path))), markup=False)

    def action_accept(self) -> None:
        """Gives what was agreed, where it would bring anything in."""
        if not self._proposal.has_time:
            self._warn(self.t("sheets.no_time"))
        elif not self._preview.good:
            self._warn(self.t("sheets.nothing"))
        else:
            self.dismiss(self._proposal)

    async def _try(self, change: Callable[[], Proposal]) -> None:
        """Shows what a change would give; as before, where it gives nothing."""
        try:
            looked = await looked_over(self, self._sheets, change)
        except CstuiError as error:
            self._warn(self.t.text(error))
            return
        if looked:
            self._proposal, self._preview = looked
            self._show()

    def _show(self) -> None:
        proposal, preview, t = self._proposal, self._preview, self.t
        self._source.update(displayable(source_line(proposal, preview, t)))
        lines = [Content.styled(displayable(text), tone) for text, tone in count_lines(preview, t)]
        self._counts.update(Content("\n").join(lines))
        self._table.reload(len(preview.columns))
        self.refresh_bindings()

    def _warn(self, text: str) -> None:
        self.notify(text, severity="warning", markup=False)
