"""Reading the rows of a form's sheet."""

from collections.abc import Callable, Iterable, Sequence

from cstui.exchange.forms.column import InHand, SheetForm
from cstui.exchange.guarding import unguarded
from cstui.exchange.map_rows import Values
from cstui.exchange.outcomes import Passed
from cstui.exchange.rejects import BadCell, BadRow, Reject
from cstui.exchange.sheets import Row, Sheet
from cstui.exchange.times import TimeReader
from cstui.exchange.words import TOTALS, plain

_NOTHING = frozenset(("", "-", "--", "—", "——", "–", "/", "无", "n/a"))


class FormRows:
    """Reads the rows of one sheet of a form."""

    def __init__(self, form: SheetForm, sheet: Sheet, times: TimeReader) -> None:
        self._form = form
        self._headers = sheet.headers
        self._times = times
        self._places = _places(form, sheet)
        self.rounded_ids = 0
        """Customer numbers left empty because a spreadsheet had rounded them."""

    def passed_over(self, row: Row) -> Passed | None:
        """Whether a row is no record: a sum, a repeated header, a signature, a bare number."""
        cells = [cell.strip() for cell in row.cells]
        first = next((cell for cell in cells if cell), "")
        asked = self._cell(cells, self._form.asked)
        if self._form.column_of(asked) == self._form.asked or not any(cells[1:]):
            return Passed.SKIPPED
        if not asked and plain(first).startswith(tuple(TOTALS)):
            return Passed.SKIPPED
        return None

    def read(self, row: Row) -> Values:
        """What a row says, by field.

        Raises:
            BadRow: with every cell that cannot be read.
        """
        if row.broken:
            raise BadRow([Reject(row.line, "", "", row.broken)], {})
        hand = InHand(self._times, dict(self._form.implied))
        rejects: list[Reject] = []
        for column in self._form.columns:
            text = self._cell(row.cells, column.key)
            try:
                if text:
                    column.read(text, hand)
                elif column.key == self._form.asked:
                    raise BadCell("no_submission")
            except BadCell as bad:
                header = self._headers[self._places[column.key]]
                rejects.append(Reject(row.line, header, text, bad.reason, bad.values))
        if rejects:
            raise BadRow(rejects, hand.values)
        self.rounded_ids += hand.rounded_ids
        return hand.values

    def _cell(self, cells: Sequence[str], key: str) -> str:
        place = self._places.get(key)
        text = "" if place is None else cells[place].strip()
        return "" if text in _NOTHING else unguarded(text)


def moment_cells(form: SheetForm, sheet: Sheet) -> Callable[[Row], Iterable[str]]:
    """Finds the dated texts of a row."""
    places = _places(form, sheet)
    found = [
        (places[column.key], column.moments)
        for column in form.columns
        if column.moments and column.key in places
    ]

    def moments(row: Row) -> Iterable[str]:
        for place, dated in found:
            yield from dated(row.cells[place])

    return moments


def _places(form: SheetForm, sheet: Sheet) -> dict[str, int]:
    """Where each of a form's columns stands in a sheet; the first where it stands twice."""
    places: dict[str, int] = {}
    for place, header in enumerate(sheet.headers):
        places.setdefault(form.column_of(header), place)
    return places
