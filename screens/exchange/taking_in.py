"""Importing a sheet: ask for it, look it over, take it over, and tell what came in."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from cstui.domain.errors import CstuiError
from cstui.exchange.preview import Proposal
from cstui.i18n import Translator
from cstui.ports import Changes
from cstui.services.importing import Progress
from cstui.services.sheets import Sheets, Taken
from screens.exchange.looking_over import looked_over
from screens.exchange.preview_dialog import PreviewDialog
from screens.exchange.questions import ask_sheet
from screens.exchange.working import InStoreThread, Tell, work_beside
from screens.kit.base import BaseScreen
from screens.kit.dialogs.say import Message
from screens.kit.dialogs.talk import Talk
from screens.kit.language import Phrase
from screens.kit.path_field import path_of
from screens.kit.store_thread import Worker
from screens.kit.text import displayable

_COUNTS = ("known", "rejected", "left_out", "skipped", "rounded_ids")


class TakingIn(Talk):
    """Imports sheets in dialogs over a screen, in that screen's workers.

    Args:
        screen: where the dialogs open.
        sheets: reads and saves.
        worker: where the store is used.
    """

    def __init__(
        self, screen: BaseScreen[Any], sheets: Sheets, worker: Worker[Changes | None]
    ) -> None:
        super().__init__(screen, worker)
        self._sheets = sheets
        self._added = 0

    async def run(self) -> None:
        """Lets somebody import a sheet."""
        answers = await self.ask(ask_sheet(self.t))
        if not answers:
            return
        path = path_of(answers["file"])
        propose = partial(self._sheets.proposed, path)
        try:
            looked = await looked_over(self.screen, self._sheets, propose)
        except CstuiError as error:
            await self.tell(error)
            return
        if looked:
            dialog = PreviewDialog(self._sheets, *looked)
            if proposal := await self.ask(dialog):
                await self._take_over(proposal)

    async def _take_over(self, proposal: Proposal) -> None:
        t, in_turn = self.t, InStoreThread(self.worker)
        name = displayable(proposal.path.name)

        def work(tell: Tell) -> Taken:
            return self._sheets.take_over(proposal, t, in_turn, lambda far: self._follow(far, tell))

        try:
            taken = await work_beside(self.screen, Phrase("sheets.importing", name=name), work)
        except CstuiError as error:
            rest = t("sheets.broken_off", added=self._added)
            await self._show(t.title(error), f"{t.text(error)}\n\n{rest}")
            return
        if taken is None:
            await self._show(t("sheets.stopped"), t("sheets.stopped.text", added=self._added))
        else:
            await self._show(t("sheets.done", name=name), "\n".join(_told(taken, t)))

    def _follow(self, far: Progress, tell: Tell) -> None:
        self._added = far.added
        share = None if far.share is None else f"{far.share:.0%}"
        phrase = "sheets.far" if share is None else "sheets.far.share"
        tell(Phrase(phrase, rows=far.rows, added=far.added, share=share), far.share)

    async def _show(self, title: str, text: str) -> None:
        await self.ask(Message(title, displayable_lines(text)))


def displayable_lines(text: str) -> str:
    """A text of several lines as a terminal may show it."""
    return "\n".join(map(displayable, text.splitlines()))


def _told(taken: Taken, t: Translator) -> Iterator[str]:
    """What became of the rows."""
    result = taken.result
    yield t("sheets.done.added", n=result.added)
    for what in _COUNTS:
        if n := getattr(result, what):
            yield t(f"sheets.done.{what}", n=n)
    if taken.rejects:
        yield t("sheets.done.rejects", path=taken.rejects)
