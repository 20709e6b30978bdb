"""Changing an import map by hand: which field a column fills."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from cstui.exchange.fields import EVENT_FIELDS, FIELDS, Kind
from cstui.exchange.guessing import Trial
from cstui.exchange.maps import FieldSource, ImportMap
from cstui.exchange.reading import open_source
from cstui.exchange.sheets import find_sheet


def fields_of(layout: ImportMap, header: str) -> tuple[str, ...]:
    """The fields that a column fills."""
    return tuple(field for field, source in layout.columns.items() if header in source.columns)


def can_be_joined(layout: ImportMap, field: str) -> bool:
    """Whether a field may be read from one more column: a day's and a time's, or two levels."""
    source = layout.columns.get(field)
    return (
        source is not None
        and len(source.columns) == 1
        and not source.after
        and FIELDS.get(field) in (Kind.TIME, Kind.LEVELS)
    )


def assigned(
    path: Path, layout: ImportMap, header: str, field: str, zone: str, *, beside: bool = False
) -> ImportMap:
    """The map with a column for a field, and for no other one.

    How the cells are to be read, as moments or as durations, is found out by trying.

    Args:
        path: the file.
        layout: the map.
        header: the column.
        field: what it fills; empty where it is not used.
        zone: the site's zone.
        beside: whether the field's other columns stay, before this one; else this one takes their
            place.

    Raises:
        CstuiError: where the file cannot be read.
    """
    columns = _without(layout.columns, header)
    if field:
        before = columns.pop(field, FieldSource())
        headers = (*(before.columns if beside else ()), header)
        columns[field] = _way(path, replace(layout, columns=columns), field, headers, zone)
    return replace(layout, columns=_started(columns))


def _without(columns: Mapping[str, FieldSource], header: str) -> dict[str, FieldSource]:
    left = {}
    for field, source in columns.items():
        others = tuple(column for column in source.columns if column != header)
        if others or source.const:
            left[field] = replace(source, columns=others)
    return left


def _started(columns: Mapping[str, FieldSource]) -> dict[str, FieldSource]:
    """The fields in their order; what counted from one that is gone is a moment by itself."""
    ordered = [field for field in (*FIELDS, *EVENT_FIELDS) if field in columns]
    return {field: _by_itself(columns[field], columns) for field in ordered}


def _by_itself(source: FieldSource, columns: Mapping[str, FieldSource]) -> FieldSource:
    lost = source.after and source.after not in columns
    return replace(source, after="", unit=0) if lost else source


def _way(
    path: Path, layout: ImportMap, field: str, headers: tuple[str, ...], zone: str
) -> FieldSource:
    """How a field is likeliest to be read; as it stands, where it cannot be read at all."""
    wanted = dict.fromkeys((*layout.headers, *headers))
    with closing(open_source(path, layout.file)) as source:
        trial = Trial(find_sheet(source, tuple(wanted)), zone)
        return trial.way(field, headers, layout.columns) or FieldSource(columns=headers)
