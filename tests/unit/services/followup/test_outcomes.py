"""Causes and duplicates in a real store."""

import pytest

from cstui.domain import acts
from cstui.domain.errors import InputError, NotFound
from cstui.domain.fold import fold
from cstui.domain.state import Status
from cstui.services.desk import Desk
from cstui.services.followup import Collided, FollowUp
from tests.fixtures.desks import ticket


def test_the_cause_may_come_with_its_whys(lina: Desk) -> None:
    """Empty ones are left out."""
    (one,) = lina.add([ticket()])
    saved = FollowUp(lina).cause(one, " batch ", "test it", ["it broke ", "", " old part"])
    assert saved.events[-1].act == acts.Caused("batch", "test it", ("it broke", "old part"))


def test_a_duplicate_is_closed_and_both_tell(lina: Desk) -> None:
    """The work goes on in the other one."""
    one, two = lina.add([ticket(), ticket()])
    closed = FollowUp(lina).close_as_duplicate(two, f" {one.number} ")
    assert closed.events[-1].act == acts.ClosedAsDuplicate(one.number)
    assert fold(closed).status is Status.CLOSED
    going_on = lina.store.ticket(one.number)
    assert going_on.events[-1].act == acts.HasDuplicate(two.number)
    assert fold(going_on).status is Status.NEW


def test_a_duplicate_of_a_duplicate_goes_on_where_that_does(lina: Desk) -> None:
    """Nobody is led to a ticket that leads elsewhere."""
    one, two, three = lina.add([ticket(), ticket(), ticket()])
    followup = FollowUp(lina)
    followup.close_as_duplicate(two, one.number)
    closed = followup.close_as_duplicate(three, two.number)
    assert fold(closed).duplicate_of == one.number
    assert fold(lina.store.ticket(one.number)).duplicates == (two.number, three.number)


def test_no_ticket_is_a_duplicate_of_itself(lina: Desk) -> None:
    """Nor by way of another; nor of one that is not there."""
    one, two = lina.add([ticket(), ticket()])
    followup = FollowUp(lina)
    with pytest.raises(InputError):
        followup.close_as_duplicate(one, one.number)
    followup.close_as_duplicate(two, one.number)
    with pytest.raises(InputError) as refused:
        followup.close_as_duplicate(lina.store.ticket(one.number), two.number)
    assert refused.value.key == "duplicate_of_itself"
    with pytest.raises(NotFound):
        followup.close_as_duplicate(one, "20200101001")


def test_a_collision_over_a_duplicate_tells_the_other_only_once(lina: Desk, wangwei: Desk) -> None:
    """Merged after somebody else's note, it is closed, and the other tells it once."""
    one, two = lina.add([ticket(), ticket()])
    FollowUp(wangwei).note(two, "hm")
    followup = FollowUp(lina)
    with pytest.raises(Collided) as told:
        followup.close_as_duplicate(two, one.number)
    closed = followup.merge(told.value.collision, ())
    assert fold(closed).duplicate_of == one.number
    followup.close_as_duplicate(lina.add([ticket()])[0], one.number)
    assert fold(lina.store.ticket(one.number)).duplicates[0] == two.number


def test_the_customers_other_open_tickets_are_offered(lina: Desk) -> None:
    """The newest first, solved ones not."""
    one, two, three = lina.add([ticket(), ticket(), ticket()])
    FollowUp(lina).resolve(two, "fuse", confirmed=True)
    others = FollowUp(lina).others_of(three)
    assert [other.number for other in others] == [one.number]
