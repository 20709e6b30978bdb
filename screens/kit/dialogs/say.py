"""Dialogs that tell something: one asks for consent, one shows a text to read or copy."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from screens.kit.dialogs.dialog import Dialog
from screens.kit.keys import bind
from screens.kit.language import Wording, said


class Confirm(Dialog[bool]):
    """Asks whether to go on; gives True, or None.

    Args:
        title: the question in a few words.
        text: what would happen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [bind("enter,ctrl+s", "kit.dialog.accept", "accept")]

    def __init__(self, title: Wording, text: Wording) -> None:
        super().__init__(title)
        self._text = text

    def compose_body(self) -> Iterable[Widget]:
        """The text."""
        yield Static(said(self._text, self.t), markup=False)

    def action_accept(self) -> None:
        """Goes on."""
        self.dismiss(True)


class Message(Dialog[bool]):
    """Shows a text until Enter or Esc; Ctrl+C copies it to the terminal's clipboard.

    Args:
        title: what it is about.
        text: the text; a long one scrolls.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("enter,ctrl+s", "kit.dialog.close", "cancel"),
        bind("ctrl+c", "kit.dialog.copy", "copy"),
    ]
    DEFAULT_CSS = """
    Message #text { height: auto; max-height: 70vh; scrollbar-size-vertical: 1; }
    """

    def __init__(self, title: Wording, text: Wording) -> None:
        super().__init__(title)
        self._text = text

    def compose_body(self) -> Iterable[Widget]:
        """The text, scrolling."""
        yield VerticalScroll(Static(said(self._text, self.t), markup=False), id="text")

    def action_copy(self) -> None:
        """Copies the text."""
        self.app.copy_to_clipboard(said(self._text, self.t))
        self.notify(self.t("kit.dialog.copied"), markup=False)
