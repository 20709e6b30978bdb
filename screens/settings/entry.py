"""One setting: what it does, its value as text, the day from which on it holds."""

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from cstui.ports import Setting
from cstui.services.settings.toml_text import written
from screens.kit.fields import Field, TextField
from screens.kit.form import Form, Labelled
from screens.kit.language import Phrase, said, translator_of
from screens.kit.text import displayable
from screens.settings.naming import name_of, tip_of


class Entry(Vertical):
    """The setting under the cursor; it says what is typed, and saves nothing itself.

    Args:
        may_change: whether its value can be edited, and not only looked at.
    """

    class Edited(Message):
        """The value was typed into."""

    def __init__(self, *, may_change: bool, id: str | None = None) -> None:
        super().__init__(id=id)
        self._may_change = may_change
        self._about = Static(id="about", markup=False)
        self._value = TextField(id="value")
        self._value.read_only = not may_change
        self._wrong = Static(id="wrong", markup=False)
        self._from = Form(Labelled(Phrase("settings.from"), Field(id="effective")), id="from")
        self._later = Static(id="later", markup=False)

    def compose(self) -> ComposeResult:
        """What it does, its value, what is wrong with it, since when it holds."""
        yield self._about
        yield self._value
        yield self._wrong
        if self._may_change:
            yield self._from
        yield self._later

    @property
    def text(self) -> str:
        """The value as it stands in the field."""
        return self._value.text

    @property
    def effective(self) -> str:
        """The day as it was typed."""
        return self._from["effective"].answer

    @effective.setter
    def effective(self, day: str) -> None:
        self._from.fill({"effective": day})

    def show(self, key: str, text: str, later: Iterable[Setting]) -> None:
        """Shows a setting; a text that stands there already is left alone, with its cursor."""
        t = translator_of(self)
        about = [f"{said(name_of(key), t)}  {key}", *said(tip_of(key), t).split("\n")]
        if not self._may_change:
            about.append(t("settings.read_only"))
        self._about.update(_lines(about))
        self._later.update(
            _lines(
                t("settings.begins", day=one.effective, value=written(one.value)) for one in later
            )
        )
        if self._value.text != text:
            self._value.text = text
            self.show_wrong("")

    def show_wrong(self, text: str, line: int = 0) -> None:
        """Tells what is wrong with the value, and goes to that line; without text, nothing is."""
        self._wrong.update(_lines(text.split("\n")))
        self._wrong.display = bool(text)
        if line:
            self._value.move_cursor((line - 1, 0))
            self._value.focus()

    def show_wrong_day(self, text: str) -> None:
        """Tells what is wrong with the day; without text, nothing is."""
        self._from.show_errors({"effective": text} if text else {})
        self._from.focus_first_error()

    def focus_value(self) -> None:
        """Goes to the value."""
        self._value.focus()

    @on(TextField.Changed)
    def _on_typed(self, event: TextField.Changed) -> None:
        event.stop()
        self.post_message(self.Edited())


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(displayable(line) for line in lines)
