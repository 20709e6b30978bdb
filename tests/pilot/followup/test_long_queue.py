"""A queue of ten thousand tickets, while others save."""

from datetime import timedelta

from cstui.domain.acts import Submitted
from cstui.domain.ticket import Event, Ticket
from cstui.services.followup import FollowUp
from tests.fixtures.desks import NOW, Team, ticket
from tests.fixtures.followup_app import Hand, at_screen
from tests.fixtures.times import at

COUNT = 10_000


def opened_before(minutes: float) -> Ticket:
    """A ticket of so long ago, which has had no reply."""
    when = at(NOW) - timedelta(seconds=60 * minutes)
    return Ticket(ticket().header, (Event(when, "lina", Submitted()),))


def many(count: int) -> list[Ticket]:
    """So many tickets, of which the oldest, which is due first, stands first."""
    return [opened_before(number / 4) for number in range(count, 0, -1)]


def line_of_cursor(hand: Hand) -> int:
    """Where on the screen the cursor stands."""
    return hand.table.cursor - hand.table.scroll_offset.y


async def test_others_move_rows_and_never_the_cursor(team: Team) -> None:
    """Before it, in sight and behind it: it stays on its ticket and on its line of the screen."""
    tickets = team.add(*many(COUNT))
    async with at_screen(team) as hand:
        assert hand.table.total == COUNT
        hand.table.move_to(COUNT // 2)
        await hand.press("up", "up")
        place = COUNT // 2 - 2
        number = tickets[place].number
        await hand.until_on(number)
        line = line_of_cursor(hand)
        with team.desk("wangwei") as desk:
            desk.add([opened_before(COUNT), opened_before(COUNT + 1)])
            await hand.until(lambda: hand.table.cursor == place + 2)
            solved = [FollowUp(desk).resolve(one, "换电容", confirmed=True) for one in tickets[:3]]
            assert len(solved) == 3
            await hand.until(lambda: hand.table.cursor == place - 1)
            accepted = FollowUp(desk).accept(tickets[place + 1])
            await hand.until(lambda: any("王伟" in row for row in hand.rows()))
            desk.add([opened_before(0)])
            await hand.until(lambda: hand.table.total == COUNT)
        await hand.until_on(number)
        assert line_of_cursor(hand) == line
        below = hand.table.row_at(hand.table.cursor + 1)
        assert below
        assert accepted.number in str(below.cells)


async def test_keys_and_news_at_once(team: Team) -> None:
    """Pages turn while others save, and each ends where it would have without them."""
    tickets = team.add(*many(COUNT // 10))
    async with at_screen(team) as hand:
        step = hand.table.lines - 1
        with team.desk("wangwei") as desk:
            for number in range(1, 9):
                FollowUp(desk).note(tickets[number * step], "请留意")
                await hand.press("pagedown")
        await hand.until_on(tickets[8 * step].number)
        assert hand.table.cursor == 8 * step
