"""Reading an import map, and telling exactly what is wrong with one."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import time
from pathlib import Path
from typing import Any

from cstui.clock.instants import zone_of
from cstui.clock.written import DATE_ORDERS
from cstui.domain.errors import CstuiError, InputError, NotFound
from cstui.exchange.event_logs import EVENT_KINDS, LOG_FIELDS
from cstui.exchange.fields import EVENT_FIELDS, FIELDS, Kind
from cstui.exchange.maps import FieldSource, FileOptions, ImportMap
from cstui.exchange.rejects import BadCell
from cstui.exchange.times import clock_seconds

_UNITS = {"seconds": 1, "minutes": 60, "hours": 3600}
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


def read_map(path: Path) -> ImportMap:
    """The import map in a file.

    Raises:
        NotFound: where there is no such file.
        InputError: names the line and the key that cannot be used.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise NotFound("file_missing", path=str(path)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("map_unreadable", path=str(path)) from error
    return parse_map(text, path.name)


def parse_map(text: str, name: str) -> ImportMap:
    """The import map that a text holds.

    Args:
        text: TOML.
        name: of the file, for what is told of it.

    Raises:
        InputError: names the line and the key that cannot be used.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.search(str(error))
        line, column = found.groups() if found else (text.count("\n") + 1, 1)
        raise InputError("map_syntax", file=name, line=line, column=column) from error
    return _MapReader(document, text, name).read()


class _MapReader:
    """Takes a parsed TOML document apart."""

    def __init__(self, document: Mapping[str, Any], text: str, name: str) -> None:
        self._document = document
        self._lines = text.splitlines()
        self._name = name

    def read(self) -> ImportMap:
        for section in self._document:
            if section not in ("file", "columns"):
                raise self._wrong("map_unknown_section", section, given=section)
        columns = self._table("columns", self._document.get("columns", {}))
        if not columns:
            raise self._wrong("map_empty", "columns")
        sources = {field: self._source(field, value) for field, value in columns.items()}
        file = self._file(self._table("file", self._document.get("file", {})))
        self._check_order(sources)
        self._check_log(file, sources)
        return ImportMap(sources, file)

    def _file(self, table: Mapping[str, Any]) -> FileOptions:
        readers: dict[str, Callable[[str, Any], object]] = {
            "sheet": lambda key, value: value if _is_number(value) else self._text(key, value),
            "encoding": self._encoding,
            "delimiter": self._delimiter,
            "zone": self._zone,
            "date_order": lambda key, value: self._choice(key, value, DATE_ORDERS),
            "missing": self._texts,
            "json_path": self._text,
            "leave_out": self._cells,
            "key": lambda key, value: self._choice(key, value, ("number",)),
        }
        return FileOptions(**self._read_keys("file", table, readers))

    def _source(self, field: str, value: object) -> FieldSource:
        if field not in FIELDS and field not in EVENT_FIELDS:
            raise self._wrong("map_unknown_field", f"columns.{field}", given=field)
        key = f"columns.{field}"
        if not isinstance(value, Mapping):
            return FieldSource(columns=self._texts(key, value))
        readers: dict[str, Callable[[str, Any], object]] = {
            "column": self._texts,
            "const": self._text,
            "values": self._words,
            "true": self._texts,
            "false": self._texts,
            "missing": self._texts,
            "when": self._cells,
            "after": lambda key, value: self._choice(key, value, _time_fields()),
            "time_of_day": self._time_of_day,
            **dict.fromkeys(_UNITS, self._texts),
        }
        parts = self._read_keys(key, value, readers)
        columns = parts.pop("column", ())
        for unit, seconds in _UNITS.items():
            if unit in parts:
                columns, parts["unit"] = parts.pop(unit), seconds
        source = FieldSource(columns=columns, **parts)
        self._check_source(key, field, source)
        return source

    def _check_source(self, key: str, field: str, source: FieldSource) -> None:
        if bool(source.columns) == bool(source.const):
            raise self._wrong("map_column_or_const", key)
        if source.unit and not source.after:
            raise self._wrong("map_needs_after", key)
        kind = FIELDS.get(field) or EVENT_FIELDS[field]
        if (source.after or source.time_of_day) and kind is not Kind.TIME:
            raise self._wrong("map_not_a_time", key)
        if (source.true or source.false) and kind is not Kind.FLAG and field != "transfers":
            raise self._wrong("map_not_a_flag", key)

    def _check_order(self, sources: Mapping[str, FieldSource]) -> None:
        """Every `after` leads, in the end, to a field with a column of its own."""
        for field in sources:
            seen = [field]
            while after := sources[seen[-1]].after:
                if after not in sources or after in seen:
                    raise self._wrong("map_after", f"columns.{field}.after", given=after)
                seen.append(after)

    def _check_log(self, file: FileOptions, sources: Mapping[str, FieldSource]) -> None:
        named = [field for field in EVENT_FIELDS if field in sources]
        if not file.key:
            if named:
                raise self._wrong("map_needs_key", f"columns.{named[0]}")
            return
        for field in (file.key, "event", "at"):
            if field not in sources:
                raise self._wrong("map_log_needs", "file.key", given=field)
        for field in sources:
            if field not in LOG_FIELDS:
                raise self._wrong("map_not_in_log", f"columns.{field}", given=field)
        for kind in sources["event"].values.values():
            if kind not in EVENT_KINDS:
                raise self._wrong("map_unknown_event", "columns.event", given=kind)

    # Values

    def _read_keys(
        self,
        key: str,
        table: Mapping[str, Any],
        readers: Mapping[str, Callable[[str, Any], object]],
    ) -> dict[str, Any]:
        for name in table:
            if name not in readers:
                raise self._wrong(
                    "map_unknown_key", f"{key}.{name}", given=name, known=", ".join(readers)
                )
        return {name: readers[name](f"{key}.{name}", value) for name, value in table.items()}

    def _table(self, key: str, value: object) -> Mapping[str, Any]:
        if not isinstance(value, Mapping):
            raise self._wrong("map_not_table", key)
        return value

    def _text(self, key: str, value: object) -> str:
        if isinstance(value, str) or _is_number(value):
            return str(value)
        raise self._wrong("map_not_text", key)

    def _texts(self, key: str, value: object) -> tuple[str, ...]:
        each = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
        return tuple(self._text(key, item) for item in each)

    def _words(self, key: str, value: object) -> Mapping[str, str]:
        return {word: self._text(key, meant) for word, meant in self._table(key, value).items()}

    def _cells(self, key: str, value: object) -> Mapping[str, tuple[str, ...]]:
        return {
            column: self._texts(key, cells) for column, cells in self._table(key, value).items()
        }

    def _choice(self, key: str, value: object, choices: Sequence[str]) -> str:
        if value not in choices:
            raise self._wrong("map_choice", key, choices=", ".join(choices))
        return str(value)

    def _encoding(self, key: str, value: object) -> str:
        try:
            " ".encode(name := self._text(key, value))
        except LookupError as error:
            raise self._wrong("map_encoding", key, given=value) from error
        return name

    def _delimiter(self, key: str, value: object) -> str:
        if len(text := self._text(key, value)) != 1:
            raise self._wrong("map_delimiter", key)
        return text

    def _zone(self, key: str, value: object) -> str:
        try:
            zone_of(name := self._text(key, value))
        except InputError as error:
            raise self._wrong("map_zone", key, given=value) from error
        return name

    def _time_of_day(self, key: str, value: object) -> time:
        try:
            minutes = clock_seconds(self._text(key, value)) // 60
        except BadCell as error:
            raise self._wrong("map_time_of_day", key) from error
        return time(*divmod(minutes, 60))

    def _wrong(self, error: str, key: str, **values: object) -> CstuiError:
        return InputError(error, file=self._name, line=self._line_of(key), where=key, **values)

    def _line_of(self, key: str) -> int:
        """The line on which a dotted key stands; TOML itself keeps no lines."""
        section, _, rest = key.partition(".")
        header = re.compile(rf"\s*\[\s*{re.escape(section)}\b")
        found = next((n for n, line in enumerate(self._lines) if header.match(line)), 0)
        name = rest.partition(".")[0]
        if name:
            wanted = re.compile(rf"""\s*(\[\s*columns\.)?["']?{re.escape(name)}["']?\s*[=.\]]""")
            for number, line in enumerate(self._lines[found:], found):
                if wanted.match(line):
                    return number + 1
        return found + 1


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _time_fields() -> tuple[str, ...]:
    return tuple(field for field, kind in FIELDS.items() if kind is Kind.TIME)
