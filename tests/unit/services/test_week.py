"""A room of agents in processes of their own: nothing is lost, and everything adds up."""

from pathlib import Path

from tests.bench.week import Plan, lived

PLAN = Plan(agents=6, hours=40, acts=4, seed=7)
"""From a holiday to the evening of the next day."""


def test_a_room_full_of_agents_loses_nothing_and_counts_rightly(tmp_path: Path) -> None:
    """All acts are there once, all clocks are as counted again, each hour's tickets add up."""
    week = lived(tmp_path / "week.db", PLAN)
    assert week.problems == {"lost acts": [], "clocks": [], "backlog": []}
    assert len(week.backlog) == PLAN.hours
    assert week.count["merged"] > 0
    assert len(week.saved) > 300
    assert week.clocks > 100
