"""The header's fields by name."""

import pytest

from cstui.domain.errors import InputError
from cstui.domain.header import FIELDS, category_of, corrected, field_text
from cstui.domain.ticket import Customer, Header, Problem

HEADER = Header(
    "hotline",
    channel="phone",
    category=("repair", "screen"),
    customer=Customer("李雷", "13812345678"),
    problem=Problem("does not start"),
    tags=("vip", "loud"),
)


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_can_be_corrected_and_read_back(name: str) -> None:
    """A correction is what the field then says, and its old text brings the old value back."""
    changed = corrected(HEADER, name, "new")
    assert field_text(changed, name) == "new"
    assert corrected(changed, name, field_text(HEADER, name)) == HEADER


def test_a_correction_changes_one_field_alone() -> None:
    """Everything else stays as it was."""
    changed = corrected(HEADER, "customer.phone", "13900001111")
    assert changed.customer == Customer("李雷", "13900001111")
    assert field_text(changed, "problem.text") == "does not start"


@pytest.mark.parametrize("name", ["number", "policy", "customer.age", "problem", ""])
def test_what_is_no_field_cannot_be_corrected(name: str) -> None:
    """Numbers, limits and what is not there are no fields to correct."""
    with pytest.raises(InputError) as caught:
        corrected(HEADER, name, "x")
    assert caught.value.key == "unknown_field"


@pytest.mark.parametrize(
    ("text", "category"),
    [("repair/screen", ("repair", "screen")), ("repair", ("repair", "")), ("", ("", ""))],
)
def test_a_category_has_two_levels(text: str, category: tuple[str, str]) -> None:
    """Type and subtype stand before and after a slash."""
    assert category_of(text) == category


def test_the_problem_in_one_line() -> None:
    """All that was written about a problem reads as one line."""
    problem = Problem(when="since\nMonday", where="at home", what="no light", outcome="")
    assert problem.summary == "since Monday at home no light"
