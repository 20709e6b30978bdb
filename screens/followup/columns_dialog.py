"""The dialog in which somebody chooses what lists show of tickets, and in which order."""

from collections.abc import Iterable
from itertools import accumulate
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Static

from cstui.i18n import Translator
from cstui.services.queues import USUAL_COLUMNS, ColumnName, Columns
from screens.followup.rows import columns_of
from screens.kit.columns import GAP
from screens.kit.dialogs.dialog import Dialog
from screens.kit.keys import bind
from screens.kit.language import Phrase, Wording
from screens.kit.options import Option, OptionsView

_CHOSEN, _NOT_CHOSEN = "●", " "


class _Label(Phrase):
    """A column's title behind a mark."""

    __slots__ = ()

    def __call__(self, t: Translator) -> str:
        """Both in the translator's language."""
        return f"{self.values['mark']} {t(self.key)}"


class ColumnsDialog(Dialog[Columns]):
    """Columns from top to bottom as they stand from left to right.

    Args:
        columns: those that are chosen now.
        room: how many cells a row of the list has; what does not fit says so.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("enter,ctrl+s", "kit.dialog.accept", "accept"),
        bind("space", "queue.columns.choose", "choose"),
        bind("left", "queue.columns.earlier", "shift(-1)"),
        bind("right", "queue.columns.later", "shift(1)"),
        bind("u", "queue.columns.usual", "usual"),
        bind("up", "kit.table.up", "move(-1)", show=False),
        bind("down", "kit.table.down", "move(1)", show=False),
    ]
    DEFAULT_CSS = """
    ColumnsDialog OptionsView { background: transparent; margin-top: 1; }
    """

    def __init__(self, columns: Columns, room: int) -> None:
        super().__init__(Phrase("queue.columns"))
        self._room = room
        self._take(columns)
        self._view = OptionsView(self._options())

    def compose_body(self) -> Iterable[Widget]:
        """What to press, and the columns."""
        yield Static(self.t("queue.columns.text"), markup=False)
        yield self._view

    def action_move(self, lines: int) -> None:
        """Goes to another column."""
        self._view.move(lines)

    def action_choose(self) -> None:
        """Shows the column, or shows it no more."""
        self._chosen ^= {self._order[self._view.cursor]}
        self._show(self._view.cursor)

    def action_shift(self, places: int) -> None:
        """Puts the column before the one before it, or after the next."""
        order, place = self._order, self._view.cursor
        beside = min(max(place + places, 0), len(order) - 1)
        order[place], order[beside] = order[beside], order[place]
        self._show(beside)

    def action_usual(self) -> None:
        """Chooses what everybody begins with."""
        self._take(USUAL_COLUMNS)
        self._show(0)

    def action_accept(self) -> None:
        """Gives what is chosen; where nothing is, what everybody begins with."""
        self.dismiss(self._columns or USUAL_COLUMNS)

    @property
    def _columns(self) -> Columns:
        return tuple(name for name in self._order if name in self._chosen)

    def _take(self, columns: Columns) -> None:
        self._chosen = set(columns)
        self._order = [*columns, *(name for name in ColumnName if name not in columns)]

    def _show(self, cursor: int) -> None:
        self._view.show(self._options())
        self._view.move(cursor)

    def _options(self) -> list[Option]:
        mark, *columns = columns_of(self._columns)
        widths = accumulate((column.width + GAP for column in columns), initial=mark.width + GAP)
        ends = dict(zip(("", *self._columns), widths, strict=True))
        return [
            Option(
                name,
                _Label(f"followup.{name}", mark=_CHOSEN if name in ends else _NOT_CHOSEN),
                self._hint(ends.get(name, 0)),
            )
            for name in self._order
        ]

    def _hint(self, end: int) -> Wording:
        return Phrase("queue.columns.cut") if end - GAP > self._room else ""
