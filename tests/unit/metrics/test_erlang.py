"""Erlang C."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstui.metrics.erlang import Goal, Load, needed, outlook

HALF_HOUR = Load(calls=100, interval_s=1800, handling_s=180)
GOAL = Goal(share=0.8, within_s=20, shrinkage=0.3)


def test_a_hundred_calls_in_half_an_hour() -> None:
    """Of 180 s each: 13 agents answer 79.6 % in 20 s, 14 answer 88.8 %."""
    assert HALF_HOUR.erlangs == 10
    assert round(outlook(HALF_HOUR, 13, GOAL).service_level, 3) == 0.796
    fourteen = outlook(HALF_HOUR, 14, GOAL)
    assert (round(fourteen.waiting, 3), round(fourteen.service_level, 3)) == (0.174, 0.888)
    assert fourteen.answer_s is not None
    assert (round(fourteen.occupancy, 3), round(fourteen.answer_s, 1)) == (0.714, 7.8)


def test_as_many_as_are_needed() -> None:
    """14 at the telephone reach 80 % in 20 s; with a shrinkage of 0.3 that is 20 to be paid."""
    told = needed(HALF_HOUR, GOAL)
    assert (told.agents, told.staff) == (14, 20)


def test_nobody_is_to_be_busy_all_the_time() -> None:
    """Where a highest occupancy is set, more agents are needed than for the waits alone."""
    assert needed(HALF_HOUR, Goal(max_occupancy=0.714)).agents == 15
    assert needed(HALF_HOUR, Goal(max_occupancy=0.72)).agents == 14


def test_too_few_agents_never_catch_up() -> None:
    """With no more agents than the calls keep busy, the wait grows for ever."""
    told = outlook(HALF_HOUR, 10, GOAL)
    assert (told.waiting, told.service_level, told.answer_s, told.occupancy) == (1, 0, None, 1)


def test_no_calls_need_nobody() -> None:
    """Without calls there is nothing to answer late."""
    told = needed(Load(0, 1800, 180), GOAL)
    assert (told.agents, told.staff, told.service_level) == (0, 0, 1)


def test_staff_is_not_one_more_by_rounding() -> None:
    """7 ÷ 0.7 is 10, though not to the last bit."""
    assert outlook(HALF_HOUR, 21, GOAL).staff == 30


@pytest.mark.parametrize("wrong", [{"share": 1.0}, {"shrinkage": 1.0}, {"max_occupancy": 0.0}])
def test_goals_that_cannot_be_reached(wrong: dict[str, float]) -> None:
    """Nobody answers all calls at once, and nobody works with all time lost."""
    with pytest.raises(ValueError, match="goal"):
        Goal(**wrong)


@given(st.floats(0.1, 300), st.floats(30, 900), st.integers(1, 60))
def test_one_more_agent_never_makes_it_worse(calls: float, handling: float, agents: int) -> None:
    """More agents: a higher service level, less waiting."""
    load = Load(calls, 1800, handling)
    fewer, more = outlook(load, agents, GOAL), outlook(load, agents + 1, GOAL)
    assert more.service_level >= fewer.service_level
    assert more.waiting <= fewer.waiting
    assert 0 <= more.waiting <= 1


@given(st.floats(0.1, 300), st.floats(30, 900))
def test_needed_is_the_fewest(calls: float, handling: float) -> None:
    """One agent fewer misses the goal."""
    load = Load(calls, 1800, handling)
    told = needed(load, GOAL)
    assert told == outlook(load, told.agents, GOAL)
    assert outlook(load, told.agents - 1, GOAL).service_level < GOAL.share
