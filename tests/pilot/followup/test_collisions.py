"""Two people on one ticket: both are told, nothing is overwritten."""

import pytest

from cstui.domain import acts
from cstui.domain.acts import Act
from cstui.domain.fold import fold
from cstui.domain.people import Role
from cstui.domain.ticket import Ticket
from cstui.services.followup import FollowUp
from tests.fixtures.desks import Team, ticket
from tests.fixtures.followup_app import Hand, at_screen, give_role


def other_does(team: Team, number: str, *done: Act) -> Ticket:
    """What Wang Wei saves meanwhile in a session of his own."""
    with team.desk("wangwei") as desk:
        return FollowUp(desk).do(desk.store.ticket(number), done)


async def correct_subject(hand: Hand, subject: str) -> None:
    """Opens the form of corrections and writes another subject, without saving it."""
    await hand.press("e")
    await hand.until_dialog("Ask")
    await hand.type(subject)


async def test_both_survive_where_they_do_not_clash(team: Team) -> None:
    """What the other saved is told, with name and words; mine is added to it."""
    (one,) = team.add(ticket())
    async with at_screen(team) as hand:
        await hand.press("p")
        await hand.until_dialog("Ask")
        other_does(team, one.number, acts.Noted("customer is at home after 5"))
        await hand.type("part ordered")
        await hand.press("enter")
        await hand.until_dialog("CollisionDialog")
        told = hand.screen_text()
        assert "王伟  备注：customer is at home after 5" in told
        assert "李娜  处理进展：part ordered" in told
        await hand.press("enter")
        await hand.until_back()
        await hand.until(lambda: len(team.stored(one.number).events) == 3)
        assert [event.act for event in team.stored(one.number).events[1:]] == [
            acts.Noted("customer is at home after 5"),
            acts.Progressed("part ordered"),
        ]


async def test_a_field_that_both_changed_is_asked_about(team: Team) -> None:
    """Both values stand side by side; the one not taken stays readable as the old one."""
    (one,) = team.add(ticket())
    async with at_screen(team) as hand:
        await correct_subject(hand, "fan broken")
        other_does(team, one.number, acts.Corrected("subject", "", "compressor"))
        await hand.press("ctrl+s")
        await hand.until_dialog("CollisionDialog")
        assert "双方都改了：主题" in hand.screen_text()
        await hand.press("enter")
        await hand.until_dialog("Compare")
        told = hand.screen_text()
        assert "fan broken" in told
        assert "compressor" in told
        await hand.press("enter")
        await hand.until_back()
        await hand.until(lambda: len(team.stored(one.number).events) == 3)
        assert team.stored(one.number).events[-1].act == acts.Corrected(
            "subject", "compressor", "fan broken"
        )


@pytest.mark.parametrize(
    ("role", "theirs"), [(Role.AGENT, "139****8888"), (Role.SUPERVISOR, "13966668888")]
)
async def test_only_supervisors_compare_the_full_phone(team: Team, role: Role, theirs: str) -> None:
    """What the other typed is masked for an agent; picking it keeps it as it was saved."""
    (one,) = team.add(ticket())
    give_role(team, "lina", role)
    async with at_screen(team) as hand:
        await hand.press("e")
        await hand.until_dialog("Ask")
        await hand.press("tab", "tab", "tab", "tab")
        await hand.type("13912348888")
        saved = other_does(
            team, one.number, acts.Corrected("customer.phone", "13812345678", "13966668888")
        )
        await hand.press("ctrl+s")
        await hand.until_dialog("CollisionDialog")
        await hand.press("enter")
        await hand.until_dialog("Compare")
        assert f"他人已保存: {theirs}" in hand.screen_text()
        await hand.press("right", "enter")
        await hand.until_back()
        assert team.stored(one.number) == saved


async def test_the_other_value_can_be_kept(team: Team) -> None:
    """Of several corrections, only the one given up is left out."""
    (one,) = team.add(ticket())
    async with at_screen(team) as hand:
        await correct_subject(hand, "fan broken")
        await hand.press("tab", "tab", "tab")
        await hand.type("Li Ming")
        other_does(team, one.number, acts.Corrected("subject", "", "compressor"))
        await hand.press("ctrl+s")
        await hand.until_dialog("CollisionDialog")
        await hand.press("enter")
        await hand.until_dialog("Compare")
        await hand.press("right", "enter")
        await hand.until_back()
        await hand.until(lambda: len(team.stored(one.number).events) == 3)
        header = fold(team.stored(one.number)).header
        assert (header.subject, header.customer.name) == ("compressor", "Li Ming")


async def test_mine_can_be_left_out(team: Team) -> None:
    """Only what the other saved stays."""
    (one,) = team.add(ticket())
    async with at_screen(team, language="en") as hand:
        await hand.press("n")
        await hand.until_dialog("Ask")
        theirs = other_does(team, one.number, acts.Accepted())
        await hand.type("mine")
        await hand.press("enter")
        await hand.until_dialog("CollisionDialog")
        await hand.press("delete")
        await hand.until(lambda: hand.app.told == [f"{one.number}: yours was left out"])
        assert team.stored(one.number) == theirs


async def test_going_back_keeps_what_was_typed(team: Team) -> None:
    """Esc leads from the news of the other's work back to one's own form."""
    (one,) = team.add(ticket())
    async with at_screen(team) as hand:
        await hand.press("n")
        await hand.until_dialog("Ask")
        other_does(team, one.number, acts.Accepted())
        await hand.type("mine")
        await hand.press("enter")
        await hand.until_dialog("CollisionDialog")
        await hand.press("escape")
        await hand.until_dialog("Ask")
        assert "mine" in hand.screen_text()


async def test_a_third_save_during_the_merge_is_told_as_well(team: Team) -> None:
    """As often as others are faster, nothing is overwritten."""
    (one,) = team.add(ticket())
    async with at_screen(team) as hand:
        await hand.press("n")
        await hand.until_dialog("Ask")
        other_does(team, one.number, acts.Accepted())
        await hand.type("mine")
        await hand.press("enter")
        await hand.until_dialog("CollisionDialog")
        other_does(team, one.number, acts.Progressed("second"))
        await hand.press("enter")
        await hand.until(lambda: "second" in hand.screen_text())
        await hand.press("enter")
        await hand.until_back()
        await hand.until(lambda: len(team.stored(one.number).events) == 4)
        assert [event.act for event in team.stored(one.number).events[1:]] == [
            acts.Accepted(),
            acts.Progressed("second"),
            acts.Noted("mine"),
        ]


async def test_what_no_longer_fits_is_kept_as_a_note(team: Team) -> None:
    """Both solved it: the second solution does not move the first one's time."""
    (one,) = team.add(ticket())
    async with at_screen(team) as hand:
        await hand.press("s")
        await hand.until_dialog("Ask")
        other_does(team, one.number, acts.Resolved("new capacitor"))
        await hand.type("new fuse")
        await hand.press("ctrl+s")
        await hand.until_dialog("CollisionDialog")
        assert "已不适用，文字将保留为备注" in hand.screen_text()
        await hand.press("enter")
        await hand.until_back()
        await hand.until(lambda: len(team.stored(one.number).events) == 3)
        stored = team.stored(one.number)
        assert stored.events[-1].act == acts.Noted("new fuse")
        assert fold(stored).solution == "new capacitor"


async def test_what_both_heard_from_the_customer_is_kept(team: Team) -> None:
    """Scores are nobody's to drop: the other's and mine stand on the timeline."""
    theirs = acts.Rated(acts.Scale.AFTER_SALES, {acts.OVERALL: 3}, "fine")
    solved = (acts.Responded(), acts.Resolved("fuse"))
    (one,) = team.add(ticket("2026-05-06 09:00", "紧急", *solved))
    async with at_screen(team) as hand:
        await hand.press("f")
        await hand.until_on(one.number)
        await hand.press("v")
        await hand.until_dialog("Ask")
        other_does(team, one.number, theirs)
        await hand.press("2", "enter")
        await hand.until_dialog("CollisionDialog")
        assert "基本满意" in hand.screen_text()
        await hand.press("enter")
        await hand.until_back()
        await hand.until(lambda: len(team.stored(one.number).events) == 5)
    assert [event.act for event in team.stored(one.number).events[3:]] == [
        theirs,
        acts.Rated(acts.Scale.AFTER_SALES, {acts.OVERALL: 2}),
    ]
