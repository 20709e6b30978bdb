"""Named reports: every format tells the same figures."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cstui.domain.facts import Flag, RoundFacts, Verdict
from cstui.i18n import LANGUAGES, Language, Translator
from cstui.metrics.values import DIMENSIONS
from cstui.reports.cell_text import shown
from cstui.reports.document import Document, Kind, Measure, Row, Table
from cstui.reports.layout import plain
from cstui.reports.render.formats import rendered
from cstui.reports.render.text import as_text
from cstui.reports.study import Aims
from cstui.reports.views.catalogue import document
from tests.fixtures.facts import at, days, response_log, ticket
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
from tests.fixtures.studies import study

DUE = at(2, "10:00")
MORE = [
    ticket(at(2, "09:30"), Flag.RATED, {"agent": "li", "type": "repair"}, responded=DUE - 60,
           resolved=DUE + 7200, ended=DUE + 7200, rated=at(3), score=2, speed=4,
           response_due=DUE, response=Verdict.MET),
    ticket(at(2, "09:00"), Flag(0), {"agent": "wang", "priority": "high"}, responded=DUE + 90,
           response_due=DUE, response=Verdict.BREACHED),
    ticket(at(4), Flag.OPEN),
    ticket(at(29, month=9), Flag(0), responded=at(29, "00:20", month=9)),
]  # fmt: skip
ROUNDS = st.lists(st.sampled_from([*response_log(), *MORE]), max_size=12)
AIMS = Aims({"FRT": 900.0, "TO": 0.1}, {"FRT": 800.0, "CSAT": 4.2}, {"FRT": 600.0})
NAMES = st.sampled_from(["board", "satisfaction", "daily", "monthly", "current"])
Figure = tuple[float, Kind]


@settings(deadline=None, max_examples=25)
@given(NAMES, ROUNDS, st.sampled_from(LANGUAGES))
def test_all_formats_of_a_report_tell_the_same(
    name: str, rounds: list[RoundFacts], language: Language
) -> None:
    """JSON, CSV, HTML and XLSX the values themselves; Markdown and text as people read them."""
    t = Translator(language)
    told = document(name, study(rounds, days(1, 31), aims=AIMS, language=language))
    tables = tables_of(told)
    in_json = document_tables(rendered(told, "json", t).decode())
    in_html = Page(rendered(told, "html", t).decode()).tables
    in_markdown = markdown_tables(rendered(told, "md", t).decode())
    in_sheets = sheets_of_tables(told, workbook(rendered(told, "xlsx", t)))
    assert len(in_json) == len(in_html) == len(in_markdown) == len(in_sheets) == len(tables)
    for place, table in enumerate(tables):
        values = [[value for value, _ in figures(table, row)] for row in table.rows]
        assert [numbers(row) for row in in_json[table.name]] == values
        assert [numbers(row) for row in in_html[table.name]] == values
        for row, cells in zip(table.rows, in_sheets[place][1:], strict=True):
            read = numbers(map(excel_number, cells))
            assert read == pytest.approx(list(in_excel(figures(table, row))), abs=1e-3)
        for row, cells in zip(table.rows, in_markdown[place][1:], strict=True):
            assert cells == [f"! {one}" if row.marked and not n else one
                             for n, one in enumerate(texts(table, row, t))]  # fmt: skip
    same_in_csv(told, t)
    text = as_text(told, t, 200)
    for table in tables:
        for row in table.rows:
            assert all(one in text for one in texts(table, row, t)[table.labels :])


@settings(deadline=None, max_examples=40)
@given(ROUNDS, st.lists(st.sampled_from(DIMENSIONS), min_size=1, max_size=2, unique=True))
def test_groups_of_a_table_add_up_to_its_first_row(rounds: list[RoundFacts], by: list[str]) -> None:
    """Whatever tickets are grouped by, all numbers of values add up to that of all tickets."""
    asked = study(rounds, days(1, 31), aims=AIMS, by=tuple(by))
    for table in tables_of(document("response", asked)):
        counts = [
            [
                cell
                for column, cell in zip(table.columns, row.cells, strict=True)
                if column.kind is Kind.COUNT and isinstance(cell, int)
            ]
            for row in table.rows
        ]
        whole, *groups = counts
        assert whole == [sum(each) for each in zip(*groups, strict=True)] or (
            not groups and not any(whole)
        )


def same_in_csv(told: Document, t: Translator) -> None:
    """Row by row, wherever its columns stand; a label such as an hour is read as a number, too."""
    _, read = csv_table(rendered(told, "csv", t).decode())
    rows = [(table, row) for table in tables_of(told) for row in table.rows]
    for (table, row), cells in zip(rows, read, strict=True):
        labels = [float(cell) for cell in row.cells if isinstance(cell, str) and cell.isdigit()]
        title = [float(cell) for cell in cells[:1] if isinstance(cell, float)]
        values = [value for value, _ in figures(table, row)]
        assert Counter(numbers(cells)) == Counter([*values, *labels, *title])


def figures(table: Table, row: Row) -> Iterator[Figure]:
    """A row's numbers, each with its kind."""
    for column, cell in zip(table.columns, row.cells, strict=True):
        value, kind = (cell.value, cell.kind) if isinstance(cell, Measure) else (cell, column.kind)
        if isinstance(value, int | float):
            yield float(value), kind


def in_excel(told: Iterable[Figure]) -> Iterator[float]:
    """Numbers as a sheet keeps them: points as points."""
    for value, kind in told:
        yield value * 100 if kind is Kind.POINTS else value


def numbers(cells: Iterable[Any]) -> list[float]:
    """The numbers among cells."""
    return [float(cell) for cell in cells if isinstance(cell, int | float)]


def texts(table: Table, row: Row, t: Translator) -> list[str]:
    """A row's cells as people read them."""
    return [
        plain(shown(cell, column.kind, t)).strip()
        for column, cell in zip(table.columns, row.cells, strict=True)
    ]
