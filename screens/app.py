"""The program as people see it: intake, follow-up and analysis, by keyboard."""

import asyncio
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.screen import ModalScreen, Screen

from cstui.domain.articles import Article
from cstui.domain.errors import CstuiError, StoreError
from cstui.i18n import Language
from cstui.ports import Changes
from cstui.services.desk import Desk
from cstui.services.feed import Feed
from cstui.services.intake.calls import Calls
from cstui.services.intake.draft import Draft
from cstui.services.intake.drafts import DraftBox
from screens.intake.screen import IntakeScreen
from screens.kit.app import KitApp
from screens.kit.commands import Command
from screens.kit.dialogs.say import Confirm
from screens.kit.factories import Mode
from screens.kit.keys import bind_mode
from screens.kit.language import Phrase

_SCREENS = Path(__file__).parent


class CstuiApp(KitApp[None, Changes]):
    """Three screens over one store.

    The store is used in the worker's thread alone, from the app's start to its end.

    Args:
        desk: who works, on which store.
        language: the language to start in.
        drafts: where unfinished records are kept.
        wishes: the file that says how they want to work; it need not be there.
    """

    DEFAULT_MODE = "intake"
    BINDINGS: ClassVar[list[BindingType]] = [
        bind_mode("f2", "app.intake", "intake"),
        bind_mode("f3", "app.followup", "followup"),
        bind_mode("f6", "app.analysis", "analysis"),
    ]

    def __init__(self, desk: Desk, language: Language, drafts: DraftBox, wishes: Path) -> None:
        self._desk = desk
        self._wishes = wishes
        self._drafts = drafts
        self._calls = Calls(desk, drafts)
        self._intake: IntakeScreen | None = None
        self._knowledge: Callable[..., ModalScreen[Article | None]] | None = None
        self._store_lost = False
        super().__init__(
            language,
            lambda: f"{desk.clock.now():%H:%M:%S}",
            modes={
                "intake": _mode("intake", lambda: IntakeScreen, self._open_intake),
                "followup": _mode("followup", _followup_screen, self._open_followup),
                "analysis": _mode("analysis", _analysis_screen, self._open_analysis),
            },
            save=self._keep_drafts,
            poll=Feed(desk).look,
        )
        self.set_reactive(CstuiApp.heading, desk.me.shown)

    def on_mount(self) -> None:
        """Follows what is saved, here and elsewhere."""
        self.changes.subscribe(self, self._on_changes)
        self.poll_failed.subscribe(self, self._on_poll_failed)
        self.worker.watch()

    async def on_unmount(self) -> None:
        """Leaves what was kept to the next start."""
        await self.worker.run(self._drafts.close)

    def commands(self) -> Iterable[Command]:
        """What is bound, and what nobody needs a key for."""
        yield from super().commands()
        yield Command(self.t("app.settings"), "", self.action_settings)

    def action_settings(self) -> None:
        """Opens the team's settings over the screen that is shown."""
        from cstui.services.settings.team import TeamSettings
        from screens.settings.screen import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen(TeamSettings(self._desk), self.worker, self.changes))

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
            question = Confirm(Phrase("app.quit_anyway"), self.t.text(error))
            self.push_screen(question, self._leave)
        else:
            self.exit()

    def _leave(self, agreed: bool | None) -> None:
        if agreed:
            self.exit()

    @property
    def _unsaved(self) -> list[Draft]:
        return self._intake.drafts if self._intake else []

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

    def _open_intake(self) -> Screen[Any]:
        # the first screen is mounted before the app is
        self.worker.start()
        self._intake = IntakeScreen(self._calls, self._open_knowledge, self.worker, self.changes)
        return self._intake

    def _open_knowledge(self, about: str, draft: Article) -> ModalScreen[Article | None]:
        """The knowledge base; it is imported when somebody first looks something up."""
        if self._knowledge is None:
            from cstui.services.knowledge.library import Library
            from screens.knowledge.dialog import KnowledgeDialog

            self._knowledge = partial(KnowledgeDialog, Library(self._desk), self.worker)
        return self._knowledge(about=about, draft=draft)

    def _open_followup(self) -> Screen[Any]:
        from cstui.services.followup import FollowUp
        from cstui.services.queues import Queues
        from cstui.services.wishes import WishBox
        from screens.followup.screen import FollowUpScreen

        followup, queues = FollowUp(self._desk), Queues(self._desk)
        wishes = WishBox(self._wishes)
        return FollowUpScreen(followup, queues, wishes, self.worker, self.changes)

    def _open_analysis(self) -> Screen[Any]:
        from cstui.services.reporting import LiveFigures
        from screens.analysis.screen import AnalysisScreen

        desk = self._desk
        return AnalysisScreen(
            partial(LiveFigures, desk.store, desk.clock),
            desk.rules.zone,
            desk.clock.now,
            lambda: desk.rules.settings.threshold,
        )

    def _on_changes(self, changes: Changes | None) -> None:
        if self._store_lost:
            self._store_lost = False
            self.notify(self.t("app.store_back"), markup=False)

    def _on_poll_failed(self, error: CstuiError) -> None:
        """Tells once that news of others are missing; typing goes on, and a save says why."""
        self._store_lost = True
        title, text = self.t("app.store_lost"), self.t("app.store_lost_text")
        self.notify(text, title=title, severity="warning", markup=False)


def _mode(
    folder: str, kind: Callable[[], type[Screen[Any]]], make: Callable[[], Screen[Any]]
) -> Mode:
    """A mode whose style sheet lies beside its screen."""
    return Mode(kind, make, _SCREENS / folder / "screen.tcss")


def _followup_screen() -> type[Screen[Any]]:
    from screens.followup.screen import FollowUpScreen

    return FollowUpScreen


def _analysis_screen() -> type[Screen[Any]]:
    from screens.analysis.screen import AnalysisScreen

    return AnalysisScreen
