"""A draft on disk: whole or not at all, and for its owner's eyes."""

import json
import stat
from pathlib import Path

import pytest

from cstui.domain import acts
from cstui.domain.errors import StoreError
from cstui.domain.ticket import Event
from cstui.services.drafts import Draft, DraftBox
from tests.fixtures.times import at

DRAFT = Draft(
    "hotline",
    {"customer.name": "李雷", "problem.text": "一\n二"},
    (Event(at("2026-05-06 09:00"), "wang", acts.Answered()),),
)


def test_what_was_kept_is_found(tmp_path: Path) -> None:
    """Fields and moments, to the letter."""
    DraftBox(tmp_path / "deep" / "draft").keep(DRAFT)
    assert DraftBox(tmp_path / "deep" / "draft").found() == DRAFT


def test_there_may_be_nothing(tmp_path: Path) -> None:
    """The first start finds no draft, and forgetting none is no mistake."""
    box = DraftBox(tmp_path / "draft")
    box.forget()
    assert box.found() is None


def test_an_empty_draft_replaces_the_old_one(tmp_path: Path) -> None:
    """Nothing to keep means that nothing is kept."""
    box = DraftBox(tmp_path / "draft")
    box.keep(DRAFT)
    box.keep(Draft("hotline"))
    assert list(tmp_path.iterdir()) == []


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    """It holds names and numbers of customers."""
    DraftBox(tmp_path / "draft").keep(DRAFT)
    assert stat.S_IMODE((tmp_path / "draft").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        json.dumps({"form": "unknown", "values": {}, "events": []}),
        json.dumps({"form": "hotline", "values": [], "events": [{"kind": "closed"}]}),
    ],
)
def test_what_makes_no_sense_is_set_aside(tmp_path: Path, content: str) -> None:
    """The program starts without it, and whoever wants to can still look at it."""
    (tmp_path / "draft.json").write_text(content, encoding="utf-8")
    assert DraftBox(tmp_path / "draft.json").found() is None
    assert (tmp_path / "draft.unreadable").read_text(encoding="utf-8") == content


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """As a failure that people can read, naming the place."""
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="draft_not_kept"):
        DraftBox(tmp_path / "file" / "draft").keep(DRAFT)
