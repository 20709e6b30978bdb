"""Documents as a page."""

import re
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cstui.i18n import LANGUAGES, Language, Translator
from cstui.metrics.values import Bins
from cstui.reports.document import Bar, Bars, HeatMap, Histogram, Kind, Limits, Lines, Series
from cstui.reports.render.page import as_html
from cstui.reports.render.svg import draw
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
from tests.fixtures.reading_back import Page

ENGLISH = Translator("en")
VALUES = st.none() | st.floats(0, 10**6).map(lambda value: round(value, 2))


def shapes(svg: Element, css: str) -> list[Element]:
    """The shapes of a class."""
    return [shape for shape in svg.iter() if css in shape.get("class", "").split()]


def texts(svg: Element) -> list[str]:
    """What is written in a drawing."""
    return [shape.text or "" for shape in svg.iter("text")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_needs_nothing_from_elsewhere(language: Language) -> None:
    """No script, no link, no address, and a policy that forbids them; its language is told."""
    page = as_html(sample_document(), Translator(language))
    read = Page(page)
    tags = {tag for tag, _ in read.tags}
    assert not tags & {"script", "link", "img", "iframe", "object"}
    assert not re.search(r"https?://|url\(|@import", page)
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert (dict(read.tags)["html"]["lang"] or "").startswith(language)
    assert page.startswith("<!doctype html>")


def test_texts_stay_texts() -> None:
    """Markup in a text is shown, not obeyed."""
    page = as_html(sample_document(), ENGLISH)
    assert "<script>" not in page
    assert [row[0] for row in Page(page).tables["kinds"]] == [*TEMPTING, "none"]


def test_figures_are_there_unrounded() -> None:
    """Behind each figure as people read it stands its value; a dash where there is none."""
    tables = Page(as_html(sample_document(), ENGLISH)).tables
    for row, read in zip(KINDS.rows[:-1], tables["kinds"], strict=False):
        assert read[1:-1] == [float(str(cell)) for cell in row.cells[1:-1]]
    assert tables["kinds"][-1][1:] == ["–"] * 8
    assert tables["monitoring"][0][2:5] == [750.0, 600.0, 0.8]


def test_light_dark_and_paper() -> None:
    """The page follows the reader's theme, prints on A4, and repeats a table's header."""
    page = as_html(sample_document(), ENGLISH)
    assert "prefers-color-scheme: dark" in page
    assert "size: A4" in page
    assert "break-inside: avoid" in page
    assert page.count("<thead>") == 2


def test_a_row_past_its_limit_stands_out() -> None:
    """It has a class of its own, to which the style sheet adds a mark that prints."""
    read = Page(as_html(sample_document(), ENGLISH))
    rows = [told.get("class") for tag, told in read.tags if tag == "tr"]
    assert rows.count("marked") == sum(row.marked for row in MONITORING.rows)


def test_a_histogram_has_a_bar_a_bin() -> None:
    """As high as its count; limit and percentiles are lines at their place."""
    svg = draw(SPREAD, ENGLISH)
    heights = [float(bar.get("height", "nan")) for bar in shapes(svg, "bar")]
    counts = [*SPREAD.bins.counts, SPREAD.bins.beyond]
    assert [round(height / heights[2] * 50) for height in heights] == counts
    assert len(shapes(svg, "limit")) == 1
    assert len(shapes(svg, "percentile")) == 2
    assert {"P50", "P90", "minutes"} <= set(texts(svg))


def test_a_line_breaks_where_nothing_is_known() -> None:
    """A point a value, a line through neighbours, a band between the limits."""
    svg = draw(TREND, ENGLISH)
    assert len(shapes(svg, "point")) == 23
    assert len([shape for shape in shapes(svg, "s1") if shape.tag == "polyline"]) == 2
    assert len(shapes(svg, "band")) == 1
    assert {"平均", "P90", "mean", "target"} <= set(texts(svg))


def test_a_heat_map_has_a_cell_a_value() -> None:
    """Pointing at a cell tells it in full."""
    svg = draw(HOURS, ENGLISH)
    known = sum(value is not None for row in HOURS.values for value in row)
    assert len(shapes(svg, "bar")) == known
    assert len(list(svg.iter("title"))) == known


def test_bars_tell_value_and_count() -> None:
    """What has no value has a dash and no length."""
    svg = draw(TYPES, ENGLISH)
    assert {"52.0% (n = 120)", "30.0%", "– (n = 0)"} <= set(texts(svg))
    assert shapes(svg, "bar")[-1].get("width") == "0"


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.text(max_size=10), VALUES), max_size=30),
    st.sampled_from([Kind.SECONDS, Kind.RATE, Kind.COUNT, Kind.SCORE]),
    VALUES,
)
def test_any_chart_can_be_drawn(
    points: list[tuple[str, float | None]], kind: Kind, target: float | None
) -> None:
    """None, one or many, all alike or unknown: what is drawn is well-formed and in sight."""
    labels = tuple(label for label, _ in points)
    values = tuple(value for _, value in points)
    limits = None if target is None else Limits(target, target / 2, target * 2)
    charts = (
        Lines("l", "l", kind, labels, (Series("a", values),), limits, target),
        Bars("b", "b", kind, tuple(Bar(*point) for point in points), target),
        HeatMap("h", "h", kind, labels, ("a",), tuple((value,) for value in values)),
        HeatMap("h", "h", kind, ("a",), labels, (values,)),
        Histogram("s", "s", Bins(60, tuple(int(value or 0) for value in values), 0, 60, 60)),
    )
    for chart in charts:
        svg = fromstring(tostring(draw(chart, ENGLISH)))
        for shape in svg.iter():
            for name in ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy"):
                assert -1 <= float(shape.get(name, "0")) <= 1000
