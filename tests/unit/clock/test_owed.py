"""Clocks of what is owed to a customer: promises, waits, follow-ups of discontent."""

from datetime import datetime

import pytest
from msgspec.structs import replace

from cstui.clock.policy import ClockName
from cstui.clock.readings import Reading, Stand, read_clocks
from cstui.domain import acts
from cstui.domain.acts import OVERALL, Rated, Scale
from cstui.domain.fold import fold
from cstui.domain.ticket import Event, Header, Problem, Ticket
from tests.fixtures.times import at, calendar, event, policies

HOUR = 3600
SLOW = Header("hotline", category=("投诉建议", "流程"), problem=Problem("一直没人回电话"))
LOW = Rated(Scale.HOTLINE, {OVERALL: 1})
SOLVED = (
    event("2026-05-06 09:00", acts.Submitted()),
    event("2026-05-06 10:00", acts.Resolved("fuse")),
)


def read(
    clock: ClockName, *events: Event, now: str = "2026-05-07 12:00", header: Header | None = None
) -> list[Reading]:
    """How the clocks of one kind stand."""
    state = fold(Ticket(header or Header("hotline"), events))
    moment: datetime = at(now)
    found = read_clocks(state, policies().latest("hotline"), calendar(), moment)
    return [each for each in found if each.clock is clock]


def test_something_is_begun_within_two_days_of_a_low_score() -> None:
    """A measure in time stops the clock."""
    rated = event("2026-05-06 12:00", LOW)
    (running,) = read(ClockName.FOLLOW_UP, *SOLVED, rated)
    assert (running.limit_s, running.stand) == (48 * HOUR, Stand.RUNNING)
    assert running.due == at("2026-05-08 12:00")
    set_at = event("2026-05-08 12:00", acts.MeasureSet("call", "ann", at("2026-05-09 18:00")))
    (met,) = read(ClockName.FOLLOW_UP, *SOLVED, rated, set_at)
    assert (met.stand, met.used_s) == (Stand.MET, 48 * HOUR)


def test_a_new_round_is_something_begun() -> None:
    """Whether or not a measure follows."""
    again = event("2026-05-06 13:00", acts.Reopened("still warm"))
    (met,) = read(ClockName.FOLLOW_UP, *SOLVED, event("2026-05-06 12:00", LOW), again)
    assert (met.stand, met.used_s) == (Stand.MET, HOUR)


def test_one_day_where_the_customer_says_that_we_are_slow() -> None:
    """In the words of the rating."""
    slow = replace(LOW, words="回复太慢")
    (running,) = read(ClockName.FOLLOW_UP, *SOLVED, event("2026-05-06 12:00", slow))
    assert running.due == at("2026-05-07 12:00")


def test_a_complaint_about_slowness_is_answered_within_a_day() -> None:
    """By anything that we tell the customer after it; the call in which it came is no answer."""
    call = (
        event("2026-05-06 09:00", acts.Rang()),
        event("2026-05-06 09:00:10", acts.Answered()),
        event("2026-05-06 09:05", acts.Saved()),
    )
    (running,) = read(ClockName.FOLLOW_UP, *call, header=SLOW)
    assert (running.limit_s, running.due) == (24 * HOUR, at("2026-05-07 09:00"))
    talked = event("2026-05-06 15:00", acts.Talked("apologised"))
    (met,) = read(ClockName.FOLLOW_UP, *call, talked, header=SLOW)
    assert (met.stand, met.used_s) == (Stand.MET, 6 * HOUR)


def test_a_solved_complaint_asks_for_nothing_more() -> None:
    """Given up in time, there is nothing to tell."""
    assert read(ClockName.FOLLOW_UP, *SOLVED, header=SLOW) == []


@pytest.mark.parametrize(
    ("checked", "stand"),
    [("2026-06-06 17:00", Stand.MET), ("2026-06-06 19:00", Stand.BREACHED), ("", Stand.RUNNING)],
)
def test_a_measure_is_checked_on_its_day(checked: str, stand: Stand) -> None:
    """From setting it until it is known whether it helped."""
    measured = event("2026-05-06 18:00", acts.MeasureSet("train", "ann", at("2026-06-06 18:00")))
    done = [event(checked, acts.MeasureChecked(True))] if checked else []
    (found,) = read(ClockName.MEASURE, *SOLVED, measured, *done)
    assert (found.stand, found.due) == (stand, at("2026-06-06 18:00"))


@pytest.mark.parametrize(
    ("kept", "stand"),
    [
        ("2026-05-06 12:00", Stand.MET),
        ("2026-05-06 12:01", Stand.BREACHED),
        ("", Stand.BREACHED),
    ],
)
def test_a_promise_is_kept_in_its_time_or_broken(kept: str, stand: Stand) -> None:
    """Also one that nobody ever said was kept."""
    promised = event("2026-05-06 09:30", acts.Promised("refund", at("2026-05-06 12:00")))
    done = [event(kept, acts.Kept())] if kept else []
    (found,) = read(ClockName.PROMISE, SOLVED[0], promised, *done)
    assert found.stand is stand


def test_a_promise_that_another_replaced_in_time_is_neither() -> None:
    """Replaced after its time, it was broken."""
    first = event("2026-05-06 09:30", acts.Promised("refund", at("2026-05-06 12:00")))
    later = acts.Promised("refund", at("2026-05-07 18:00"))
    in_time = read(ClockName.PROMISE, SOLVED[0], first, event("2026-05-06 11:00", later))
    assert [each.stand for each in in_time] == [Stand.RUNNING]
    too_late = read(ClockName.PROMISE, SOLVED[0], first, event("2026-05-06 13:00", later))
    assert [each.stand for each in too_late] == [Stand.BREACHED, Stand.RUNNING]


def test_the_longest_wait_has_a_clock_while_it_lasts() -> None:
    """None where nobody said how long, and none once the work goes on."""
    waiting = event("2026-05-06 09:30", acts.Waiting("part", at("2026-05-07 11:00")))
    (found,) = read(ClockName.WAIT, SOLVED[0], waiting)
    assert (found.stand, found.due) == (Stand.BREACHED, at("2026-05-07 11:00"))
    assert read(ClockName.WAIT, SOLVED[0], event("2026-05-06 09:30", acts.Waiting("part"))) == []
    resumed = event("2026-05-06 10:00", acts.Resumed())
    assert read(ClockName.WAIT, SOLVED[0], waiting, resumed) == []


def test_a_team_may_set_other_limits() -> None:
    """Of its policy, as for all clocks."""
    told = {"limits": {"follow_up": "8 h"}}
    book = policies().with_version("hotline", "2026-01-01", told)
    state = fold(Ticket(Header("hotline"), (*SOLVED, event("2026-05-06 12:00", LOW))))
    found = read_clocks(state, book.latest("hotline"), calendar(), at("2026-05-06 13:00"))
    (running,) = (each for each in found if each.clock is ClockName.FOLLOW_UP)
    assert running.due == at("2026-05-06 20:00")


PERIODIC = Header("hotline", category=("售后支持", "定期保养"))


def test_a_periodic_service_is_revisited_some_working_days_later() -> None:
    """From the third to the end of the fifth: a make-up Saturday is one, a Sunday is none."""
    (waits,) = read(ClockName.REVISIT, *SOLVED, header=PERIODIC, now="2026-05-08 23:59")
    assert (waits.opens, waits.due) == (at("2026-05-09 09:00"), at("2026-05-12 18:00"))
    assert (waits.stand, waits.warn) == (Stand.RUNNING, False)
    (open_now,) = read(ClockName.REVISIT, *SOLVED, header=PERIODIC, now="2026-05-09 09:00")
    assert (open_now.stand, open_now.warn) == (Stand.RUNNING, True)
    (late,) = read(ClockName.REVISIT, *SOLVED, header=PERIODIC, now="2026-05-12 18:01")
    assert late.stand is Stand.BREACHED


@pytest.mark.parametrize(
    ("rated", "stand"), [("2026-05-12 18:00", Stand.MET), ("2026-05-12 18:01", Stand.BREACHED)]
)
def test_a_periodic_revisit_is_over_with_the_rating(rated: str, stand: Stand) -> None:
    """As any other revisit is."""
    asked = event(rated, Rated(Scale.HOTLINE, {OVERALL: 3}))
    (found,) = read(ClockName.REVISIT, *SOLVED, asked, header=PERIODIC, now="2026-05-20 12:00")
    assert found.stand is stand


def test_which_services_are_periodic_is_the_teams_to_say() -> None:
    """By words of the type, or all under a policy; the days too."""
    book = policies()
    for told, covered in [({"types": ["Gold"]}, False), ({}, True), ({"types": ["其他"]}, True)]:
        added = book.with_version("response", "2026-01-01", {"periodic": {"last_day": 9, **told}})
        periodic = added.latest("response").periodic
        assert periodic
        assert (periodic.first_day, periodic.last_day) == (3, 9)
        assert periodic.covers(("其他", "合作")) is covered
