"""What the analysis screen tells, and that it follows the store."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from cstui.domain.acts import Submitted
from cstui.domain.ticket import Header, Ticket
from screens.analysis.question import VIEWS
from screens.analysis.summary import KEYS
from screens.followup.screen import FollowUpScreen
from screens.kit.fields import Field
from tests.fixtures.pilots import shown, until, until_shown
from tests.fixtures.times import event
from tests.pilot.analysis.shop import DAY, LARGE, analysis, response_log, save, ticket, words


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with the rows of the printed response time log."""
    path = tmp_path / "desk.db"
    save(path, *response_log())
    return path


async def look_at(pilot: Pilot[None], view: str, text: str) -> None:
    """Look at a view until a text of it is shown."""
    await pilot.press(KEYS[VIEWS.index(view)])
    await until_shown(pilot, text)


async def test_the_board_tells_how_the_day_goes(store: Path) -> None:
    """Waits of 10, 25 and 20 minutes: mean 18 min 20 s; what has no value is a dash."""
    async with analysis(store) as pilot:
        screen = shown(pilot)
        assert words(screen, "Tickets")[:3] == ["Tickets", "3", "3"]
        assert words(screen, "First")[:6] == ["First", "response", "time", "18", "min", "3"]
        assert words(screen, "Satisfied")[:4] == ["Satisfied", "66.7%", "3", "90.0%"]
        assert words(screen, "Promises")[2:] == ["–", "0", "–", "–", "–"]


async def test_response_times_come_with_their_histogram(store: Path) -> None:
    """The spread by group, and below it how it is drawn."""
    async with analysis(store, size=(80, 60)) as pilot:
        await look_at(pilot, "response", "The line marks the limit of 30 min.")
        assert words(shown(pilot), "在线客服")[1:4] == ["1", "25", "min"]


@pytest.mark.parametrize("view", VIEWS)
async def test_every_view_can_be_looked_at(store: Path, view: str) -> None:
    """Tab goes from one to the next; its name stays marked among the others."""
    async with analysis(store) as pilot:
        await pilot.press(*["tab"] * VIEWS.index(view))
        await until(pilot, lambda: pilot.app.screen._answer.view == view)  # type: ignore[attr-defined]
        await pilot.press("pagedown", "end", "home", "up", "down", "left", "right")


async def test_a_figure_tells_what_it_means(store: Path) -> None:
    """The equals sign shows formula, n and calendar of the figure under the cursor."""
    async with analysis(store) as pilot:
        await pilot.press("down", "down", "equals_sign")
        await until_shown(pilot, "Formula: first reply by a person")
        assert "18 min (n = 3)" in shown(pilot)
        assert "Working time by calendar" in shown(pilot)


async def test_a_figure_leads_to_its_tickets(store: Path) -> None:
    """Enter lists the tickets behind a figure, and Enter on one opens it in follow-up."""
    async with analysis(store) as pilot:
        await pilot.press("down", "down", "enter")
        await until_shown(pilot, "3 of 3")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, FollowUpScreen))
        await until_shown(pilot, "邮件")


async def test_a_figure_of_a_group_leads_to_the_tickets_of_the_group(store: Path) -> None:
    """What a row is about is kept on the way to its tickets."""
    async with analysis(store) as pilot:
        await look_at(pilot, "response", "longest")
        await pilot.press("down", "enter")
        await until_shown(pilot, "1 of 1")


async def test_a_cell_of_a_heat_map_leads_to_its_tickets(store: Path) -> None:
    """Those of its hour on its weekday; the title of the map leads to all."""
    async with analysis(store, size=LARGE) as pilot:
        await pilot.press("p", *"2023-10-01", "enter")
        await look_at(pilot, "heat", "Sun")
        await pilot.press("enter")
        await until_shown(pilot, "3 of 3")
        await pilot.press("escape", *["down"] * 7, *["right"] * 9, "enter")
        await until_shown(pilot, "1 of 1")


async def test_a_part_of_a_course_leads_to_its_tickets(store: Path) -> None:
    """A row of the trends is about its own days, whatever the period."""
    async with analysis(store, size=(120, 160)) as pilot:
        save(store, ticket("14:00", "14:40", "15:00", 2, "微信", "产品咨询"))
        await pilot.press("p", *"2023-09-30..2023-10-01", "enter")
        await look_at(pilot, "trends", "2023-09-30")
        await pilot.press("end", "enter")
        await until_shown(pilot, "4 of 4")


async def test_a_bar_leads_to_its_tickets(store: Path) -> None:
    """The bar of a type lists the tickets of that type."""
    async with analysis(store, size=LARGE) as pilot:
        await look_at(pilot, "problems", "售后投诉")
        await pilot.press(*["down"] * 3, "enter")
        await until_shown(pilot, "1 of 1")


async def test_a_ticket_in_a_list_opens_at_once(store: Path) -> None:
    """As one of those that wait longest does; it is no figure, and has no formula."""
    waiting = Ticket(
        Header(form="response", channel="电话", subject="keeps beeping"),
        (event(f"{DAY} 09:00", Submitted()),),
    )
    save(store, waiting)
    async with analysis(store, size=LARGE) as pilot:
        await until_shown(pilot, "Waiting longest")
        await pilot.press("end", "equals_sign")
        await until_shown(pilot, "no figure")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, FollowUpScreen))
        await until_shown(pilot, "keeps beeping")


async def test_what_another_session_saves_appears_by_itself(store: Path) -> None:
    """The figures follow the store; the cursor stays on its figure."""
    async with analysis(store, size=LARGE) as pilot:
        await look_at(pilot, "response", "在线客服")
        save(store, ticket("14:00", "14:40", "15:00", 2, "微信", "产品咨询"))
        await until_shown(pilot, "微信")


async def test_what_was_saved_meanwhile_is_there_when_the_screen_opens_again(store: Path) -> None:
    """A hidden screen costs nothing, and makes up for it."""
    async with analysis(store) as pilot:
        await pilot.press("f2")
        await until(pilot, lambda: pilot.app.current_mode == "intake")
        save(store, ticket("14:00", "14:40", "15:00", 2, "微信", "产品咨询"))
        await pilot.press("f6")
        await until(pilot, lambda: words(shown(pilot), "Tickets")[1] == "4")


async def test_another_language_is_spoken_at_once(store: Path) -> None:
    """The view is told anew."""
    async with analysis(store, size=LARGE) as pilot:
        await pilot.press("ctrl+l")
        await until_shown(pilot, "首次响应时长")
        assert "Timeout rate" not in shown(pilot)


async def test_a_narrow_terminal_shows_the_names_that_fit(store: Path) -> None:
    """The open view is always among them."""
    async with analysis(store) as pilot:
        assert "1 Board" in shown(pilot)
        await pilot.press("shift+tab")
        await until_shown(pilot, "Findings")
        assert "1 Board" not in shown(pilot)


async def test_a_report_is_written_where_nothing_is_yet(store: Path) -> None:
    """The ending chooses the format; a file that is there is left alone."""
    path = store.with_name("board.md")
    async with analysis(store) as pilot:
        for outcome in ("Written to", "This file is there already"):
            await pilot.press("w")
            await until_shown(pilot, "The ending chooses")
            pilot.app.screen.query_one("#file", Field).value = str(path)
            await pilot.press("ctrl+s")
            await until_shown(pilot, outcome)
    assert path.read_text().startswith("# Today")
