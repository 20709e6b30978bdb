"""How a call may end: the line that tells the keys, and the list that takes a digit."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.strip import Strip
from textual.widget import Widget

from cstui.domain.dispositions import Disposition
from screens.kit.dialogs.dialog import Dialog
from screens.kit.keys import bind, key_text
from screens.kit.language import Phrase, follow_language, translator_of
from screens.kit.options import Option, OptionsView
from screens.kit.text import displayable

DIRECT_KEYS = ("f9", "f10", "f12", "f11")
"""The keys of the first dispositions; the one that some terminals keep for themselves is last."""
END_KEY = "f8"


class EndingLine(Widget):
    """One line: the keys of the first dispositions, and the key and digits of the others.

    Args:
        dispositions: gives the team's dispositions of the moment.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"ending--key"}
    DEFAULT_CSS = """
    EndingLine {
        height: 1;
        width: 100%;
        background: $surface;
        color: $foreground;
        & > .ending--key { color: $text-primary; text-style: bold; }
    }
    """

    def __init__(self, dispositions: Callable[[], Sequence[Disposition]]) -> None:
        super().__init__()
        self._dispositions = dispositions

    def on_mount(self) -> None:
        """Follows the language."""
        follow_language(self, self.show_now)

    def show_now(self) -> None:
        """Shows the team's dispositions as they are now."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """As many dispositions as there is room for; none is cut in half."""
        key_style, room = self.get_component_rich_style("ending--key"), self.size.width
        segments: list[Segment] = []
        for key, name in self._parts():
            told = [Segment(f" {key}", key_style), Segment(f" {name} ", self.rich_style)]
            cells = sum(segment.cell_length for segment in told)
            if cells > room:
                break
            segments += told
            room -= cells
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _parts(self) -> Iterable[tuple[str, str]]:
        t, given = translator_of(self), self._dispositions()
        for key, disposition in zip(DIRECT_KEYS, given, strict=False):
            yield key_text(key, t), displayable(disposition.name)
        yield key_text(END_KEY, t), t("intake.end_short")
        for digit, disposition in enumerate(given, 1):
            if digit > len(DIRECT_KEYS):
                yield str(digit), displayable(disposition.name)


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
