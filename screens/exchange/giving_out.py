"""Exporting tickets: ask which, and where to; write them beside the screen."""

from typing import Any

from cstui.domain.errors import CstuiError
from cstui.ports import Changes
from cstui.services.queues import Wanted
from cstui.services.sheets import Export, Sheets
from screens.exchange.export_form import Answers, ExportForm, export_of
from screens.exchange.questions import confirm_replacing
from screens.exchange.working import InStoreThread, Tell, work_beside
from screens.kit.base import BaseScreen
from screens.kit.dialogs.talk import Talk
from screens.kit.language import Phrase
from screens.kit.store_thread import Worker
from screens.kit.text import displayable


class GivingOut(Talk):
    """Exports tickets in dialogs over a screen, in that screen's workers.

    Args:
        screen: where the dialogs open.
        sheets: writes.
        worker: where the store is used.
    """

    def __init__(
        self, screen: BaseScreen[Any], sheets: Sheets, worker: Worker[Changes | None]
    ) -> None:
        super().__init__(screen, worker)
        self._sheets = sheets

    async def run(self, wanted: Wanted | None) -> None:
        """Lets somebody export tickets; who would not replace a file is asked again.

        Args:
            wanted: what a list shows that they may mean.
        """
        typed: Answers | None = None
        while typed := await self.ask(ExportForm(self._sheets, wanted, typed, self.t)):
            export = export_of(typed, wanted)
            if export.path.exists() and not await self.ask(confirm_replacing(export.path)):
                continue
            await self._write(export)
            return

    async def _write(self, export: Export) -> None:
        t, in_turn = self.t, InStoreThread(self.worker)
        name = displayable(export.path.name)

        def work(tell: Tell) -> int:
            return self._sheets.write(
                export, t, in_turn, lambda n: tell(Phrase("sheets.looked", n=n), None)
            )

        try:
            count = await work_beside(self.screen, Phrase("sheets.exporting", name=name), work)
        except CstuiError as error:
            await self.tell(error)
            return
        if count is None:
            self.news(t("sheets.export_stopped"))
        else:
            path = displayable(str(export.path))
            self.news(t("sheets.exported", n=count, path=path))
