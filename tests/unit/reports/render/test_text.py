"""Documents as text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cstui.i18n import LANGUAGES, Language, Translator
from cstui.metrics.values import Bins
from cstui.reports.document import (
    Bar,
    Bars,
    Column,
    HeatMap,
    Histogram,
    Kind,
    Limits,
    Lines,
    Row,
    Series,
    Table,
)
from cstui.reports.layout import cells
from cstui.reports.render.text import as_text
from cstui.reports.render.text_charts import chart_lines
from cstui.reports.render.text_table import table_lines
from tests.fixtures.documents import HOURS, MONITORING, TREND, TYPES, sample_document

ENGLISH = Translator("en")
WORDS = st.text(st.sampled_from("ab电话，。…é 长度-1"), max_size=40)
VALUES = st.none() | st.floats(0, 10**6).map(lambda value: round(value, 2))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [80, 120])
def test_every_line_fits(language: Language, width: int) -> None:
    """No line is wider than the terminal, and without colour none holds an escape sequence."""
    text = as_text(sample_document(), Translator(language), width)
    assert max(map(cells, text.splitlines())) <= width
    assert "\x1b" not in text


def test_colour_is_for_terminals() -> None:
    """With colour the same lines are drawn."""
    plain, coloured = (
        as_text(sample_document(), ENGLISH, 80, colour=colour) for colour in (False, True)
    )
    uncoloured = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert coloured != plain
    assert [line.rstrip() for line in uncoloured.splitlines()] == plain.splitlines()


@given(
    st.lists(st.lists(WORDS, min_size=3, max_size=3), max_size=4),
    st.lists(WORDS, min_size=12, max_size=12),
    st.booleans(),
)
def test_any_table_fits(rows: list[list[str]], titles: list[str], marked: bool) -> None:
    """However many columns there are and however long their texts and titles."""
    kinds = [Kind.TEXT, Kind.TEXT, *(Kind.SECONDS,) * 9, Kind.TEXT]
    columns = tuple(
        Column(str(place), title, kind)
        for place, (title, kind) in enumerate(zip(titles, kinds, strict=True))
    )
    told = tuple(Row((*row[:2], *(3600.0,) * 9, row[2]), marked=marked) for row in rows)
    lines = list(table_lines(Table("t", columns, told), ENGLISH, 80))
    assert max(map(cells, lines)) <= 80


def test_a_long_text_goes_on_below() -> None:
    """Nothing of a measure is cut off in a table."""
    lines = list(table_lines(MONITORING, ENGLISH, 80))
    second = next(place for place, line in enumerate(lines) if "满意率" in line)
    told = "".join(re.split(r"  +", line)[-1] for line in lines[1:second])
    assert told.replace(" ", "") == str(MONITORING.rows[0].cells[-1]).replace(" ", "")


def test_figures_that_do_not_fit_follow_with_their_labels() -> None:
    """Each block of columns says again what its rows are about."""
    columns = (Column("who", "who"), *(Column(f"c{at}", f"c{at}", Kind.COUNT) for at in range(30)))
    lines = list(
        table_lines(Table("t", columns, (Row(("电话", *range(1000, 1030))),)), ENGLISH, 80)
    )
    assert sum(line.startswith("电话") for line in lines) == 3
    assert sum(line.count("10") for line in lines) >= 30


def test_a_value_and_its_n_stay_together() -> None:
    """Where columns go on below, those that tell of one metric do so together."""
    columns = [Column("who", "who")]
    for place in range(8):
        columns += [
            Column(f"m{place}", f"value-{place}", Kind.COUNT, f"M{place}"),
            Column(f"m{place}.n", f"n-{place}", Kind.COUNT, f"M{place}"),
        ]
    rows = (Row(("x", *range(10_000_000, 10_000_016))),)
    headers = [
        line
        for line in table_lines(Table("t", tuple(columns), rows), ENGLISH, 80)
        if line.startswith("who")
    ]
    assert len(headers) > 1
    for header in headers:
        assert header.count("value-") == header.count("n-")


def test_a_row_past_its_limit_is_marked() -> None:
    """A mark that needs no colour stands before it."""
    lines = list(table_lines(MONITORING, ENGLISH, 80))
    assert lines[1].startswith("!  2023-10")
    assert lines[0].startswith("   周期")


def test_bars_are_as_long_as_their_values() -> None:
    """Value and n stand behind each; what has no value has no bar; the target is a line."""
    lines = list(chart_lines(TYPES, ENGLISH, 80, colour=False))
    lengths = [line.count("█") for line in lines[:4]]
    assert lengths[1] > lengths[0] > lengths[2] > lengths[3] == 0
    assert lines[0].endswith("52.0% n = 120")
    assert lines[3].endswith("– n = 0")
    assert all("┃" in line for line in lines[:4])
    assert lines[4] == "Target: 90.0%."


def test_a_heat_map_has_a_figure_in_each_cell() -> None:
    """Hours that do not fit stand below; the largest value has the fullest shade."""
    lines = list(chart_lines(HOURS, ENGLISH, 80, colour=False))
    assert sum(line.startswith("周日") for line in lines) == 2
    figures = re.findall(r"\d+", " ".join(line for line in lines if line.startswith("周")))
    known = [value for row in HOURS.values for value in row if value is not None]
    assert sorted(map(int, figures)) == sorted(round(value / 60) for value in known)
    assert f"█{round(max(known) / 60)}" in lines[-2]


def test_a_line_chart_tells_what_its_lines_are() -> None:
    """Series, mean, limits and target are in the legend; the notes give the numbers."""
    lines = list(chart_lines(TREND, ENGLISH, 80, colour=False))
    assert lines[0].startswith("minutes   ● 平均   ○ P90   ╌ mean   ┈ limits   ━ target")
    assert lines[-2] == "Mean 17 min; by chance alone it varies from 12 min to 23 min."
    drawn = "\n".join(lines)
    assert drawn.count("●") - 1 == sum(value is not None for value in TREND.series[0].values)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(WORDS, VALUES), min_size=1, max_size=40),
    st.sampled_from([Kind.SECONDS, Kind.RATE, Kind.COUNT, Kind.SCORE]),
    VALUES,
    st.booleans(),
)
def test_any_chart_fits(
    points: list[tuple[str, float | None]], kind: Kind, target: float | None, colour: bool
) -> None:
    """One point or many, all alike or unknown: every line fits the terminal."""
    labels, values = zip(*points, strict=True)
    limits = None if target is None else Limits(target, target / 2, target * 2)
    charts = (
        Lines("l", "l", kind, labels, (Series("a", values),), limits, target),
        Bars("b", "b", kind, tuple(Bar(*point) for point in points), target),
        HeatMap("h", "h", kind, labels, ("a",), tuple((value,) for value in values)),
        HeatMap("h", "h", kind, ("a",), labels, (values,)),
    )
    for chart in charts:
        for line in chart_lines(chart, ENGLISH, 80, colour=colour):
            assert cells(re.sub(r"\x1b\[[0-9;]*m", "", line)) <= 80


def test_where_nothing_is_known_nothing_is_drawn() -> None:
    """A sentence says so."""
    empty = replace(TREND, series=(Series("a", (None,) * len(TREND.labels)),))
    assert next(iter(chart_lines(empty, ENGLISH, 80, colour=False))) == "Nothing to draw yet."
    nothing = Histogram("h", "h", Bins(60, (), 0, None))
    assert list(chart_lines(nothing, ENGLISH, 80, colour=False)) == ["Nothing to draw yet."]


def test_a_header_is_broken_between_its_words() -> None:
    """Also where its figures are narrow, and many stand beside one another."""
    title = "First response, resolution"
    columns = (Column("who", "who"), *(Column(f"c{at}", title, Kind.COUNT) for at in range(8)))
    rows = (Row(("x", *range(8))),)
    words = " ".join(table_lines(Table("t", columns, rows), ENGLISH, 80)).split()
    assert set(words) - {"who", "x", *"01234567"} == {"First", "response,", "resolution"}
