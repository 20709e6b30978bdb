"""Texts that no spreadsheet takes for a formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstui.exchange.guarding import guarded, unguarded

texts = st.text(st.sampled_from("'=+-@\t\ra\n"), max_size=6)


@given(texts)
def test_a_guarded_text_comes_back_as_it_was(text: str) -> None:
    """Also one that looks as if it had been guarded."""
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-x", "@x", "\tx"])
def test_a_text_that_begins_like_a_formula_is_guarded(text: str) -> None:
    """With an apostrophe; a single sign is none."""
    assert guarded(text) == f"'{text}"
    assert guarded(text[0]) == text[0]
