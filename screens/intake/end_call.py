"""The dialog that asks how a call ended; it takes a digit."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.widget import Widget

from cstui.domain.dispositions import Disposition
from screens.intake.ending import DIRECT_KEYS
from screens.kit.dialogs.dialog import Dialog
from screens.kit.keys import bind
from screens.kit.language import Phrase
from screens.kit.options import Option, OptionsView
from screens.kit.text import displayable


class EndCall(Dialog[int]):
    """Asks how the call ended; gives the place of a disposition, from 0. One digit picks.

    Args:
        dispositions: the team's dispositions.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("enter", "kit.dialog.accept", "accept"),
        bind("up", "kit.table.up", "move(-1)", show=False),
        bind("down", "kit.table.down", "move(1)", show=False),
    ]
    DEFAULT_CSS = """
    EndCall {
        align: right bottom;
        & > #box { width: auto; min-width: 30; }
        & OptionsView { background: transparent; width: 34; }
    }
    """

    def __init__(self, dispositions: Sequence[Disposition]) -> None:
        super().__init__(Phrase("intake.end_title"))
        self._view = OptionsView(
            [
                Option(str(place), f"{place + 1}  {displayable(each.name)}", _key_of(place))
                for place, each in enumerate(dispositions)
            ]
        )

    def compose_body(self) -> Iterable[Widget]:
        """The dispositions, each with its digit."""
        yield self._view

    def on_key(self, event: events.Key) -> None:
        """Picks by digit, be it a full-width one."""
        digit = unicodedata.normalize("NFKC", event.character or "")
        if digit.isdecimal() and 0 < int(digit) <= len(self._view.options):
            event.stop()
            self.dismiss(int(digit) - 1)

    def action_move(self, lines: int) -> None:
        """Moves the cursor."""
        self._view.move(lines)

    def action_accept(self) -> None:
        """Picks the one under the cursor."""
        self.dismiss(self._view.cursor)


def _key_of(place: int) -> str:
    """The key that does the same without the list."""
    return DIRECT_KEYS[place].upper() if place < len(DIRECT_KEYS) else ""
