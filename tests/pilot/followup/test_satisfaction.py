"""Asking the customer, and doing something where they are not content."""

from msgspec.structs import replace

from cstui.domain import acts
from cstui.domain.acts import OVERALL, Provenance, Rated, Scale
from cstui.domain.ticket import Ticket
from tests.fixtures.desks import Team, ticket
from tests.fixtures.followup_app import Hand, at_screen
from tests.fixtures.times import at

SOLVED = (acts.Responded(), acts.Resolved("换电容"))
BAD = Rated(Scale.AFTER_SALES, {OVERALL: 1}, "warm")


def solved(*more: acts.Act) -> Ticket:
    """A solved ticket."""
    return ticket("2026-05-06 09:00", "紧急", *SOLVED, *more)


def acts_of(team: Team, number: str) -> list[acts.Act]:
    """What was done to it after it was solved."""
    return [event.act for event in team.stored(number).events[3:]]


async def on_solved(hand: Hand, number: str) -> None:
    """Goes to a solved ticket."""
    await hand.press("f")
    await hand.until_on(number)


async def test_digits_go_on_by_themselves_and_words_follow(team: Team) -> None:
    """A digit beyond the scale does nothing; Tab leads to the open questions and to who spoke."""
    (one,) = team.add(solved())
    async with at_screen(team, language="en") as hand:
        await on_solved(hand, one.number)
        await hand.press("z")
        await hand.until_dialog("Ask")
        await hand.press("9", "7", "5", "4", "4", "5", "4")
        await hand.type("fine 2")
        await hand.press("tab")
        await hand.type("ring")
        await hand.press("tab")
        await hand.type("go on")
        await hand.press("tab")
        await hand.type("anon")
        await hand.press("enter")
        await hand.until(lambda: bool(acts_of(team, one.number)))
    scores = {"attitude": 5, "skill": 4, "speed": 4, "ease": 5, OVERALL: 4}
    assert acts_of(team, one.number) == [
        Rated(Scale.FIVE, scores, "fine 2", Provenance.ANONYMOUS, "ring", "go on")
    ]


async def test_a_missing_score_is_told_below_its_field(team: Team) -> None:
    """Unless nobody answered."""
    (one,) = team.add(solved())
    async with at_screen(team) as hand:
        await on_solved(hand, one.number)
        await hand.press("v")
        await hand.until_dialog("Ask")
        await hand.press("enter")
        await hand.until(lambda: "请评分" in hand.screen_text())
        await hand.press("tab", "tab", "tab", "tab")
        await hand.type("未回复")
        await hand.press("enter")
        await hand.until(lambda: bool(acts_of(team, one.number)))
    unanswered = Rated(Scale.AFTER_SALES, provenance=Provenance.UNANSWERED)
    assert acts_of(team, one.number) == [unanswered]


async def test_an_unhappy_customer_gets_a_new_round_by_one_key(team: Team) -> None:
    """In their own words."""
    (one,) = team.add(solved())
    async with at_screen(team) as hand:
        await on_solved(hand, one.number)
        await hand.press("v")
        await hand.until_dialog("Ask")
        await hand.press("1")
        await hand.type("warm")
        await hand.press("enter")
        await hand.until_dialog("Unhappy")
        assert "2026-05-08 10:00" in hand.screen_text()
        await hand.press("o")
        await hand.until(lambda: len(acts_of(team, one.number)) == 2)
    assert acts_of(team, one.number) == [BAD, acts.Reopened("warm")]


async def test_an_unhappy_customer_gets_a_measure_which_is_checked(team: Team) -> None:
    """Set at once or later by the same key, which then asks what came of it."""
    (one,) = team.add(solved())
    async with at_screen(team) as hand:
        await on_solved(hand, one.number)
        await hand.press("v")
        await hand.until_dialog("Ask")
        await hand.press("1", "enter")
        await hand.until_dialog("Unhappy")
        await hand.press("escape")
        await hand.until_back()
        await hand.press("g")
        await hand.until_dialog("Ask")
        await hand.type("train")
        await hand.press("enter")
        await hand.type("late")
        await hand.press("enter", "w", "w", "enter")
        await hand.press("home", *["delete"] * 4)
        await hand.type("2026-06-01")
        await hand.press("enter")
        await hand.until(lambda: len(acts_of(team, one.number)) == 2)
        assert acts_of(team, one.number)[-1] == acts.MeasureSet(
            "train", "wangwei", at("2026-06-01 18:00"), "late"
        )
        await hand.until(lambda: "待验证" in hand.details())
        await hand.press("g")
        await hand.until_dialog("Ask")
        assert "train" in hand.screen_text()
        await hand.type("未达标")
        await hand.press("enter", "enter")
        await hand.until(lambda: "须填写复盘说明" in hand.screen_text())
        await hand.type("again")
        await hand.press("enter")
        await hand.until(lambda: len(acts_of(team, one.number)) == 3)
    assert acts_of(team, one.number)[-1] == acts.MeasureChecked(False, "again")


async def test_a_rating_is_answered_with_a_reason(team: Team) -> None:
    """The dialog says that the first one stays, and asks why."""
    (one,) = team.add(solved(Rated(Scale.AFTER_SALES, {OVERALL: 3})))
    async with at_screen(team, language="en") as hand:
        await on_solved(hand, one.number)
        await hand.press("v")
        await hand.until_dialog("Ask")
        assert "That score stays" in hand.screen_text()
        await hand.press("2", "enter")
        await hand.type("mistyped")
        await hand.press("enter")
        await hand.until(lambda: len(acts_of(team, one.number)) == 2)
    assert acts_of(team, one.number)[-1] == Rated(Scale.AFTER_SALES, {OVERALL: 2}, why="mistyped")


async def test_a_customer_who_was_asked_lately_is_asked_again_for_a_reason_only(
    team: Team,
) -> None:
    """Told before the question is put, not after."""
    one, two = team.add(solved(Rated(Scale.AFTER_SALES, {OVERALL: 3})), solved())
    async with at_screen(team, language="en") as hand:
        await on_solved(hand, two.number)
        await hand.press("v")
        await hand.until_dialog("Ask")
        assert f"({one.number})" in hand.screen_text()
        await hand.press("3", "enter")
        await hand.type("new case")
        await hand.press("enter")
        await hand.until(lambda: len(acts_of(team, two.number)) == 1)
    assert acts_of(team, two.number) == [Rated(Scale.AFTER_SALES, {OVERALL: 3}, why="new case")]


async def test_a_low_score_in_the_response_log_asks_for_its_reason(team: Team) -> None:
    """The digit typed stays; with the reason both are saved."""
    told = ticket("2026-05-06 09:50", "紧急", *SOLVED)
    (one,) = team.add(replace(told, header=replace(told.header, form="response")))
    async with at_screen(team, language="en") as hand:
        await on_solved(hand, one.number)
        await hand.press("v")
        await hand.until_dialog("Ask")
        await hand.press("3", "enter")
        await hand.until(lambda: "please say which" in hand.screen_text())
        await hand.press("enter")
        await hand.type("hard fault")
        await hand.press("enter")
        await hand.until_dialog("Unhappy")
    assert acts_of(team, one.number) == [
        Rated(Scale.FIVE, {OVERALL: 3}),
        acts.Explained("anomalous", "hard fault"),
    ]
