"""The field in which the queue's filter is typed."""

from typing import ClassVar

from textual.binding import BindingType

from screens.kit.fields import Field
from screens.kit.keys import bind
from screens.kit.language import follow_language, translator_of


class QueueFilter(Field):
    """Filters while it is typed; Enter and the arrows go to the list, Esc clears."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("enter", "queue.filter.done", "screen.end_filter"),
        bind("down,up", "kit.table.down", "screen.end_filter", show=False),
        bind("escape", "queue.filter.clear", "screen.clear"),
    ]

    def on_mount(self) -> None:
        """Follows the language."""
        follow_language(self, self._retranslate)

    def _retranslate(self) -> None:
        self.placeholder = translator_of(self)("queue.filter.hint")
