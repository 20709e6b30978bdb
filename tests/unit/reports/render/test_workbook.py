"""Documents as workbooks."""

import re
from datetime import datetime, timedelta
from io import BytesIO
from itertools import chain
from typing import Any
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from cstui.i18n import Translator
from cstui.reports.document import Section
from cstui.reports.render.workbook import as_xlsx
from tests.fixtures.documents import (
    HOURS,
    KINDS,
    MONITORING,
    SPREAD,
    TEMPTING,
    TREND,
    TYPES,
    sample_document,
)
from tests.fixtures.reading_back import workbook

ENGLISH = Translator("en")
DIGITS = 1e-14
"""A workbook keeps 15 digits."""


@pytest.fixture(scope="module")
def book() -> Any:  # noqa: ANN401
    """The sample as Excel would open it."""
    return load_workbook(BytesIO(as_xlsx(sample_document(), ENGLISH)))


def test_there_is_a_sheet_for_each_table_and_chart(book: Any) -> None:  # noqa: ANN401
    """The first sheet tells the rest in words, and leads to the others."""
    names = ["监控表", "各种数值", "首次响应时长", "每周首次响应", "星期 × 时段", "各类型达标率"]
    assert book.sheetnames == ["服务报告", *names]
    front = book["服务报告"]
    links = [cell.hyperlink.location for (cell,) in front.iter_rows() if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in names]
    told = [cell.value for (cell,) in front.iter_rows()]
    assert {"最慢的渠道是邮件（样本数 120）。", "n 为样本数。", "Target: 90.0%."} <= set(told)


def test_numbers_are_numbers(book: Any) -> None:  # noqa: ANN401
    """Unrounded, in the format of their kind; durations are Excel's own, instants local."""
    sheet = book["各种数值"]
    for row, line in zip(KINDS.rows[:-1], sheet.iter_rows(min_row=2), strict=False):
        count, seconds, rate, change, points, score, number, instant = line[1:]
        bare = [cell.value for cell in (count, rate, change, score, number)]
        assert bare == pytest.approx([row.cells[place] for place in (1, 3, 4, 6, 7)], rel=DIGITS)
        assert seconds.value.total_seconds() == pytest.approx(row.cells[2], abs=1e-3)
        assert points.value == pytest.approx(float(str(row.cells[5])) * 100)
        assert isinstance(row.cells[8], datetime)
        assert instant.value == row.cells[8].replace(tzinfo=None)
    formats = [cell.number_format for cell in sheet[2]][1:]
    assert formats == [
        "0", "[h]:mm:ss", "0.0%", "+0.0%;-0.0%;0.0%", '+0.0" points";-0.0" points"', "0.00",
        "General", "yyyy-mm-dd hh:mm",
    ]  # fmt: skip
    assert [cell.value for cell in sheet[len(KINDS.rows) + 1]][1:] == [None] * 8


def test_each_measure_has_its_own_format(book: Any) -> None:  # noqa: ANN401
    """In one column stand a duration and a rate."""
    actual = [row[2] for row in book["监控表"].iter_rows(min_row=2)]
    assert [cell.number_format for cell in actual] == ["[h]:mm:ss", "0.0%", "+0.0%;-0.0%;0.0%"]
    assert actual[0].value == timedelta(seconds=750)


def test_texts_stay_texts(book: Any) -> None:  # noqa: ANN401
    """What begins like a formula or an error is text, also when somebody edits the cell."""
    cells = [row[0] for row in book["各种数值"].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == [*TEMPTING, "none"]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.quotePrefix for cell in cells[:4]] == [True] * 4


def test_headers_stay_in_sight_and_filter(book: Any) -> None:  # noqa: ANN401
    """Labels and header are frozen, every column can be filtered, and is as wide as its texts."""
    sheet = book["监控表"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:G4"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.column_dimensions["B"].width >= 12
    assert sheet.column_dimensions["G"].width == 60


def test_charts_are_excels_own(book: Any) -> None:  # noqa: ANN401
    """They are drawn from the cells beside them; a heat map is coloured cells."""
    sheets = [book[name.title] for name in (SPREAD, TREND, TYPES)]
    assert [len(sheet._charts) for sheet in sheets] == [1, 1, 1]
    assert [len(sheet._charts[0].series) for sheet in sheets] == [1, 6, 1]
    [area] = book[HOURS.title].conditional_formatting
    assert str(area.sqref) == "B2:Y8"


def test_the_figures_of_charts_are_told() -> None:
    """Counts of bins, points, cells and bars can be read on their sheets."""
    sheets = workbook(as_xlsx(sample_document(), ENGLISH))
    counts = [row[1] for row in sheets[SPREAD.title][1:]]
    assert counts == [*SPREAD.bins.counts, SPREAD.bins.beyond]
    bars = [tuple(row) for row in sheets[TYPES.title][1:]]
    assert bars == [(bar.label, bar.value, bar.count) for bar in TYPES.bars]
    hours = [cell for row in sheets[HOURS.title][1:] for cell in row[1:]]
    seconds = [None if cell is None else _seconds(cell) for cell in hours]
    assert seconds == pytest.approx(list(chain(*HOURS.values)), abs=1e-3)


def _seconds(cell: Any) -> float:  # noqa: ANN401
    """A duration as openpyxl reads it; one of 0 is a time of day."""
    return float(cell.total_seconds() if isinstance(cell, timedelta) else cell.second)


def test_names_of_sheets_are_told_apart() -> None:
    """However long and alike their titles are, and whatever signs they hold."""
    tables = tuple(replace(MONITORING, title=title) for title in ("a/b" * 20, "A/B" * 20, "[]", ""))
    document = replace(sample_document(), sections=(Section("s", "服务报告", (), tables),))
    names = load_workbook(BytesIO(as_xlsx(document, ENGLISH))).sheetnames
    assert len({name.casefold() for name in names}) == 5
    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\']", name) for name in names)


def test_nothing_tells_when_it_was_made() -> None:
    """Two workbooks of one document are the same bytes; no part carries the time of its making."""
    first, second = (as_xlsx(sample_document(), ENGLISH) for _ in range(2))
    assert first == second
    with ZipFile(BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = parts.read("docProps/core.xml").decode()
    assert re.findall(r"\d{4}-\d\d-\d\dT", properties) == ["2023-11-01T"] * 2
