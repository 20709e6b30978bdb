"""Fields of one line and of many, without borders."""

from textual import events

from screens.kit.internals import QuietInput, QuietTextArea, is_alt_key
from screens.kit.text import many_lines, one_line


class Field(QuietInput):
    """A compact one-line field.

    Pasted lines are joined by a space instead of being lost, and a key with Alt types nothing.
    """

    DEFAULT_CSS = """
    Field, Field.-textual-compact {
        background: $surface;
        padding: 0 1;
        &.-odd { background: $panel; }
        &:focus { background: $primary-muted; background-tint: transparent; }
        &.-invalid { background: $error-muted; }
    }
    """

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
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
        )

    @property
    def answer(self) -> str:
        """What the field says, without space around it."""
        return self.value.strip()

    @answer.setter
    def answer(self, answer: str) -> None:
        self.value = one_line(answer)

    def on_key(self, event: events.Key) -> None:
        """Keeps a key with Alt from Textual's own handler, which runs next."""
        if is_alt_key(event):
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
        & .text-area--cursor-line { background: transparent; }
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

    def on_key(self, event: events.Key) -> None:
        """Keeps a key with Alt from Textual's own handler, which runs next."""
        if is_alt_key(event):
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Drops control characters before Textual's own handler, which runs next, types it."""
        event.text = many_lines(event.text)
