"""The plain report as a document: the same figures in every format."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cstui.domain.facts import RoundFacts
from cstui.i18n import LANGUAGES, Language, Translator
from cstui.metrics.columns import Columns
from cstui.metrics.values import DIMENSIONS, Figures, Spread, Standing
from cstui.reports.assembly import assemble
from cstui.reports.cell_text import shown
from cstui.reports.model import Query, Report
from cstui.reports.render.formats import rendered
from cstui.reports.views.overview import overview
from tests.fixtures.facts import CHINA, at, days, facts_table, response_log, ticket
from tests.fixtures.reading_back import (
    Page,
    csv_table,
    document_tables,
    excel_number,
    markdown_tables,
    sheets_of_tables,
    tables_of,
    workbook,
)

ENGLISH = Translator("en")
NOW = datetime(2023, 10, 20, 12, 30, tzinfo=CHINA)
LATER = datetime(2024, 2, 1, 9, 0, tzinfo=CHINA)
MORE = [ticket(at(3), responded=at(2)), ticket(at(4)), ticket(at(5), responded=at(5, "09:41"))]
ROUNDS = st.lists(st.sampled_from([*response_log(), *MORE]), max_size=8)
BY = st.lists(st.sampled_from(DIMENSIONS), max_size=2, unique=True)


def made(rounds: list[RoundFacts], by: list[str], now: datetime = LATER) -> Report:
    """The report over these rounds."""
    return assemble(Columns.of(facts_table(rounds)), Query(days(1, 31), by=tuple(by)), now)


def contract(figures: Figures) -> Iterator[float | None]:
    """The figures of JSON's contract, in the order in which the document's columns tell them."""
    yield from (figures["tickets"], figures["open"])
    yield from (figures["calls"]["answered"], figures["calls"]["abandoned"])
    yield from _spread(figures["first_response_s"])
    late = figures["timeout"]
    yield from (late["threshold_s"], late["n"], late["late"], late["rate"])
    yield from _spread(figures["resolution_s"])
    clocks = figures["attainment"]
    for clock in (clocks["response"], clocks["resolution"], clocks["update"]):
        yield from _standing(clock)
    csat = figures["csat"]
    yield from (csat["n"], csat["mean"], csat["satisfied_rate"], csat["low_rate"])
    yield from (csat["counts"][score] for score in "12345")
    yield csat["response_rate"]


def _spread(spread: Spread) -> tuple[float | None, ...]:
    percentiles = (spread["p50"], spread["p90"], spread["p95"])
    return spread["n"], spread["mean"], *percentiles, spread["max"]


def _standing(clock: Standing) -> tuple[float | None, ...]:
    if not clock:
        return (None,) * 4
    return clock["met"], clock["breached"], clock["running"], clock["rate"]


@settings(deadline=None, max_examples=30)
@given(ROUNDS, BY)
def test_csv_and_contract_tell_the_same(rounds: list[RoundFacts], by: list[str]) -> None:
    """CSV has every figure of the JSON contract, unrounded: a row for all, and one a group."""
    report = made(rounds, by)
    header, rows = csv_table(rendered(overview(report, ENGLISH), "csv", ENGLISH).decode())
    assert len(set(header)) == len(header)
    expected = [report.content["total"], *report.content["groups"]]
    assert [row[len(by) :] for row in rows] == [list(contract(each)) for each in expected]


@settings(deadline=None, max_examples=30)
@given(ROUNDS, BY, st.sampled_from(LANGUAGES))
def test_all_formats_tell_the_same(
    rounds: list[RoundFacts], by: list[str], language: Language
) -> None:
    """Tables read back from JSON, HTML, Markdown and XLSX hold the document's figures."""
    t = Translator(language)
    document = overview(made(rounds, by), t)
    in_json = document_tables(rendered(document, "json", t).decode())
    in_html = Page(rendered(document, "html", t).decode()).tables
    in_markdown = markdown_tables(rendered(document, "md", t).decode())
    in_sheets = sheets_of_tables(document, workbook(rendered(document, "xlsx", t)))
    for place, table in enumerate(tables_of(document)):
        figures = [list(row.cells[len(by) :]) for row in table.rows]
        assert [row[len(by) :] for row in in_json[table.name]] == figures
        dashed = [["–" if cell is None else cell for cell in row] for row in figures]
        assert [row[len(by) :] for row in in_html[table.name]] == dashed
        words = [
            [
                shown(cell, column.kind, t)
                for cell, column in zip(row.cells, table.columns, strict=True)
            ]
            for row in table.rows
        ]
        assert [row[len(by) :] for row in in_markdown[place][1:]] == [
            row[len(by) :] for row in words
        ]
        sheet = [[excel_number(cell) for cell in row[len(by) :]] for row in in_sheets[place][1:]]
        for told, row in zip(sheet, figures, strict=True):
            assert told == pytest.approx(row, abs=1e-3)


def test_a_row_lists_its_tickets() -> None:
    """A group's row has the filters that leave its tickets; the empty value means without any."""
    rows = (
        overview(made([*response_log(), *MORE], ["channel", "team"]), ENGLISH)
        .sections[0]
        .tables[0]
        .rows
    )
    assert rows[0].where == {}
    assert {"channel": "电话", "team": ""} in [row.where for row in rows]


def test_the_heading_is_the_text_reports() -> None:
    """Period, moment, filters and what was left out stand above every format."""
    report = made([*response_log(), *MORE], [], NOW)
    assert overview(report, ENGLISH).facts == (
        "2023-10-01 to 2023-10-31 (Asia/Shanghai)",
        "As of 2023-10-20 12:30",
        "Left out: first response before the submission: 1",
    )


def test_clocks_that_never_ran_have_no_table() -> None:
    """But their columns are in CSV, whose columns never depend on the tickets."""
    with_clocks, without = (
        overview(made(rounds, []), ENGLISH) for rounds in (response_log(), MORE)
    )
    assert [table.name for table in tables_of(with_clocks) if table.title] == [
        "timeout",
        "response",
    ]
    assert [table.name for table in tables_of(without) if table.title] == ["timeout"]
    assert with_clocks.flat and without.flat
    assert with_clocks.flat.columns == without.flat.columns


@pytest.mark.parametrize("form", ["text", "json", "csv", "md", "html", "xlsx"])
def test_a_closed_period_is_the_same_bytes_whenever_it_is_told(form: Any) -> None:  # noqa: ANN401
    """Months later, and with the tickets in another order."""
    rounds = [*response_log(), *MORE]
    first, second = (
        rendered(overview(made(told, ["channel"], now), ENGLISH), form, ENGLISH)
        for told, now in ((rounds, LATER), (rounds[::-1], datetime(2030, 1, 1, tzinfo=CHINA)))
    )
    assert first == second
