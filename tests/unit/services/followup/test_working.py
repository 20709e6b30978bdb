"""Replies, talks, help, waits and promises, saved as events."""

from collections.abc import Callable

import pytest

from cstui.domain import acts
from cstui.domain.acts import Act
from cstui.domain.errors import InputError
from cstui.domain.fold import fold
from cstui.domain.ticket import Header, Ticket
from cstui.services.desk import Desk
from cstui.services.followup import FollowUp, ReasonNeeded
from tests.fixtures.desks import Team, ticket
from tests.fixtures.times import at, event


@pytest.mark.parametrize(
    ("do", "done"),
    [
        (
            lambda f, t: f.talk(t, " price ", "calm ", "send offer"),
            [acts.Talked("price", "calm", "send offer")],
        ),
        (
            lambda f, t: f.help(t, " purchasing", "a part ", ""),
            [acts.Helped("purchasing", "", "a part")],
        ),
        (
            lambda f, t: f.transfer(t, " 技术支持 ", "knows it"),
            [acts.Transferred("", "knows it", "技术支持")],
        ),
        (
            lambda f, t: f.wait(t, "part", "明天9点"),
            [acts.Waiting("part", at("2026-05-07 09:00"))],
        ),
        (
            lambda f, t: f.promise(t, "refund", "周五"),
            [acts.Promised("refund", at("2026-05-08 18:00"))],
        ),
        (
            lambda f, t: f.keep(f.promise(t, " refund ", "+2h")),
            [acts.Promised("refund", at("2026-05-06 12:00")), acts.Kept()],
        ),
    ],
)
def test_each_act_is_saved_as_events_of_mine(
    lina: Desk, do: Callable[[FollowUp, Ticket], Ticket], done: list[Act]
) -> None:
    """At this moment, by me, without the spaces around the words; moments as they were meant."""
    (one,) = lina.add([ticket()])
    saved = do(FollowUp(lina), one)
    assert lina.store.ticket(one.number) == saved
    added = saved.events[1:]
    assert [event.act for event in added] == done
    assert all((event.by, event.at) == ("lina", lina.clock.now()) for event in added)


def test_a_team_that_takes_over_has_no_owner_yet(lina: Desk) -> None:
    """Anybody of it may accept then."""
    (one,) = lina.add([ticket()])
    given = fold(FollowUp(lina).transfer(one, "技术支持", ""))
    assert (given.owner, given.team, given.accepted) == ("", "技术支持", None)


def test_teams_are_those_of_people_and_rules(lina: Desk) -> None:
    """Each once."""
    assert FollowUp(lina).teams == ("热线组", "技术支持", "服务主管")


@pytest.mark.parametrize("until", ["sometime", "2020-01-01 09:00"])
def test_what_is_no_moment_to_come_is_refused(lina: Desk, until: str) -> None:
    """Nothing is saved then."""
    (one,) = lina.add([ticket()])
    for do in (FollowUp(lina).promise, FollowUp(lina).wait):
        with pytest.raises(InputError):
            do(one, "part", until)
    assert lina.store.ticket(one.number) == one


def test_a_late_first_reply_is_saved_with_a_reason_only(team: Team, lina: Desk) -> None:
    """Exactly at its limit of 15 minutes it is not late; a second later it is."""
    one, two = lina.add([ticket("2026-05-06 09:45"), ticket("2026-05-06 09:45")])
    followup = FollowUp(lina)
    assert not followup.is_late(followup.seen(one))
    followup.respond(one, "phone", "")
    team.clock.advance(1)
    assert followup.is_late(followup.seen(two))
    with pytest.raises(ReasonNeeded) as refused:
        followup.respond(two, "phone", "", " ")
    assert refused.value.key == "late_reason"
    assert lina.store.ticket(two.number) == two
    saved = followup.respond(two, "phone", "", "nobody free ")
    assert [each.act for each in saved.events[1:]] == [
        acts.Responded("phone"),
        acts.Explained("late", "nobody free"),
    ]


def test_a_second_reply_needs_no_reason(team: Team, lina: Desk) -> None:
    """However late the first one was."""
    (one,) = lina.add([ticket("2026-05-06 09:00", "紧急", acts.Responded())])
    team.clock.advance(9000)
    saved = FollowUp(lina).respond(one, "phone", "")
    assert saved.events[-1].act == acts.Responded("phone")


def test_a_reply_that_took_twice_as_long_as_usual_needs_a_reason(lina: Desk) -> None:
    """As measured by the last month's tickets of its type and channel."""
    usual = [
        Ticket(
            Header("after_sales", channel="电话", category=("维修", ""), priority="一般"),
            (
                event(f"2026-05-0{day} 09:00", acts.Submitted()),
                event(f"2026-05-0{day} 09:10", acts.Responded()),
            ),
        )
        for day in (1, 2, 3, 4, 5) * 2
    ]
    header = usual[0].header
    lina.add(usual)
    at_limit, beyond = lina.add(
        [
            Ticket(header, (event("2026-05-06 09:40:00", acts.Submitted()),)),
            Ticket(header, (event("2026-05-06 09:39:59", acts.Submitted()),)),
        ]
    )
    followup = FollowUp(lina)
    followup.respond(at_limit, "phone", "")
    with pytest.raises(ReasonNeeded) as refused:
        followup.respond(beyond, "phone", "")
    assert refused.value.key == "anomalous_reason"
    saved = followup.respond(beyond, "phone", "", "hard fault")
    assert saved.events[-1].act == acts.Explained("anomalous", "hard fault")


def test_a_reason_may_be_given_later(lina: Desk) -> None:
    """For what was late, else for what was unusual."""
    late, fine = lina.add(
        [
            ticket("2026-05-06 09:00"),
            ticket("2026-05-06 09:55", "紧急", acts.Responded()),
        ]
    )
    followup = FollowUp(lina)
    assert followup.explain(late, "ill").events[-1].act == acts.Explained("late", "ill")
    assert followup.explain(fine, "odd").events[-1].act == acts.Explained("anomalous", "odd")
