"""The dialog of searches that found nothing: each is an article that is missing."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Literal, NamedTuple

from textual.binding import BindingType
from textual.widget import Widget

from cstui.domain.articles import MissedSearch
from screens.kit.dialogs.dialog import Dialog
from screens.kit.keys import bind
from screens.kit.language import Phrase
from screens.kit.options import Option, OptionsView

_LIST_LINES = 14


class Wanted(NamedTuple):
    """What is to become of a missed search."""

    way: Literal["write", "forget"]
    """Write the article, or strike the search out."""
    text: str
    """What was looked for."""


class MissedDialog(Dialog[Wanted]):
    """Shows missed searches, the most frequent first; gives what to do with one, or None.

    Args:
        missed: at least one.
        cursor: the line that is marked at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("enter", "knowledge.answer_missed", "take('write')"),
        bind("delete", "knowledge.forget", "take('forget')"),
        bind("up", "kit.table.up", "move(-1)", show=False),
        bind("down", "kit.table.down", "move(1)", show=False),
        bind("pageup", "kit.table.page_up", f"move(-{_LIST_LINES})", show=False),
        bind("pagedown", "kit.table.page_down", f"move({_LIST_LINES})", show=False),
    ]
    DEFAULT_CSS = """
    MissedDialog OptionsView { background: transparent; }
    """

    def __init__(self, missed: Sequence[MissedSearch], cursor: int = 0) -> None:
        super().__init__(Phrase("knowledge.missed.title"))
        options = [Option(one.text, one.text, _hint(one)) for one in missed]
        self._view = OptionsView(options, cursor=min(cursor, len(options) - 1))
        self._view.styles.height = min(_LIST_LINES, len(options))

    @property
    def cursor(self) -> int:
        """The line that is marked."""
        return self._view.cursor

    def compose_body(self) -> Iterable[Widget]:
        """The searches."""
        yield self._view

    def action_move(self, lines: int) -> None:
        """Marks another line."""
        self._view.move(lines)

    def action_take(self, way: Literal["write", "forget"]) -> None:
        """Gives what to do with the marked search."""
        if option := self._view.current:
            self.dismiss(Wanted(way, option.value))


def _hint(one: MissedSearch) -> Phrase:
    return Phrase("knowledge.missed.hint", count=one.count, day=f"{one.last:%Y-%m-%d}")
