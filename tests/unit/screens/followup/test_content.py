"""What the detail of a ticket says."""

from pathlib import Path

from rich.cells import cell_len

from cstui.domain import acts
from cstui.domain.acts import Act
from cstui.domain.ticket import Header, Ticket
from cstui.i18n import Translator
from cstui.services.followup import FollowUp
from screens.followup.content import content_of
from tests.fixtures.desks import make_team, ticket
from tests.fixtures.times import at, event

WIDTH = 60


def lines(folder: Path, *done: Act, opened: str = "2026-05-06 09:50") -> list[str]:
    """The lines for a ticket to which that was done, in English."""
    folder.mkdir(exist_ok=True)
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


def test_what_is_done_about_discontent_is_told(tmp_path: Path) -> None:
    """Help that is waited for, the measure with its owner, and whether it was checked."""
    measure = acts.MeasureSet("train", "wangwei", at("2026-06-01 18:00"), "late")
    told = lines(tmp_path / "1", acts.Helped("legal", asked="a letter"), measure)
    assert "Help     legal  a letter" in told
    assert "Measure  train  王伟  not checked yet" in told
    told = lines(tmp_path / "2", measure, acts.MeasureChecked(False, "no better"))
    assert "Measure  train  王伟  missed its aim" in told


def test_a_survey_is_told_with_its_weighted_mean(tmp_path: Path) -> None:
    """For after-sales service the whole counts twice."""
    scores = {"attitude": 4, "skill": 3, "speed": 5, "ease": 2, "overall": 4}
    told = lines(tmp_path, acts.Rated(acts.Scale.FIVE, scores))
    assert "Scores   4/3/5/2/4 of 5  weighted 3.7" in told


def test_a_late_reply_without_a_reason_is_pointed_out(tmp_path: Path) -> None:
    """As where a sheet told of it; nothing once somebody said why."""
    header = Header("after_sales", priority="紧急")
    asked, replied = (
        event("2026-05-06 09:00", acts.Submitted()),
        event("2026-05-06 09:30", acts.Responded()),
    )
    team = make_team(tmp_path / "desk.db")
    (one,) = team.add(Ticket(header, (asked, replied)))
    with team.desk("lina") as desk:
        followup = FollowUp(desk)
        told = []
        for ticket in (one, followup.explain(one, "ill")):
            content = content_of(followup.seen(ticket), followup, Translator("en"), WIDTH)
            told.append(["".join(cell.text for cell in line) for line in content])
    missing = "Reason   the first reply was late; why is not told yet (X)"
    assert [missing in lines for lines in told] == [True, False]


def test_promises_are_kept_or_broken(tmp_path: Path) -> None:
    """Whichever the clock found."""
    promise = acts.Promised("refund", at("2026-05-06 09:50"))
    told = "\n".join(lines(tmp_path / "1", promise, acts.Kept()))
    assert "Promise: kept" in told
    late = "\n".join(lines(tmp_path / "2", acts.Promised("refund", at("2026-05-06 09:55"))))
    assert "Promise: broken · due 05-06 09:55, 5 min late" in late


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
