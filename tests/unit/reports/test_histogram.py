"""Histograms drawn by plotext."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cstui.i18n import LANGUAGES, Language, Translator
from cstui.metrics.values import Bins
from cstui.reports.histogram import histogram, histogram_notes
from cstui.reports.layout import cells

ENGLISH = Translator("en")
SOME = Bins(300, (3, 10, 50, 40, 0, 18, 9), 5, 9000, 1800)
LIMIT = "┃"


def bars(drawn: str) -> list[str]:
    """What is drawn inside the frame, row by row from the top, one cell a letter."""
    return re.findall(r"^[^│┤]*[│┤](.*)│$", drawn, re.MULTILINE)


@settings(deadline=None)
@given(
    st.lists(st.integers(0, 10**6), min_size=1, max_size=16).filter(any),
    st.integers(0, 10**6),
    st.sampled_from([1, 60, 300, 3600, 86_400]),
    st.integers(40, 120),
    st.integers(8, 24),
)
def test_it_fits(counts: list[int], beyond: int, bin_s: int, width: int, height: int) -> None:
    """It is never wider than it may be, is as high as asked for, and has no escape sequence."""
    bins = Bins(bin_s, tuple(counts), beyond, 10**8, bin_s * 2)
    for language in LANGUAGES:
        drawn = histogram(bins, Translator(language), width, height)
        lines = drawn.splitlines()
        assert len(lines) == height
        assert max(map(cells, lines)) <= width
        assert "\x1b" not in drawn


def test_the_highest_bin_has_the_highest_bar() -> None:
    """Bars are as high as their bins are full, and an empty bin has none."""
    rows = bars(histogram(SOME, ENGLISH, 78, 14))
    width = len(rows[0]) // 8
    heights = [sum(row[place * width + 2] not in f" {LIMIT}" for row in rows) for place in range(8)]
    assert heights[4] == 0
    assert heights[2] == max(heights)
    assert heights[0] < heights[1] < heights[3] < heights[2]
    assert heights[7] > 0


def test_the_limit_stands_between_its_bins() -> None:
    """A limit of 30 minutes stands after the sixth bin of 5 minutes."""
    rows = bars(histogram(SOME, ENGLISH, 78, 14))
    assert {row.index(LIMIT) for row in rows} == {6 * (len(rows[0]) // 8)}


def test_a_limit_at_the_end_is_drawn() -> None:
    """A limit at the last bin's edge stands after it."""
    rows = bars(histogram(Bins(300, (3, 2), 0, 600, 600), ENGLISH, 78, 14))
    assert {row.index(LIMIT) for row in rows} == {len(rows[0]) - 1}


def test_a_limit_out_of_sight_is_said() -> None:
    """A limit beyond the scale is not drawn, but said."""
    far = Bins(60, (1, 2), 0, 120, 1800)
    assert LIMIT not in histogram(far, ENGLISH, 78, 14)
    assert any("30 min" in note for note in histogram_notes(far, ENGLISH))


def test_the_tail_is_said() -> None:
    """How many the last bar gathers, from where on, and the longest."""
    note = histogram_notes(SOME, ENGLISH)[1]
    assert all(value in note for value in ("35 min", "5", "2.5 h"))


def test_the_scale_is_written_in_one_unit() -> None:
    """Edges stand below the bars in the unit that the axis names."""
    lines = histogram(SOME, ENGLISH, 78, 14).splitlines()
    assert lines[-1].strip() == "minutes"
    assert lines[-2].split() == ["0", "5", "10", "15", "20", "25", "30", "35"]


def test_colour() -> None:
    """With colour, bars and limit have their own, and the background stays the terminal's."""
    drawn = histogram(SOME, ENGLISH, 78, 14, colour=True)
    assert "\x1b[38;" in drawn
    assert "\x1b[48;" not in drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_to_draw(language: Language) -> None:
    """Without durations there is no plot, but a sentence."""
    t = Translator(language)
    assert histogram(Bins(60, (), 0, None), t, 78, 14) == ""
    assert len(histogram_notes(Bins(60, (), 0, None), t)) == 1


def test_one_after_the_other() -> None:
    """All plots share one figure of plotext; nothing of a plot is left in the next."""
    first = histogram(SOME, ENGLISH, 78, 14)
    histogram(Bins(1, (7,), 0, 1), ENGLISH, 40, 10, colour=True)
    assert histogram(SOME, ENGLISH, 78, 14) == first
