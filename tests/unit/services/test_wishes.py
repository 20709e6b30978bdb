"""Wishes: kept with a person."""

from pathlib import Path

import pytest

from cstui.domain.errors import StoreError
from cstui.ports import SortedBy, Which
from cstui.services.queues import ColumnName, Wanted
from cstui.services.wishes import WishBox, Wishes

SLIM = (ColumnName.NUMBER, ColumnName.OPENED)
LATE = Wanted(Which.LATE, "退款", SortedBy.PRIORITY, SLIM)


def test_what_is_wished_is_there_next_time(tmp_path: Path) -> None:
    """All of it, from a folder that was not there before."""
    wishes = Wishes(True, columns=SLIM).with_view("急", LATE)
    WishBox(tmp_path / "new" / "li.json").keep(wishes)
    assert WishBox(tmp_path / "new" / "li.json").read() == wishes


def test_a_name_stands_for_one_view(tmp_path: Path) -> None:
    """The later one replaces the earlier, and can be forgotten."""
    wishes = Wishes().with_view("急", Wanted()).with_view("急", LATE)
    assert wishes.views == {"急": LATE}
    assert wishes.without_view("急") == Wishes()


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"views": []}', '{"views": {"a": {"which": "gone", "by": "due"}}}', "\udcff"],
)
def test_what_cannot_be_read_counts_as_no_wish(tmp_path: Path, text: str) -> None:
    """Nobody is kept from working by a file of wishes."""
    (tmp_path / "li.json").write_text(text, encoding="utf-8", errors="surrogateescape")
    assert WishBox(tmp_path / "li.json").read() == Wishes()


def test_columns_that_are_not_known_are_passed_over(tmp_path: Path) -> None:
    """A newer program may have more of them; each stands there once."""
    told = '{"columns": ["gone", "number", "number", "opened"]}'
    (tmp_path / "li.json").write_text(told)
    assert WishBox(tmp_path / "li.json").read().columns == SLIM


def test_wishes_that_cannot_be_kept_are_told(tmp_path: Path) -> None:
    """With the reason."""
    (tmp_path / "taken").write_text("")
    with pytest.raises(StoreError) as told:
        WishBox(tmp_path / "taken" / "li.json").keep(Wishes())
    assert told.value.key == "wishes_not_kept"
