"""A dialog that picks one of several options."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from screens.kit.dialogs.dialog import Dialog
from screens.kit.fields import Field
from screens.kit.keys import bind
from screens.kit.language import Wording
from screens.kit.options import Option, OptionLike, OptionsView, matching, options_of

LIST_LINES = 10

ResultT = TypeVar("ResultT")


class FilterField(Field):
    """The field that narrows a list; its Enter key picks."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("enter", "kit.dialog.accept", "submit")]


class Picker(Dialog[ResultT], Generic[ResultT]):
    """Picks one option of a list that typing narrows.

    Args:
        title: what is picked.
        options: the options.
        current: the value under the cursor at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("ctrl+s", "kit.dialog.accept", "accept", show=False),
        bind("up", "kit.table.up", "move(-1)", show=False),
        bind("down", "kit.table.down", "move(1)", show=False),
        bind("pageup", "kit.table.page_up", f"move(-{LIST_LINES})", show=False),
        bind("pagedown", "kit.table.page_down", f"move({LIST_LINES})", show=False),
    ]
    DEFAULT_CSS = """
    Picker OptionsView { background: transparent; margin-top: 1; }
    """

    def __init__(self, title: Wording, options: Iterable[OptionLike], current: str = "") -> None:
        super().__init__(title)
        self._options = options_of(options)
        values = [option.value for option in self._options]
        cursor = values.index(current) if current in values else 0
        self._view = OptionsView(self._options, cursor=cursor)
        self._view.styles.height = min(LIST_LINES, len(values))

    def compose_body(self) -> Iterable[Widget]:
        """What is typed, and what fits it."""
        yield FilterField(placeholder=self.t("kit.choose.filter"))
        yield self._view

    @abstractmethod
    def picked(self, option: Option) -> ResultT:
        """The result of picking an option."""

    @on(Field.Changed)
    def _narrow(self, event: Field.Changed) -> None:
        self._view.show(matching(self._options, event.value, self.t))

    def action_move(self, lines: int) -> None:
        """Moves the cursor."""
        self._view.move(lines)

    @on(Field.Submitted)
    def action_accept(self) -> None:
        """Picks the option under the cursor."""
        if option := self._view.current:
            self.dismiss(self.picked(option))


class Choose(Picker[str]):
    """Picks one option; gives its value, or None. Typing narrows the list."""

    def picked(self, option: Option) -> str:
        """The option's value."""
        return option.value
