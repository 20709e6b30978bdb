"""A draft on disk: whole or not at all, and for its owner's eyes."""

import json
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from cstui.domain import acts
from cstui.domain.errors import StoreError
from cstui.domain.ticket import Event
from cstui.services.intake.draft import Draft
from cstui.services.intake.drafts import DraftBox
from tests.fixtures.times import at

DRAFT = Draft(
    "hotline",
    {"customer.name": "李雷", "problem.text": "一\n二"},
    (Event(at("2026-05-06 09:00"), "wang", acts.Answered()),),
)


@contextmanager
def session(folder: Path) -> Iterator[DraftBox]:
    """Somebody's session, over in the end."""
    box = DraftBox(folder)
    try:
        yield box
    finally:
        box.close()


def left(folder: Path) -> list[Draft]:
    """What a new session finds."""
    with session(folder) as box:
        return list(box.left())


def test_what_was_kept_is_found(tmp_path: Path) -> None:
    """Fields, moments and key, to the letter."""
    with session(tmp_path / "deep" / "drafts") as box:
        box.keep(DRAFT)
    assert left(tmp_path / "deep" / "drafts") == [DRAFT]


def test_there_may_be_nothing(tmp_path: Path) -> None:
    """The first start finds no draft, and forgetting none is no mistake."""
    with session(tmp_path / "drafts") as box:
        box.forget(DRAFT)
        assert not list(box.left())


def test_what_was_kept_last_counts(tmp_path: Path) -> None:
    """Of one draft there is one file."""
    later = replace(DRAFT, values={"note": "x"})
    with session(tmp_path) as box:
        box.keep(DRAFT)
        box.keep(later)
    assert left(tmp_path) == [later]


def test_an_empty_draft_replaces_the_old_one(tmp_path: Path) -> None:
    """Nothing to keep means that nothing is kept."""
    with session(tmp_path) as box:
        box.keep(DRAFT)
        box.keep(replace(DRAFT, values={}, events=()))
    assert list(tmp_path.iterdir()) == []


def test_a_draft_in_work_is_not_left(tmp_path: Path) -> None:
    """What a running session keeps, however often, no other one takes for its own."""
    with session(tmp_path) as box:
        box.keep(DRAFT)
        assert not left(tmp_path)
        box.keep(DRAFT)
        assert not left(tmp_path)
    assert left(tmp_path) == [DRAFT]


def test_a_draft_that_was_taken_over_is_in_work(tmp_path: Path) -> None:
    """Of two sessions that start, one gets it."""
    with session(tmp_path) as ended:
        ended.keep(DRAFT)
    with session(tmp_path) as one, session(tmp_path) as other:
        assert list(one.left()) == [DRAFT]
        assert not list(other.left())


def test_sessions_forget_only_their_own(tmp_path: Path) -> None:
    """Two of one person, each with a record: what becomes of one is nothing to the other."""
    mine = Draft("hotline", {"note": "x"})
    with session(tmp_path) as one, session(tmp_path) as other:
        one.keep(DRAFT)
        other.keep(mine)
        other.forget(mine)
    assert left(tmp_path) == [DRAFT]


def test_the_oldest_comes_first(tmp_path: Path) -> None:
    """Whoever waits longest is helped first."""
    drafts = [Draft("hotline", {"note": str(number)}) for number in range(3)]
    with session(tmp_path) as box:
        for draft in drafts:
            box.keep(draft)
    for age, draft in enumerate(reversed(drafts)):
        os.utime(tmp_path / f"{draft.key}.json", (age, age))
    assert left(tmp_path) == drafts[::-1]


@pytest.mark.parametrize("cut", ["\n", '\n{"form": "hotl', "\n\0\0\0"])
def test_a_line_that_was_cut_off_is_passed_over(tmp_path: Path, cut: str) -> None:
    """A full disk, or a loss of power, costs no more than the last version."""
    with session(tmp_path) as box:
        box.keep(DRAFT)
    with (tmp_path / f"{DRAFT.key}.json").open("a", encoding="utf-8") as file:
        file.write(cut)
    later = replace(DRAFT, values={"note": "x"})
    with session(tmp_path) as box:
        assert list(box.left()) == [DRAFT]
        box.keep(later)
    assert left(tmp_path) == [later]


def test_a_draft_that_was_written_often_stays_small(tmp_path: Path) -> None:
    """However long somebody types."""
    draft = replace(DRAFT, values={"problem.text": "a" * 5000})
    with session(tmp_path) as box:
        for number in range(200):
            box.keep(replace(draft, values={**draft.values, "note": str(number)}))
            box.make_sure()
        (kept,) = tmp_path.iterdir()
        assert kept.stat().st_size < 500_000
        assert not left(tmp_path)
    assert [each.values["note"] for each in left(tmp_path)] == ["199"]


def test_a_file_that_somebody_removed_is_written_again(tmp_path: Path) -> None:
    """What is kept after that is found."""
    with session(tmp_path) as box:
        box.keep(DRAFT)
        (tmp_path / f"{DRAFT.key}.json").unlink()
        box.keep(DRAFT)
    assert left(tmp_path) == [DRAFT]


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    """It holds names and numbers of customers."""
    with session(tmp_path) as box:
        box.keep(DRAFT)
    (kept,) = tmp_path.iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


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
    assert not left(tmp_path)
    assert (tmp_path / "draft.unreadable").read_text(encoding="utf-8") == content


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """As a failure that people can read, naming the place."""
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="draft_not_kept"):
        DraftBox(tmp_path / "file").keep(DRAFT)


def test_a_place_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """There may be a record in it."""
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="draft_not_read"):
        left(tmp_path / "file")
