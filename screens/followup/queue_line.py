"""The line above the tickets: what is listed, or the filter while it is typed, and what is next."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from cstui.domain.listing import Listing
from cstui.ports import Which
from cstui.services.followup import FollowUp
from cstui.services.queues import Wanted
from screens.followup.filter_field import QueueFilter
from screens.followup.next_due import NextDue
from screens.kit.language import translator_of
from screens.kit.text import displayable

_BETWEEN = "  "


class QueueLine(Horizontal):
    """Says what is listed and comes next, and takes the filter.

    Args:
        followup: knows the time.
    """

    def __init__(self, followup: FollowUp, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._says = Static(id="view", markup=False)
        self._filter = QueueFilter(id="filter")
        self._filter.display = False
        self._next = NextDue(followup, id="next")

    def compose(self) -> ComposeResult:
        """What is listed, where the filter is typed, and what is next."""
        yield self._says
        yield self._filter
        yield self._next

    def say(self, shown: Wanted, total: int, marked: int) -> None:
        """Says what is listed, and how many tickets of it are marked."""
        t = translator_of(self)
        said = [t("queue.says.number", n=total)]
        if shown.which not in (Which.ALL, Which.CALLBACKS):
            said.append(t(f"queue.by.{shown.by}"))
        if shown.text:
            said.append(t("queue.says.filter", text=displayable(shown.text)))
        if marked:
            said.append(t("queue.says.marked", n=marked))
        self._says.update(" " + _BETWEEN.join(said), layout=False)

    def type_filter(self, text: str) -> None:
        """Lets the filter be typed, from the present one on."""
        self._filter.value = text
        self._says.display, self._filter.display = False, True
        self._filter.focus()

    def end_filter(self) -> None:
        """Says again what is listed."""
        self._says.display, self._filter.display = True, False

    def show_next(self, needing: Sequence[Listing]) -> None:
        """Shows the first of the tickets that need somebody."""
        self._next.show_first_of(needing)
