"""What is known of a screen before it is made."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any, TypeAlias

from msgspec import Struct
from textual.binding import BindingType
from textual.screen import Screen

Factory: TypeAlias = Callable[[], Screen[Any]]
"""Makes a screen: a `Mode`, or anything else of which no more is known."""
Modes: TypeAlias = Mapping[str, Factory]
"""How the screen of each mode is made."""


class Mode(Struct, frozen=True):
    """A screen whose module is imported only when somebody opens it or asks for its keys."""

    kind: Callable[[], type[Screen[Any]]]
    """Gives its class."""
    make: Callable[[], Screen[Any]]
    """Makes it."""
    style_sheet: Path
    """Its style sheet, which is read at the app's start."""

    def __call__(self) -> Screen[Any]:
        """The screen."""
        return self.make()


def bindings_of(make: Factory) -> Sequence[BindingType]:
    """The bindings of the screen that a factory makes, as far as they are known."""
    return make.kind().BINDINGS if isinstance(make, Mode) else ()


def style_sheets(factories: Iterable[Factory]) -> list[str | PurePath]:
    """The style sheets of the screens that some factories make, as far as they are known."""
    return [make.style_sheet for make in factories if isinstance(make, Mode)]
