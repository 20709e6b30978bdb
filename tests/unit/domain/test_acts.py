"""The kinds of events."""

from typing import get_args

import pytest
from msgspec import Struct

from cstui.domain import acts

ASKED_FOR = [
    "rang", "answered", "greeted", "identified", "confirmed", "held", "resumed_talk", "ended",
    "saved", "assigned", "accepted", "responded", "progressed", "talked", "helped", "transferred",
    "waiting", "resumed", "promised", "kept", "resolved", "confirmed_by_customer", "reopened",
    "rated", "callback_set", "callback_tried", "explained", "caused", "corrected", "noted",
    "undone",
]  # fmt: skip


@pytest.mark.parametrize("kind", ASKED_FOR)
def test_everything_that_happens_to_a_ticket_has_a_kind(kind: str) -> None:
    """All that the forms ask to record can be recorded."""
    assert kind in acts.KINDS


def test_kinds_and_acts_are_one_to_one() -> None:
    """Each act has one kind, its own name in small letters."""
    assert len(acts.KINDS) == len(get_args(acts.Act))
    assert acts.kind_of(acts.ConfirmedByCustomer()) == "confirmed_by_customer"


@pytest.mark.parametrize("act", get_args(acts.Act))
def test_what_happened_cannot_be_changed(act: type[Struct]) -> None:
    """Acts are values: a correction is another act."""
    assert act.__struct_config__.frozen
    assert not {"at", "by", "source"} & set(act.__struct_fields__)


def test_an_act_is_frozen() -> None:
    """Setting a field of an act fails."""
    with pytest.raises(AttributeError):
        acts.Noted("x").text = "y"  # type: ignore[misc]  # that is what is tested
