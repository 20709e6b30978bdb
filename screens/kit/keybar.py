"""The bottom line: the keys of the moment."""

from typing import TypeVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Static

from screens.kit.keys import Shortcut, key_text, shortcuts
from screens.kit.language import follow_language, translator_of

ResultT = TypeVar("ResultT")


class KeyBar(Static):
    """Shows the active bindings that have a phrase, as many as the line holds.

    The app's keys come first and those of the focused field last, so that the line stays still
    while the focus moves. Unlike Textual's footer it is one widget and never lays out the screen.
    """

    DEFAULT_CSS = """
    KeyBar { height: 1; width: 100%; background: $panel; color: $foreground; text-wrap: nowrap; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(markup=False, id=id)
        self._shown: Content | None = None

    def on_mount(self) -> None:
        """Follows focus, bindings and language."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)
        follow_language(self, self.show_keys)

    def on_resize(self, event: events.Resize) -> None:
        """Fits the new width."""
        self.show_keys()

    def show_keys(self) -> None:
        """Writes the line anew, when it changed."""
        content = self._line(self.size.width)
        if content != self._shown:
            self._shown = content
            self.update(content, layout=False)

    def _follow(self, screen: Screen[ResultT]) -> None:
        self.show_keys()

    def _line(self, width: int) -> Content:
        """The keys from left to right, as far as the width goes; none is cut in half."""
        t = translator_of(self)
        parts: list[tuple[str, str]] = []
        room = width
        for shortcut in self._active():
            key = f" {key_text(shortcut.best_key, t, short=True)} "
            label = f"{t(shortcut.phrase)} "
            if (cells := cell_len(key) + cell_len(label)) > room:
                break
            room -= cells
            parts += [(key, "bold $text-primary"), (label, "")]
        return Content.assemble(*parts)

    def _active(self) -> list[Shortcut]:
        """What the keys of the moment do, the app's first, the focused widget's last.

        Those of one of them stand in the order in which it names them.
        """
        by_node: dict[DOMNode, list[Binding]] = {}
        for node, binding, enabled, _ in self.screen.active_bindings.values():
            if binding.show and enabled:
                by_node.setdefault(node, []).append(binding)
        depth = {self.app: 0, self.screen: 1}
        nodes = sorted(by_node, key=lambda node: depth.get(node, 2))
        return [one for node in nodes for one in _ordered(node, shortcuts(by_node[node]))]


def _ordered(node: DOMNode, given: list[Shortcut]) -> list[Shortcut]:
    named = [one.phrase for one in shortcuts(type(node).BINDINGS)]
    places = {phrase: place for place, phrase in enumerate(named)}
    return sorted(given, key=lambda one: places.get(one.phrase, len(places)))
