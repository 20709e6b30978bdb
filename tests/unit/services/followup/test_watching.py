"""What is new of a ticket since somebody last looked at it."""

from pathlib import Path

import pytest

from cstui.services.desk import Desk
from cstui.services.followup import FollowUp
from cstui.services.followup.seen import SeenBox
from cstui.services.followup.watching import Watching
from tests.fixtures.desks import Team, make_team, ticket


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """A team whose store has two tickets."""
    made = make_team(tmp_path / "desk.db")
    made.add(ticket(), ticket())
    return made


def watching(desk: Desk, tmp_path: Path) -> Watching:
    """Somebody with their own file."""
    return Watching(desk, SeenBox(tmp_path / "seen" / desk.me.login))


def test_what_was_looked_at_for_a_second_is_known(team: Team, tmp_path: Path) -> None:
    """So many events as there were, in the next session too, even if this one is killed."""
    with team.desk("lina") as desk:
        first = watching(desk, tmp_path)
        assert first.look(1)[1] is None
        team.clock.advance(1)
        first.look_around()
        assert watching(desk, tmp_path).look(1)[1] == 1
        FollowUp(desk).note(desk.store.ticket_at(1), "x")
        look, known = watching(desk, tmp_path).look(1)
        assert (len(look.ticket.events), known) == (2, 1)


def test_what_is_passed_by_is_not_known(team: Team, tmp_path: Path) -> None:
    """However often."""
    with team.desk("lina") as desk:
        first = watching(desk, tmp_path)
        assert [first.look(row)[1] for row in (1, 2, 1, 2)] == [None] * 4


def test_people_who_leave_a_ticket_leave_it(team: Team, tmp_path: Path) -> None:
    """Nobody looks around, or is seen, who looks at no ticket."""
    with team.desk("lina") as desk, team.desk("wangwei") as other:
        mine, theirs = watching(desk, tmp_path), watching(other, tmp_path)
        mine.look(1)
        theirs.look(1)
        assert mine.look_around()
        assert mine.company == {1: ("wangwei",)}
        assert not mine.look_around()
        theirs.leave()
        assert not theirs.look_around()
        assert mine.look_around()
        assert mine.company == {}


def test_a_long_file_is_written_anew(tmp_path: Path) -> None:
    """Of each ticket the last line counts; what cannot be read tells nothing."""
    file = tmp_path / "seen"
    file.write_text("[1,1]\n" * 50_000 + "x\n[1,3]\n[2,")
    assert SeenBox(file).count(1) == 3
    assert file.read_text() == "[1,3]\n"
    assert SeenBox(file).count(2) is None


def test_a_file_that_cannot_be_kept_is_no_failure(tmp_path: Path) -> None:
    """It is known as long as the session lasts."""
    (tmp_path / "taken").write_text("")
    box = SeenBox(tmp_path / "taken" / "seen")
    box.keep(1, 3)
    assert box.count(1) == 3
    assert SeenBox(tmp_path / "taken" / "seen").count(1) is None
