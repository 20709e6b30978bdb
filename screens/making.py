"""Making the screens, each with the services that it uses, and imported only when it is wanted."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import ModalScreen, Screen

from cstui.domain.articles import Article
from cstui.ports import Changes
from cstui.services.desk import Desk
from cstui.services.intake.calls import Calls
from screens.intake.screen import IntakeScreen
from screens.kit.app import KitApp
from screens.kit.factories import Mode, Modes

if TYPE_CHECKING:
    from cstui.services.analysing import Analysis

_SCREENS = Path(__file__).parent


class ScreenMaker:
    """Makes the screens of an app.

    Args:
        app: whose worker and news they use.
        desk: who works, on which store.
        calls: takes the calls.
        wishes: the file that says how they want to work.
        seen: the file that says what they have seen of tickets.
        go_to_ticket: shows the ticket of a number where it can be worked on.
    """

    def __init__(
        self,
        app: KitApp[None, Changes],
        desk: Desk,
        calls: Calls,
        wishes: Path,
        seen: Path,
        go_to_ticket: Callable[[str], object],
    ) -> None:
        self._app = app
        self._desk = desk
        self._calls = calls
        self._wishes = wishes
        self._seen = seen
        self._go_to_ticket = go_to_ticket
        self._knowledge: Callable[..., ModalScreen[Article | None]] | None = None
        self._look_around: Callable[[], bool] = lambda: False
        self.intake: IntakeScreen | None = None
        """The intake screen, once it was made."""

    def modes(self) -> Modes:
        """How the screen of each mode is made."""
        return {
            "intake": _mode("intake", lambda: IntakeScreen, self._intake),
            "followup": _mode("followup", followup_screen, self._followup),
            "analysis": _mode("analysis", _analysis_screen, self._analysis),
        }

    def look_around(self) -> bool:
        """Whether others look at other tickets now; asked in the worker's thread."""
        return self._look_around()

    def settings(self) -> Screen[Any]:
        """The team's settings."""
        from cstui.services.settings.team import TeamSettings
        from screens.settings.screen import SettingsScreen

        app = self._app
        return SettingsScreen(TeamSettings(self._desk), app.worker, app.changes)

    def _intake(self) -> Screen[Any]:
        app = self._app
        # the first screen is mounted before the app is
        app.worker.start()
        self.intake = IntakeScreen(self._calls, self._open_knowledge, app.worker, app.changes)
        return self.intake

    def _open_knowledge(self, about: str, draft: Article) -> ModalScreen[Article | None]:
        """The knowledge base; it is imported when somebody first looks something up."""
        if self._knowledge is None:
            from cstui.services.knowledge.library import Library
            from screens.knowledge.dialog import KnowledgeDialog

            self._knowledge = partial(KnowledgeDialog, Library(self._desk), self._app.worker)
        return self._knowledge(about=about, draft=draft)

    def _followup(self) -> Screen[Any]:
        from cstui.services.followup import FollowUp
        from cstui.services.followup.seen import SeenBox
        from cstui.services.followup.watching import Watching
        from cstui.services.queues import Queues
        from cstui.services.wishes import WishBox
        from screens.followup.screen import FollowUpScreen

        app = self._app
        followup, queues = FollowUp(self._desk), Queues(self._desk)
        watching = Watching(self._desk, SeenBox(self._seen))
        self._look_around = watching.look_around
        wishes = WishBox(self._wishes)
        return FollowUpScreen(followup, queues, watching, wishes, app.worker, app.changes)

    def _analysis(self) -> Screen[Any]:
        from screens.analysis.screen import AnalysisScreen

        desk = self._desk

        def analysis() -> "Analysis":
            from cstui.services.analysing import Analysis

            return Analysis(desk)

        return AnalysisScreen(
            analysis,
            desk.rules.zone,
            desk.clock.now,
            lambda period: desk.settings_over(period).threshold,
            self._go_to_ticket,
        )


def followup_screen() -> type[Screen[Any]]:
    """The class of the follow-up screen, whose import takes longest."""
    from screens.followup.screen import FollowUpScreen

    return FollowUpScreen


def _analysis_screen() -> type[Screen[Any]]:
    from screens.analysis.screen import AnalysisScreen

    return AnalysisScreen


def _mode(
    folder: str, kind: Callable[[], type[Screen[Any]]], make: Callable[[], Screen[Any]]
) -> Mode:
    """A mode whose style sheet lies beside its screen."""
    return Mode(kind, make, _SCREENS / folder / "screen.tcss")
