"""Documents as JSON text, and back."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.engine.codec import decode, encode, storable

texts = st.text(st.characters(), max_size=8)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | texts
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


def kept(value: object) -> object:
    """What no database keeps left out."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {storable(key): kept(each) for key, each in value.items()}
    return [kept(each) for each in value] if isinstance(value, list) else value


@given(st.dictionaries(texts.map(storable), values, max_size=4))
def test_a_document_comes_back_as_it_was(document: dict[str, object]) -> None:
    """Whatever JSON holds, numbers of any size among it, comes back; the text is plain JSON."""
    body, crc = encode(document)
    assert decode(body, crc, "t", 1) == kept(document)
    assert json.loads(body) == kept(document)


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_no_number_without_end_is_stored(number: float) -> None:
    """At any depth; nothing else is put in its place."""
    with pytest.raises(ValueError, match="JSON"):
        encode({"a": [{"b": number}]})


def test_what_is_no_json_is_refused() -> None:
    """A value of another kind is told, and never written as something like it."""
    with pytest.raises(TypeError):
        encode({"a": object()})
