"""The follow-up screen: tickets to look at, and all that is done to them."""

from collections.abc import Coroutine
from pathlib import Path
from typing import Any, ClassVar

from msgspec.structs import replace
from textual.binding import BindingType
from textual.signal import Signal

from cstui.ports import Changes
from cstui.services.followup import FollowUp
from cstui.services.followup.watching import Watching
from cstui.services.queues import Overview, Queues
from cstui.services.wishes import WishBox
from screens.followup.alarm import Alarm
from screens.followup.bindings import KEYS
from screens.followup.columns_dialog import ColumnsDialog
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
        watching: what is new of the ticket that is looked at, and who else looks.
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
        watching: Watching,
        wishes: WishBox,
        worker: Worker[Changes | None],
        changes: Signal[Changes | None],
    ) -> None:
        super().__init__(followup, queues, watching, worker, changes)
        self.queue.begin_with(wishes.read().columns)
        self._wishes = wishes
        self._doing = Doing(self, followup, worker)
        self._several = DoingSeveral(self, followup, worker)
        self._saved_views = SavedViews(self, wishes)
        self._alarm = Alarm(app_of(self), followup, wishes)
        self._acting = False

    def take(self, overview: Overview) -> None:
        """Takes in how all queues stand, and rings if that is wanted."""
        super().take(overview)
        self._alarm.look(overview)

    def wants_news_unseen(self) -> bool:
        """Only for the bell."""
        return self._alarm.on

    def action_do(self, name: str) -> None:
        """Does something to the ticket under the cursor."""
        self._act(self._do(name))

    def action_several(self) -> None:
        """Does something to all marked tickets."""
        if self.queue.table.marked:
            self._act(self._do_several())
        else:
            self.news(self.t("queue.several.none"), warn=True)

    def action_views(self) -> None:
        """Chooses among the views that have a name, or gives this one a name."""
        self._act(self._choose_view())

    def action_columns(self) -> None:
        """Chooses what lists show of tickets."""
        self._act(self._choose_columns())

    def action_bell(self) -> None:
        """Rings for limits from now on, or no more."""
        self._act(self._switch_bell())

    def _act(self, work: Coroutine[Any, Any, bool]) -> None:
        """Begins something, unless something else was begun."""
        if self._acting:
            work.close()
            return
        self._acting = True
        self.run_told(self._acted(work), "do")

    async def _acted(self, work: Coroutine[Any, Any, bool]) -> None:
        """Does it; what is typed meanwhile is for the dialog to come, or for what is there then."""
        try:
            with app_of(self).keys.held(self) as hold:
                if not await work:
                    hold.refuse()
        finally:
            self._acting = False

    async def _do(self, name: str) -> bool:
        look = await self.look_at_current()
        if look is None:
            self.news(self.t("followup.none"), warn=True)
            return False
        if not await self._doing.do(deed_of(name, look.state), look.ticket):
            return False
        await self.refresh_lists()
        return True

    async def _do_several(self) -> bool:
        if done := await self._several.do(self.queue.table.marked):
            self.queue.unmark()
            await self.refresh_lists()
        return done

    async def _choose_view(self) -> bool:
        present = replace(self.queue.wanted, columns=self.queue.table.columns)
        if wanted := await self._saved_views.choose(present):
            await self.look_elsewhere(self.queue.show(wanted))
        return True

    async def _choose_columns(self) -> bool:
        table = self.queue.table
        room = table.scrollable_content_region.width - 1
        columns = await self.app.push_screen_wait(ColumnsDialog(table.columns, room))
        if columns is not None:
            self._wishes.keep(replace(self._wishes.read(), columns=columns))
            await self.look_elsewhere(self.queue.show_columns(columns))
        return True

    async def _switch_bell(self) -> bool:
        self._alarm.switch()
        self.news(self.t("queue.bell.on" if self._alarm.on else "queue.bell.off"))
        return True
