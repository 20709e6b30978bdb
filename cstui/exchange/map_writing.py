"""Writing an import map as the TOML that `cstui.exchange.map_file` reads."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import asdict

from cstui.exchange.maps import FieldSource, FileOptions, ImportMap

_UNITS = {1: "seconds", 60: "minutes", 3600: "hours"}


def map_text(layout: ImportMap) -> str:
    """A map as TOML; what it leaves open is left out."""
    import tomli_w

    columns = {field: _source(source) for field, source in layout.columns.items()}
    file = _file(layout.file)
    return tomli_w.dumps({"file": file, "columns": columns} if file else {"columns": columns})


def _file(options: FileOptions) -> dict[str, Any]:
    told = {name: _plain(value) for name, value in asdict(options).items()}
    return {name: value for name, value in told.items() if value}


def _source(source: FieldSource) -> Any:  # noqa: ANN401
    """A field's source: no more than its column, where that is all."""
    columns = _one_or_more(source.columns)
    place = _UNITS[source.unit] if source.unit else "column"
    at = f"{source.time_of_day:%H:%M}" if source.time_of_day else ""
    told = {
        "after": source.after,
        place: columns,
        "const": source.const,
        "values": _plain(source.values),
        "true": _plain(source.true),
        "false": _plain(source.false),
        "missing": _plain(source.missing),
        "when": _plain(source.when),
        "time_of_day": at,
    }
    said = {name: value for name, value in told.items() if value}
    return columns if list(said) == ["column"] else said


def _plain(value: object) -> Any:  # noqa: ANN401
    match value:
        case Mapping():
            return {name: _plain(part) for name, part in value.items()}
        case tuple():
            return list(value)
        case _:
            return value


def _one_or_more(texts: Sequence[str]) -> str | list[str]:
    return texts[0] if len(texts) == 1 else list(texts)
