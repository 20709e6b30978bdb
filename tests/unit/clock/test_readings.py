"""How each clock of a ticket stands."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cstui.clock.course import Course
from cstui.clock.policy import ClockName
from cstui.clock.readings import Reading, Stand, read_clocks
from cstui.domain import acts
from cstui.domain.facts import Verdict
from cstui.domain.fold import fold
from cstui.domain.ticket import Event, Header, Ticket
from tests.fixtures.courses import moments, open_courses
from tests.fixtures.times import at, calendar, event, policies

HOUR = 3600
NIGHT = at("2026-05-06 23:00")


def readings(
    policy: str, events: list[Event], now: datetime = NIGHT, priority: str = ""
) -> dict[ClockName, Reading]:
    """The clocks of a ticket's last round, by name."""
    state = fold(Ticket(Header("any", priority=priority), tuple(events)))
    read = read_clocks(state, policies().latest(policy), calendar(), now)
    return {reading.clock: reading for reading in read}


@pytest.mark.parametrize(
    ("seconds", "stand"), [(1800, Stand.MET), (1801, Stand.BREACHED), (0, Stand.MET)]
)
def test_a_limit_is_met_when_no_more_than_it_was_used(seconds: int, stand: Stand) -> None:
    """Exactly the limit is still in time; one second more is not."""
    asked = at("2026-05-06 10:00")
    reply = Event(asked + timedelta(seconds=seconds), "ann", acts.Responded())
    read = readings("response", [Event(asked, "ann", acts.Submitted()), reply])
    assert read[ClockName.FIRST_RESPONSE].stand is stand


@pytest.mark.parametrize(
    ("now", "stand", "warn"),
    [
        ("2026-05-06 10:23", Stand.RUNNING, False),
        ("2026-05-06 10:24", Stand.RUNNING, True),
        ("2026-05-06 10:30", Stand.RUNNING, True),
        ("2026-05-06 10:30:01", Stand.BREACHED, False),
    ],
)
def test_an_open_clock_warns_and_then_breaches(now: str, stand: Stand, warn: bool) -> None:
    """From four fifths of the limit on it is warned of; past due it is breached though open."""
    read = readings("response", [event("2026-05-06 10:00", acts.Submitted())], at(now))
    response = read[ClockName.FIRST_RESPONSE]
    assert (response.stand, response.warn, response.open) == (stand, warn, True)
    assert response.due == at("2026-05-06 10:30")


def test_long_before_the_limit_may_be_warned_of_too() -> None:
    """The earlier of both counts: a share of the limit, or so long before it."""
    definition = {"limits": {"first_response": "2 h"}, "warn_before": "1 h"}
    book = policies().with_version("response", "2026-01-01", definition)
    state = fold(Ticket(Header("response"), (event("2026-05-06 10:00", acts.Submitted()),)))
    for now, warn in (("2026-05-06 10:59:59", False), ("2026-05-06 11:00", True)):
        read = read_clocks(state, book.latest("response"), calendar(), at(now))
        assert read[0].warn is warn


def test_a_machines_reply_is_no_first_response() -> None:
    """Only a person's reply ends the wait for one."""
    reply = event("2026-05-06 10:01", acts.Responded(automatic=True))
    read = readings("response", [event("2026-05-06 10:00", acts.Submitted()), reply])
    assert read[ClockName.FIRST_RESPONSE].open


def test_a_live_call_is_answered_as_it_rang() -> None:
    """The first response to a call is its answer, counted from the ring."""
    read = readings(
        "hotline",
        [event("2026-05-06 10:00:00", acts.Rang()), event("2026-05-06 10:00:12", acts.Answered())],
    )
    assert read[ClockName.FIRST_RESPONSE].used_s == 12
    assert read[ClockName.FIRST_RESPONSE].stand is Stand.DONE


def test_a_reply_before_the_request_is_impossible() -> None:
    """A wrong time is called so: neither met nor breached, and not made to fit."""
    read = readings(
        "response",
        [event("2026-05-06 10:00", acts.Submitted()), event("2026-05-06 09:00", acts.Responded())],
    )
    response = read[ClockName.FIRST_RESPONSE]
    assert (response.stand, response.used_s) == (Stand.IMPOSSIBLE, -HOUR)


def test_waiting_pauses_the_resolution_alone() -> None:
    """While the work waits, the resolution stands still and has no due time; a reply is awaited."""
    events = [
        event("2026-05-06 10:00", acts.Submitted()),
        event("2026-05-06 11:00", acts.Waiting("part")),
    ]
    read = readings("graded", events, priority="P2")
    resolution = read[ClockName.RESOLUTION]
    assert (resolution.stand, resolution.used_s, resolution.due) == (Stand.PAUSED, HOUR, None)
    assert read[ClockName.FIRST_RESPONSE].stand is Stand.BREACHED


def test_after_a_wait_the_due_time_is_as_much_later() -> None:
    """A wait moves the due time by its own length."""
    events = [
        event("2026-05-06 10:00", acts.Submitted()),
        event("2026-05-06 11:00", acts.Waiting("part")),
        event("2026-05-06 14:00", acts.Resumed()),
    ]
    resolution = readings("graded", events, priority="P2")[ClockName.RESOLUTION]
    assert resolution.due == at("2026-05-07 13:00")
    assert resolution.used_s == 10 * HOUR


def test_a_limit_used_up_before_a_wait_stays_breached() -> None:
    """Waiting does not heal a breach."""
    events = [
        event("2026-05-06 10:00", acts.Submitted()),
        event("2026-05-06 12:30", acts.Waiting("part")),
    ]
    resolution = readings("graded", events, priority="P1")[ClockName.RESOLUTION]
    assert resolution.stand is Stand.BREACHED
    assert resolution.due == at("2026-05-06 12:00")


def test_updates_are_due_from_one_to_the_next() -> None:
    """The update that is told is the one due next, counted from the last one."""
    events = [
        event("2026-05-06 08:00", acts.Submitted()),
        event("2026-05-06 08:10", acts.Responded()),
        event("2026-05-06 21:00", acts.Progressed("looked at")),
    ]
    update = readings("after_sales", events, priority="紧急")[ClockName.UPDATE]
    assert (update.stand, update.due) == (Stand.RUNNING, at("2026-05-07 01:00"))


def test_a_solution_ends_the_updates() -> None:
    """Of a solved ticket, the longest time without an update is told."""
    events = [
        event("2026-05-06 08:00", acts.Submitted()),
        event("2026-05-06 08:10", acts.Responded()),
        event("2026-05-06 13:10", acts.Progressed("looked at")),
        event("2026-05-06 14:10", acts.Resolved("done")),
    ]
    update = readings("after_sales", events, priority="紧急")[ClockName.UPDATE]
    assert (update.stand, update.used_s) == (Stand.BREACHED, 5 * HOUR)


def test_each_round_has_its_own_clocks() -> None:
    """A reopened ticket is to be answered and solved anew; the first round stays as it was."""
    events = [
        event("2026-05-06 08:00", acts.Submitted()),
        event("2026-05-06 08:10", acts.Responded()),
        event("2026-05-06 09:00", acts.Resolved("done")),
        event("2026-05-06 22:50", acts.Reopened("again")),
    ]
    state = fold(Ticket(Header("response"), tuple(events)))
    read = read_clocks(state, policies().latest("response"), calendar(), NIGHT)
    responses = [each for each in read if each.clock is ClockName.FIRST_RESPONSE]
    assert [(each.round, each.stand) for each in responses] == [
        (1, Stand.MET), (2, Stand.RUNNING),
    ]  # fmt: skip


def test_an_old_round_never_runs_on() -> None:
    """A round that was left open ends with the next one, however it came to that."""
    events = [
        event("2026-05-06 08:00", acts.Submitted()),
        event("2026-05-06 09:00", acts.Reopened("called again")),
    ]
    state = fold(Ticket(Header("response"), tuple(events)))
    read = read_clocks(state, policies().latest("response"), calendar(), at("2026-05-06 09:10"))
    assert [(each.round, each.stand) for each in read if each.limit_s] == [
        (1, Stand.BREACHED), (2, Stand.RUNNING),
    ]  # fmt: skip


def test_what_was_given_up_in_time_is_not_judged() -> None:
    """A ticket closed without an answer before one was due was neither answered nor late."""
    events = [event("2026-05-06 10:00", acts.Submitted())]
    early = [*events, event("2026-05-06 10:20", acts.Closed("spam"))]
    late = [*events, event("2026-05-06 10:40", acts.Closed("spam"))]
    assert ClockName.FIRST_RESPONSE not in readings("response", early)
    assert readings("response", late)[ClockName.FIRST_RESPONSE].stand is Stand.BREACHED


def test_a_solution_without_a_noted_reply_leaves_the_reply_unknown() -> None:
    """Who was helped had a reply, at a time that nobody wrote down."""
    events = [
        event("2026-05-06 10:00", acts.Submitted()), event("2026-05-06 12:00", acts.Resolved("x")),
    ]  # fmt: skip
    assert set(readings("response", events)) == {ClockName.RESOLUTION}


def test_the_clocks_of_a_call_and_its_handler() -> None:
    """Greeting, wrap-up and acceptance have clocks of their own."""
    events = [
        event("2026-05-06 10:00:00", acts.Rang()),
        event("2026-05-06 10:00:05", acts.Answered()),
        event("2026-05-06 10:00:14", acts.Greeted()),
        event("2026-05-06 10:05:00", acts.Ended()),
        event("2026-05-06 10:07:00", acts.Saved()),
        event("2026-05-06 10:07:00", acts.Assigned("bob")),
        event("2026-05-06 13:07:00", acts.Accepted()),
    ]
    read = readings("hotline", events)
    assert (read[ClockName.GREETING].stand, read[ClockName.GREETING].used_s) == (Stand.MET, 9)
    assert (read[ClockName.WRAP_UP].stand, read[ClockName.WRAP_UP].used_s) == (Stand.MET, 120)
    assert (read[ClockName.ACCEPT].stand, read[ClockName.ACCEPT].used_s) == (
        Stand.BREACHED, 3 * HOUR,
    )  # fmt: skip


def test_a_call_that_ended_without_its_greeting_missed_it() -> None:
    """No greeting by the end of a call is a missed one, if there was time for it."""
    call = [event("2026-05-06 10:00:00", acts.Answered())]
    long, short = (
        event("2026-05-06 10:01:00", acts.Ended()),
        event("2026-05-06 10:00:09", acts.Ended()),
    )
    assert readings("hotline", [*call, long])[ClockName.GREETING].stand is Stand.BREACHED
    assert ClockName.GREETING not in readings("hotline", [*call, short])


def test_the_revisit_waits_for_the_customers_judgement() -> None:
    """From the solution on the customer is to be asked; a rating ends that, whatever it says."""
    events = [event("2026-05-06 08:00", acts.Rang()), event("2026-05-06 09:00", acts.Resolved("x"))]
    revisit = readings("hotline", events)[ClockName.REVISIT]
    assert (revisit.stand, revisit.due) == (Stand.RUNNING, at("2026-05-07 09:00"))
    unanswered = acts.Rated(acts.Scale.HOTLINE, provenance=acts.Provenance.UNANSWERED)
    asked = readings("hotline", [*events, event("2026-05-06 20:00", unanswered)])
    assert asked[ClockName.REVISIT].stand is Stand.MET


def test_a_second_round_is_to_be_revisited_again() -> None:
    """What the customer said of the first solution says nothing of the second."""
    events = [
        event("2026-05-06 08:00", acts.Rang()),
        event("2026-05-06 09:00", acts.Resolved("x")),
        event("2026-05-06 10:00", acts.Rated(acts.Scale.HOTLINE, {"overall": 1})),
        event("2026-05-06 10:01", acts.Reopened("not content")),
        event("2026-05-06 12:00", acts.Resolved("y")),
    ]
    revisit = readings("hotline", events)[ClockName.REVISIT]
    assert (revisit.stand, revisit.due) == (Stand.RUNNING, at("2026-05-07 12:00"))


def test_promises_and_calls_back_are_due_when_agreed() -> None:
    """What was agreed for a time is due then, and gone once it was done."""
    events = [
        event("2026-05-06 08:00", acts.Submitted()),
        event("2026-05-06 08:30", acts.Promised("an answer", at("2026-05-06 22:00"))),
        event("2026-05-06 08:30", acts.CallbackSet(at("2026-05-07 09:00"))),
    ]
    read = readings("response", events)
    assert read[ClockName.PROMISE].stand is Stand.BREACHED
    assert (read[ClockName.CALLBACK].stand, read[ClockName.CALLBACK].due) == (
        Stand.RUNNING, at("2026-05-07 09:00"),
    )  # fmt: skip
    done = [
        *events,
        event("2026-05-06 21:00", acts.Kept()),
        event("2026-05-06 21:00", acts.CallbackTried("told all", reached=True)),
    ]
    read = readings("response", done)
    assert ClockName.CALLBACK not in read
    assert read[ClockName.PROMISE].stand is Stand.MET


def test_a_policy_may_count_working_hours_only() -> None:
    """With working hours, a request of Saturday is due within the first hours of Monday."""
    book = policies().with_version(
        "response", "2026-01-01", {"hours": "business", "limits": {"first_response": "30 min"}}
    )
    state = fold(Ticket(Header("response"), (event("2026-05-16 11:00", acts.Submitted()),)))
    read = read_clocks(state, book.latest("response"), calendar(), at("2026-05-17 11:00"))
    assert (read[0].stand, read[0].due) == (Stand.RUNNING, at("2026-05-18 09:30"))


def test_a_greeting_is_timed_at_any_hour() -> None:
    """A call that is answered at night is greeted by the clock, whatever the working hours."""
    book = policies().with_version(
        "hotline", "2026-01-01", {"hours": "business", "limits": {"greeting": "10 s"}}
    )
    call = (
        event("2026-05-06 22:00:00", acts.Answered()),
        event("2026-05-06 22:00:20", acts.Greeted()),
    )
    state = fold(Ticket(Header("hotline"), call))
    read = read_clocks(state, book.latest("hotline"), calendar(), NIGHT)
    stands = {reading.clock: reading.stand for reading in read}
    assert stands[ClockName.GREETING] is Stand.BREACHED


def without_waits(course: Course) -> Course:
    """The same course, had it never stood still."""
    return Course(course.clock, 1, course.started, None, course.limit, course.hours)


@given(open_courses, moments)
def test_pausing_never_lengthens_the_time_used(course: Course, until: int) -> None:
    """With waits, no more time is used than without, and never less than none."""
    if until >= course.started:
        assert 0 <= course.used(until) <= without_waits(course).used(until)


@given(open_courses)
def test_at_the_due_time_just_the_limit_is_used(course: Course) -> None:
    """The due time is the first instant at which the limit is used up."""
    due = course.due()
    if due is not None and course.limit is not None:
        assert course.used(due) == course.limit
        assert due == course.started or course.used(due - 1) < course.limit or course.limit == 0


@given(open_courses)
def test_what_is_stored_does_not_depend_on_the_time_of_day(course: Course) -> None:
    """A verdict without now agrees with the due time: none while paused with something left."""
    verdict = course.verdict()
    if course.limit is None:
        assert verdict is Verdict.NONE
    elif course.paused:
        assert verdict is (Verdict.PAUSED if course.due() is None else Verdict.BREACHED)
    else:
        assert (verdict, course.due() is None) == (Verdict.RUNNING, False)


@given(open_courses, st.floats(0.1, 1), st.integers(0, 86_400))
def test_a_clock_is_warned_of_no_later_than_it_is_due(
    course: Course, share: float, before: int
) -> None:
    """Whatever share or time before it; where nothing is due, nothing is warned of."""
    policy = replace(policies().latest("response"), warn_share=share, warn_before=before)
    due, warn = course.due(), course.warn_from(policy)
    if due is not None:
        assert warn is not None
        assert course.started <= warn <= due
    if course.limit is None:
        assert warn is None
