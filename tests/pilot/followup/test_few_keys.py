"""How few keys the most frequent acts take, counted from the list and back to it."""

from textual import events

from cstui.cli.session import BEGINNING
from cstui.domain import acts
from cstui.domain.acts import OVERALL, Rated, Scale
from cstui.ports import Setting
from tests.fixtures.desks import Team, ticket
from tests.fixtures.followup_app import Hand, at_screen
from tests.fixtures.keystrokes import row_of, told_in_readme

SOLVED = (acts.Responded(), acts.Resolved("换电容"))


async def strike(team: Team, hand: Hand, number: str, keys: list[str]) -> acts.Act:
    """Presses keys, the first of which opens a dialog; gives what was saved by them."""
    before = len(team.stored(number).events)
    await hand.press(keys[0])
    await hand.until_dialog("Ask")
    await hand.press(*keys[1:])
    await hand.until_back()
    await hand.until(lambda: len(team.stored(number).events) > before)
    return team.stored(number).events[-1].act


async def test_a_transfer_takes_four_keys(team: Team) -> None:
    """Its key, the initials of a name, and Enter."""
    (one,) = team.add(ticket())
    keys = ["t", "w", "w", "enter"]
    async with at_screen(team) as hand:
        saved = await strike(team, hand, one.number, keys)
    assert saved == acts.Transferred("wangwei", "", "技术支持")
    assert len(keys) <= 4


async def test_progress_from_a_snippet_takes_six_keys(team: Team) -> None:
    """Its key, the abbreviation after a semicolon, Enter to take it and Enter to save."""
    (one,) = team.add(ticket())
    with team.desk("lina") as desk:
        told = {"dd": "已订配件，{customer}"}
        desk.store.set([Setting("snippets", told, BEGINNING, "lina", desk.clock.now())])
    keys = ["p", ";", "d", "d", "enter", "enter"]
    async with at_screen(team) as hand:
        saved = await strike(team, hand, one.number, keys)
    assert saved == acts.Progressed("已订配件，李小明")
    assert len(keys) <= 6
    told_in_readme("progress from a snippet", row_of(len(keys), decisions=3))


async def test_a_survey_of_five_scores_takes_seven_keys(team: Team) -> None:
    """Its key, a digit for each score, and Enter."""
    (one,) = team.add(ticket("2026-05-06 09:00", "紧急", *SOLVED))
    keys = ["z", "4", "4", "5", "4", "5", "enter"]
    async with at_screen(team) as hand:
        await hand.press("f")
        await hand.until_on(one.number)
        saved = await strike(team, hand, one.number, keys)
    scores = {"attitude": 4, "skill": 4, "speed": 5, "ease": 4, OVERALL: 5}
    assert saved == Rated(Scale.FIVE, scores)
    assert len(keys) <= 7
    told_in_readme("revisit with five scores", row_of(len(keys), decisions=6))


async def test_digits_that_come_at_once_each_find_their_field(team: Team) -> None:
    """On a slow line, keys arrive in bursts."""
    (one,) = team.add(ticket("2026-05-06 09:00", "紧急", *SOLVED))
    async with at_screen(team) as hand:
        await hand.press("f")
        await hand.until_on(one.number)
        await hand.press("z")
        await hand.until_dialog("Ask")
        for key in ("4", "5", "4", "5", "4", "enter"):
            hand.app.post_message(events.Key(key, key if key.isdigit() else None))
        await hand.until_back()
        await hand.until(lambda: len(team.stored(one.number).events) == 4)
    scores = {"attitude": 4, "skill": 5, "speed": 4, "ease": 5, OVERALL: 4}
    assert team.stored(one.number).events[-1].act == Rated(Scale.FIVE, scores)


async def test_a_revisit_by_three_levels_takes_three_keys(team: Team) -> None:
    """Its key, a digit, and Enter."""
    (one,) = team.add(ticket("2026-05-06 09:00", "紧急", *SOLVED))
    async with at_screen(team) as hand:
        await hand.press("f")
        await hand.until_on(one.number)
        saved = await strike(team, hand, one.number, ["v", "2", "enter"])
    assert saved == Rated(Scale.AFTER_SALES, {OVERALL: 2})
