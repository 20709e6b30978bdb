"""Documents as Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cstui.i18n import Translator
from cstui.reports.cell_text import shown
from cstui.reports.layout import cells, plain
from cstui.reports.render.markdown import as_markdown, escaped
from tests.fixtures.documents import HOSTILE, KINDS, MONITORING, sample_document
from tests.fixtures.reading_back import markdown_tables

ENGLISH = Translator("en")
VIEWER = MarkdownIt("commonmark").enable("table")


def test_tables_read_back_as_they_were() -> None:
    """A viewer shows each text and each figure as the document has it."""
    monitoring, kinds = markdown_tables(as_markdown(sample_document(), ENGLISH))
    for table, read in ((MONITORING, monitoring), (KINDS, kinds)):
        header, *rows = read
        assert header == [column.title for column in table.columns]
        for row, told in zip(table.rows, rows, strict=True):
            expected = [
                plain(shown(cell, column.kind, ENGLISH)).strip()
                for cell, column in zip(row.cells, table.columns, strict=True)
            ]
            assert told == [f"! {expected[0]}" if row.marked else expected[0], *expected[1:]]


@given(st.text(max_size=30))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    """Nothing in a text makes a heading, a list, a link, markup or HTML."""
    tokens = VIEWER.parse(escaped(text))
    assert [token.type for token in tokens if token.type != "inline"] in (
        ["paragraph_open", "paragraph_close"],
        [],
    )
    for token in tokens:
        kinds = {part.type for part in token.children or ()}
        assert kinds <= {"text", "text_special"}


@pytest.mark.parametrize("text", ["2023-10-01", "-12.5%", "80.0%", "10:00–11:00", "(n = 3)"])
def test_plain_figures_stay_readable(text: str) -> None:
    """What means nothing to Markdown is not escaped."""
    assert escaped(text) == text


def test_charts_are_blocks_of_text() -> None:
    """Each chart is fenced, and fits 80 columns."""
    tokens = VIEWER.parse(as_markdown(sample_document(), ENGLISH))
    charts = [token.content for token in tokens if token.type == "fence"]
    assert len(charts) == 4
    assert max(cells(line) for chart in charts for line in chart.splitlines()) <= 80


def test_nothing_that_a_terminal_obeys_comes_through() -> None:
    """Control characters in a text are left out."""
    assert "\x1b" in HOSTILE
    assert "\x1b" not in as_markdown(sample_document(), ENGLISH)
