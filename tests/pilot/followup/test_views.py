"""Views, filter, order, marks and what comes next, by keys."""

import asyncio
import threading

import pytest
from msgspec.structs import replace

from cstui.domain.acts import Assigned, CallbackSet, Progressed, Resolved, Responded
from cstui.domain.people import Role
from cstui.ports import Which
from cstui.services.followup import FollowUp
from screens.followup.queue import Queue
from tests.fixtures.desks import Team, ticket
from tests.fixtures.followup_app import at_screen, give_role
from tests.fixtures.times import at

MINE = Assigned("lina", "热线组")
THEIRS = Assigned("wangwei", "技术支持")


async def test_views_tell_how_many_tickets_they_have(team: Team) -> None:
    """All of them at once, and they follow what is saved."""
    (one, *_) = team.add(ticket("2026-05-06 09:50", "紧急", MINE), ticket(), ticket())
    async with at_screen(team) as hand:
        assert {which: n for which, n in hand.tabs.tally.items() if n} == {
            Which.OPEN: 3, Which.MINE: 1, Which.TEAM: 1, Which.UNASSIGNED: 2, Which.ALL: 3,
        }  # fmt: skip
        with team.desk("wangwei") as desk:
            FollowUp(desk).resolve(desk.store.ticket(one.number), "换电容", confirmed=True)
        await hand.until(lambda: hand.tabs.tally[Which.MINE] == 0)
        assert hand.tabs.tally[Which.OPEN] == 2


async def test_a_digit_or_an_arrow_chooses_a_view(team: Team) -> None:
    """One key each, or along the line."""
    team.add(ticket("2026-05-06 09:50", "紧急", MINE), ticket(), ticket())
    async with at_screen(team) as hand:
        await hand.press("3")
        await hand.until(lambda: hand.table.total == 2)
        await hand.press("left", "left")
        await hand.until(lambda: hand.table.total == 1)
        assert "我的 1" in hand.screen_text().splitlines()[1]


async def test_the_chosen_view_is_seen_on_a_narrow_line(team: Team) -> None:
    """However far to the right it stands."""
    async with at_screen(team, size=(80, 24)) as hand:
        assert "升级" not in hand.screen_text().splitlines()[1]
        await hand.press("f")
        await hand.until(lambda: "全部 0" in hand.screen_text().splitlines()[1])


async def test_the_list_is_filtered_while_one_types(team: Team) -> None:
    """The list follows each letter; Enter goes to it with the filter kept, Esc takes it away."""
    team.add(ticket(subject="空调不制冷"), ticket(subject="洗衣机漏水"))
    async with at_screen(team) as hand:
        await hand.press("slash")
        await hand.type("洗")
        await hand.until(lambda: hand.table.total == 1)
        assert "洗衣机漏水" in hand.rows()[1]
        await hand.press("enter")
        assert hand.table.has_focus
        assert "/洗" in hand.view
        await hand.press("escape")
        await hand.until(lambda: hand.table.total == 2)


async def test_a_filter_with_no_result_empties_the_detail(team: Team) -> None:
    """Nothing is shown that is not in the list; clearing it brings all back."""
    (one,) = team.add(ticket())
    async with at_screen(team) as hand:
        await hand.press("slash", "x", "x")
        await hand.until(lambda: hand.table.total == 0)
        await hand.until(lambda: hand.detail.look is None)
        await hand.press("escape")
        await hand.until_on(one.number)
        assert hand.table.has_focus


async def test_a_ticket_that_comes_late_is_not_shown(team: Team) -> None:
    """As when the list was emptied while it was read."""
    (one,) = team.add(ticket())
    async with at_screen(team) as hand:
        await hand.press("slash", "x", "x")
        await hand.until(lambda: hand.table.total == 0 and hand.detail.look is None)
        queue = hand.app.screen.query_one(Queue)
        queue.post_message(Queue.Reached(one.id))
        await hand.pilot.pause()
        await hand.app.workers.wait_for_complete()
        assert hand.detail.look is None


async def test_a_key_goes_round_the_orders(team: Team) -> None:
    """Due time, age, priority, customer; the line says which."""
    old, urgent = team.add(ticket("2026-05-06 08:30", "一般"), ticket("2026-05-06 09:50", "紧急"))
    async with at_screen(team) as hand:
        assert "按到期时间" in hand.view
        await hand.until_on(urgent.number)
        await hand.press("S")
        await hand.until(lambda: "按提交先后" in hand.view)
        await hand.until(lambda: old.number in hand.rows()[1])
        await hand.press("S")
        await hand.until(lambda: urgent.number in hand.rows()[1])


async def test_the_next_key_works_through_what_is_mine(team: Team) -> None:
    """Late ones first; from any view, and round again after the last."""
    late, calm, _ = team.add(
        ticket("2026-05-06 09:30", "紧急", MINE),
        ticket("2026-05-06 09:55", "紧急", MINE),
        ticket("2026-05-06 09:20", "紧急", THEIRS),
    )
    async with at_screen(team) as hand:
        assert "下一个：李* 响应 已超 15:00" in hand.view
        for number in (late.number, calm.number, late.number):
            await hand.press("j")
            await hand.until_on(number)
        await hand.press("6")
        await hand.until(lambda: hand.table.total == 0)
        await hand.press("j")
        await hand.until_on(late.number)


async def test_who_has_nothing_to_do_is_told(team: Team) -> None:
    """The key says so, and so does the line."""
    async with at_screen(team) as hand:
        assert "您没有待办工单" in hand.view
        await hand.press("j")
        await hand.until(lambda: hand.app.told == ["您没有待办工单"])


async def test_marked_tickets_are_transferred_together(team: Team) -> None:
    """Each is saved by itself; what another does to one of them meanwhile stands."""
    first, second, other = team.add(
        ticket("2026-05-06 09:40"), ticket("2026-05-06 09:45"), ticket("2026-05-06 09:50")
    )
    async with at_screen(team) as hand:
        await hand.press("space", "space", "q")
        await hand.until_dialog("Ask")
        await hand.press("tab")
        await hand.type("wangwei")
        await hand.press("enter")
        with team.desk("zhangmin") as desk:
            FollowUp(desk).note(desk.store.ticket(first.number), "客户催促")
        await hand.press("ctrl+s")
        await hand.until_back()
        await hand.until(lambda: "已完成 2 个" in hand.app.told)
        assert "已选" not in hand.view
    for one, kinds in ((first, ["noted", "transferred"]), (second, ["transferred"]), (other, [])):
        assert [event.kind for event in team.stored(one.number).events[1:]] == kinds


async def test_what_could_not_be_done_is_told(team: Team) -> None:
    """How many were done, how many not, and why."""
    team.add(ticket(), ticket("2026-05-06 09:40", "紧急", THEIRS))
    async with at_screen(team) as hand:
        await hand.press("asterisk", "q")
        await hand.until_dialog("Ask")
        await hand.press("tab")
        await hand.type("wangwei")
        await hand.press("enter", "ctrl+s")
        await hand.until_dialog("Message")
        text = hand.screen_text()
        assert "已完成 1 个" in text
        assert "未完成 1 个" in text


async def test_a_tag_is_added_to_those_that_have_it_not(team: Team) -> None:
    """And is found by the filter afterwards."""
    team.add(ticket(), ticket())
    async with at_screen(team) as hand:
        await hand.press("asterisk", "q")
        await hand.until_dialog("Ask")
        await hand.press("down", "down", "enter", "tab")
        await hand.type("VIP")
        await hand.press("enter", "ctrl+s")
        await hand.until(lambda: "已完成 2 个" in hand.app.told)
        await hand.press("slash")
        await hand.type("vip")
        await hand.until(lambda: "/vip" in hand.view or hand.table.total == 2)
        assert hand.table.total == 2


async def test_calls_back_stand_by_half_hours(team: Team) -> None:
    """The first of each half-hour names it; who is late to be called stands first."""
    for when in ("2026-05-06 14:10", "2026-05-06 14:20", "2026-05-06 14:40", "2026-05-06 09:55"):
        team.add(ticket("2026-05-06 09:50", "紧急", MINE, Responded(), CallbackSet(at(when))))
    async with at_screen(team) as hand:
        await hand.press("7")
        await hand.until(lambda: "时段" in hand.rows()[0])
        await hand.until(lambda: "14:40" in hand.rows()[4])
        assert [line.split()[:2] for line in hand.rows()[1:5]] == [
            ["09:30", "09:55"],
            ["14:00", "14:10"],
            ["14:20", hand.rows()[3].split()[1]],
            ["14:30", "14:40"],
        ]
        await hand.press("f")
        await hand.until(lambda: "剩余" in hand.rows()[0])


async def test_who_was_not_reached_is_called_again(team: Team) -> None:
    """At the time that was typed; out of hours, when work begins again."""
    (one,) = team.add(
        ticket("2026-05-06 09:50", "紧急", MINE, CallbackSet(at("2026-05-06 09:55"), "发票"))
    )
    async with at_screen(team) as hand:
        await hand.until_on(one.number)
        await hand.press("b")
        await hand.until_dialog("Ask")
        await hand.press("down", "down", "enter", "tab")
        await hand.type("20:00")
        await hand.press("ctrl+s")
        await hand.until_back()
    tried, again = (event.act for event in team.stored(one.number).events[-2:])
    assert not getattr(tried, "reached", True)
    assert again == CallbackSet(at("2026-05-07 09:00"), "发票")


async def test_a_call_back_is_agreed_with_the_key_that_tells_of_it(team: Team) -> None:
    """Where none is due yet; outside working hours it is for when somebody is there again."""
    (one,) = team.add(ticket())
    async with at_screen(team) as hand:
        await hand.until_on(one.number)
        await hand.press("b")
        await hand.until_dialog("Ask")
        await hand.type("20:00")
        await hand.press("enter")
        await hand.until(lambda: any("05-07 09:00" in told for told in hand.app.told))
        await hand.until(lambda: hand.tabs.tally[Which.CALLBACKS] == 1)
    assert team.stored(one.number).events[-1].act == CallbackSet(
        at("2026-05-07 09:00"), "空调不制冷"
    )


async def test_the_minutes_behind_the_clocks_are_one_key_away(team: Team) -> None:
    """Enter in the detail shows them, and the ticket again."""
    (one,) = team.add(ticket())
    async with at_screen(team) as hand:
        await hand.until_on(one.number)
        await hand.press("enter", "enter")
        await hand.until(lambda: "2026-05-06 09:50:00" in hand.details())
        await hand.press("enter")
        await hand.until(lambda: "客户提交" in hand.details())


async def test_news_since_the_last_look_are_marked(team: Team) -> None:
    """Whoever comes back to a ticket, even in another session, sees who did what meanwhile."""
    first, second = team.add(ticket("2026-05-06 09:40"), ticket("2026-05-06 09:50"))
    async with at_screen(team) as hand:
        await hand.until_on(first.number)
        team.clock.advance(1)
        await hand.press("down")
        await hand.until_on(second.number)
    with team.desk("wangwei") as desk:
        FollowUp(desk).note(desk.store.ticket(first.number), "已致电")
    async with at_screen(team) as hand:
        await hand.until_on(first.number)
        await hand.until(lambda: "王伟新增 1 条" in hand.details())
        note, submitted = [line for line in hand.detail.lines if "05-06" in line[0].text]
        assert (note[0].tone, submitted[0].tone) == ("warn", "muted")
        team.clock.advance(1)
        await hand.press("down", "up")
        await hand.until_on(first.number)
        await hand.until(lambda: hand.detail.changed_by == "")


async def test_a_ticket_that_is_passed_by_keeps_its_news(team: Team) -> None:
    """Only a look of a second counts: the cursor runs over many tickets on its way."""
    first, second = team.add(ticket("2026-05-06 09:40"), ticket("2026-05-06 09:50"))
    async with at_screen(team) as hand:
        await hand.until_on(first.number)
        team.clock.advance(1)
        await hand.press("down")
        await hand.until_on(second.number)
        with team.desk("wangwei") as desk:
            FollowUp(desk).note(desk.store.ticket(first.number), "已致电")
        for _ in range(2):
            await hand.press("up")
            await hand.until_on(first.number)
            await hand.until(lambda: hand.detail.changed_by == "王伟")
            await hand.press("down")
            await hand.until_on(second.number)


async def test_who_else_looks_at_a_ticket_is_told(team: Team) -> None:
    """In the detail and in the list, as long as they do, dialogs included."""
    first, second = team.add(ticket("2026-05-06 09:40"), ticket("2026-05-06 09:50"))
    async with at_screen(team) as hand, at_screen(team, "wangwei") as other:
        await hand.until_on(first.number)
        await hand.until(lambda: "王伟也在看" in hand.details())
        await hand.until(lambda: ["◇" in line for line in hand.rows()[1:3]] == [True, False])
        await other.press("down")
        await other.until_on(second.number)
        await hand.until(lambda: "王伟" not in hand.details())
        await hand.until(lambda: ["◇" in line for line in hand.rows()[1:3]] == [False, True])
        await hand.press("down")
        await hand.until(lambda: "王伟也在看" in hand.details())
        await other.press("n")
        await other.until_dialog("Ask")
        assert "王伟也在看" in hand.details()


async def test_how_long_each_holder_had_it_is_told(team: Team) -> None:
    """Where more than one had it."""
    (one,) = team.add(ticket("2026-05-06 09:50", "紧急", Progressed("x")))
    with team.desk("lina") as desk:
        FollowUp(desk).transfer(desk.store.ticket(one.number), "wangwei", "专业")
    team.clock.advance(600)
    async with at_screen(team, size=(120, 40)) as hand:
        await hand.until_on(one.number)
        assert "经手     尚未分派 10分钟 · 王伟 10分钟" in hand.details()


async def test_the_cursor_stays_among_many_while_others_save(team: Team) -> None:
    """Whatever happens above it, it stands on its ticket, and any page comes."""
    team.add(*(ticket(f"2026-05-05 {8 + n // 60:02}:{n % 60:02}") for n in range(300)))
    async with at_screen(team) as hand:
        await hand.press("end", *["up"] * 5)
        row = hand.table.cursor_row
        assert row
        with team.desk("wangwei") as desk:
            first = desk.store.ticket_at(1)
            FollowUp(desk).resolve(first, "换电容", confirmed=True)
        await hand.until(lambda: hand.table.total == 299)
        await hand.until(lambda: hand.table.cursor_row == row and hand.table.cursor == 293)


async def test_a_solved_ticket_waits_for_its_revisit(team: Team) -> None:
    """In a view of its own until the customer was asked."""
    solved = ticket("2026-05-06 08:00", "一般", Responded(), Resolved("换电容"))
    (one,) = team.add(replace(solved, header=replace(solved.header, form="hotline")))
    async with at_screen(team) as hand:
        assert hand.table.total == 0
        await hand.press("8")
        await hand.until_on(one.number)
        assert "回访" in hand.rows()[1]


async def test_a_view_is_saved_under_a_name(team: Team) -> None:
    """With its filter and order; it is there in the next session too."""
    team.add(ticket(subject="空调不制冷"), ticket(subject="洗衣机漏水"))
    async with at_screen(team) as hand:
        await hand.press("slash")
        await hand.type("洗")
        await hand.until(lambda: hand.table.total == 1)
        await hand.press("enter", "V")
        await hand.until_dialog("Choose")
        await hand.press("enter")
        await hand.until_dialog("Ask")
        await hand.press("ctrl+s")
        await hand.until(lambda: hand.app.told == ["已保存：洗"])
    async with at_screen(team) as hand:
        assert hand.table.total == 2
        await hand.press("V")
        await hand.until_dialog("Choose")
        await hand.press("enter")
        await hand.until(lambda: hand.table.total == 1)


async def test_the_bell_rings_for_limits_of_mine_if_wanted(team: Team) -> None:
    """Once at the warning and once at the limit; not before it is switched on."""
    team.add(ticket("2026-05-06 09:49", "紧急", MINE), ticket("2026-05-06 09:44", "紧急", THEIRS))
    async with at_screen(team) as hand:
        for _ in range(2):
            team.clock.advance(65)
            await hand.press("f5")
            await hand.until(lambda: "下一个" in hand.view)
        assert hand.app.rung == 0
        await hand.press("B")
        await hand.until(lambda: hand.app.told == ["已打开提示音"])
        team.clock.advance(120)
        await hand.press("f5")
        await hand.until(lambda: hand.app.rung == 1)
        await hand.press("f5")
        await hand.until(lambda: "已超" in hand.view)
        assert hand.app.rung == 1


@pytest.mark.parametrize(("role", "rung"), [(Role.SUPERVISOR, 1), (Role.AGENT, 0)])
async def test_the_bell_tells_whoever_leads_of_what_is_escalated(
    team: Team, role: Role, rung: int
) -> None:
    """Once for each time that more tickets of the team are so late; agents hear of their own."""
    give_role(team, "zhangmin", role)
    team.add(ticket("2026-05-06 09:50", "紧急", THEIRS))
    async with at_screen(team, "zhangmin") as hand:
        await hand.press("B")
        await hand.until(lambda: "已打开提示音" in hand.app.told)
        team.clock.advance(3 * 86_400)
        for _ in range(2):
            await hand.press("f5")
            await hand.until(lambda: hand.tabs.tally[Which.ESCALATED] == 1)
        await hand.until(lambda: hand.app.rung == rung)


async def test_keys_typed_ahead_of_a_dialog_change_no_view(team: Team) -> None:
    """They come before the dialog is there, and were meant for it."""
    call = CallbackSet(at("2026-05-06 15:00"))
    (one,) = team.add(ticket("2026-05-06 09:50", "紧急", THEIRS, call))
    async with at_screen(team) as hand:
        await hand.until_on(one.number)
        go_on = threading.Event()
        waiting = asyncio.ensure_future(hand.app.worker.run(go_on.wait))
        await hand.press("b", "m", "f", "slash")
        go_on.set()
        await waiting
        await hand.until_dialog("Ask")
        await hand.press("escape")
        await hand.until_back()
        assert hand.table.total == 1
        assert hand.table.has_focus


async def test_whoever_looks_chooses_the_columns(team: Team) -> None:
    """Which and in which order; they are there in all views and in the next session."""
    team.add(ticket())
    async with at_screen(team) as hand:
        await hand.press("C")
        await hand.until_dialog("ColumnsDialog")
        await hand.press("space", "space", "down", "space", "down", "left", "left", "enter")
        await hand.until_back()
        await hand.until(lambda: hand.rows()[0].split()[:3] == ["编号", "剩余", "状态"])
    async with at_screen(team) as hand:
        assert hand.rows()[0].split()[:3] == ["编号", "剩余", "状态"]
        await hand.press("7")
        await hand.until(lambda: hand.rows()[0].split()[:4] == ["时段", "时间", "编号", "状态"])


async def test_no_column_is_no_choice(team: Team) -> None:
    """Whoever hides all gets what everybody begins with; one key brings it back, too."""
    team.add(ticket())
    async with at_screen(team) as hand:
        before = hand.rows()[0]
        await hand.press("C")
        await hand.until_dialog("ColumnsDialog")
        await hand.press(*["space", "down"] * 8, "enter")
        await hand.until_back()
        await hand.until(lambda: hand.rows()[0].split() == ["类型"])
        await hand.press("C")
        await hand.until_dialog("ColumnsDialog")
        await hand.press("space", "enter")
        await hand.until_back()
        await hand.until(lambda: hand.rows()[0] == before)


async def test_a_saved_view_has_its_own_columns(team: Team) -> None:
    """Other views keep theirs."""
    team.add(ticket())
    async with at_screen(team) as hand:
        usual = hand.rows()[0]
        await hand.press("C")
        await hand.until_dialog("ColumnsDialog")
        await hand.press("space", "enter")
        await hand.until_back()
        await hand.until(lambda: "剩余" not in hand.rows()[0])
        await hand.press("V", "enter")
        await hand.until_dialog("Ask")
        await hand.type("slim")
        await hand.press("ctrl+s")
        await hand.until(lambda: "已保存：slim" in hand.app.told)
        await hand.press("C")
        await hand.until_dialog("ColumnsDialog")
        await hand.press("u", "enter")
        await hand.until(lambda: hand.rows()[0] == usual)
        await hand.press("V", "enter")
        await hand.until(lambda: "剩余" not in hand.rows()[0])
        await hand.press("3")
        await hand.until(lambda: hand.rows()[0] == usual)
