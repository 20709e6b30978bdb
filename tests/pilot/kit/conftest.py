"""An app of one screen, in which a widget is tried out."""

from collections.abc import Callable, Iterable
from typing import ClassVar

import pytest
from textual.binding import BindingType
from textual.screen import Screen
from textual.widget import Widget

from screens.kit.app import KitApp
from screens.kit.base import BaseScreen
from screens.kit.keys import bind, bind_mode

Body = Callable[[], Iterable[Widget]]


class TryScreen(BaseScreen[None]):
    """Shows the widgets that it is given."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("f5", "kit.dialog.copy", "nothing")]

    def __init__(self, body: Body) -> None:
        super().__init__()
        self._body = body

    def compose_body(self) -> Iterable[Widget]:
        """The widgets."""
        return self._body()

    def action_nothing(self) -> None:
        """Does nothing."""


class TryApp(KitApp[None, list[str]]):
    """Two modes: the widgets, and an empty screen."""

    DEFAULT_MODE = "one"
    BINDINGS: ClassVar[list[BindingType]] = [
        bind_mode("f2", "kit.table.first", "one"),
        bind_mode("f3", "kit.table.last", "two"),
    ]

    def __init__(self, body: Body) -> None:
        def one() -> Screen[None]:
            return TryScreen(body)

        def two() -> Screen[None]:
            return TryScreen(tuple)

        self.time = "12:00:00"
        super().__init__("en", lambda: self.time, modes={"one": one, "two": two})


@pytest.fixture
def app_of() -> Callable[..., TryApp]:
    """Makes an app of some widgets."""
    return lambda *widgets: TryApp(lambda: widgets)
