"""The queue: what it shows, in which order, and how it follows what is saved."""

import asyncio
import threading

from cstui.domain.acts import Assigned, Progressed, Resolved, Responded
from cstui.services.followup import FollowUp
from data.engine.driver import connect
from tests.fixtures.desks import Team, ticket
from tests.fixtures.followup_app import at_screen


async def test_what_is_due_first_stands_first(team: Team) -> None:
    """Tickets are ordered by their next due time, whatever came first."""
    late, calm, soon = team.add(
        ticket("2026-05-06 09:30"),
        ticket("2026-05-06 07:55", "一般", Responded()),
        ticket("2026-05-06 09:55"),
    )
    async with at_screen(team) as hand:
        shown = [line.split() for line in hand.rows()[1:4]]
        assert [line[2] for line in shown] == [late.number, soon.number, calm.number]
        assert [line[0] for line in shown] == ["-15分钟", "10分钟", "21.9小时"]
        assert [line[1] for line in shown] == ["响应", "响应", "更新"]


async def test_lateness_has_a_colour(team: Team) -> None:
    """What is late stands out most, what is soon late by its limit next."""
    team.add(ticket("2026-05-06 09:30"), ticket("2026-05-06 09:47"), ticket("2026-05-06 09:55"))
    async with at_screen(team) as hand:
        tones = []
        for _ in range(3):
            row = hand.table.cursor_row
            assert row
            tones.append(getattr(row.cells[1], "tone", ""))
            await hand.press("down")
        assert tones == ["bad", "warn", ""]


async def test_customers_are_masked_in_list_and_detail(team: Team) -> None:
    """Neither full name nor full number is on the screen."""
    team.add(ticket())
    async with at_screen(team) as hand:
        seen = "\n".join(hand.rows()) + hand.details()
        assert "李*" in seen
        assert "138****5678" in seen
        assert "李小明" not in seen
        assert "13812345678" not in seen


async def test_one_key_shows_solved_tickets_too(team: Team) -> None:
    """F changes between open tickets and all of them; the cursor stays on its ticket."""
    team.add(ticket(), ticket("2026-05-06 08:00", "一般", Responded(), Resolved("换电容")))
    async with at_screen(team) as hand:
        assert hand.table.total == 1
        shown = hand.table.cursor_row
        await hand.press("f")
        await hand.until(lambda: hand.table.total == 2)
        await hand.until(lambda: hand.table.cursor_row == shown)
        await hand.press("f")
        await hand.until(lambda: hand.table.total == 1)


async def test_one_key_shows_my_tickets_only(team: Team) -> None:
    """M changes between everyone's tickets and one's own."""
    mine, _ = team.add(
        ticket("2026-05-06 09:50", "紧急", Assigned("lina")),
        ticket("2026-05-06 09:40", "紧急", Assigned("wangwei")),
    )
    async with at_screen(team) as hand:
        assert hand.table.total == 2
        await hand.press("m")
        await hand.until(lambda: hand.table.total == 1)
        await hand.until_on(mine.number)
        await hand.press("m")
        await hand.until(lambda: hand.table.total == 2)


async def test_a_view_that_cannot_be_read_is_not_shown(team: Team) -> None:
    """Heading, list and the next press of the key go by the view that is shown."""
    team.add(ticket(), ticket("2026-05-06 08:00", "一般", Responded(), Resolved("换电容")))
    async with at_screen(team) as hand:
        heading = hand.view
        raw = connect(team.path.as_uri(), 5)
        raw.execute('ALTER TABLE "d:tickets" RENAME TO away')
        await hand.press("f")
        await hand.until(lambda: bool(hand.app.told))
        raw.execute('ALTER TABLE away RENAME TO "d:tickets"')
        raw.close()
        assert hand.view == heading
        await hand.press("f")
        await hand.until(lambda: hand.table.total == 2)
        assert hand.view != heading


async def test_a_key_pressed_twice_at_once_changes_nothing(team: Team) -> None:
    """The second press starts from the view that the first one asked for."""
    team.add(ticket(), ticket("2026-05-06 09:40", "紧急", Assigned("lina")))
    async with at_screen(team) as hand:
        heading = hand.view
        go_on = threading.Event()
        waiting = asyncio.ensure_future(hand.app.worker.run(go_on.wait))
        await hand.press("m", "m")
        go_on.set()
        await waiting
        await hand.app.worker.run(int)
        await hand.press("f5")
        await hand.app.worker.run(int)
        await hand.pilot.pause()
        assert hand.view == heading
        assert hand.table.total == 2


async def test_an_empty_queue_says_so(team: Team) -> None:
    """Where there is nothing to do, the detail says that, and a key tells why it does nothing."""
    async with at_screen(team, language="en") as hand:
        assert "No tickets here." in hand.details()
        await hand.press("r")
        await hand.until(lambda: hand.app.told == ["No ticket is selected."])


async def test_a_new_ticket_of_another_session_appears_by_itself(team: Team) -> None:
    """The list follows the store; the cursor stays on its ticket although that moves down."""
    (first,) = team.add(ticket("2026-05-06 09:55"))
    async with at_screen(team) as hand:
        await hand.until_on(first.number)
        team.add(ticket("2026-05-06 09:30"))
        await hand.until(lambda: hand.table.total == 2 and hand.table.cursor == 1)
        await hand.until_on(first.number)


async def test_the_open_detail_follows_and_names_who_changed_it(team: Team) -> None:
    """What another saves shows in the detail by itself, quietly marked with the name."""
    team.add(ticket())
    async with at_screen(team) as hand:
        assert hand.detail.changed_by == ""
        with team.desk("wangwei") as desk:
            followup = FollowUp(desk)
            seen = hand.detail.look
            assert seen
            followup.progress(seen.ticket, "已订配件")
        await hand.until(lambda: hand.detail.changed_by == "王伟")
        assert "处理进展：已订配件" in hand.details()
        assert "王伟刚刚更新" in hand.details()
        team.clock.advance(61)
        await hand.press("f5")
        await hand.until(lambda: hand.detail.changed_by == "")


async def test_a_ticket_that_another_solves_leaves_the_queue(team: Team) -> None:
    """The cursor stays at its place, on the next ticket."""
    first, second = team.add(ticket("2026-05-06 09:30"), ticket("2026-05-06 09:55"))
    async with at_screen(team) as hand:
        await hand.until_on(first.number)
        with team.desk("wangwei") as desk:
            FollowUp(desk).resolve(desk.store.ticket(first.number), "换电容", confirmed=True)
        await hand.until_on(second.number)
        assert hand.table.total == 1


async def test_due_times_move_on_with_the_clock(team: Team) -> None:
    """Nothing has to be saved for a ticket to become late."""
    team.add(ticket("2026-05-06 09:50"))
    async with at_screen(team) as hand:
        assert hand.rows()[1].split()[0] == "5分钟"
        team.clock.advance(600)
        await hand.press("f5")
        await hand.until(lambda: hand.rows()[1].split()[0] == "-5分钟")
        await hand.until(lambda: "已超 5分钟" in hand.details())


async def test_language_changes_while_the_screen_is_open(team: Team) -> None:
    """List, detail and view line change together; what people wrote stays as it is."""
    team.add(ticket("2026-05-06 09:50", "紧急", Progressed("已订配件")))
    async with at_screen(team) as hand:
        assert "处理中" in hand.rows()[1]
        await hand.press("ctrl+l")
        await hand.until(lambda: " open " in hand.rows()[1])
        assert "Due in" in hand.rows()[0]
        assert "Progress: 已订配件" in hand.details()


async def test_list_and_detail_are_both_usable_on_a_small_terminal(team: Team) -> None:
    """At 80 by 24 the list shows eight tickets, the detail below scrolls with its title kept."""
    team.add(*(ticket(f"2026-05-06 09:{minute}") for minute in range(10, 30)))
    async with at_screen(team, size=(80, 24)) as hand:
        assert hand.table.size.height == 9
        assert all("分钟" in line for line in hand.rows()[1:])
        assert hand.detail.size.height >= 10
        await hand.press("enter")
        assert hand.detail.has_focus
        title = hand.details().splitlines()[0]
        await hand.press("end")
        await hand.until(lambda: "客户提交" in hand.details())
        assert hand.details().splitlines()[0] == title
        await hand.press("escape")
        assert hand.table.has_focus


async def test_a_wide_terminal_shows_them_side_by_side(team: Team) -> None:
    """From 120 columns on, the detail stands at the right, as high as the screen."""
    team.add(ticket())
    async with at_screen(team, size=(120, 40)) as hand:
        assert hand.detail.region.x > hand.table.region.x
        assert hand.detail.region.height > 35


async def test_the_end_of_a_long_queue_is_one_key_away(team: Team) -> None:
    """Any page of a long list comes when it is scrolled to."""
    tickets = team.add(
        *(ticket(f"2026-05-0{day} 08:00") for day in range(1, 6) for _ in range(200))
    )
    async with at_screen(team) as hand:
        assert hand.table.total == 1000
        await hand.press("end")
        await hand.until_on(tickets[-1].number)
