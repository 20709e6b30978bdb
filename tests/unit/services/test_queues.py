"""Queues: what is listed for whom, and what comes next."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cstui.cli.session import BEGINNING
from cstui.clock.instants import epoch
from cstui.domain.acts import Assigned, CallbackSet, Responded, Waiting
from cstui.ports import Setting, SortedBy, Which
from cstui.services.desk import Desk
from cstui.services.queues import Queues, Wanted
from tests.fixtures.desks import Team, make_team, ticket
from tests.fixtures.times import at


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """A team whose store has no ticket."""
    return make_team(tmp_path / "desk.db")


@pytest.fixture
def desk(team: Team) -> Iterator[Desk]:
    """Li Na's desk; it is 10:00 on a working day."""
    with team.desk("lina") as desk:
        yield desk


def numbers(desk: Desk, wanted: Wanted) -> list[str]:
    """The tickets that are listed."""
    return [one.number for one in Queues(desk).page(wanted, 0, 50).listings]


@pytest.mark.parametrize(
    "text", ["SR2026", "李", "lxm", "5678", "空调", "制冷 李", "王伟", "WANGWEI", "  "]
)
def test_tickets_are_found_by_part_of_what_they_say(team: Team, desk: Desk, text: str) -> None:
    """Number, name, initials, telephone, subject and holder; several words have to fit all."""
    (one,) = team.add(ticket("2026-05-06 09:50", "紧急", Assigned("wangwei")))
    assert numbers(desk, Wanted(text=text)) == [one.number]


@pytest.mark.parametrize("text", ["洗衣机", "空调 洗衣机", "张敏"])
def test_what_nothing_says_is_not_found(team: Team, desk: Desk, text: str) -> None:
    """Not even where one of two words fits."""
    team.add(ticket("2026-05-06 09:50", "紧急", Assigned("wangwei")))
    assert numbers(desk, Wanted(text=text)) == []


def test_urgent_tickets_stand_first_when_sorted_by_priority(team: Team, desk: Desk) -> None:
    """By the level that the limits give to the word."""
    low, urgent = team.add(ticket(priority="低优先级"), ticket(priority="紧急"))
    wanted = Wanted(by=SortedBy.PRIORITY)
    assert numbers(desk, wanted) == [urgent.number, low.number]


def test_the_next_one_is_mine_and_late_before_it_is_soon_late(team: Team, desk: Desk) -> None:
    """Then by due time; what waits and what others hold needs me not."""
    calm, soon, late, *_ = team.add(
        ticket("2026-05-06 09:55", "紧急", Assigned("lina")),
        ticket("2026-05-06 09:47", "紧急", Assigned("lina")),
        ticket("2026-05-06 09:30", "紧急", Assigned("lina")),
        ticket("2026-05-06 09:30", "紧急", Assigned("wangwei")),
        ticket("2026-05-06 09:50", "紧急", Assigned("lina"), Responded(), Waiting("配件")),
    )
    mine = Queues(desk).overview().mine
    assert [one.number for one in mine] == [late.number, soon.number, calm.number]


def test_a_call_back_falls_to_the_team_after_working_minutes(team: Team, desk: Desk) -> None:
    """Half an hour after the time agreed; a lunch break does not count."""
    team.add(
        ticket(
            "2026-05-06 09:50", "紧急", Assigned("wangwei", "热线组"),
            CallbackSet(at("2026-05-06 11:50")),
        )
    )  # fmt: skip
    wanted = Wanted(Which.CALLBACKS)
    for moment, seen in (("12:19", 0), ("12:30", 0), ("13:19", 0), ("13:20", 1)):
        team.clock.advance(epoch(at(f"2026-05-06 {moment}")) - epoch(team.clock.now()))
        assert len(numbers(desk, wanted)) == seen, moment


def test_what_is_long_late_is_escalated_to_the_lead_and_later_to_the_manager(
    team: Team, desk: Desk
) -> None:
    """The lead sees the own team's after half an hour, a supervisor without team all after two."""
    team.add(ticket("2026-05-06 09:50", "紧急", Assigned("wangwei", "技术支持")))
    boss = Setting("people.boss", {"role": "supervisor"}, BEGINNING, "lina", team.clock.now())
    desk.store.set([boss])
    seen = []
    for moment in ("10:34", "10:35", "12:05"):
        team.clock.advance(epoch(at(f"2026-05-06 {moment}")) - epoch(team.clock.now()))
        for login in ("wangwei", "lina", "boss"):
            with team.desk(login) as theirs:
                seen.append(Queues(theirs).overview().tally[Which.ESCALATED])
    assert seen == [0, 0, 0, 1, 0, 0, 1, 0, 1]
