"""Fields in which snippets are put in by an abbreviation: `;` and a few letters."""

from collections.abc import Callable
from typing import Any, ClassVar, TypeAlias

from textual import events
from textual.binding import BindingType
from textual.document._document import Document
from textual.widgets.input import Selection as Span
from textual.widgets.text_area import Selection

from cstui.services.intake.snippets import Snippets
from screens.kit.fields import Field, TextField
from screens.kit.keys import bind
from screens.kit.snippet_keys import SnippetKeys
from screens.kit.text import many_lines, one_line

Source: TypeAlias = Callable[[], Snippets]
"""Gives the snippets at hand; asked when somebody begins to type one."""
_OPEN = bind("f4", "kit.snippets.open", "open_snippets")


class _Typing:
    """What both fields do while somebody types; no widget, so that each keeps its own styles."""

    _snippets: SnippetKeys

    def watch_selection(self) -> None:
        """Follows the typing."""
        self._snippets.follow()

    def on_key(self, event: events.Key) -> None:
        """Gives the list its keys."""
        self._snippets.take_key(event)

    def on_blur(self) -> None:
        """Closes the list."""
        self._snippets.leave()

    def action_open_snippets(self) -> None:
        """Lists all snippets."""
        self._snippets.ask()


class SnippetField(_Typing, Field):
    """A one-line field in which snippets may be typed."""

    BINDINGS: ClassVar[list[BindingType]] = [_OPEN]

    def __init__(self, value: str = "", *, snippets: Source, **rest: Any) -> None:  # noqa: ANN401
        self._snippets = SnippetKeys(self, lambda: _cleaned(snippets(), one_line))
        super().__init__(value, **rest)

    def takes(self, key: str) -> bool:
        """Whether Enter or Tab is for a snippet."""
        return self._snippets.takes(key)

    def text_before(self) -> str:
        """The text up to the cursor."""
        return self.value[: self.cursor_position]

    def put(self, length: int, text: str) -> None:
        """Replaces so many characters before the cursor."""
        self.replace(text, self.cursor_position - length, self.cursor_position)

    def select(self, wanted: str, back: int) -> bool:
        """Selects a text that stands after the cursor, or so many characters before; if it does."""
        start = self.value.find(wanted, self.cursor_position - back)
        if start >= 0:
            self.selection = Span(start, start + len(wanted))
        return start >= 0


class SnippetTextField(_Typing, TextField):
    """A field of several lines in which snippets may be typed."""

    BINDINGS: ClassVar[list[BindingType]] = [_OPEN]

    def __init__(self, value: str = "", *, snippets: Source, **rest: Any) -> None:  # noqa: ANN401
        self._snippets = SnippetKeys(self, lambda: _cleaned(snippets(), many_lines))
        super().__init__(value, **rest)

    def takes(self, key: str) -> bool:
        """Whether Enter or Tab is for a snippet, or Enter for a new line."""
        return self._snippets.takes(key) or super().takes(key)

    def text_before(self) -> str:
        """The text of the cursor's line up to the cursor."""
        line, column = self.cursor_location
        return self.document.get_line(line)[:column]

    def put(self, length: int, text: str) -> None:
        """Replaces so many characters before the cursor."""
        line, column = self.cursor_location
        done = self.replace(text, (line, column - length), (line, column))
        self.move_cursor(done.end_location)

    def select(self, wanted: str, back: int) -> bool:
        """Selects a text that stands after the cursor, or so many characters before; if it does."""
        assert isinstance(self.document, Document)
        cursor = self.document.get_index_from_location(self.cursor_location)
        start = self.text.find(wanted, cursor - back)
        if start >= 0:
            place = self.document.get_location_from_index
            self.selection = Selection(place(start), place(start + len(wanted)))
        return start >= 0


def _cleaned(snippets: Snippets, clean: Callable[[str], str]) -> Snippets:
    """The snippets as they may stand in a field of one or of many lines."""
    texts = {name: clean(text) for name, text in snippets.texts.items()}
    values = {name: clean(value) for name, value in snippets.values.items()}
    return Snippets(texts, values)
