"""Reading rows as an import map says.

A map is made ready once for a sheet: each field becomes a function that finds its text in a row
and one that turns the text into a value, so that a row costs a few calls.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from cstui.domain.header import category_of
from cstui.exchange import cells
from cstui.exchange.fields import EVENT_FIELDS, FIELDS, FORMS, Kind
from cstui.exchange.guarding import unguarded
from cstui.exchange.maps import FieldSource, ImportMap
from cstui.exchange.outcomes import Passed
from cstui.exchange.rejects import BadCell, BadRow, Reject
from cstui.exchange.sheets import Row, Sheet
from cstui.exchange.times import TimeReader, later
from cstui.exchange.words import plain

Values = dict[str, Any]
"""What the fields of a row say; a field that says nothing is not among them."""

_Find = Callable[[Sequence[str]], str]
_Convert = Callable[[str, Values], object]
_ALL_FIELDS = {**FIELDS, **EVENT_FIELDS}


class MapRows:
    """Reads the rows of one sheet by a map."""

    def __init__(self, import_map: ImportMap, sheet: Sheet, times: TimeReader) -> None:
        self._sheet = sheet
        self._times = times
        self._missing = import_map.file.missing
        self._left_out = [
            (sheet.column(header), frozenset(texts))
            for header, texts in import_map.file.leave_out.items()
        ]
        self._readers = [
            (field, source, self._finder(field, source), self._converter(field, source))
            for field, source in in_order(import_map.columns)
        ]
        self.rounded_ids = 0
        """Customer numbers left empty because a spreadsheet had rounded them (`9.99E+11`)."""

    def passed_over(self, row: Row) -> Passed | None:
        """Whether the map leaves this row out."""
        for place, texts in self._left_out:
            if row.cells[place].strip() in texts:
                return Passed.LEFT_OUT
        return None

    def read(self, row: Row) -> Values:
        """What a row says, by field.

        Raises:
            BadRow: with every cell that cannot be read.
        """
        values: Values = {}
        rejects: list[Reject] = []
        line, row_cells, broken = row
        if broken:
            raise BadRow([Reject(line, "", "", broken)], values)
        for field, source, find, convert in self._readers:
            text = find(row_cells)
            if not text:
                continue
            try:
                value = convert(text, values)
            except BadCell as bad:
                column = " + ".join(source.columns) or field
                rejects.append(Reject(line, column, text, bad.reason, bad.values))
                continue
            if value is not None:
                values[field] = value
        if rejects:
            raise BadRow(rejects, values)
        return values

    # Finding a field's text

    def _finder(self, field: str, source: FieldSource) -> _Find:
        find = self._plain_finder(field, source)
        for header, texts in source.when.items():
            find = _only_when(find, self._sheet.column(header), frozenset(texts))
        return find

    def _plain_finder(self, field: str, source: FieldSource) -> _Find:
        if source.const:
            return lambda _: source.const
        missing = frozenset((*self._missing, *source.missing))
        places = [self._sheet.column(header) for header in source.columns]
        finders = [_one_column(place, missing) for place in places]
        if len(finders) == 1:
            return finders[0]
        between = "/" if _ALL_FIELDS[field] is Kind.LEVELS else " "
        return lambda row_cells: between.join(filter(None, [find(row_cells) for find in finders]))

    # Turning a text into a value

    def _converter(self, field: str, source: FieldSource) -> _Convert:
        convert = self._plain_converter(field, source)
        if not source.values:
            return convert
        words = {plain(word): meant for word, meant in source.values.items()}
        exact = source.values

        def translated(text: str, values: Values) -> object:
            other = exact.get(text)
            if other is None:
                other = words.get(plain(text), text)
            return convert(other, values) if other else None

        return translated

    def _plain_converter(self, field: str, source: FieldSource) -> _Convert:
        kind = _ALL_FIELDS[field]
        if kind is Kind.TIME:
            return self._time_converter(source)
        if kind is Kind.SECONDS:
            return lambda text, _: cells.seconds_of(text)
        if source.true or source.false:
            return _chosen_flag(source)
        match field:
            case "answered" | "abandoned":
                return lambda text, _: cells.flag_of(text)
            case "status":
                return lambda text, _: cells.standing_of(text)
            case "category":
                return lambda text, _: category_of(text)
            case "form":
                return lambda text, _: _form(text)
            case "customer_id":
                return lambda text, _: self._customer_id(text)
            case "csat":
                return _rating
            case "transfers":
                return lambda text, values: cells.transfers_of(
                    text, values.get("opened"), self._times
                )
            case _:
                return lambda text, _: text

    def _time_converter(self, source: FieldSource) -> _Convert:
        times, after, unit = self._times, source.after, source.unit
        if not after:
            time_of_day = source.time_of_day
            return lambda text, _: times.moment(text, time_of_day)

        def counted(text: str, values: Values) -> object:
            start = values.get(after)
            if start is None:
                raise BadCell("no_start", field=after)
            if unit:
                return later(start, cells.duration_of(text, unit))
            return times.after(start, text)

        return counted

    def _customer_id(self, text: str) -> str | None:
        if cells.is_rounded_number(text):
            self.rounded_ids += 1
            return None
        return text


def in_order(columns: Mapping[str, FieldSource]) -> Iterable[tuple[str, FieldSource]]:
    """The fields in an order in which each comes after those that its reading needs."""
    waiting = {field: columns[field] for field in _ALL_FIELDS if field in columns}
    while waiting:
        for field, source in list(waiting.items()):
            if source.after not in waiting:
                yield field, waiting.pop(field)


def moment_cells(import_map: ImportMap, sheet: Sheet) -> Callable[[Row], Iterable[str]]:
    """Finds the texts of a row that hold days, one for each time field."""
    missing = frozenset(import_map.file.missing)
    places = [
        [sheet.column(header) for header in source.columns]
        for field, source in import_map.columns.items()
        if _ALL_FIELDS[field] is Kind.TIME and not source.after
    ]

    def moments(row: Row) -> Iterable[str]:
        for group in places:
            texts = [row.cells[place].strip() for place in group]
            yield " ".join(text for text in texts if text not in missing)

    return moments


def _one_column(place: int, missing: frozenset[str]) -> _Find:
    def find(row_cells: Sequence[str]) -> str:
        text = row_cells[place].strip()
        if text in missing:
            return ""
        return unguarded(text)

    return find


def _only_when(find: _Find, place: int, texts: frozenset[str]) -> _Find:
    return lambda row_cells: find(row_cells) if row_cells[place].strip() in texts else ""


def _chosen_flag(source: FieldSource) -> _Convert:
    true, false = (frozenset(map(plain, texts)) for texts in (source.true, source.false))

    def flag(text: str, _: Values) -> object:
        word = plain(text)
        if word in true:
            return True
        if word in false or not false:
            return False
        if not true:
            return True
        raise BadCell("bad_flag")

    return flag


def _form(text: str) -> str:
    if text not in FORMS:
        raise BadCell("bad_form", forms=", ".join(FORMS))
    return text


def _rating(text: str, values: Values) -> object:
    return cells.rating_of(
        text, values.get("csat_scale", ""), values.get("words", ""), values.get("form", "")
    )
