"""Who held a ticket, and for how long."""

from cstui.domain.acts import (
    Abandoned,
    Accepted,
    Act,
    Assigned,
    Closed,
    ConfirmedByCustomer,
    Noted,
    Reopened,
    Resolved,
    Resumed,
    Submitted,
    Transferred,
)
from cstui.domain.holding import holdings
from cstui.domain.ticket import Header, Ticket
from tests.fixtures.times import event


def held(*told: tuple[str, Act]) -> list[tuple[str, str, str]]:
    """Holder or team, start and end of each stretch."""
    ticket = Ticket(
        Header("hotline"), tuple(event(f"2026-05-06 {when}", act) for when, act in told)
    )
    return [
        (one.owner or one.team, f"{one.start:%H:%M}", f"{one.end:%H:%M}" if one.end else "")
        for one in holdings(ticket)
    ]


def test_each_holder_has_a_stretch_until_the_next_takes_over() -> None:
    """Before the first, nobody had it."""
    assert held(
        ("09:00", Submitted()),
        ("09:10", Assigned("li")),
        ("09:20", Noted("x")),
        ("10:00", Transferred("", "why", "technics")),
        ("10:30", Transferred("wang", "why", "technics")),
    ) == [("", "09:00", "09:10"), ("li", "09:10", "10:00"), ("technics", "10:00", "10:30"),
          ("wang", "10:30", "")]  # fmt: skip


def test_whoever_accepts_what_nobody_holds_has_it() -> None:
    """From then on."""
    assert held(("09:00", Submitted()), ("09:05", Accepted())) == [
        ("", "09:00", "09:05"),
        ("ann", "09:05", ""),
    ]


def test_a_solved_ticket_is_held_by_nobody_until_it_is_reopened() -> None:
    """The time between is not counted against anybody."""
    assert held(
        ("09:00", Assigned("li")),
        ("10:00", Resolved("done")),
        ("10:30", Closed()),
        ("12:00", Reopened("not done")),
    ) == [("li", "09:00", "10:00"), ("li", "12:00", "")]


def test_what_happens_after_the_solution_is_nobodys_work() -> None:
    """A rating or a remark does not give a solved ticket back; resuming the work does."""
    solved = (("09:00", Assigned("li")), ("10:00", Resolved("done")), ("11:00", Noted("x")))
    assert held(*solved) == [("li", "09:00", "10:00")]
    assert held(*solved, ("12:00", Resumed())) == [("li", "09:00", "10:00"), ("li", "12:00", "")]


def test_confirming_and_giving_up_end_it_too() -> None:
    """No work is left then."""
    for end in (ConfirmedByCustomer(), Abandoned()):
        assert held(("09:00", Assigned("li")), ("10:00", end)) == [("li", "09:00", "10:00")]
