"""Calls that a telephone switch tells of."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from cstui.domain.errors import InputError
from cstui.domain.ringing import Ringing
from cstui.services.desk import Desk
from cstui.services.intake.ringing import FRESH, take, tell
from tests.fixtures.desks import Team, make_team

SECOND = timedelta(seconds=1)


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """Three agents, 10:00."""
    return make_team(tmp_path / "desk.db")


@pytest.fixture
def lina(team: Team) -> Iterator[Desk]:
    """Li Na's session."""
    with team.desk("lina") as desk:
        yield desk


def test_a_call_opens_with_whom_it_rings(team: Team, lina: Desk) -> None:
    """Once, with the number as the switch knows it, and the time at which it rang."""
    now = team.clock.now()
    with team.desk("zhangmin") as switch:
        tell(switch, "13800138000", now - SECOND, "lina")
        tell(switch)
        assert take(switch) == [Ringing("zhangmin", now, id=2)]
    assert take(lina) == [Ringing("lina", now - SECOND, "13800138000", id=1)]
    assert take(lina) == []


def test_a_switch_may_send_any_letters(lina: Desk) -> None:
    """A telephone number is a line of text, without what moves a cursor, and not a book."""
    assert tell(lina, "\x1b[2J138\t0013\n8000\u202e").phone == "[2J138 0013 8000"
    assert len(tell(lina, "1" * 5000).phone) < 100


def test_a_clock_that_is_a_little_fast_does_no_harm(lina: Desk) -> None:
    """The call rang now."""
    now = lina.clock.now()
    assert tell(lina, rang=now + 30 * SECOND).rang == now


@pytest.mark.parametrize(
    ("moved", "key"),
    [(timedelta(hours=1), "ringing_ahead"), (-FRESH - SECOND, "ringing_past")],
)
def test_no_call_rings_at_another_time(lina: Desk, moved: timedelta, key: str) -> None:
    """A time to come, or one long past, is told rather than put on a screen."""
    with pytest.raises(InputError) as told:
        tell(lina, rang=lina.clock.now() + moved)
    assert told.value.key == key


def test_a_call_that_nobody_took_is_not_shown_later(team: Team, lina: Desk) -> None:
    """Who comes back from lunch is not shown what rang meanwhile."""
    tell(lina)
    team.clock.advance(int(FRESH.total_seconds()) + 1)
    assert take(lina) == []


def test_a_call_for_nobody_is_told(lina: Desk) -> None:
    """A slip in the switch's settings would lose calls without a word."""
    with pytest.raises(InputError) as told:
        tell(lina, to="nobody")
    assert told.value.values == {"name": "nobody"}
