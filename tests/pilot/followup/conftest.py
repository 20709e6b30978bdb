"""A team with tickets to follow up."""

from pathlib import Path

import pytest

from tests.fixtures.desks import Team, make_team


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """A team whose store has no ticket."""
    return make_team(tmp_path / "desk.db")
