"""The help: every key, grouped by screen, made from the bindings themselves."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, TypeVar

from msgspec import Struct
from rich.console import Group, RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text
from textual.app import App
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from screens.kit.dialogs.dialog import Dialog
from screens.kit.factories import Modes, bindings_of
from screens.kit.keys import Shortcut, bind, key_text, mode_of_action, shortcuts
from screens.kit.language import Phrase, Wording, said

ResultT = TypeVar("ResultT")
KEY_CELLS = 12
NAME_CELLS = 14


class Section(Struct, frozen=True):
    """The keys of one screen."""

    title: Wording
    """The screen's name."""
    shortcuts: Sequence[Shortcut]
    """Its keys."""


def sections(app: App[ResultT], modes: Modes) -> list[Section]:
    """The keys of the screen that is open, of the other modes, of fields and tables, of the app."""
    everywhere = shortcuts(
        binding for kind in type(app).__mro__ for binding in kind.__dict__.get("BINDINGS", [])
    )
    titles = {mode_of_action(key.action): key.phrase for key in everywhere}
    ordered = sorted(modes, key=lambda mode: mode != app.current_mode)
    by_mode = [(titles.get(mode), shortcuts(bindings_of(modes[mode]))) for mode in ordered]
    fields = {type(widget): None for widget in app.screen.query("*")}
    in_fields = shortcuts(binding for kind in fields for binding in kind.BINDINGS)
    found = [Section(Phrase(title), keys) for title, keys in by_mode if title]
    if len(app.screen_stack) > 1:
        # a screen opened over that of the mode
        found.insert(0, Section(Phrase("kit.help.here"), shortcuts(app.screen.BINDINGS)))
    found.append(Section(Phrase("kit.help.fields"), in_fields))
    found.append(Section(Phrase("kit.help.everywhere"), everywhere))
    return [section for section in found if section.shortcuts]


class HelpScreen(Dialog[None]):
    """Shows sections of keys; the arrow keys scroll, Esc or F1 closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("escape", "kit.dialog.close", "cancel"),
        bind("f1,enter", "kit.dialog.close", "cancel", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"help--title", "help--key", "help--tip"}
    DEFAULT_CSS = """
    HelpScreen {
        & > #box { width: 76; }
        & #keys { height: auto; max-height: 100vh; scrollbar-size-vertical: 1; }
        & > .help--title { text-style: bold; color: $text-primary; }
        & > .help--key { text-style: bold; color: $foreground; }
        & > .help--tip { color: $foreground-muted; }
    }
    """

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__(Phrase("kit.help"))
        self.sections = sections

    def compose_body(self) -> Iterable[Widget]:
        """All sections, scrolling."""
        parts = [part for section in self.sections for part in self._parts(section)]
        yield VerticalScroll(Static(Group(*parts), expand=True), id="keys")

    def _parts(self, section: Section) -> Iterator[RenderableType]:
        """A title, and a table of key, name and tip."""
        yield Text(said(section.title, self.t), self._style("title"))
        table = Table.grid(padding=(0, 2), expand=True)
        table.add_column(style=self._style("key"), width=KEY_CELLS)
        table.add_column(width=NAME_CELLS)
        table.add_column(style=self._style("tip"), ratio=1)
        for shortcut in section.shortcuts:
            keys = "  ".join(key_text(key, self.t) for key in shortcut.keys)
            table.add_row(keys, self.t(shortcut.phrase), shortcut.tip(self.t))
        yield table
        yield Text()

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"help--{name}", partial=True)
