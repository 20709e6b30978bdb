"""A ticket's events give its state."""

from datetime import datetime, timedelta
from itertools import chain
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields

from cstui.domain import acts
from cstui.domain.fold import STEPS_OF, fold, standing
from cstui.domain.state import Span, State, Status
from cstui.domain.ticket import Event, Header, Ticket
from tests.fixtures.times import at, event


def state_of(*events: Event) -> State:
    """The state of a hotline ticket with these events."""
    return fold(Ticket(Header("hotline"), events))


T0 = at("2026-05-06 10:00")

AFTERWARDS: list[tuple[list[acts.Act], Status]] = [
    ([], Status.NEW),
    ([acts.Submitted()], Status.NEW),
    ([acts.Responded()], Status.OPEN),
    ([acts.Responded(automatic=True)], Status.NEW),
    ([acts.Answered()], Status.OPEN),
    ([acts.Accepted()], Status.OPEN),
    ([acts.Waiting("part")], Status.WAITING),
    ([acts.Waiting("part"), acts.Progressed("x")], Status.WAITING),
    ([acts.Waiting("part"), acts.Resumed()], Status.OPEN),
    ([acts.Resolved("x")], Status.RESOLVED),
    ([acts.Resolved("x"), acts.ConfirmedByCustomer()], Status.RESOLVED),
    ([acts.Resolved("x"), acts.Closed()], Status.CLOSED),
    ([acts.Abandoned()], Status.CLOSED),
    ([acts.Resolved("x"), acts.Reopened()], Status.OPEN),
    ([acts.Resolved("x"), acts.Undone(0)], Status.NEW),
]


@pytest.mark.parametrize(("happened", "status"), AFTERWARDS)
def test_the_status_follows_from_what_happened(happened: list[acts.Act], status: Status) -> None:
    """Where a ticket stands is told by its events alone."""
    assert state_of(*(Event(T0, "ann", act) for act in happened)).status is status


def some(kind: type[acts.Act]) -> acts.Act:
    """An act of a kind, with something in each field that needs it."""
    values: dict[object, Any] = {
        str: "subject", int: 0, bool: True, datetime: T0, acts.Scale: acts.Scale.FIVE,
    }  # fmt: skip
    needed = [one for one in fields(kind) if one.required]
    return kind(**{one.name: values[one.type] for one in needed})


@pytest.mark.parametrize("kind", acts.KINDS.values())
def test_an_event_takes_all_steps_that_it_changes_anything_in(kind: type[acts.Act]) -> None:
    """A step that is not taken would have left the ticket as it was."""
    agreed = (acts.Promised("x", T0), acts.CallbackSet(T0), acts.MeasureSet("x", "ann", T0))
    for before in ((), (acts.Rang(), acts.Answered(), acts.Saved()), (acts.Waiting("x"), *agreed)):
        state = state_of(*(Event(T0, "ann", act) for act in before))
        for step in {*chain(*STEPS_OF.values())} - {*STEPS_OF[kind]}:
            assert step(state, Event(T0, "ann", some(kind))) is state


@pytest.mark.parametrize(
    ("happened", "began"),
    [
        ([acts.Rang(), acts.Answered()], 0),
        ([acts.Rang(), acts.Submitted(), acts.Answered()], 1),
        ([acts.Noted("x"), acts.Answered()], 1),
    ],
)
def test_a_ticket_begins_as_it_was_submitted_else_as_it_rang(
    happened: list[acts.Act], began: int
) -> None:
    """The request came when it was submitted, else when it rang, else when it was answered."""
    events = [
        Event(T0 + timedelta(minutes=place), "ann", act) for place, act in enumerate(happened)
    ]
    assert state_of(*events).opened == events[began].at


def test_nobody_knows_when_an_unsubmitted_ticket_began() -> None:
    """Without submission, ring and answer, the beginning is unknown."""
    assert state_of(event("2026-05-06 10:00", acts.Responded())).opened is None


def test_the_first_reply_by_a_person_counts() -> None:
    """Later replies are updates; a machine's reply is neither."""
    state = state_of(
        event("2026-05-06 10:00", acts.Submitted()),
        event("2026-05-06 10:01", acts.Responded(automatic=True)),
        event("2026-05-06 10:05", acts.Responded()),
        event("2026-05-06 11:00", acts.Responded()),
    )
    assert state.round.responded == at("2026-05-06 10:05")
    assert state.round.updates == (at("2026-05-06 10:05"), at("2026-05-06 11:00"))


def test_a_reopening_begins_a_round_and_keeps_the_first() -> None:
    """Each round has its own reply and solution."""
    state = state_of(
        event("2026-05-06 10:00", acts.Submitted()),
        event("2026-05-06 10:05", acts.Responded()),
        event("2026-05-06 11:00", acts.Resolved("x")),
        event("2026-05-07 09:00", acts.Reopened("again")),
        event("2026-05-07 09:30", acts.Responded()),
    )
    first, second = state.rounds
    assert (first.resolved, first.left) == (at("2026-05-06 11:00"), at("2026-05-06 11:00"))
    assert (second.opened, second.responded) == (at("2026-05-07 09:00"), at("2026-05-07 09:30"))
    assert second.left is None


def test_a_round_ends_as_the_customer_confirmed() -> None:
    """The customer's word counts, else the mark; work was left off at the first of them."""
    state = state_of(
        event("2026-05-06 11:00", acts.Resolved("x")),
        event("2026-05-06 12:00", acts.ConfirmedByCustomer()),
    )
    assert state.round.ended == at("2026-05-06 12:00")
    assert state.round.left == at("2026-05-06 11:00")


def test_waits_end_when_the_work_goes_on_or_ends() -> None:
    """A wait ends with its resumption, with another wait, or with the solution."""
    state = state_of(
        event("2026-05-06 10:00", acts.Waiting("part")),
        event("2026-05-06 11:00", acts.Waiting("customer")),
        event("2026-05-06 12:00", acts.Resumed()),
        event("2026-05-06 13:00", acts.Waiting("part")),
        event("2026-05-06 14:00", acts.Resolved("x")),
    )
    assert state.round.waits == (
        Span(at("2026-05-06 10:00"), at("2026-05-06 11:00"), "part"),
        Span(at("2026-05-06 11:00"), at("2026-05-06 12:00"), "customer"),
        Span(at("2026-05-06 13:00"), at("2026-05-06 14:00"), "part"),
    )


def test_a_transfer_asks_for_a_new_acceptance() -> None:
    """Whoever is given a ticket has still to accept it."""
    state = state_of(
        event("2026-05-06 10:00", acts.Assigned("bob", "repair")),
        event("2026-05-06 10:10", acts.Accepted(), by="bob"),
        event("2026-05-06 11:00", acts.Transferred("eve", "her field", "technics")),
    )
    assert (state.owner, state.team, state.transfers) == ("eve", "technics", 1)
    assert (state.assigned, state.accepted) == (at("2026-05-06 11:00"), None)


def test_who_accepts_an_unowned_ticket_owns_it() -> None:
    """Accepting makes an owner where there is none."""
    assert state_of(event("2026-05-06 10:00", acts.Accepted(), by="bob")).owner == "bob"


def test_the_call_is_told_from_ring_to_record() -> None:
    """Only the first save ends the wrap-up; holds are kept as spans."""
    call = state_of(
        event("2026-05-06 10:00:00", acts.Rang()),
        event("2026-05-06 10:00:05", acts.Answered()),
        event("2026-05-06 10:00:10", acts.Greeted()),
        event("2026-05-06 10:01:00", acts.Upset()),
        event("2026-05-06 10:02:00", acts.Held()),
        event("2026-05-06 10:03:00", acts.ResumedTalk()),
        event("2026-05-06 10:04:00", acts.Confirmed()),
        event("2026-05-06 10:04:30", acts.Held()),
        event("2026-05-06 10:05:00", acts.Ended()),
        event("2026-05-06 10:06:00", acts.Saved()),
        event("2026-05-06 12:00:00", acts.Saved()),
    ).call
    assert (call.upset, call.confirmed, call.was_answered) == (True, True, True)
    assert [span.end for span in call.holds] == [at("2026-05-06 10:03"), at("2026-05-06 10:05")]
    assert call.saved == at("2026-05-06 10:06")


def test_an_answer_at_an_unknown_time_is_still_an_answer() -> None:
    """A sheet may know that a call was answered, but not when."""
    state = state_of(event("2026-05-06 10:00", acts.Answered(known=False)))
    assert state.call.was_answered
    assert (state.call.answered, state.round.responded) == (None, None)


def test_a_call_back_that_reached_nobody_is_still_due() -> None:
    """A call back is due until the customer was reached."""
    due = acts.CallbackSet(at("2026-05-07 10:00"))
    tried = event("2026-05-07 10:00", acts.CallbackTried("no answer", reached=False))
    reached = event("2026-05-07 11:00", acts.CallbackTried("told", reached=True))
    told = event("2026-05-06 10:00", due)
    assert state_of(told, tried).callback == due
    assert state_of(told, tried, reached).callback is None


def test_the_last_rating_and_cause_stand() -> None:
    """What was found out and how content the customer is are kept as last told."""
    state = state_of(
        event("2026-05-06 10:00", acts.Rated(acts.Scale.FIVE, {"overall": 2})),
        event("2026-05-06 11:00", acts.Rated(acts.Scale.FIVE, {"overall": 5})),
        event("2026-05-06 11:00", acts.Caused("circuit flaw", "inspection")),
        event("2026-05-06 11:00", acts.Explained("late", "agent away")),
    )
    assert state.rating is not None
    assert state.rating.scores == {"overall": 5}
    assert (state.cause, state.measure, state.explained) == (
        "circuit flaw", "inspection", ("late",),
    )  # fmt: skip


HAPPENINGS: list[acts.Act] = [
    acts.Submitted(), acts.Rang(), acts.Answered(), acts.Responded(), acts.Progressed("x"),
    acts.Assigned("bob"), acts.Accepted(), acts.Transferred("eve"), acts.Waiting("part"),
    acts.Resumed(), acts.Resolved("x"), acts.ConfirmedByCustomer(), acts.Reopened(),
    acts.Closed(), acts.Promised("x", T0), acts.Kept(), acts.Corrected("subject", "", "new"),
    acts.Rated(acts.Scale.FIVE, {"overall": 3}), acts.CallbackSet(T0), acts.Held(), acts.Ended(),
]  # fmt: skip


def _moment(minute: int) -> datetime:
    return T0 + timedelta(minutes=minute)


stories = st.lists(st.sampled_from(HAPPENINGS), max_size=12).map(
    lambda told: [Event(_moment(place), "ann", act) for place, act in enumerate(told)]
)


@given(stories, st.data())
def test_what_was_undone_might_as_well_not_have_happened(
    story: list[Event], data: st.DataObject
) -> None:
    """A ticket with undone events has the state of one that never had them."""
    places = data.draw(st.sets(st.integers(0, len(story) - 1))) if story else set()
    undoings = [Event(_moment(99), "ann", acts.Undone(place)) for place in sorted(places)]
    kept = [each for place, each in enumerate(story) if place not in places]
    assert state_of(*story, *undoings) == state_of(*kept)


@given(stories.filter(bool), st.data())
def test_undoing_an_undoing_brings_an_event_back(story: list[Event], data: st.DataObject) -> None:
    """An undoing that was undone itself takes nothing back."""
    place = data.draw(st.integers(0, len(story) - 1))
    undone = Event(_moment(98), "ann", acts.Undone(place))
    again = Event(_moment(99), "ann", acts.Undone(len(story)))
    assert standing((*story, undone, again)) == story


@given(stories)
def test_work_was_left_off_whenever_none_is_open(story: list[Event]) -> None:
    """A ticket without open work knows since when; an open one has none left off."""
    state = state_of(*story)
    assert (state.round.left is None) is state.status.is_open


def test_a_later_call_is_one_of_its_own() -> None:
    """The first call and its wrap-up stay as they were."""
    first = [
        event("2026-05-06 10:00", acts.Answered()),
        event("2026-05-06 10:05", acts.Ended()),
        event("2026-05-06 10:06", acts.Saved()),
    ]
    later = [
        event("2026-05-07 09:00", acts.Rang()),
        event("2026-05-07 09:01", acts.Answered()),
        event("2026-05-07 09:02", acts.Held()),
        event("2026-05-07 09:03", acts.Ended()),
        event("2026-05-07 09:04", acts.Saved()),
    ]
    state = state_of(*first, *later)
    assert state.call == state_of(*first).call
    (call,) = state.later_calls
    assert (call.rang, call.ended) == (later[0].at, later[3].at)
    assert call.holds == (Span(later[2].at, later[3].at),)
    assert call.saved == later[4].at


def test_a_save_without_a_call_begins_none() -> None:
    """Only a ring does."""
    saves = [event("2026-05-06 10:06", acts.Saved()), event("2026-05-06 11:00", acts.Saved())]
    state = state_of(*saves)
    assert state.later_calls == ()
    assert state.call.saved == saves[0].at


def test_a_save_that_was_taken_back_ended_no_wrap_up() -> None:
    """The one after it does."""
    saves = [
        event("2026-05-06 10:06", acts.Saved()),
        event("2026-05-06 10:07", acts.Undone(0)),
        event("2026-05-06 10:08", acts.Saved()),
    ]
    assert state_of(*saves).call.saved == saves[2].at


def test_a_ticket_as_it_was_known() -> None:
    """Without what happened later; what was taken back later still stands, as it did then."""
    told = (
        Event(T0 + timedelta(hours=9), "ann", acts.Noted("written down too late")),
        Event(T0, "ann", acts.Submitted()),
        Event(T0 + timedelta(hours=1), "ann", acts.Responded()),
        Event(T0 + timedelta(hours=2), "ann", acts.Undone(2)),
        Event(T0 + timedelta(hours=3), "ann", acts.Resolved("x")),
        Event(T0 + timedelta(hours=4), "ann", acts.Undone(4)),
    )
    ticket = Ticket(Header("hotline"), told)

    def standing_at(hours: int) -> list[str]:
        return [one.kind for one in standing(ticket.before(T0 + timedelta(hours=hours)).events)]

    assert standing_at(0) == []
    assert standing_at(2) == ["submitted", "responded"]
    assert standing_at(3) == ["submitted"]
    assert standing_at(4) == ["submitted", "resolved"]
    assert standing_at(10) == ["noted", "submitted"]
