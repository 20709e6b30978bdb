"""The response time log as teams keep it on paper and in Excel: its ten columns, and their cells.

A cell of a reply or a solution prints the clock time and how long it took: `09:25(10分钟)`. Where
both stand there they are checked against each other: a sheet that contradicts itself is told, not
corrected.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial

from cstui.domain.header import category_of
from cstui.domain.numbering import is_number
from cstui.exchange.cells import LONGEST_S, is_rounded_number, rating_of
from cstui.exchange.guarding import unguarded
from cstui.exchange.map_rows import Values
from cstui.exchange.outcomes import Passed
from cstui.exchange.rejects import BadCell, BadRow, Reject
from cstui.exchange.sheets import Row, Sheet
from cstui.exchange.times import TimeReader, later, tidied
from cstui.exchange.words import TOTALS, plain

COLUMNS: dict[str, tuple[str, ...]] = {
    "serial": ("序号", "编号", "记录编号", "no.", "no", "number"),
    "customer": ("客户标识", "客户", "customer", "order or member no."),
    "problem": ("问题描述", "问题", "problem", "description"),
    "category": ("问题类型", "类型", "type", "problem type"),
    "channel": ("接入渠道", "渠道", "channel"),
    "submitted": ("提交时间", "submitted", "submission time", "submitted at"),
    "first_response": ("首次响应时间", "首响时间", "first response", "first response time"),
    "resolved": ("解决时间", "resolved", "resolution time", "resolved at"),
    "score": ("客户满意度", "满意度", "satisfaction", "customer satisfaction"),
    "note": ("备注", "note", "notes", "remarks"),
}
"""The columns, each with the headers under which it is known."""
NEEDED = ("submitted", "first_response")
"""What makes a sheet this form."""

_COLUMN_OF = {
    header.replace(" ", ""): column
    for column, headers in COLUMNS.items()
    for header in (column, *headers)
}
_HEADER_TAIL = re.compile(r"\([^)]*\)|\s*\d\s*[-–—~至]\s*\d\s*分?")
_TIMED = re.compile(r"(?P<clock>[^()]*?)\s*(?:\(\s*(?P<spent>[^()]*?)\s*\))?")
_PIECE = re.compile(
    r"(\d+(?:\.\d+)?)\s*(天|日|days?|d|小时|时|hours?|hrs?|h|分钟|分|minutes?|mins?|m|秒钟?|seconds?|secs?|s)"
)
_UNITS = {"天": 86400, "日": 86400, "d": 86400, "小": 3600, "时": 3600, "h": 3600,
          "分": 60, "m": 60, "秒": 1, "s": 1}  # fmt: skip
_DATED = re.compile(r"\d\s*[-/年.]\s*\d")
_DAY = timedelta(days=1)
_TO_THE_MINUTE = timedelta(seconds=60)
_NOTHING = frozenset(("", "-", "--", "—", "——", "–", "/", "无", "n/a"))
_ANONYMOUS = _NOTHING | {"匿名", "anonymous"}
_ORDER = re.compile(r"(?:订单号?|order(?:\s*no\.?)?)\s*[:#]?\s*(.+)", re.IGNORECASE)
_MEMBER = re.compile(r"(?:会员号?|客户号|member(?:\s*no\.?)?)\s*[:#]?\s*(.+)", re.IGNORECASE)
_ORDER_NUMBER = re.compile(r"ORD[-\s]?\d.*", re.IGNORECASE)


def column_of(header: str) -> str:
    """The column that a header means; where it means none, the header itself without its tail.

    Tails are hints in brackets and the range of the scores, as in `客户满意度（1-5分）`; spaces, as
    where a narrow column breaks its header, mean nothing.
    """
    text = plain(_HEADER_TAIL.sub("", unicodedata.normalize("NFKC", header)))
    return _COLUMN_OF.get(text.replace(" ", ""), text)


class ResponseRows:
    """Reads the rows of a response time log."""

    def __init__(self, sheet: Sheet, times: TimeReader) -> None:
        self._places: dict[str, int] = {}
        for place, header in enumerate(sheet.headers):
            self._places.setdefault(column_of(header), place)
        self._headers = sheet.headers
        self._times = times
        self._cell_readers: dict[str, Callable[[str, Values], None]] = {
            "serial": _number,
            "customer": self._customer,
            "problem": partial(_text, "problem"),
            "category": _category,
            "channel": partial(_text, "channel"),
            "submitted": self._submitted,
            "first_response": partial(self._timed, "first_response"),
            "resolved": partial(self._timed, "resolved"),
            "score": _score,
            "note": partial(_text, "note"),
        }
        self.rounded_ids = 0
        """Customer numbers left empty because a spreadsheet had rounded them."""

    def passed_over(self, row: Row) -> Passed | None:
        """Whether a row is no record: a sum, a repeated header, a signature, a bare number."""
        cells = [cell.strip() for cell in row.cells]
        first = next((cell for cell in cells if cell), "")
        submitted = self._cell(cells, "submitted")
        if column_of(submitted) == "submitted" or not any(cells[1:]):
            return Passed.SKIPPED
        if not submitted and plain(first).startswith(tuple(TOTALS)):
            return Passed.SKIPPED
        return None

    def read(self, row: Row) -> Values:
        """What a row says, by field.

        Raises:
            BadRow: with every cell that cannot be read.
        """
        if row.broken:
            raise BadRow([Reject(row.line, "", "", row.broken)], {})
        values: Values = {}
        rejects: list[Reject] = []
        for column, read in self._cell_readers.items():
            text = self._cell(row.cells, column)
            try:
                read(text, values)
            except BadCell as bad:
                header = self._headers[self._places[column]]
                rejects.append(Reject(row.line, header, text, bad.reason, bad.values))
        if rejects:
            raise BadRow(rejects, values)
        return values

    def _cell(self, cells: Sequence[str], column: str) -> str:
        place = self._places.get(column)
        text = "" if place is None else cells[place].strip()
        return "" if text in _NOTHING else unguarded(text)

    def _customer(self, text: str, values: Values) -> None:
        """Order and member numbers, by the words before them; others are member numbers."""
        for part in re.split(r"[/;；，,]", text):
            part = unicodedata.normalize("NFKC", part).strip()
            if part.lower() in _ANONYMOUS:
                continue
            if found := _ORDER.fullmatch(part):
                values["order"] = found[1]
            elif _ORDER_NUMBER.fullmatch(part):
                values["order"] = part
            elif is_rounded_number(part):
                self.rounded_ids += 1
            else:
                found = _MEMBER.fullmatch(part)
                values["customer_id"] = found[1] if found else part

    def _submitted(self, text: str, values: Values) -> None:
        if not text:
            raise BadCell("no_submission")
        values["opened"] = self._times.moment(text)

    def _timed(self, field: str, text: str, values: Values) -> None:
        """A clock time and how long it took since the submission, or either of them."""
        if not text or (opened := values.get("opened")) is None:
            return
        found = _TIMED.fullmatch(tidied(text))
        if not found:
            raise BadCell("bad_instant", text=text)
        clock, spent = found["clock"], found["spent"]
        if not spent and (alone := _spent(clock)) is not None:
            values[field] = later(opened, alone)
            return
        at = self._times.moment(clock) if _DATED.search(clock) else None
        values[field] = _agreed(at or self._times.after(opened, clock), opened, spent, bool(at))


def moment_cells(sheet: Sheet) -> Callable[[Row], Iterable[str]]:
    """Finds the dated texts of a row, without their durations."""
    timed = ("submitted", "first_response", "resolved")
    places = [place for place, header in enumerate(sheet.headers) if column_of(header) in timed]

    def moments(row: Row) -> Iterable[str]:
        for place in places:
            found = _TIMED.fullmatch(tidied(row.cells[place]))
            if found and _DATED.search(found["clock"]):
                yield found["clock"]

    return moments


def _agreed(at: datetime, opened: datetime, spent: str | None, dated: bool) -> datetime:
    """The moment, once the duration beside it agrees; it also tells how many days later."""
    if not spent:
        return at
    told = _spent(spent)
    if told is None:
        raise BadCell("bad_duration")
    if not dated and told > _DAY:
        at = later(at, (told - (at - opened) + _TO_THE_MINUTE) // _DAY * _DAY)
    if abs(at - opened - told) >= _TO_THE_MINUTE:
        raise BadCell("contradiction", clock=f"{at:%Y-%m-%d %H:%M}", duration=spent)
    return at


def _spent(text: str) -> timedelta | None:
    """A duration, as `1小时10分钟` or `70 min`; negative with a minus sign in front.

    Raises:
        BadCell: where it is longer than any can be.
    """
    text = text.strip().lower()
    negative = text.startswith("-")
    text = text.removeprefix("-").strip()
    pieces = _PIECE.findall(text)
    if not pieces or _PIECE.sub("", text).strip():
        return None
    seconds = sum(float(number) * _UNITS[unit[0]] for number, unit in pieces)
    if seconds > LONGEST_S:
        raise BadCell("bad_duration")
    return timedelta(seconds=-seconds if negative else seconds)


def _text(field: str, text: str, values: Values) -> None:
    if text:
        values[field] = text


def _number(text: str, values: Values) -> None:
    """A number of our own names the ticket; any other only counts the sheet's rows."""
    if is_number(text):
        values["number"] = text


def _category(text: str, values: Values) -> None:
    if text:
        values["category"] = category_of(text)


def _score(text: str, values: Values) -> None:
    if text:
        values["csat"] = rating_of(text, "", "", "response")
