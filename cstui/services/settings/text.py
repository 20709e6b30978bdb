"""One setting's value as a text that somebody edits."""

from collections.abc import Callable, Mapping
from typing import Any

import tomli_w

from cstui.services.settings.file import toml_of
from cstui.services.settings.toml_lines import TomlText, WrittenWrong

_NAME = "value"
_OF_TOML = ('"', "'", "[", "{")
"""What begins so is meant to be TOML, not a bare word."""


def value_text(value: object) -> str:
    """A value as it is edited: a table as its lines, anything else as it stands behind its key."""
    if isinstance(value, Mapping):
        return tomli_w.dumps(value).rstrip()
    return toml_of(_NAME, value).removeprefix(f"{_NAME} = ").rstrip()


class TypedValue:
    """A value as somebody typed it.

    Args:
        text: what was typed: TOML, or a bare word.
        table: whether it is a table's lines.

    Raises:
        WrittenWrong: when it cannot be read.
    """

    def __init__(self, text: str, *, table: bool) -> None:
        self._path: tuple[str, ...] = () if table else (_NAME,)
        self._toml = TomlText(text) if table else _behind_name(text)
        self.value: Any = self._toml.values if table else self._toml.values[_NAME]

    def line_of(self, wrong: Callable[[Any], bool]) -> int:
        """The number of the line on which the value begins to be wrong."""
        return self._toml.line_of(self._path, wrong)


def _behind_name(text: str) -> TomlText:
    try:
        toml = TomlText(f"{_NAME} = {text}")
    except WrittenWrong as error:
        bare = text.strip()
        if bare and "\n" not in bare and not bare.startswith(_OF_TOML):
            return TomlText(toml_of(_NAME, bare))
        raise WrittenWrong(error.key, error.line, text=_line(text, error.line)) from error
    for other in toml.values:
        if other != _NAME:
            line = toml.line_of((other,), lambda _: True)
            raise WrittenWrong("toml_syntax", line, text=_line(text, line))
    return toml


def _line(text: str, number: int) -> str:
    return text.split("\n")[number - 1].strip()
