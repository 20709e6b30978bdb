"""What the analysis screen tells, and that it follows the store."""

from pathlib import Path

import pytest

from tests.fixtures.pilots import shown, until, until_shown
from tests.pilot.analysis.shop import LARGE, analysis, response_log, save, ticket, words


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with the rows of the printed response time log."""
    path = tmp_path / "desk.db"
    save(path, *response_log())
    return path


async def test_the_printed_log_gives_its_figures(store: Path) -> None:
    """Waits of 10, 25 and 20 minutes: mean 18 min 20 s; too few for P90."""
    async with analysis(store) as pilot:
        screen = shown(pilot)
        assert "Tickets: 3   Open: 0" in screen
        assert words(screen, "n") == ["n", "3", "3"]
        assert words(screen, "mean") == ["mean", "18", "min", "33", "min"]
        assert words(screen, "median") == ["median", "20", "min", "30", "min"]
        assert words(screen, "P90") == ["P90", "–", "–"]
        assert words(screen, "longest") == ["longest", "25", "min", "50", "min"]
        assert words(screen, "attainment")[1] == "100.0%"
        assert "First response later than 30 min: 0.0% (0 of 3)" in screen
        assert "Satisfaction: 4.00 of 5 (n = 3)" in screen
        assert "satisfied 66.7%   low 0.0%   response rate 100.0%" in screen


async def test_a_large_screen_shows_everything_at_once(store: Path) -> None:
    """Figures, histogram with its notes, and groups."""
    async with analysis(store, size=LARGE) as pilot:
        await until_shown(pilot, "█")
        screen = shown(pilot)
        assert "First response time (n = 3)" in screen
        assert "The line marks the limit of 30 min." in screen
        assert words(screen, "邮件")[:6] == ["邮件", "1", "0", "1", "20", "min"]


async def test_a_small_screen_shows_one_pane_at_a_time(store: Path) -> None:
    """1, 2 and 3 open figures, histogram and groups."""
    async with analysis(store) as pilot:
        await pilot.press("2")
        await until_shown(pilot, "Each bar covers")
        assert "median" not in shown(pilot)
        await pilot.press("3")
        await until_shown(pilot, "邮件")
        assert "Each bar covers" not in shown(pilot)
        await pilot.press("1")
        await until_shown(pilot, "median")


async def test_one_key_changes_between_the_histograms(store: Path) -> None:
    """H opens the histogram of first responses, then changes to solutions and back."""
    async with analysis(store) as pilot:
        for title in ("First response time (n = 3)", "Resolution time (n = 3)") * 2:
            await pilot.press("h")
            await until_shown(pilot, title)


async def test_nothing_is_told_by_a_dash(tmp_path: Path) -> None:
    """An empty store has counts of 0, and – for all that has no value."""
    async with analysis(tmp_path / "desk.db") as pilot:
        screen = shown(pilot)
        assert words(screen, "n") == ["n", "0", "0"]
        for name in ("mean", "median", "P90", "P95", "longest"):
            assert words(screen, name)[1:] == ["–", "–"]
        assert words(screen, "attainment")[1:] == ["–", "–", "–"]
        assert "later than 30 min: – (0 of 0)" in screen
        assert "Satisfaction: – of 5 (n = 0)" in screen
        await pilot.press("2")
        await until_shown(pilot, "Nothing to draw yet.")
        await pilot.press("3")
        await until_shown(pilot, "Nothing in this period.")


async def test_impossible_times_are_counted_and_left_out(store: Path) -> None:
    """A response before its submission is told, and is in no figure."""
    save(store, ticket("12:00", "11:00", "12:30", 4, "电话", "产品咨询"))
    async with analysis(store) as pilot:
        await until_shown(pilot, "Left out: first response before the submission: 1")
        assert words(shown(pilot), "n")[1] == "3"


async def test_what_another_session_saves_appears_by_itself(store: Path) -> None:
    """The figures follow the store, the open groups too."""
    async with analysis(store, size=LARGE) as pilot:
        assert "Tickets: 3" in shown(pilot)
        save(store, ticket("14:00", "14:40", "15:00", 2, "微信", "产品咨询"))
        await until_shown(pilot, "Tickets: 4")
        await until_shown(pilot, "later than 30 min: 25.0% (1 of 4)")
        await until_shown(pilot, "微信")
        await until_shown(pilot, "First response time (n = 4)")


async def test_what_was_saved_meanwhile_is_there_when_the_screen_opens_again(store: Path) -> None:
    """A hidden screen costs nothing, and makes up for it."""
    async with analysis(store) as pilot:
        await pilot.press("f2")
        await until(pilot, lambda: pilot.app.current_mode == "intake")
        save(store, ticket("14:00", "14:40", "15:00", 2, "微信", "产品咨询"))
        await pilot.press("f6")
        await until_shown(pilot, "Tickets: 4")


async def test_another_language_is_spoken_at_once(store: Path) -> None:
    """Figures, histogram and groups are drawn anew."""
    async with analysis(store, size=LARGE) as pilot:
        await until_shown(pilot, "minutes")
        await pilot.press("ctrl+l")
        await until_shown(pilot, "首次响应时长（样本数 3）")
        await until_shown(pilot, "竖线：时限 30分钟。")
        await until_shown(pilot, "按渠道")
        screen = shown(pilot)
        assert "minutes" not in screen
        assert words(screen, "平均")[:3] == ["平均", "18分钟", "33分钟"]
        assert words(screen, "渠道")[1:4] == ["工单", "未结", "样本"]
