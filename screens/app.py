"""The program as people see it: intake, follow-up and analysis, by keyboard."""

import asyncio
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from cstui.domain.errors import CstuiError, StoreError
from cstui.domain.people import names_of
from cstui.i18n import Language
from cstui.ports import Changes
from cstui.services.desk import Desk
from cstui.services.feed import Feed
from cstui.services.intake.calls import Calls
from cstui.services.intake.draft import Draft
from cstui.services.intake.drafts import DraftBox
from screens.kit.app import KitApp
from screens.kit.base import BaseScreen
from screens.kit.commands import Command
from screens.kit.keys import bind_mode
from screens.kit.language import Phrase
from screens.making import ScreenMaker, followup_screen

_QUIET_S = 1.5
"""After so long on an empty form, somebody may be about to follow up."""
JOBS = {
    "import": "sheets.import",
    "export": "sheets.export",
    "survey": "survey.new",
    "brief": "app.brief",
}
"""What is done over whatever screen is shown, with its phrase."""


class CstuiApp(KitApp[None, Changes]):
    """Three screens over one store.

    The store is used in the worker's thread alone, from the app's start to its end.

    Args:
        desk: who works, on which store.
        language: the language to start in.
        drafts: where unfinished records are kept.
        wishes: the file that says how they want to work; it need not be there.
        seen: the file that says what they have seen of tickets; it need not be there.
    """

    DEFAULT_MODE = "intake"
    BINDINGS: ClassVar[list[BindingType]] = [
        bind_mode("f2", "app.intake", "intake"),
        bind_mode("f3", "app.followup", "followup"),
        bind_mode("f6", "app.analysis", "analysis"),
    ]

    def __init__(
        self, desk: Desk, language: Language, drafts: DraftBox, wishes: Path, seen: Path
    ) -> None:
        self._desk = desk
        self._drafts = drafts
        self._calls = Calls(desk, drafts)
        self._made = ScreenMaker(self, desk, self._calls, wishes, seen, self._go_to_ticket)
        self._store_lost = False
        self._prepared = False
        super().__init__(
            language,
            # a call tells its own seconds; two clocks that tick would be two to look at
            lambda: f"{desk.clock.now():%H:%M}",
            modes=self._made.modes(),
            save=self._keep_drafts,
            poll=Feed(desk, self._made.look_around).look,
        )
        self.set_reactive(CstuiApp.heading, desk.me.shown)
        self._tell_names()

    def on_mount(self) -> None:
        """Follows what is saved, here and elsewhere."""
        self.changes.subscribe(self, self._on_changes)
        self.poll_failed.subscribe(self, self._on_poll_failed)
        self.worker.watch()
        self.screen_change_signal.subscribe(self, self._attend, immediate=True)
        self._attend(self.screen)
        self._prepare_soon()

    async def on_unmount(self) -> None:
        """Leaves what was kept to the next start."""
        await self.worker.run(self._drafts.close)

    def watch_language(self, language: Language) -> None:
        """Changes the translator, which knows the people here."""
        super().watch_language(language)
        self._tell_names()

    def commands(self) -> Iterable[Command]:
        """What is bound, and what nobody needs a key for."""
        yield from super().commands()
        yield Command(self.t("app.settings"), "", self.action_settings)
        if self.current_mode != "followup":
            # there they have keys
            for job, phrase in JOBS.items():
                yield Command(self.t(phrase), "", partial(self.action_beside, job))

    def action_settings(self) -> None:
        """Opens the team's settings over the screen that is shown."""
        from screens.settings.screen import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(self._made.settings())

    def action_beside(self, job: str) -> None:
        """Does one of the jobs over the screen that is shown.

        Args:
            job: one of `JOBS`.
        """
        if isinstance(self.screen, BaseScreen):
            self.screen.run_worker(self._do_beside(job, self.screen), group="beside")

    async def _do_beside(self, job: str, screen: BaseScreen[Any]) -> None:
        from screens.beside import do_beside

        with self.keys.held(screen):
            await do_beside(job, screen, self._desk, self.worker)

    async def action_quit(self) -> None:
        """Keeps what is being written for the next start, and leaves.

        Settings that were typed and not saved are asked about first.
        """
        if getattr(self.screen, "unsaved", False):
            await self.run_action("leave", self.screen)
            return
        try:
            # not in the worker's thread, which may be waiting for the store
            await asyncio.to_thread(self._keep, self._unsaved)
        except StoreError as error:
            from screens.kit.dialogs.say import Confirm

            question = Confirm(Phrase("app.quit_anyway"), self.t.text(error))
            self.push_screen(question, self._leave)
        else:
            self.exit()

    def _leave(self, agreed: bool | None) -> None:
        if agreed:
            self.exit()

    def _prepare_soon(self) -> None:
        if not self._prepared:
            self.set_timer(_QUIET_S, lambda: self.run_worker(self._prepare(), group="prepare"))

    async def _prepare(self) -> None:
        """Makes the follow-up screen, so that it opens at once, unless a call or a text waits."""
        intake = self._made.intake
        if intake and intake.current.empty:
            self._prepared = True
            # the import takes longest, and a key may come meanwhile
            await asyncio.to_thread(followup_screen)
            self.prepare_mode("followup")

    @property
    def _unsaved(self) -> list[Draft]:
        return self._made.intake.drafts if self._made.intake else []

    def _keep_drafts(self) -> None:
        self._keep(self._unsaved)

    def _keep(self, drafts: list[Draft]) -> None:
        """Keeps all that can be kept, before it says what could not."""
        failed: list[StoreError] = []
        for draft in drafts:
            try:
                self._calls.keep(draft)
            except StoreError as error:
                failed.append(error)
        if failed:
            raise failed[0]

    def _go_to_ticket(self, number: str) -> None:
        """Shows a ticket where it can be worked on."""
        self.run_worker(self._follow_up(number), group="ticket", exclusive=True)

    async def _follow_up(self, number: str) -> None:
        from screens.followup.screen import FollowUpScreen

        await self.switch_mode("followup")
        if isinstance(self.screen, FollowUpScreen):
            self.screen.show_ticket(number)

    def _attend(self, screen: Screen[Any]) -> None:
        # of what others do, the intake shows no more than that a call rings
        self.worker.attend(closely=self.current_mode != "intake")

    def _on_changes(self, changes: Changes | None) -> None:
        if changes and changes.settings:
            self._tell_names()
        # what was written is perhaps saved by now
        self._prepare_soon()
        if self._store_lost:
            self._store_lost = False
            self.notify(self.t("app.store_back"), markup=False)

    def _tell_names(self) -> None:
        self.t.names = names_of(self._desk.rules.settings.people)

    def _on_poll_failed(self, error: CstuiError) -> None:
        """Tells once that news of others are missing; typing goes on, and a save says why."""
        self._store_lost = True
        title, text = self.t("app.store_lost"), self.t("app.store_lost_text")
        self.notify(text, title=title, severity="warning", markup=False)
