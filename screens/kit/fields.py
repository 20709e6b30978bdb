"""Fields of one line and of many, without borders."""

from textual import events

from screens.kit.internals import is_alt_key
from screens.kit.quiet import QuietInput, QuietTextArea
from screens.kit.text import displayable, many_lines, one_line


class Field(QuietInput):
    """A compact one-line field.

    Pasted lines are joined by a space instead of being lost; a key with Alt types nothing, nor does
    a mark that has no width.

    Args:
        anew: whether the first key replaces the text that stands there; else somebody who comes
            back to a text would wipe it.
    """

    DEFAULT_CSS = """
    Field, Field.-textual-compact {
        background: $surface;
        padding: 0 1;
        &.-odd { background: $panel; }
        &:focus { background: $primary-muted; }
        &.-invalid { background: $error-muted; background-tint: $error 20%; }
        &.-invalid:focus { background-tint: transparent; }
    }
    """

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        anew: bool = False,
        id: str | None = None,
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        super().__init__(
            value,
            placeholder,
            id=id,
            classes=classes,
            disabled=disabled,
            compact=True,
            select_on_focus=anew,
        )

    @property
    def answer(self) -> str:
        """What the field says, without space around it."""
        return self.value.strip()

    @answer.setter
    def answer(self, answer: str) -> None:
        self.value = one_line(answer)

    def takes(self, key: str) -> bool:
        """Whether Enter or Tab is for the field just now, instead of leaving it."""
        return False

    def accept(self) -> None:
        """Settles its answer, when Enter goes on to the next field."""

    def on_key(self, event: events.Key) -> None:
        """Keeps from Textual's own handler, which runs next, what is not to be typed."""
        if is_alt_key(event) or not displayable(event.character or event.key):
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Joins the lines; Textual's own handler, which runs next, keeps the first one only."""
        event.text = one_line(event.text)


class TextField(QuietTextArea):
    """A compact field of several lines; Tab leaves it."""

    DEFAULT_CSS = """
    TextField, TextField.-textual-compact {
        background: $surface;
        height: 3;
        padding: 0 1;
        scrollbar-size-vertical: 1;
        &.-odd { background: $panel; }
        &:focus { background: $primary-muted; }
        &.-invalid { background: $error-muted; }
    }
    """

    def __init__(
        self,
        value: str = "",
        *,
        lines: int = 3,
        placeholder: str = "",
        id: str | None = None,
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        super().__init__(
            value,
            placeholder=placeholder,
            highlight_cursor_line=False,
            id=id,
            classes=classes,
            disabled=disabled,
            compact=True,
        )
        self.lines = lines

    @property
    def answer(self) -> str:
        """What the field says, without space around it."""
        return self.text.strip()

    @answer.setter
    def answer(self, answer: str) -> None:
        self.text = many_lines(answer)

    def takes(self, key: str) -> bool:
        """Whether Enter or Tab is for the field just now; without a list, Enter is a new line."""
        return key == "enter"

    def on_key(self, event: events.Key) -> None:
        """Keeps from Textual's own handler, which runs next, what is not to be typed."""
        if is_alt_key(event) or not displayable(event.character or event.key):
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Drops control characters before Textual's own handler, which runs next, types it."""
        event.text = many_lines(event.text)
