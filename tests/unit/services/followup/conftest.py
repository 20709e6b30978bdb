"""A team with tickets to follow up, and two of its people at their desks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cstui.services.desk import Desk
from tests.fixtures.desks import Team, make_team


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """A team without tickets."""
    return make_team(tmp_path / "desk.db")


@pytest.fixture
def lina(team: Team) -> Iterator[Desk]:
    """Li Na's desk."""
    with team.desk("lina") as desk:
        yield desk


@pytest.fixture
def wangwei(team: Team) -> Iterator[Desk]:
    """Wang Wei's desk at the same store."""
    with team.desk("wangwei") as desk:
        yield desk
