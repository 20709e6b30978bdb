"""The follow-up screen: tickets to look at, and all that is done to them."""

from collections.abc import Coroutine
from pathlib import Path
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.signal import Signal

from cstui.ports import Changes
from cstui.services.followup import FollowUp
from cstui.services.queues import Overview, Queues
from cstui.services.wishes import WishBox
from screens.followup.alarm import Alarm
from screens.followup.bindings import KEYS
from screens.followup.deeds import deed_of
from screens.followup.doing import Doing
from screens.followup.looking import LookingScreen
from screens.followup.saved_views import SavedViews
from screens.followup.several import DoingSeveral
from screens.kit.appbase import app_of
from screens.kit.store_thread import Worker


class FollowUpScreen(LookingScreen):
    """Tickets in lists and in detail, and what an agent does with them.

    No field has the focus here, so that what is done most takes one letter.

    Args:
        followup: what an agent does with tickets.
        queues: which tickets there are to look at.
        wishes: how somebody wants to work.
        worker: where the store is used.
        changes: what was saved by whomever.
    """

    BINDINGS: ClassVar[list[BindingType]] = KEYS
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012  # as Textual types it

    def __init__(
        self,
        followup: FollowUp,
        queues: Queues,
        wishes: WishBox,
        worker: Worker[Changes | None],
        changes: Signal[Changes | None],
    ) -> None:
        super().__init__(followup, queues, worker, changes)
        self._doing = Doing(self, followup, worker)
        self._several = DoingSeveral(self, followup, worker)
        self._saved_views = SavedViews(self, wishes)
        self._alarm = Alarm(app_of(self), followup, wishes)
        self._acting = False

    def take(self, overview: Overview) -> None:
        """Takes in how all queues stand, and rings if that is wanted."""
        super().take(overview)
        self._alarm.look(overview.mine)

    def wants_news_unseen(self) -> bool:
        """Only for the bell."""
        return self._alarm.on

    @property
    def awaits_dialog(self) -> bool:
        """While the dialog of what was begun is not there yet, no key does anything else."""
        return self._acting and self.is_current

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers nothing while a dialog is about to open."""
        return None if self.awaits_dialog else super().check_action(action, parameters)

    def action_do(self, name: str) -> None:
        """Does something to the ticket under the cursor."""
        self._act(self._do(name))

    def action_several(self) -> None:
        """Does something to all marked tickets."""
        if self.queue.marked:
            self._act(self._do_several())
        else:
            self.news(self.t("queue.several.none"), warn=True)

    def action_views(self) -> None:
        """Chooses among the views that have a name, or gives this one a name."""
        self._act(self._choose_view())

    def action_bell(self) -> None:
        """Rings for limits from now on, or no more."""
        self._act(self._switch_bell())

    def _act(self, work: Coroutine[Any, Any, None]) -> None:
        """Begins something, unless something else was begun."""
        if self._acting:
            work.close()
            return
        self._acting = True
        self.run_told(self._acted(work), "do")

    async def _acted(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        finally:
            self._acting = False
            # what was meant for a dialog that did not open is meant for nothing
            app_of(self).typed_ahead.clear()

    async def _do(self, name: str) -> None:
        look = await self.look_at_current()
        if look is None:
            self.news(self.t("followup.none"), warn=True)
        elif await self._doing.do(deed_of(name, look.state), look.ticket):
            await self.refresh_lists()

    async def _do_several(self) -> None:
        if await self._several.do(self.queue.marked):
            self.queue.unmark()
            await self.refresh_lists()

    async def _choose_view(self) -> None:
        if wanted := await self._saved_views.choose(self.queue.wanted):
            await self.look_elsewhere(self.queue.show(wanted))

    async def _switch_bell(self) -> None:
        self._alarm.switch()
        self.news(self.t("queue.bell.on" if self._alarm.on else "queue.bell.off"))
