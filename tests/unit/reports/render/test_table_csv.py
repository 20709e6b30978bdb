"""Documents as CSV."""

from msgspec.structs import replace

from cstui.i18n import Translator
from cstui.reports.document import Measure
from cstui.reports.layout import plain
from cstui.reports.render.table_csv import as_csv
from tests.fixtures.documents import KINDS, MONITORING, sample_document
from tests.fixtures.reading_back import csv_table

ENGLISH = Translator("en")
FLAT = replace(sample_document(), flat=KINDS)


def test_a_flat_table_is_written_as_it_is() -> None:
    """A column a figure, unrounded, with its unit; nothing where there is no value."""
    header, rows = csv_table(as_csv(FLAT, ENGLISH))
    assert header[:4] == ["word", "count", "seconds (seconds)", "rate (share of 1)"]
    for row, read in zip(KINDS.rows[:-1], rows, strict=False):
        assert read[1:8] == list(row.cells[1:8])
    assert rows[-1] == ["none", *[None] * 8]
    assert rows[0][8] == "2023-10-01 12:30:00"


def test_no_text_becomes_a_formula() -> None:
    """One that begins like a formula is guarded."""
    _, rows = csv_table(as_csv(FLAT, ENGLISH))
    assert [row[0] for row in rows[:4]] == ["'=1+1", "'+cmd", "'-2+3", "'@SUM(A1)"]


def test_without_a_flat_table_all_tables_are_put_together() -> None:
    """Each row says which table it is of, and fills its own columns; numbers have a unit."""
    header, rows = csv_table(as_csv(sample_document(), ENGLISH))
    assert len(rows) == len(MONITORING.rows) + len(KINDS.rows)
    assert header[:6] == ["Table", "周期", "指标", "实际", "实际: unit", "目标"]
    first = dict(zip(header, rows[0], strict=True))
    assert (first["Table"], first["实际"], first["实际: unit"]) == ("监控表", 750.0, "seconds")
    assert first["word"] is None
    actual = [row.cells[2] for row in MONITORING.rows]
    assert [row[3] for row in rows[:3]] == [
        cell.value for cell in actual if isinstance(cell, Measure)
    ]
    assert rows[2][header.index("问题与改进措施")] == plain(str(MONITORING.rows[2].cells[-1]))
