"""The fields of the forms: missing ones, both forms, the team's lists, both languages."""

import resource
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from cstui.domain import acts
from cstui.domain.ticket import Source
from cstui.ports import Setting
from screens.intake.screen import IntakeScreen
from screens.kit.choice import Choice
from tests.fixtures.front_desk import desk_at, tickets_of
from tests.fixtures.pilots import go_to, opened, shown, until, until_shown
from tests.fixtures.times import at


@contextmanager
def full_disk() -> Iterator[None]:
    """For a while, no file of this process can grow."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def kept(pilot: Pilot[None]) -> Mapping[str, str]:
    """What stands in the fields."""
    screen = pilot.app.screen
    assert isinstance(screen, IntakeScreen)
    assert screen.draft
    return screen.draft.values


async def test_keys_that_come_at_once_find_their_fields(tmp_path: Path) -> None:
    """A slow line brings words and Tab or Enter in one go; each word lands where it was meant."""
    async with opened(desk_at(tmp_path / "desk.db"), tmp_path / "draft") as pilot:
        for key in ["tab", *"no", "tab", *"cat", "enter", "tab", *"fix", "shift+tab", *"top"]:
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: kept(pilot).get("priority") == "top")
        wanted = {"problem.text": "no", "category": "cat", "priority": "top", "request": "fix"}
        assert {name: text for name, text in kept(pilot).items() if text} == wanted


async def test_a_problem_told_in_parts_needs_no_text(tmp_path: Path) -> None:
    """The four parts guide; one of them or the free text is enough."""
    work = desk_at(tmp_path / "desk.db")
    async with opened(work, tmp_path / "draft") as pilot:
        go_to(pilot, "category")
        await pilot.press(*"物流", "enter")
        go_to(pilot, "problem-what")
        await pilot.press(*"未送达", "ctrl+s")
        await until_shown(pilot, "已保存 20260506001")
    (ticket,) = tickets_of(work)
    assert ticket.header.problem.what == "未送达"


async def test_the_response_log_takes_typed_times(tmp_path: Path) -> None:
    """A bare time is on the day of submission; the record keeps what was typed as typed."""
    work = desk_at(tmp_path / "desk.db")
    typed = {
        "customer-number": "A1023", "category": "技术故障", "problem-text": "登录不了",
        "submitted": "2026-05-05 14:20", "responded": "14:45", "resolved": "15:10",
        "score": "3 est", "note": "缓存",
    }  # fmt: skip
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("ctrl+f")
        await until_shown(pilot, "客户服务响应时间记录表")
        for name, text in typed.items():
            go_to(pilot, name)
            await pilot.press(*text)
        await pilot.press("ctrl+s")
        await until_shown(pilot, "已保存 20260505001")
    (ticket,) = tickets_of(work)
    assert ticket.header.form == "response"
    assert ticket.header.category == ("技术故障", "")
    assert [(event.at, event.act) for event in ticket.events if event.source is Source.TYPED] == [
        (at("2026-05-05 14:20"), acts.Submitted()),
        (at("2026-05-05 14:45"), acts.Responded()),
        (at("2026-05-05 15:10"), acts.Resolved("")),
        (
            work.clock.now(),
            acts.Rated(acts.Scale.FIVE, {"overall": 3}, provenance=acts.Provenance.ESTIMATE),
        ),
    ]


async def test_changing_the_form_keeps_what_both_ask_for(tmp_path: Path) -> None:
    """And what only the other one asks for is there again on the way back."""
    work = desk_at(tmp_path / "desk.db")
    async with opened(work, tmp_path / "draft") as pilot:
        go_to(pilot, "customer-phone")
        await pilot.press(*"138")
        go_to(pilot, "problem-text")
        await pilot.press(*"no sound", "ctrl+f")
        await until_shown(pilot, "提交时间")
        assert "no sound" in shown(pilot)
        assert "138" not in shown(pilot)
        await pilot.press("ctrl+f")
        await until_shown(pilot, "138")


async def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    """A save that fails says so and keeps the text; it works as soon as there is room."""
    work = desk_at(tmp_path / "desk.db")
    async with opened(work, tmp_path / "draft") as pilot:
        go_to(pilot, "problem-text")
        await pilot.press(*"gestern", "tab", *"物流")
        with full_disk():
            await pilot.press("ctrl+s")
            await until_shown(pilot, "磁盘")
        await pilot.press("escape")
        await until_shown(pilot, "gestern")
        assert not tickets_of(work)
        await pilot.press("ctrl+s")
        await until_shown(pilot, "已保存 20260506001")


async def test_what_was_typed_survives_a_change_of_language(tmp_path: Path) -> None:
    """Ctrl+L changes labels and state, never the text."""
    work = desk_at(tmp_path / "desk.db")
    async with opened(work, tmp_path / "draft") as pilot:
        await pilot.press("f5", "ctrl+g", *"138", "ctrl+l")
        await until_shown(pilot, "Talking")
        assert "Hotline call record" in shown(pilot)
        assert "✓ greeted" in shown(pilot)
        assert "138" in shown(pilot)
        assert "电话" in shown(pilot)


async def test_the_lists_follow_the_teams_settings(tmp_path: Path) -> None:
    """What another session sets is offered here at once; what is typed stays."""
    work = desk_at(tmp_path / "desk.db")
    other = desk_at(tmp_path / "desk.db")
    async with opened(work, tmp_path / "draft") as pilot:
        channel = go_to(pilot, "channel")
        assert isinstance(channel, Choice)
        await pilot.press(*"抖")
        made = Setting("channels", ["电话", "抖音"], "0001-01-01", "li", other.clock.now())
        other.store.set([made])
        await until(pilot, lambda: work.rules.settings.channels == ("电话", "抖音"))
        await pilot.press("tab")
        await until(pilot, lambda: channel.answer == "抖音")
