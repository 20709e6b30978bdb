"""A team with the articles with which a store begins."""

from pathlib import Path

import pytest

from cstui.domain.people import Role
from tests.fixtures.desks import Team, make_team
from tests.fixtures.followup_app import give_role
from tests.fixtures.knowledge_app import stock


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """A store of several people, 王伟 their supervisor, with articles."""
    team = make_team(tmp_path / "desk.db")
    give_role(team, "wangwei", Role.SUPERVISOR)
    stock(team)
    return team
