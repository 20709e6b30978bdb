"""What can be asked on the analysis screen: periods, groups, filters."""

import threading
from pathlib import Path

import pytest
from textual.pilot import Pilot

from cstui.domain.acts import Act, Assigned, Responded, Submitted
from cstui.domain.ticket import Header, Ticket
from cstui.ports import Setting
from screens.kit.app import KitApp
from tests.fixtures.pilots import shown, until, until_shown
from tests.fixtures.times import event
from tests.pilot.analysis.shop import (
    DAY,
    LARGE,
    analysis,
    desk_at,
    response_log,
    save,
    ticket,
    words,
)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with the rows of the printed response time log."""
    path = tmp_path / "desk.db"
    save(path, *response_log())
    return path


async def type_period(pilot: Pilot[None], period: str) -> None:
    """Type a period into its dialog."""
    await pilot.press("p")
    await until_shown(pilot, "Write today")
    await pilot.press(*period, "enter")


async def test_comma_and_stop_step_through_the_periods(store: Path) -> None:
    """From a day to all tickets; they stop at both ends. Views keep the period."""
    async with analysis(store) as pilot:
        await until_shown(pilot, "Today .  2023-10-01  As of")
        for name in ("This week", "This month", "This quarter", "This year", "All tickets"):
            await pilot.press("full_stop")
            await until_shown(pilot, name)
        await pilot.press("full_stop", "tab")
        await until_shown(pilot, "All tickets")
        for name in ("year", "quarter", "month", "week", "Today ."):
            await pilot.press("comma")
            await until_shown(pilot, name)


async def test_a_period_holds_what_ended_in_it(store: Path) -> None:
    """Another month has none of the tickets."""
    async with analysis(store) as pilot:
        await type_period(pilot, "2023-09")
        await until_shown(pilot, "2023-09-01 to 2023-09-30")
        await until(pilot, lambda: words(shown(pilot), "Tickets")[1] == "0")
        assert "As of" not in shown(pilot)
        await type_period(pilot, "2023-10-01..2023-10-02")
        await until(pilot, lambda: words(shown(pilot), "Tickets")[1] == "3")


async def test_a_text_that_is_no_period_is_told_below_the_field(store: Path) -> None:
    """The dialog stays open with what was typed; the figures stay as they are."""
    async with analysis(store) as pilot:
        await type_period(pilot, "2023-13")
        await until_shown(pilot, "Not a period")
        assert "2023-13" in shown(pilot)
        await pilot.press("escape")
        await until_shown(pilot, "Today")
        assert words(shown(pilot), "Tickets")[1] == "3"


async def test_groups_follow_the_dimension(store: Path) -> None:
    """One dimension, two crossed, none."""
    async with analysis(store, size=LARGE) as pilot:
        await pilot.press("2", "g", *"type", "enter")
        await until_shown(pilot, "技术故障")
        await pilot.press("x", *"chan", "enter")
        await until_shown(pilot, "By type and channel")
        await until(pilot, lambda: words(shown(pilot), "技术故障")[:3] == ["技术故障", "邮件", "1"])
        await pilot.press("g", *"not", "enter")
        await until_shown(pilot, "Not grouped")
        await until(pilot, lambda: "技术故障" not in shown(pilot))


async def test_agents_are_called_by_their_names(store: Path) -> None:
    """As everywhere else; also in what is only asked for."""
    with desk_at(store, "li") as desk:
        now = desk.clock.now()
        desk.store.set([Setting("people.li", {"name": "Li Na"}, DAY, "li", now)])
        happened: dict[str, Act] = {
            "09:00": Submitted(),
            "09:01": Assigned("li"),
            "09:05": Responded(),
        }
        events = tuple(event(f"{DAY} {when}", act) for when, act in happened.items())
        desk.add([Ticket(Header(form="response"), events)])
    async with analysis(store, size=LARGE) as pilot:
        await pilot.press("2", "g", *"agent", "enter")
        await until_shown(pilot, "Li Na ")
        await pilot.press("f", *"agent", "enter", *"li na", "enter")
        await until_shown(pilot, "Only agent = Li Na")


async def test_the_largest_group_stands_first_and_hours_in_their_order(store: Path) -> None:
    """Groups go by size, unless they are stretches of time."""
    for responded in ("11:40", "11:50"):
        save(store, ticket("11:30", responded, "12:00", 4, "邮件", "产品咨询"))
    async with analysis(store, size=LARGE) as pilot:
        await pilot.press("2")
        await until_shown(pilot, "邮件")
        assert shown(pilot).index("邮件") < shown(pilot).index("电话")
        await pilot.press("g", *"hour", "enter")
        await until_shown(pilot, "By hour")
        await until_shown(pilot, "\n  09 ")
        places = [shown(pilot).index(f"\n  {hour} ") for hour in ("09", "10", "11")]
        assert places == sorted(places)


async def test_a_filter_is_picked_from_the_values_that_there_are(store: Path) -> None:
    """It is shown while it lasts, stays from view to view, and Delete removes it."""
    async with analysis(store) as pilot:
        await pilot.press("f", *"chan", "enter")
        await until_shown(pilot, "在线客服")
        await pilot.press("down", "enter")
        await until_shown(pilot, "Only channel = 电话")
        await until(pilot, lambda: words(shown(pilot), "Tickets")[1] == "1")
        await pilot.press("delete")
        await until(pilot, lambda: words(shown(pilot), "Tickets")[1] == "3")
        assert "Only channel" not in shown(pilot)


async def test_where_nothing_is_there_is_nothing_to_filter_by(tmp_path: Path) -> None:
    """It is said, instead of an empty list."""
    async with analysis(tmp_path / "desk.db") as pilot:
        await pilot.press("f", *"chan", "enter")
        await until_shown(pilot, "Nothing in this period.")


async def test_the_last_of_quick_questions_is_answered(store: Path) -> None:
    """While figures are worked out it says so; overtaken answers are never shown."""
    async with analysis(store) as pilot:
        app, free = pilot.app, threading.Event()
        assert isinstance(app, KitApp)
        app.run_worker(app.worker.run(free.wait))
        await pilot.press(*["full_stop"] * 5)
        await until_shown(pilot, "All tickets    … working it out")
        await type_period(pilot, "2023-09")
        free.set()
        await until(pilot, lambda: words(shown(pilot), "Tickets")[1] == "0")
        await until_shown(pilot, "2023-09-01 to 2023-09-30")
