"""What is late is saved with a reason; help, promises and duplicates from key to record."""

from cstui.domain import acts
from cstui.domain.fold import fold
from cstui.domain.state import Status
from tests.fixtures.desks import Team, ticket
from tests.fixtures.followup_app import at_screen
from tests.fixtures.times import at


async def test_a_late_reply_asks_for_its_reason(team: Team) -> None:
    """In the same form; without it, nothing is saved."""
    (one,) = team.add(ticket("2026-05-06 09:00"))
    async with at_screen(team, language="en") as hand:
        await hand.press("r")
        await hand.until_dialog("Ask")
        assert "please say why" in hand.screen_text()
        await hand.press("enter", "enter", "enter")
        await hand.until(lambda: "Please fill this in" in hand.screen_text())
        await hand.type("nobody free")
        await hand.press("enter")
        await hand.until(lambda: len(team.stored(one.number).events) == 3)
    assert team.stored(one.number).events[-1].act == acts.Explained("late", "nobody free")


async def test_a_reply_that_became_late_while_it_was_typed_loses_nothing(team: Team) -> None:
    """The form comes back with all that was typed, and asks for the reason then."""
    (one,) = team.add(ticket("2026-05-06 09:50"))
    async with at_screen(team, language="en") as hand:
        await hand.press("r")
        await hand.until_dialog("Ask")
        await hand.press("enter")
        await hand.type("agreed")
        team.clock.advance(3600)
        await hand.press("enter")
        await hand.until(lambda: "please say why" in hand.screen_text())
        assert "agreed" in hand.screen_text()
        await hand.press("enter", "enter")
        await hand.type("line down")
        await hand.press("enter")
        await hand.until(lambda: len(team.stored(one.number).events) == 3)
    assert [event.act for event in team.stored(one.number).events[1:]] == [
        acts.Responded("电话回访", "agreed"),
        acts.Explained("late", "line down"),
    ]


async def test_help_that_is_waited_for_is_offered_for_its_result(team: Team) -> None:
    """Department and request stand there already."""
    (one,) = team.add(ticket("2026-05-06 09:50", "紧急", acts.Helped("legal", asked="a letter")))
    async with at_screen(team) as hand:
        await hand.press("h")
        await hand.until_dialog("Ask")
        await hand.press("enter", "enter")
        await hand.type("sent")
        await hand.press("enter")
        await hand.until(lambda: len(team.stored(one.number).events) == 3)
    assert team.stored(one.number).events[-1].act == acts.Helped("legal", "sent", "a letter")


async def test_a_promise_is_told_as_it_was_understood_and_kept_by_one_key(team: Team) -> None:
    """A moment that is none leads back to what was typed."""
    (one,) = team.add(ticket())
    async with at_screen(team) as hand:
        await hand.press("y")
        await hand.until_dialog("Ask")
        await hand.type("refund")
        await hand.press("enter")
        await hand.type("sometime")
        await hand.press("enter")
        await hand.until(lambda: bool(hand.app.told))
        await hand.until_dialog("Ask")
        assert "refund" in hand.screen_text()
        await hand.press("enter", "home", *["delete"] * 8)
        await hand.type("+1h")
        await hand.press("enter")
        await hand.until(lambda: any("05-06 11:00前" in told for told in hand.app.told))
        await hand.until_back()
        await hand.press("k")
        await hand.until(lambda: len(team.stored(one.number).events) == 3)
        await hand.until(lambda: "已兑现" in hand.details())
    assert [event.act for event in team.stored(one.number).events[1:]] == [
        acts.Promised("refund", at("2026-05-06 11:00")),
        acts.Kept(),
    ]


async def test_a_duplicate_is_closed_and_the_other_tells_so(team: Team) -> None:
    """The customer's newest other ticket is offered."""
    one, two = team.add(ticket("2026-05-06 09:50"), ticket("2026-05-06 09:45"))
    async with at_screen(team) as hand:
        await hand.until_on(two.number)
        await hand.press("d")
        await hand.until_dialog("Ask")
        await hand.press("enter")
        await hand.until(lambda: fold(team.stored(two.number)).status is Status.CLOSED)
    assert fold(team.stored(two.number)).duplicate_of == one.number
    assert fold(team.stored(one.number)).duplicates == (two.number,)
