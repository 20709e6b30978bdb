"""Documents as JSON."""

import json
from datetime import datetime

from cstui.reports.document import Cell, Measure
from cstui.reports.render.document_json import as_json
from tests.fixtures.documents import KINDS, MONITORING, TREND, sample_document
from tests.fixtures.reading_back import document_tables

TOLD = json.loads(as_json(sample_document()))


def test_what_it_is_about() -> None:
    """Name, period and filters, as other programs read them."""
    assert TOLD["report"] == "sample"
    assert TOLD["period"] == {
        "from": "2023-10-01T00:00:00+08:00",
        "to": "2023-11-01T00:00:00+08:00",
        "zone": "Asia/Shanghai",
    }
    assert (TOLD["filters"], TOLD["as_of"]) == ({"channel": "电话"}, None)


def test_tables_are_told_whole() -> None:
    """Columns with their kinds, unrounded cells, and what lists the tickets behind a row."""
    [monitoring] = TOLD["sections"][0]["tables"]
    assert monitoring["columns"][4] == {
        "name": "attainment", "title": "达标率", "kind": "rate", "metric": "",
    }  # fmt: skip
    first = monitoring["rows"][0]
    assert first["cells"][2] == {"value": 750.0, "kind": "seconds"}
    assert (first["where"], first["metric"], first["marked"]) == (
        {"type": "售后投诉"}, "FRT", True,
    )  # fmt: skip


def test_cells_read_back_as_they_were() -> None:
    """Numbers unrounded, instants with their offset, null where there is no value."""
    tables = document_tables(as_json(sample_document()))
    for table in (MONITORING, KINDS):
        for row, read in zip(table.rows, tables[table.name], strict=True):
            assert read == [_written(cell) for cell in row.cells]


def _written(cell: Cell) -> object:
    value = cell.value if isinstance(cell, Measure) else cell
    return value.isoformat() if isinstance(value, datetime) else value


def test_charts_are_told_as_data() -> None:
    """Each says what kind of chart it is."""
    charts = TOLD["sections"][2]["charts"]
    assert [chart["type"] for chart in charts] == ["histogram", "lines", "heat_map", "bars"]
    trend = charts[1]
    assert trend["labels"] == list(TREND.labels)
    assert trend["series"][0]["values"] == list(TREND.series[0].values)
    assert trend["limits"] == {"mean": 1000.0, "lower": 700.0, "upper": 1400.0}
