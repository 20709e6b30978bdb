"""The table of tickets: its columns, and the marks before its rows."""

from collections.abc import Iterator, Sequence

from cstui.domain.listing import Listing
from cstui.ports import Which
from cstui.services.followup import FollowUp
from cstui.services.followup.watching import Company
from cstui.services.queues import USUAL_COLUMNS, Columns, Wanted
from screens.followup.rows import Rows, callback_columns_of, columns_of
from screens.kit.columns import Row
from screens.kit.language import translator_of
from screens.kit.table import PagedTable


class TicketsTable(PagedTable):
    """Shows tickets in the columns of a view, else in those that whoever looks has chosen.

    Args:
        followup: knows people and the time.
    """

    def __init__(self, followup: FollowUp, *, id: str | None = None) -> None:
        super().__init__(columns_of(USUAL_COLUMNS), id=id)
        self._followup = followup
        self._shown = self._usual = USUAL_COLUMNS
        self._marked: dict[int, None] = {}
        self._visited: frozenset[int] = frozenset()

    @property
    def current(self) -> int | None:
        """The ticket under the cursor, as its row in the store; None when there is none."""
        row = self.cursor_row
        return int(row.key) if row else None

    @property
    def columns(self) -> Columns:
        """What is shown of the tickets now, from left to right."""
        return self._shown

    @property
    def marked(self) -> Sequence[int]:
        """The tickets that are marked, as rows of the store, in the order of their marking."""
        return tuple(self._marked)

    def use(self, columns: Columns) -> None:
        """Shows these columns in views that have none of their own, from the next list on."""
        self._usual = columns

    def fit_columns(self, wanted: Wanted) -> None:
        """Shows the columns for a view; its rows come after this."""
        self._shown = wanted.columns or self._usual
        fitting = callback_columns_of if wanted.which is Which.CALLBACKS else columns_of
        self.set_columns(fitting(self._shown))

    def give(self, first: int, which: Which, listings: Sequence[Listing]) -> None:
        """Takes in tickets that were asked for."""
        rows = Rows(self._followup, translator_of(self), self._shown, self._marked, self._visited)
        made = rows.by_half_hour if which is Which.CALLBACKS else rows.by_due
        self.set_page(first, list(made(listings)))

    def mark(self) -> None:
        """Marks the ticket under the cursor, or takes its mark away, and goes on to the next."""
        if (row := self.current) is not None:
            if row in self._marked:
                del self._marked[row]
            else:
                self._marked[row] = None
            self.reload()
            self.action_move(1)

    def mark_all(self) -> None:
        """Marks all tickets that are seen, or takes all marks away."""
        if self._marked:
            self.unmark()
            return
        self._marked.update((int(row.key), None) for row in self._rows_seen())
        self.reload()

    def unmark(self) -> None:
        """Takes all marks away."""
        self._marked.clear()
        self.reload()

    def show_company(self, company: Company) -> None:
        """Marks the tickets that others look at."""
        before, self._visited = self._visited, frozenset(company)
        if any(int(row.key) in before ^ self._visited for row in self._rows_seen()):
            self.reload()

    def _rows_seen(self) -> Iterator[Row]:
        top = self.scroll_offset.y
        return filter(None, map(self.row_at, range(top, top + self.lines)))
