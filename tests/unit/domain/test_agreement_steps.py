"""Promises, help from others, waits and duplicates, as events tell them."""

from cstui.domain import acts
from cstui.domain.fold import fold
from cstui.domain.state import Pledge, State, Status
from cstui.domain.ticket import Event, Header, Ticket
from tests.fixtures.times import at, event

NOON, EVENING = at("2026-05-06 12:00"), at("2026-05-06 18:00")


def state(*events: Event) -> State:
    """How a ticket stands after these events."""
    return fold(Ticket(Header("hotline"), (event("2026-05-06 09:00", acts.Submitted()), *events)))


def test_a_promise_stands_until_it_is_kept() -> None:
    """What became of it is remembered."""
    made = event("2026-05-06 10:00", acts.Promised("refund", NOON))
    standing = state(made)
    assert standing.promise == made.act
    assert standing.pledges == (Pledge("refund", NOON, made.at),)
    kept = state(made, event("2026-05-06 11:00", acts.Kept()))
    assert kept.promise is None
    assert kept.pledges == (Pledge("refund", NOON, made.at, at("2026-05-06 11:00"), kept=True),)


def test_another_promise_takes_the_place_of_the_first() -> None:
    """Which was not kept."""
    both = state(
        event("2026-05-06 10:00", acts.Promised("refund", NOON)),
        event("2026-05-06 11:00", acts.Promised("refund", EVENING)),
    )
    first, second = both.pledges
    assert (first.ended, first.kept) == (second.made, False)
    assert both.promise and both.promise.until == EVENING


def test_help_is_waited_for_until_its_result_is_there() -> None:
    """From each department on its own."""
    asked = event("2026-05-06 10:00", acts.Helped("purchasing", asked="a compressor"))
    other = event("2026-05-06 10:05", acts.Helped("legal", asked="a letter"))
    assert state(asked, other).helps == (asked.act, other.act)
    done = event("2026-05-06 11:00", acts.Helped("purchasing", "part due tomorrow"))
    assert state(asked, other, done).helps == (other.act,)


def test_a_wait_may_have_an_end() -> None:
    """The next wait says anew how long it may last."""
    waiting = event("2026-05-06 10:00", acts.Waiting("part", NOON))
    assert state(waiting).longest_wait == NOON
    again = (
        event("2026-05-06 11:00", acts.Resumed()),
        event("2026-05-06 11:30", acts.Waiting("x")),
    )
    assert state(waiting, *again).longest_wait is None


def test_both_tickets_tell_that_one_is_a_duplicate() -> None:
    """The one is closed, the other goes on."""
    closed = state(event("2026-05-06 10:00", acts.ClosedAsDuplicate("20260506001")))
    assert (closed.status, closed.duplicate_of) == (Status.CLOSED, "20260506001")
    going_on = state(event("2026-05-06 10:00", acts.HasDuplicate("20260506002")))
    assert (going_on.status, going_on.duplicates) == (Status.NEW, ("20260506002",))
