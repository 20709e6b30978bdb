"""JSON files: a list of objects, one a row."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from cstui.domain.errors import InputError
from cstui.exchange.decoding import encoding_of
from cstui.exchange.delimited import open_bytes, without_control
from cstui.exchange.maps import FileOptions
from cstui.exchange.sheets import Guess, Row, Table


class ObjectFile:
    """A JSON file; the names in its objects are the headers, `customer.name` for nested ones."""

    def __init__(self, path: Path, options: FileOptions) -> None:
        self.path = path
        with open_bytes(path) as stream:
            encoding = options.encoding or encoding_of(stream, str(path))
        with open_bytes(path) as stream:
            try:
                document = json.loads(stream.read().decode(encoding))
            except (ValueError, RecursionError) as error:
                raise InputError("json_broken", path=str(path)) from error
        self.guesses: tuple[Guess, ...] = ()
        self._objects = [_flat(item) for item in _list_at(document, options.json_path, path)]
        self._done = 0
        self._headers = list(dict.fromkeys(name for item in self._objects for name in item))
        self.tables: tuple[Table, ...] = (Table("", False, self._rows),)

    def share(self) -> float | None:
        """How many of the objects were read."""
        return self._done / len(self._objects) if self._objects else None

    def close(self) -> None:
        """Nothing is held open."""

    def _rows(self) -> Iterator[Row]:
        yield Row(0, self._headers)
        for place, item in enumerate(self._objects, 1):
            self._done = place
            yield Row(place, [item.get(header, "") for header in self._headers])


def _list_at(document: object, path: str, file: Path) -> list[Mapping[str, object]]:
    """The list of objects to which the names lead; without names, the document itself."""
    found = document
    for name in filter(None, path.split(".")):
        if not isinstance(found, Mapping) or name not in found:
            raise InputError("json_path", path=str(file), json_path=path)
        found = found[name]
    if not isinstance(found, list) or not all(isinstance(item, Mapping) for item in found):
        raise InputError("json_path", path=str(file), json_path=path)
    return found


def _flat(item: Mapping[str, object], above: str = "") -> dict[str, str]:
    cells: dict[str, str] = {}
    for name, value in item.items():
        if isinstance(value, Mapping):
            cells |= _flat(value, f"{above}{name}.")
        else:
            cells[above + name] = _text(value)
    return cells


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return without_control(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return json.dumps(value, ensure_ascii=False)
