"""Looking at tickets: views, filter, order, marks, and what comes next."""

from textual import on

from cstui.ports import Which
from cstui.services.queues import Overview, Wanted
from screens.followup.filter_field import QueueFilter
from screens.followup.following import FollowingScreen


class LookingScreen(FollowingScreen):
    """What keys do to see other tickets; nothing here changes any."""

    _needing: tuple[int, ...] = ()
    """The tickets that need somebody, in the order of their need."""

    def take(self, overview: Overview) -> None:
        """Takes in how all queues stand, and which tickets need somebody."""
        super().take(overview)
        self._needing = tuple(one.id for one in overview.mine)

    @on(QueueFilter.Changed)
    def _filter(self, event: QueueFilter.Changed) -> None:
        if event.value != self.queue.wanted.text:
            # what was asked for before is of no use any more
            change = self.look_elsewhere(self.queue.filter(event.value))
            self.run_told(change, "filter", exclusive=True)

    def show_ticket(self, number: str) -> None:
        """Lists the ticket of a number alone, whatever its state."""
        self.go(self.queue.show(Wanted(Which.ALL, number)))

    def action_which(self, name: str) -> None:
        """Shows a view."""
        self.go(self.queue.show_which(Which(name)))

    def action_which_or_open(self, name: str) -> None:
        """Shows a view, or all open tickets where it is shown already."""
        there = self.queue.wanted.which == name
        self.action_which(Which.OPEN if there else name)

    def action_beside(self, step: int) -> None:
        """Shows the view so many places further on the line."""
        self.go(self.queue.show_beside(step))

    def action_sort(self) -> None:
        """Sorts by the next thing to sort by."""
        self.go(self.queue.sort_next())

    def action_next(self) -> None:
        """Goes to the next ticket that needs somebody."""
        self.go(self._go_next())

    def action_filter(self) -> None:
        """Lets the filter be typed."""
        self.queue.type_filter()

    def action_end_filter(self) -> None:
        """Goes to the list with what was typed."""
        self.queue.end_filter()

    def action_clear(self) -> None:
        """Takes the filter away; where there is none, the marks."""
        self.queue.end_filter()
        if self.queue.wanted.text:
            self.go(self.queue.filter(""))
        elif self.queue.table.marked:
            self.queue.unmark()

    def action_mark(self) -> None:
        """Marks the ticket under the cursor, or takes its mark away."""
        self.queue.mark()

    def action_mark_all(self) -> None:
        """Marks all tickets that are seen, or takes all marks away."""
        self.queue.mark_all()

    async def _go_next(self) -> None:
        """The one after the present ticket among those that need somebody, else the first."""
        needing, current = self._needing, self.queue.current
        if not needing:
            self.news(self.t("queue.next.none"))
            return
        place = needing.index(current) + 1 if current in needing else 0
        await self.queue.go_to(needing[place % len(needing)])
