"""Following the feed: nothing is missed, nothing is told twice."""

from pathlib import Path

import pytest

from cstui.cli.session import read_rules
from cstui.domain.errors import StoreError
from cstui.domain.people import Person
from cstui.ports import Setting, Store
from cstui.services.desk import Desk
from cstui.services.feed import Feed
from cstui.services.intake import ringing
from cstui.services.intake.calls import Calls
from cstui.services.intake.draft import Draft
from cstui.services.intake.drafts import DraftBox
from data.desk import create_store, open_store
from tests.fixtures.front_desk import MORNING, desk_at
from tests.fixtures.times import FrozenClock, at


def save_one(desk: Desk, tmp_path: Path) -> int:
    """Save a ticket at a desk; its row."""
    draft = Draft("hotline", {"category": "其他", "problem.text": "x"})
    return Calls(desk, DraftBox(tmp_path / "draft")).save(draft).ticket.id


def test_the_first_look_says_that_everything_may_have_changed(tmp_path: Path) -> None:
    """What was saved between reading and looking is not missed."""
    feed = Feed(desk_at(tmp_path / "desk.db"))
    first = feed.look()
    assert first
    assert first.everything
    assert feed.look() is None


def test_each_ticket_is_told_once(tmp_path: Path) -> None:
    """Those that another session saved, and no others."""
    feed = Feed(desk_at(tmp_path / "desk.db"))
    feed.look()
    row = save_one(desk_at(tmp_path / "desk.db"), tmp_path)
    changes = feed.look()
    assert changes
    assert changes.tickets == {row}
    assert not changes.everything
    assert not changes.settings
    assert feed.look() is None


def test_a_call_that_rings_beside_a_new_setting_is_told(tmp_path: Path) -> None:
    """One look may bring several kinds of news, and loses none."""
    desk, other = desk_at(tmp_path / "desk.db"), desk_at(tmp_path / "desk.db")
    feed = Feed(desk)
    feed.look()
    other.store.set([Setting("priorities", ["急"], "0001-01-01", "li", other.clock.now())])
    ringing.tell(other, "13800138000", to="li")
    changes = feed.look()
    assert changes
    assert changes.settings
    assert changes.ringing


def test_settings_are_in_force_before_they_are_told(tmp_path: Path) -> None:
    """Whoever hears of them sees them at the desk."""
    desk, other = desk_at(tmp_path / "desk.db"), desk_at(tmp_path / "desk.db")
    feed = Feed(desk)
    feed.look()
    other.store.set([Setting("priorities", ["急"], "0001-01-01", "li", other.clock.now())])
    changes = feed.look()
    assert changes
    assert changes.settings
    assert desk.rules.settings.priorities == ("急",)


def test_a_new_day_brings_its_settings(tmp_path: Path) -> None:
    """Those made for a later day hold from then on, without a new start."""
    clock = FrozenClock(at(MORNING))
    feed = Feed(desk_at(tmp_path / "desk.db", clock))
    feed.look()
    clock.advance(24 * 3600)
    changes = feed.look()
    assert changes
    assert changes.settings
    assert feed.look() is None


def test_after_a_failure_everything_may_have_changed(tmp_path: Path) -> None:
    """Nobody knows what was missed meanwhile."""
    stores: list[Store] = [create_store(tmp_path / "desk.db")]
    clock = FrozenClock(at(MORNING))
    desk = Desk(stores[0], clock, Person("wang"), lambda: read_rules(stores[-1]))
    feed = Feed(desk)
    feed.look()
    stores[0].close()
    with pytest.raises(StoreError):
        feed.look()
    stores.append(open_store(tmp_path / "desk.db"))
    desk.store = stores[-1]
    changes = feed.look()
    assert changes
    assert changes.everything
