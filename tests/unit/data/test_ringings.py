"""Calls that come in."""

from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

from cstui.domain.ringing import Ringing
from data.desk import DeskStore
from tests.unit.data.conftest import Session
from tests.unit.data.entries import DAY, entry

SECOND = timedelta(seconds=1)


def test_a_call_is_given_once_to_whom_it_is_for(store: DeskStore, other: DeskStore) -> None:
    """Oldest first, and to nobody else."""
    late = store.ringings.add(Ringing("li", DAY + SECOND, "13800138000"))
    early = store.ringings.add(Ringing("li", DAY))
    store.ringings.add(Ringing("wang", DAY, "2"))
    assert late == Ringing("li", DAY + SECOND, "13800138000", id=1)
    assert other.ringings.take("li", DAY) == [early, late]
    assert store.ringings.take("li", DAY) == []
    assert [one.phone for one in store.ringings.take("wang", DAY)] == ["2"]


def test_calls_of_long_ago_are_given_to_nobody(store: DeskStore) -> None:
    """And are forgotten, whomever they were for."""
    for agent in ("li", "wang"):
        store.ringings.add(Ringing(agent, DAY - SECOND))
    new = store.ringings.add(Ringing("li", DAY))
    assert store.ringings.take("li", DAY) == [new]
    assert store.ringings.take("wang", DAY - timedelta(days=1)) == []


def test_sessions_hear_that_a_call_rings(store: DeskStore, other: DeskStore) -> None:
    """Through the feed; tickets and articles are not concerned."""
    position = other.position()
    store.ringings.add(Ringing("li", DAY))
    changes = other.changes(position)
    assert changes.ringing
    assert not (changes.articles or changes.settings or changes.tickets)
    assert not other.changes(changes.position).ringing


def test_two_sessions_of_a_person_share_the_calls(
    store: DeskStore, session: Session, tmp_path: Path
) -> None:
    """Each call goes to one of them, however they race."""
    takers = [session("takes", tmp_path / "desk.db", "li") for _ in range(2)]
    for taker in takers:
        assert taker.stdout is not None
        assert taker.stdout.readline() == "ready\n"
    phones = [str(number) for number in range(60)]
    for phone in phones:
        store.ringings.add(replace(Ringing("li", DAY), phone=phone))
    store.add([entry()])
    taken = [phone for taker in takers for phone in taker.communicate()[0].split()]
    assert sorted(taken) == sorted(phones)
