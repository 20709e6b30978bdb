"""What the detail of a ticket says."""

from pathlib import Path

from rich.cells import cell_len

from cstui.domain import acts
from cstui.domain.acts import Act
from cstui.i18n import Translator
from cstui.services.followup import FollowUp
from screens.followup.content import content_of
from tests.fixtures.desks import make_team, ticket
from tests.fixtures.times import at

WIDTH = 60


def lines(folder: Path, *done: Act, opened: str = "2026-05-06 09:50") -> list[str]:
    """The lines for a ticket to which that was done, in English."""
    team = make_team(folder / "desk.db")
    (one,) = team.add(ticket(opened, "紧急", *done))
    with team.desk("lina") as desk:
        followup = FollowUp(desk)
        content = content_of(followup.look(one.id), followup, Translator("en"), WIDTH)
    return ["".join(cell.text for cell in line) for line in content]


def test_who_asks_what_for_and_how_it_stands(tmp_path: Path) -> None:
    """Masked customer, problem, request, holder, and the clocks that run first."""
    assert lines(tmp_path, acts.Transferred("wangwei", "", "技术支持"))[:8] == [
        "Customer 李*  138****5678",
        "Type     售后支持/维修  电话",
        "Problem  空调不制冷",
        "Request  上门维修",
        "Owner    王伟 (技术支持)  not accepted yet",
        "Clocks   First response: running · due 05-06 10:05, in 5 min",
        "         Resolution: running",
        "Timeline",
    ]


def test_promise_callback_wait_and_outcome_are_told_where_there_are_any(tmp_path: Path) -> None:
    """Each in a line of its own."""
    told = lines(
        tmp_path,
        acts.Responded(),
        acts.Promised("visit", at("2026-05-07 09:00")),
        acts.CallbackSet(at("2026-05-06 15:00"), "part"),
        acts.Waiting("part"),
        acts.Caused("capacitor", "test it"),
    )
    assert "Waiting  part" in told
    assert "Promise  visit, by 05-07 09:00" in told
    assert "Callback 05-06 15:00 part" in told
    assert "Cause    capacitor  test it" in told


def test_what_is_late_says_by_how_much(tmp_path: Path) -> None:
    """A clock past due tells since when; one that has ended tells what it took."""
    told = "\n".join(lines(tmp_path, opened="2026-05-06 09:30"))
    assert "First response: late · due 05-06 09:45, 15 min late" in told


def test_another_round_is_named(tmp_path: Path) -> None:
    """The clocks of the round that counts now are told, with its number."""
    told = "\n".join(
        lines(tmp_path, acts.Responded(), acts.Resolved("fuse"), acts.Reopened("warm"))
    )
    assert "First response, round 2: running" in told
    assert "Solution fuse" in told


def test_no_line_is_wider_than_the_detail(tmp_path: Path) -> None:
    """Long words are wrapped below their beginning."""
    told = lines(tmp_path, acts.Progressed("压缩机电容老化，已订配件" * 10))
    assert all(cell_len(line) <= WIDTH for line in told)
    assert sum("压缩机" in line for line in told) > 3
