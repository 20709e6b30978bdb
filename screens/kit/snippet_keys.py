"""The typing of a snippet: its abbreviation, the list of what fits, and its holes."""

import re
from collections.abc import Callable
from typing import Any, Protocol

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset, Region
from textual.screen import Screen

from cstui.services.intake.snippets import Snippets
from screens.kit.options import LIST_MOVES, Option, OverlayList
from screens.kit.text import fit, one_line

_ABBREVIATION = re.compile(r"[;；]([\w.-]{1,16})$")
_SHOWN_CELLS = 56


class SnippetList(OverlayList):
    """The list of the snippets that fit what is typed."""


class Editor(Protocol):
    """What snippets need of a field."""

    @property
    def screen(self) -> Screen[Any]:
        """The screen on which the list opens."""

    @property
    def has_focus(self) -> bool:
        """Whether it is typed into."""

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the cursor stands on the screen."""

    def text_before(self) -> str:
        """The text of the cursor's line up to the cursor."""

    def put(self, length: int, text: str) -> None:
        """Replaces so many characters before the cursor."""

    def select(self, wanted: str, back: int) -> bool:
        """Selects a text that stands after the cursor, or so many characters before; if it does."""


class SnippetKeys:
    """What is being typed of a snippet in a field, its list, and its holes still to be filled.

    After a semicolon and a letter the snippets that fit are listed; Tab or Enter takes the marked
    one, Esc leaves the text as it stands. What is taken replaces the abbreviation alone. Then Tab
    goes from hole to hole, and leaves the field after the last.
    """

    def __init__(self, editor: Editor, source: Callable[[], Snippets]) -> None:
        self._editor = editor
        self._source = source
        self._list: SnippetList | None = None
        self._asked: str | None = None
        self._refused: str | None = None
        self._holes: list[str] = []

    def takes(self, key: str) -> bool:
        """Whether Enter or Tab would take a snippet, or Tab go to a hole."""
        return self._list is not None or (key == "tab" and bool(self._holes))

    def ask(self) -> None:
        """Lists all snippets, to be narrowed by what is typed from here on."""
        self._asked = self._editor.text_before()
        self._refused = None
        self.follow()

    def follow(self) -> None:
        """Opens, narrows or closes the list as the text before the cursor says."""
        if not self._editor.has_focus:
            return
        typed = self._typed()
        if typed is None:
            self._asked = self._refused = None
            self._close()
        elif typed[0] != self._refused:
            self._show(self._source(), typed[1])

    def leave(self) -> None:
        """Forgets all, as another field is gone to."""
        self._asked = self._refused = None
        self._holes.clear()
        self._close()

    def take_key(self, event: events.Key) -> None:
        """Takes the keys of the open list, and Tab while a hole is left."""
        if self._list and event.key in LIST_MOVES:
            self._list.move(LIST_MOVES[event.key])
        elif self._list and event.key in ("tab", "enter"):
            self._put_in(self._list)
        elif self._list and event.key == "escape":
            self._refuse()
        elif not (event.key == "tab" and self._to_next_hole()):
            return
        event.stop()
        event.prevent_default()

    def _typed(self) -> tuple[str, str] | None:
        """The text before an abbreviation, and its letters; None where none is being typed."""
        before = self._editor.text_before()
        if self._asked is not None and before.startswith(self._asked):
            return self._asked, before[len(self._asked) :]
        found = _ABBREVIATION.search(before)
        return (before[: found.start()], found[1]) if found else None

    def _show(self, snippets: Snippets, typed: str) -> None:
        names = snippets.fitting(typed)
        if not names:
            self._close()
            return
        options = [_option(name, snippets.texts[name]) for name in names]
        if self._list:
            self._list.show(options)
        else:
            self._list = SnippetList(options)
            self._editor.screen.mount(self._list)
        self._list.stand_by(Region(*self._editor.cursor_screen_offset, 1, 1), len(options))

    def _put_in(self, shown: SnippetList) -> None:
        """Puts the marked snippet in the place of its abbreviation, the first hole selected."""
        typed = self._typed()
        if shown.current and typed:
            put = self._source().expanded(shown.current.value)
            self._close()
            self._asked = None
            self._editor.put(len(self._editor.text_before()) - len(typed[0]), put.text)
            self._holes = [put.text[start:end] for start, end in put.holes]
            self._to_next_hole(back=len(put.text))
        self._refuse()

    def _refuse(self) -> None:
        """Lists nothing for what stands before the cursor now."""
        typed = self._typed()
        self._asked = None
        self._refused = typed[0] if typed else None
        self._close()

    def _to_next_hole(self, back: int = 0) -> bool:
        """Selects the next hole; False where none is left."""
        while self._holes:
            if self._editor.select(self._holes.pop(0), back):
                return True
        return False

    def _close(self) -> None:
        if self._list:
            self._list.remove()
            self._list = None


def _option(name: str, text: str) -> Option:
    label = f"{name}  {one_line(text)}"
    return Option(name, fit(label, min(cell_len(label), _SHOWN_CELLS)))
