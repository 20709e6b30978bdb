"""What one key and a few words do to a ticket."""

import pytest
from textual import events

from cstui.domain import acts
from cstui.domain.acts import Act
from cstui.domain.fold import fold
from cstui.domain.people import Role
from data.engine.driver import connect
from screens.kit.fields import Field
from tests.fixtures.desks import Team, ticket
from tests.fixtures.followup_app import Hand, at_screen, give_role
from tests.fixtures.times import at

SOLVED = (acts.Responded(), acts.Resolved("换电容"))


def last(team: Team, number: str) -> Act:
    """What was saved last."""
    return team.stored(number).events[-1].act


async def until_saved(team: Team, hand: Hand, number: str, count: int) -> None:
    """Waits until a ticket has so many events, and no dialog is open."""
    await hand.until_back()
    await hand.until(lambda: len(team.stored(number).events) == count)


@pytest.mark.parametrize(
    ("key", "typed", "act"),
    [
        ("r", ["enter", "call at 5", "enter"], acts.Responded("电话回访", "call at 5")),
        ("p", ["part ordered", "enter"], acts.Progressed("part ordered")),
        ("t", ["wangw", "tab", "knows it", "enter"],
         acts.Transferred("wangwei", "knows it", "技术支持")),
        ("t", ["技术", "enter"], acts.Transferred("", "", "技术支持")),
        ("l", ["price", "enter", "calm", "enter", "offer", "enter"],
         acts.Talked("price", "calm", "offer")),
        ("h", ["purchasing", "enter", "a part", "enter", "enter"],
         acts.Helped("purchasing", "", "a part")),
        ("y", ["refund", "enter", "+2h", "enter"],
         acts.Promised("refund", at("2026-05-06 12:00"))),
        ("w", ["the part", "tab", "明天9点", "enter"],
         acts.Waiting("the part", at("2026-05-07 09:00"))),
        ("i", ["old batch", "enter", "test it", "enter", "broke;worn", "enter"],
         acts.Caused("old batch", "test it", ("broke", "worn"))),
        ("x", ["ill", "enter"], acts.Explained("anomalous", "ill")),
        ("s", ["new fuse", "enter", "enter"], acts.Resolved("new fuse")),
        ("w", ["the part", "enter"], acts.Waiting("the part")),
        ("n", ["calls back", "enter"], acts.Noted("calls back")),
        ("a", [], acts.Accepted()),
    ],
)  # fmt: skip
async def test_a_key_and_a_few_words_save_an_event(
    team: Team, key: str, typed: list[str], act: Act
) -> None:
    """Each act is one key, then as little typing as it needs; me and the moment are added."""
    (one,) = team.add(ticket())
    async with at_screen(team) as hand:
        await hand.press(key)
        await enter(hand, typed)
        await until_saved(team, hand, one.number, 2)
        event = team.stored(one.number).events[-1]
        assert (event.act, event.by, event.at) == (act, "lina", team.clock.now())


async def enter(hand: Hand, typed: list[str]) -> None:
    """Types texts, with the Enter key between them."""
    if typed:
        await hand.until_dialog("Ask")
    for text in typed:
        await (hand.press(text) if text in ("enter", "tab") else hand.type(text))


async def test_a_solution_that_the_customer_confirmed(team: Team) -> None:
    """One form saves both: solved, and confirmed."""
    (one,) = team.add(ticket())
    async with at_screen(team, language="en") as hand:
        await hand.press("s")
        await enter(hand, ["new fuse", "enter"])
        await hand.press("down", "down", "enter", "enter")
        await until_saved(team, hand, one.number, 3)
        added = [event.act for event in team.stored(one.number).events[1:]]
        assert added == [acts.Resolved("new fuse"), acts.ConfirmedByCustomer()]
        await hand.until(lambda: hand.table.total == 0)
        assert "No tickets here." in hand.details()


async def test_a_solved_ticket_is_confirmed_later_or_reopened(team: Team) -> None:
    """C says that the customer agrees; O begins another round."""
    (one,) = team.add(ticket("2026-05-06 09:00", "紧急", *SOLVED))
    async with at_screen(team) as hand:
        await hand.press("f")
        await hand.until_on(one.number)
        await hand.press("c")
        await until_saved(team, hand, one.number, 4)
        await hand.press("o")
        await enter(hand, ["warm again", "enter"])
        await until_saved(team, hand, one.number, 5)
        assert last(team, one.number) == acts.Reopened("warm again")


async def test_waiting_ends_with_the_same_key(team: Team) -> None:
    """W on a waiting ticket resumes the work without a question."""
    (one,) = team.add(ticket("2026-05-06 09:50", "紧急", acts.Waiting("配件")))
    async with at_screen(team) as hand:
        assert "等待     配件" in hand.details()
        await hand.press("w")
        await until_saved(team, hand, one.number, 3)
        assert last(team, one.number) == acts.Resumed()


async def test_a_correction_keeps_the_old_value_readable(team: Team) -> None:
    """Only what was changed is saved, as old and new; personal data is masked on the timeline."""
    (one,) = team.add(ticket())
    async with at_screen(team) as hand:
        await hand.press("e")
        await hand.until_dialog("Ask")
        await hand.type("fan")
        await hand.press("tab", "tab", "tab", "tab")
        await hand.type("13812345679")
        await hand.press("ctrl+s")
        await until_saved(team, hand, one.number, 3)
        assert [event.act for event in team.stored(one.number).events[1:]] == [
            acts.Corrected("subject", "", "fan"),
            acts.Corrected("customer.phone", "13812345678", "13812345679"),
        ]
        await hand.until(lambda: "更正：主题 （空） → fan" in hand.details())
        assert "联系电话 138****5678 → 138****5679" in hand.details()


@pytest.mark.parametrize(
    ("role", "seen"),
    [(Role.AGENT, ["李*", "138****5678"]), (Role.SUPERVISOR, ["李小明", "13812345678"])],
)
async def test_only_supervisors_correct_from_the_full_name_and_phone(
    team: Team, role: Role, seen: list[str]
) -> None:
    """The form of corrections shows an agent the customer masked; left so, nothing changes."""
    (one,) = team.add(ticket())
    give_role(team, "lina", role)
    async with at_screen(team, language="en") as hand:
        await hand.press("e")
        await hand.until_dialog("Ask")
        shown = [hand.app.screen.query_one(f"#{name}", Field).value for name in ("name", "phone")]
        assert shown == seen
        await hand.type("fan")
        await hand.press("ctrl+s")
        await until_saved(team, hand, one.number, 2)
        assert last(team, one.number) == acts.Corrected("subject", "", "fan")


async def test_a_supervisor_checks_a_record(team: Team) -> None:
    """A record that does not agree needs words for what differs."""
    (one,) = team.add(ticket())
    give_role(team, "lina", Role.SUPERVISOR)
    async with at_screen(team, language="en") as hand:
        await hand.press("K")
        await hand.until_dialog("Ask")
        await hand.type("does")
        await hand.press("tab", "ctrl+s")
        await hand.until(lambda: "Say what does not agree." in hand.screen_text())
        await hand.type("no time given")
        await hand.press("ctrl+s")
        await until_saved(team, hand, one.number, 2)
        assert last(team, one.number) == acts.Audited(False, "no time given")


async def test_asterisks_are_not_saved_as_a_phone(team: Team) -> None:
    """Half of a masked number typed over is refused, and what was typed stays in the form."""
    (one,) = team.add(ticket())
    async with at_screen(team, language="en") as hand:
        await hand.press("e")
        await hand.until_dialog("Ask")
        await hand.press("tab", "tab", "tab", "tab", "end", "backspace", "9", "ctrl+s")
        await hand.until(lambda: any("asterisks" in text for text in hand.app.told))
        await hand.until_dialog("Ask")
        assert "138****5679" in hand.screen_text()
        assert team.stored(one.number) == one


async def test_nothing_changed_saves_nothing(team: Team) -> None:
    """A form left as it was adds no event."""
    (one,) = team.add(ticket())
    async with at_screen(team, language="en") as hand:
        await hand.press("e")
        await hand.until_dialog("Ask")
        await hand.press("ctrl+s")
        await hand.until(lambda: hand.app.told == [f"{one.number}: nothing changed"])
        assert team.stored(one.number) == one


async def test_undo_takes_back_my_last_event_and_shows_it(team: Team) -> None:
    """What is taken back is asked about first, and stays on the timeline, marked."""
    (one,) = team.add(ticket())
    async with at_screen(team) as hand:
        await hand.press("n")
        await enter(hand, ["oops", "enter"])
        await until_saved(team, hand, one.number, 2)
        await hand.until(lambda: "备注：oops" in hand.details())
        await hand.press("u")
        await hand.until_dialog("Confirm")
        await hand.press("enter")
        await until_saved(team, hand, one.number, 3)
        assert last(team, one.number) == acts.Undone(1)
        await hand.until(lambda: "备注：oops（已撤销）" in hand.details())
        assert "撤销：备注：oops" in hand.details()
        await hand.press("u")
        await hand.until(lambda: any("没有可撤销的操作" in text for text in hand.app.told))


@pytest.mark.parametrize(
    ("key", "done", "told"),
    [
        ("r", SOLVED, "is solved"),
        ("p", SOLVED, "is solved"),
        ("t", SOLVED, "is solved"),
        ("s", SOLVED, "is solved"),
        ("w", SOLVED, "is solved"),
        ("a", SOLVED, "is solved"),
        ("o", (), "not solved yet"),
        ("c", (), "Solve it first (S)"),
        ("c", (acts.Waiting("part"),), "Solve it first (S)"),
        ("a", (acts.Accepted(),), "accepted already"),
        ("a", (acts.Assigned("wangwei"),), "王伟 holds this ticket"),
        ("c", (*SOLVED, acts.ConfirmedByCustomer()), "confirmed the solution"),
        ("u", (), "nothing on"),
    ],
)
async def test_what_makes_no_sense_is_refused_before_anything_is_typed(
    team: Team, key: str, done: tuple[Act, ...], told: str
) -> None:
    """The key answers with a sentence, and opens nothing."""
    (one,) = team.add(ticket("2026-05-06 09:00", "紧急", *done))
    async with at_screen(team, language="en") as hand:
        await hand.press("f")
        await hand.until_on(one.number)
        await hand.press(key)
        await hand.until(lambda: bool(hand.app.told))
        assert told in hand.app.told[0]
        assert len(hand.app.screen_stack) == 1
        assert team.stored(one.number) == one


async def test_an_answer_that_is_missing_is_told_in_the_dialog(team: Team) -> None:
    """A solution has to be written; the dialog stays open and says so below the field."""
    (one,) = team.add(ticket())
    async with at_screen(team) as hand:
        await hand.press("s")
        await hand.until_dialog("Ask")
        await hand.press("ctrl+s")
        await hand.until(lambda: "请填写此项" in hand.screen_text())
        await hand.press("escape")
        await hand.until_back()
        assert team.stored(one.number) == one


async def test_a_store_that_cannot_save_loses_nothing_typed(team: Team) -> None:
    """The failure is told in a dialog, and leads back to the form as it was filled in."""
    (one,) = team.add(ticket())
    async with at_screen(team) as hand:
        raw = connect(team.path.as_uri(), 5)
        version = raw.execute("PRAGMA user_version").fetchall()[0][0]
        raw.execute(f"PRAGMA user_version = {version + 1}")
        await hand.press("p")
        await enter(hand, ["part ordered", "enter"])
        await hand.until_dialog("Message")
        raw.execute(f"PRAGMA user_version = {version}")
        raw.close()
        await hand.press("escape")
        await hand.until_dialog("Ask")
        assert "part ordered" in hand.screen_text()
        await hand.press("enter")
        await until_saved(team, hand, one.number, 2)
        assert last(team, one.number) == acts.Progressed("part ordered")


async def test_the_cursor_follows_a_ticket_that_moves_in_the_order(team: Team) -> None:
    """After a reply the ticket is due later; the cursor goes with it."""
    first, _ = team.add(ticket("2026-05-06 09:50"), ticket("2026-05-06 09:55"))
    async with at_screen(team) as hand:
        await hand.until_on(first.number)
        await hand.press("r")
        await enter(hand, ["enter", "enter"])
        await until_saved(team, hand, first.number, 2)
        await hand.until(lambda: hand.table.cursor == 1)
        await hand.until_on(first.number)


async def test_a_key_acts_on_the_ticket_under_the_cursor(team: Team) -> None:
    """Even when the detail has not caught up with the cursor yet."""
    _, second = team.add(ticket("2026-05-06 09:50"), ticket("2026-05-06 09:55"))
    async with at_screen(team) as hand:
        await hand.press("down", "a")
        await until_saved(team, hand, second.number, 2)
        assert fold(team.stored(second.number)).owner == "lina"


async def test_words_typed_ahead_are_for_the_dialog(team: Team) -> None:
    """On a slow line they come together with the letter that opens it; none does anything else."""
    (one,) = team.add(ticket())
    async with at_screen(team) as hand:
        for key in "packs":
            hand.app.post_message(events.Key(key, key))
        await hand.until_dialog("Ask")
        await hand.until(lambda: hand.app.screen.query_one("#text", Field).answer == "acks")
        await hand.press("escape")
        await hand.until_back()
        assert team.stored(one.number) == one
