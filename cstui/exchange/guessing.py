"""Guessing an import map from the headers of a sheet, and from whether its cells can be read so."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from difflib import SequenceMatcher
from itertools import islice
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from cstui.clock.written import DateOrder
from cstui.domain.errors import InputError
from cstui.exchange.date_orders import find_date_order
from cstui.exchange.fields import FIELDS, Kind
from cstui.exchange.header_words import DAYS, HEADERS, OF_WHAT, SUBTYPES, TIMES, UNITS
from cstui.exchange.map_rows import MapRows, moment_cells
from cstui.exchange.maps import FieldSource, FileOptions, ImportMap
from cstui.exchange.reading import open_source
from cstui.exchange.rejects import BadRow
from cstui.exchange.sheets import HEADER_WITHIN, Row, Sheet, Source, find_sheet
from cstui.exchange.times import TimeReader
from cstui.exchange.words import plain

_ALIKE = 0.86
"""How alike a header must be to one that is known, from 0 to 1."""
_SURE = 0.99
"""How alike one is that only names the ticket besides."""
_SAMPLE = 200
_UNREADABLE = 0.2
"""The share of cells that may be unreadable before a guess is dropped."""
_UNIT_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600}
_LEVELS = "category"
_OPENED = "opened"


class Guessed(Struct, frozen=True):
    """What the columns of a sheet seem to mean."""

    layout: ImportMap
    unused: tuple[str, ...]
    """Headers that are not used."""


def guess_map(path: Path, zone: str) -> Guessed | None:
    """What the columns of a file seem to mean; None where not even its times are found.

    Args:
        path: the file.
        zone: the site's zone.

    Raises:
        CstuiError: where it cannot be read.
    """
    with closing(open_source(path, FileOptions())) as source:
        headers = _likeliest_headers(source)
        fields = _fields_of(headers)
        if not fields:
            return None
        sheet = find_sheet(source, headers)
        columns = Trial(sheet, zone).columns(fields)
    if not any(FIELDS[field] is Kind.TIME for field in columns):
        return None
    used = {header for source in columns.values() for header in source.columns}
    unused = tuple(header for header in headers if header not in used)
    return Guessed(ImportMap(columns), unused)


def _likeliest_headers(source: Source) -> tuple[str, ...]:
    """The row among the first of each table in which most cells name a field."""
    best: tuple[str, ...] = ()
    most = 0
    for table in source.tables:
        for row in islice(table.rows(), HEADER_WITHIN):
            headers = tuple(cell.strip() for cell in row.cells if cell.strip())
            found = sum(_known(header) is not None for header in headers)
            if found > most and len(set(map(plain, headers))) == len(headers):
                best, most = headers, found
    return best


def _fields_of(headers: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The headers that fill each field, those that are surest first."""
    fields: dict[str, tuple[str, ...]] = {}
    sure = [(found[1], -place, header, found[0]) for place, header in enumerate(headers)
            if (found := _known(header))]  # fmt: skip
    for _, _, header, field in sorted(sure, reverse=True):
        fields.setdefault(field, (header,))
    days = [header for header in headers if _bare(header) in DAYS]
    times = [header for header in headers if _bare(header) in TIMES]
    if _OPENED not in fields and days:
        fields[_OPENED] = (*days[:1], *times[:1])
    below = [header for header in headers if _bare(header) in SUBTYPES]
    if _LEVELS in fields and below:
        fields[_LEVELS] = (*fields[_LEVELS], below[0])
    return fields


def _known(header: str) -> tuple[str, float] | None:
    """The field that a header names, and how sure that is."""
    bare = _bare(header)
    best, most = "", 0.0
    for field, words in HEADERS.items():
        for word in words:
            alike = _likeness(bare, word)
            if alike > most:
                best, most = field, alike
    return (best, most) if most >= _ALIKE else None


def _likeness(bare: str, word: str) -> float:
    if bare == word:
        return 1.0
    if any(bare == before + word for before in OF_WHAT):
        return _SURE
    matcher = SequenceMatcher(None, bare, word)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()


def _bare(header: str) -> str:
    """A header without a hint in brackets, without its unit, and without signs between words."""
    text = plain(header).replace("_", " ").replace("-", " ")
    text = text.partition("(")[0] if text.partition("(")[0].strip() else text
    for unit in ("in seconds", "in minutes", "in hours"):
        text = text.removesuffix(unit)
    return " ".join(text.split())


class Trial:
    """Tries on the first rows of a sheet whether fields can be read from their columns."""

    def __init__(self, sheet: Sheet, zone: str) -> None:
        self._sheet = sheet
        self._zone = zone
        self._rows = list(islice(sheet.rows(), _SAMPLE))

    def columns(self, fields: dict[str, tuple[str, ...]]) -> dict[str, FieldSource]:
        """Where each field is to be read from; fields that cannot be are left out."""
        chosen: dict[str, FieldSource] = {}
        for field in sorted(fields, key=lambda each: each != _OPENED):
            if source := self.way(field, fields[field], chosen):
                chosen[field] = source
        return {field: chosen[field] for field in FIELDS if field in chosen}

    def way(
        self, field: str, headers: tuple[str, ...], chosen: Mapping[str, FieldSource]
    ) -> FieldSource | None:
        """The likeliest way in which a field can be read from its columns; None where none can.

        Args:
            field: the field.
            headers: its columns.
            chosen: where other fields are read from.
        """
        ways = _ways(field, headers, _OPENED in chosen and field != _OPENED)
        return next((way for way in ways if self._can_be_read(field, way, chosen)), None)

    def _can_be_read(
        self, field: str, source: FieldSource, chosen: Mapping[str, FieldSource]
    ) -> bool:
        columns = {field: source}
        if source.after:
            columns[source.after] = chosen[source.after]
        trial = ImportMap(columns)
        rows = MapRows(trial, self._sheet, TimeReader(self._zone, self._order(trial)))
        wanted = " + ".join(source.columns)
        bad = sum(_is_bad(rows, row, wanted) for row in self._rows)
        said = sum(any(row.cells[self._sheet.column(header)].strip() for header in source.columns)
                   for row in self._rows)  # fmt: skip
        return said > 0 and bad <= _UNREADABLE * said

    def _order(self, trial: ImportMap) -> DateOrder | None:
        try:
            return find_date_order(self._sheet, moment_cells(trial, self._sheet))
        except InputError:
            return None


def _ways(field: str, headers: tuple[str, ...], opened: bool) -> Iterator[FieldSource]:
    """The ways in which a field may stand in its columns, the likeliest first."""
    plainly = FieldSource(columns=headers)
    if FIELDS[field] is not Kind.TIME or field == _OPENED:
        yield plainly
        return
    unit = _unit_of(headers[0])
    if unit and opened:
        yield replace(plainly, after=_OPENED, unit=_UNIT_SECONDS[unit])
    yield plainly
    if opened:
        yield replace(plainly, after=_OPENED)


def _unit_of(header: str) -> str:
    text = plain(header)
    return next((unit for unit, words in UNITS.items() if any(word in text for word in words)), "")


def _is_bad(rows: MapRows, row: Row, column: str) -> bool:
    """Whether a row's cell cannot be read; an open question of day and month is another's."""
    try:
        rows.read(row)
    except BadRow as bad:
        return any(
            one.column == column and one.reason != "unclear_date_order" for one in bad.rejects
        )
    return False
