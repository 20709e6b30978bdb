"""The frame of all dialogs."""

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from cstui.i18n import Translator
from screens.kit.internals import QuietModal
from screens.kit.keybar import KeyBar
from screens.kit.keys import bind
from screens.kit.language import Wording, said, translator_of
from screens.kit.text import displayable

ResultT = TypeVar("ResultT")


class Dialog(QuietModal[ResultT | None], Generic[ResultT]):
    """A titled box over the screen, with its own line of keys; Esc gives None.

    Args:
        title: what the box is about, in a few words.
    """

    BINDINGS: ClassVar[list[BindingType]] = [bind("escape", "kit.dialog.cancel", "cancel")]
    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: transparent;
        & > #box {
            width: 72;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            margin: 1 2 2 2;
            padding: 1 2;
            border: round $primary;
            border-title-color: $text-primary;
            border-title-style: bold;
            background: $background;
            scrollbar-size-vertical: 1;
        }
        & KeyBar { dock: bottom; }
    }
    """

    def __init__(self, title: Wording) -> None:
        super().__init__()
        self._heading = title

    @property
    def t(self) -> Translator:
        """The app's translator."""
        return translator_of(self)

    def compose(self) -> ComposeResult:
        """The box and the keys."""
        with VerticalScroll(id="box", can_focus=False) as box:
            box.border_title = Content(displayable(said(self._heading, self.t)))
            yield from self.compose_body()
        yield KeyBar()

    def compose_body(self) -> Iterable[Widget]:
        """What stands in the box."""
        return ()

    def action_cancel(self) -> None:
        """Closes without a result."""
        self.dismiss(None)
