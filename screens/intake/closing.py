"""How a record is closed: the call ends, what is missing is told, it is saved, or undone."""

from collections.abc import Mapping
from functools import partial

from cstui.domain.dispositions import Disposition
from cstui.domain.errors import CstuiError, FieldErrors
from cstui.services.intake.recording import Saved
from screens.intake.arriving import ArrivingScreen
from screens.intake.sheet import people_of
from screens.kit.language import Phrase


class ClosingScreen(ArrivingScreen):
    """Ends calls and saves their records; the next call can begin at once.

    Dialogs are imported when they are first asked for: no session waits for them at its start.
    """

    async def action_end(self) -> None:
        """Ends the call at once, and asks how it ended."""
        if self.record.empty:
            self.news(self.t("intake.nothing_to_save"))
            return
        from screens.intake.end_call import EndCall

        await self.show(self.calls.hang_up(self.current))
        await self.app.push_screen(EndCall(self.calls.settings.dispositions), self._ended)

    async def _ended(self, place: int | None) -> None:
        if place is not None:
            await self.action_finish(place)

    async def action_finish(self, place: int) -> None:
        """Ends the call in one of the team's ways: checks, asks what is left to ask, saves."""
        dispositions = self.calls.settings.dispositions
        if place >= len(dispositions) or not await self._checked(dispositions[place]):
            return
        disposition = dispositions[place]
        finish = partial(self._finish, disposition)
        match self.calls.asks(disposition):
            case "when":
                from screens.intake.asking import AskWhen

                await self.app.push_screen(AskWhen(disposition.name, self.calls), finish)
            case "whom":
                from screens.kit.dialogs.choose import Choose

                people = people_of(self.calls.settings)
                await self.app.push_screen(Choose(disposition.name, people), finish)
            case _:
                await finish("")

    async def _finish(
        self, disposition: Disposition, detail: str | Mapping[str, str] | None
    ) -> None:
        if detail is None:
            return
        from screens.intake.asking import WHEN

        told = detail if isinstance(detail, str) else detail[WHEN]
        finish = partial(self.calls.finish, disposition=disposition, detail=told)
        await self.save(self.current, finish)

    async def action_save(self) -> None:
        """Saves without saying how the call ended."""
        if await self._checked(None):
            await self.save(self.current, self.calls.save)

    async def _checked(self, disposition: Disposition | None) -> bool:
        """Whether the record can be saved in this way; if not, shows all that is wrong."""
        self.record.complete()
        await self.show(self.with_caller())
        if self.record.empty:
            self.news(self.t("intake.nothing_to_save"))
            return False
        try:
            self.calls.check(self.current, disposition)
        except FieldErrors as error:
            self.record.tell(error.fields)
            return False
        return True

    def action_undo(self) -> None:
        """Takes the last save back; the record is there again as it was."""
        if last := self.saving.last:
            self.run_worker(self._undo(last))

    async def _undo(self, last: Saved) -> None:
        try:
            draft = await self.saving.undo(last)
        except CstuiError as error:
            self.tell(error)
        else:
            await self.begin(draft)
            self.record.tell_news(Phrase("intake.undone", number=last.ticket.number))
