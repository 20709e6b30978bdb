"""What is known of a screen before it is made."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import PurePath
from typing import Any, TypeAlias

from textual.binding import BindingType
from textual.screen import Screen

Factory: TypeAlias = Callable[[], Screen[Any]]
"""Makes a screen: its class, or a `partial` of it."""
Modes: TypeAlias = Mapping[str, Factory]
"""How the screen of each mode is made."""


def bindings_of(make: Factory) -> Sequence[BindingType]:
    """The bindings of the screen that a factory makes; none when its class is not to be seen."""
    kind = _class_of(make)
    return kind.BINDINGS if kind else ()


def style_sheets(factories: Iterable[Factory]) -> list[str | PurePath]:
    """The style sheets of the screens that some factories make."""
    paths: list[str | PurePath] = []
    for kind in map(_class_of, factories):
        given = kind.CSS_PATH if kind else None
        listed = given if isinstance(given, list) else [given] if given else []
        paths += listed
    return paths


def _class_of(make: Factory) -> type[Screen[Any]] | None:
    kind = make.func if isinstance(make, partial) else make
    return kind if isinstance(kind, type) and issubclass(kind, Screen) else None
