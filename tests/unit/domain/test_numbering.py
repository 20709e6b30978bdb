"""Numbers by which people name tickets."""

import pytest

from cstui.domain.numbering import is_number, series_of


@pytest.mark.parametrize(
    ("form", "series"),
    [
        ("hotline", "20231001"),
        ("response", "20231001"),
        ("after_sales", "SR20231001"),
        ("satisfaction", "CSAT20231001"),
    ],
)
def test_series_of_a_form(form: str, series: str) -> None:
    """The day, after the letters that the form prints before it."""
    assert series_of(form, "20231001") == series


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("20231001001", True),
        ("SR20231001001", True),
        ("CSAT202310011000", True),
        ("1", False),
        ("20231001", False),
        ("T-20231001001", False),
        ("２０２３１００１００１", False),
    ],
)
def test_numbers_of_our_own(text: str, ours: bool) -> None:
    """A day and at least three digits of serial; a row's bare count is none."""
    assert is_number(text) is ours
