"""TOML as people write it, with the line on which something stands."""

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from cstui.domain.errors import InputError

_AT_LINE = re.compile(r"at line (\d+)")
_TWICE = re.compile(r"Cannot (?:overwrite|declare|mutate|redefine)")


class WrittenWrong(InputError):
    """Something that is not TOML, and the line where that shows."""

    def __init__(self, key: str, line: int, **values: object) -> None:
        super().__init__(key, **values)
        self.line = line


class _Beginning(NamedTuple):
    """The first lines of a text, which can be read without the others."""

    lines: int
    values: dict[str, Any]


class TomlText:
    """A text in TOML.

    Args:
        text: the text, with any kind of line ends.

    Raises:
        WrittenWrong: `toml_twice` or `toml_syntax`.
    """

    def __init__(self, text: str) -> None:
        self._lines = text.replace("\r\n", "\n").split("\n")
        try:
            self.values: dict[str, Any] = tomllib.loads("\n".join(self._lines))
        except (ValueError, RecursionError) as error:
            raise self._wrong(str(error)) from error

    def line_of(self, path: Sequence[str], wrong: Callable[[Any], bool]) -> int:
        """The number of the line on which a value begins to be wrong, from 1.

        Args:
            path: names from the outermost table to the value, which is there.
            wrong: whether a value is wrong; asked of as much of it as stands up to some line.

        Returns:
            The line of the part that makes it wrong, or that of the name where no part does.
        """
        first = so_far = 0
        for lines, values in self._beginnings:
            value = _found(values, path)
            if value is not None:
                first = first or self._next(so_far)
                if wrong(value):
                    return self._next(so_far)
            so_far = lines
        return first or 1

    @cached_property
    def _beginnings(self) -> list[_Beginning]:
        return list(self._readable())

    def _readable(self) -> Iterator[_Beginning]:
        """All beginnings that can be read, if need be with an open list closed behind them.

        What stands above the title of a table is read once for all lines below it.
        """
        above: dict[str, Any] = {}
        below: dict[str, Any] | None = None
        start = 0
        for number, line in enumerate(self._lines, 1):
            if line.startswith("[") and below is not None:
                above, start = _together(above, below), number - 1
            text = "\n".join(self._lines[start:number])
            below = _read(text)
            values = _read(f"{text}\n]") if below is None else below
            if values is not None:
                yield _Beginning(number, _together(above, values))

    def _next(self, number: int) -> int:
        """The number of the first line behind that many that says something."""
        for place, line in enumerate(self._lines[number:], number + 1):
            if line.strip() and not line.lstrip().startswith("#"):
                return place
        return number

    def _wrong(self, why: str) -> WrittenWrong:
        found = _AT_LINE.search(why)
        line = int(found[1]) if found else len(self._lines)
        key = "toml_twice" if _TWICE.match(why) else "toml_syntax"
        return WrittenWrong(key, line, text=self._lines[line - 1].strip())


def _read(text: str) -> dict[str, Any] | None:
    """What a text says; None where it breaks off."""
    try:
        return tomllib.loads(text)
    except ValueError:
        return None


def _together(above: dict[str, Any], below: dict[str, Any]) -> dict[str, Any]:
    """Two parts of one text; tables and lists of tables go on below."""
    whole = dict(above)
    for name, value in below.items():
        before = whole.get(name)
        if isinstance(before, dict) and isinstance(value, dict):
            whole[name] = _together(before, value)
        elif isinstance(before, list) and isinstance(value, list):
            whole[name] = before + value
        else:
            whole[name] = value
    return whole


def _found(values: dict[str, Any], path: Sequence[str]) -> Any:  # noqa: ANN401
    """What stands there; None where nothing does, which TOML cannot write."""
    value: Any = values
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value
