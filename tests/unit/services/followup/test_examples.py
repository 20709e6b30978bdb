"""The examples that the hotline's and the after-sales form print, replayed act by act."""

from datetime import timedelta

import pytest

from cstui.clock.policy import ClockName
from cstui.clock.readings import Reading, Stand
from cstui.domain import acts
from cstui.domain.acts import OVERALL, Rated, Scale
from cstui.domain.fold import fold
from cstui.domain.state import Status
from cstui.domain.ticket import Customer, Header, Problem, Ticket
from cstui.services.followup import FollowUp
from tests.fixtures.desks import Team
from tests.fixtures.times import FrozenClock, at

HOUR = 3600
DAY = "2023-10-01 14:30"


@pytest.fixture
def team(team: Team) -> Team:
    """The team on the day of the examples."""
    return Team(team.path, FrozenClock(at(DAY)))


def move_to(team: Team, moment: str) -> None:
    """Lets the time pass."""
    team.clock.advance(round((at(moment) - team.clock.now()) / timedelta(seconds=1)))


def reading(followup: FollowUp, ticket: Ticket, clock: ClockName) -> Reading:
    """How a clock of the ticket stands."""
    (found,) = (each for each in followup.seen(ticket).readings if each.clock is clock)
    return found


def test_the_after_sales_example(team: Team) -> None:
    """Answered in exactly 15 minutes: in time; solved and confirmed after 49 h 30 min."""
    with team.desk("wangwei") as desk:
        followup = FollowUp(desk)
        header = Header(
            "after_sales",
            channel="电话投诉",
            category=("维修", ""),
            priority="紧急",
            customer=Customer(number="客户-001", kind="个人"),
            problem=Problem("空调不制冷"),
        )
        (one,) = desk.add([Ticket(header, (desk.event(acts.Submitted()),))])
        assert one.number == "SR20231001001"
        move_to(team, "2023-10-01 14:45")
        one = followup.respond(one, "电话回访", "约定次日上门")
        move_to(team, "2023-10-02 09:00")
        one = followup.progress(one, "上门检查")
        move_to(team, "2023-10-02 10:30")
        one = followup.progress(one, "压缩机故障，需更换配件")
        move_to(team, "2023-10-02 16:00")
        one = followup.help(one, "采购部", "压缩机配件", "")
        one = followup.help(one, "采购部", "", "配件次日到货")
        one = followup.wait(one, "等配件", "2023-10-03 14:00")
        move_to(team, "2023-10-03 14:00")
        one = followup.progress(followup.resume(one), "已更换配件")
        move_to(team, "2023-10-03 16:00")
        one = followup.resolve(one, "更换压缩机配件，制冷正常", confirmed=True)

        response = reading(followup, one, ClockName.FIRST_RESPONSE)
        assert (response.used_s, response.limit_s, response.stand) == (900, 900, Stand.MET)
        resolution = reading(followup, one, ClockName.RESOLUTION)
        assert (resolution.used_s, resolution.stand) == (49 * HOUR + 1800, Stand.DONE)
        assert fold(one).helps == ()

        one = followup.rate(one, Rated(Scale.AFTER_SALES, {OVERALL: 1}, "又不制冷了"))
        move_to(team, "2023-10-04 09:00")
        one = followup.reopen(one, "又不制冷了")
        move_to(team, "2023-10-04 09:10")
        one = followup.respond(one, "电话回访", "当日再次上门")
        clocks = [
            (each.round, each.used_s)
            for each in followup.seen(one).readings
            if each.clock is ClockName.FIRST_RESPONSE
        ]
        assert clocks == [(1, 900), (2, 600)]


def test_the_hotline_example(team: Team) -> None:
    """Dispatched within half an hour, accepted within 2 h, solved within the limit of 48 h."""
    header = Header(
        "hotline",
        category=("售后支持", "维修"),
        customer=Customer("李女士", "13800005678", order="ORD202309280001"),
        problem=Problem("9月28日购买的B产品使用十天后无法开机，售后未解决"),
        request="维修或退款",
    )
    begun = (acts.Rang(), acts.Answered(), acts.Greeted(), acts.Identified())
    with team.desk("lina") as desk:
        events = tuple(desk.event(act) for act in begun)
        (one,) = desk.add([Ticket(header, events)])
        move_to(team, "2023-10-01 15:00")
        one = FollowUp(desk).transfer(one, "技术支持", "无法开机")
    with team.desk("wangwei") as desk:
        followup = FollowUp(desk)
        move_to(team, "2023-10-01 16:00")
        one = followup.accept(one)
        one = followup.promise(one, "寄出同型号新机", "2023-10-03 18:00")
        move_to(team, "2023-10-03 13:30")
        one = followup.keep(one)
        one = followup.resolve(one, "更换同型号新机，客户确认收货", confirmed=True)
        move_to(team, "2023-10-04 10:00")
        one = followup.rate(one, Rated(Scale.HOTLINE, {OVERALL: 3}, "使用正常"))
        one = followup.cause(one, "该批次电路设计缺陷", "优化电路设计，加强出厂检验", ())

        state = fold(one)
        assert (state.status, state.owner, state.loop) == (Status.RESOLVED, "wangwei", None)
        accept = reading(followup, one, ClockName.ACCEPT)
        assert (accept.used_s, accept.limit_s, accept.stand) == (HOUR, 2 * HOUR, Stand.MET)
        resolution = reading(followup, one, ClockName.RESOLUTION)
        assert (resolution.used_s, resolution.limit_s) == (47 * HOUR, 48 * HOUR)
        revisit = reading(followup, one, ClockName.REVISIT)
        assert (revisit.stand, revisit.limit_s) == (Stand.MET, 24 * HOUR)
        assert reading(followup, one, ClockName.PROMISE).stand is Stand.MET
