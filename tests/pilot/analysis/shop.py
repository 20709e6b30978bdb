"""A small service team for the tests of the analysis screen: its tickets, its store, its screen."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from textual.pilot import Pilot

from cstui.cli.session import read_rules
from cstui.domain.acts import Rated, Resolved, Responded, Scale, Submitted
from cstui.domain.people import Person
from cstui.domain.ticket import Header, Ticket
from cstui.i18n import Language, Translator
from cstui.services.desk import Desk
from data.desk import create_store, open_store
from screens.analysis.screen import AnalysisScreen
from tests.fixtures.pilots import opened, until, until_shown
from tests.fixtures.times import FrozenClock, at, event

EVENING = at("2023-10-01 18:00")
"""When the figures are looked at: the day of the printed response time log."""
DAY = "2023-10-01"
LARGE = (120, 40)
"""A terminal on which everything has room at once."""


def ticket(
    submitted: str, responded: str, solved: str, score: int, channel: str, kind: str
) -> Ticket:
    """A ticket of that day that was answered, solved and rated; the times as `09:15`."""
    events = (
        event(f"{DAY} {submitted}", Submitted()),
        event(f"{DAY} {responded}", Responded()),
        event(f"{DAY} {solved}", Resolved("已处理")),
        event(f"{DAY} {solved}", Rated(Scale.FIVE, {"overall": score})),
    )
    return Ticket(Header(form="response", channel=channel, category=(kind, "")), events)


def response_log() -> list[Ticket]:
    """The three rows of the printed response time log: waits of 10, 25 and 20 minutes."""
    return [
        ticket("09:15", "09:25", "09:45", 5, "电话", "产品咨询"),
        ticket("10:00", "10:25", "10:50", 3, "在线客服", "售后投诉"),
        ticket("11:00", "11:20", "11:20", 4, "邮件", "技术故障"),
    ]


@contextmanager
def desk_at(path: Path, login: str) -> Iterator[Desk]:
    """Somebody's session on that evening, at a store that is created where there is none."""
    store = open_store(path, by=login) if path.exists() else create_store(path)
    try:
        yield Desk(store, FrozenClock(EVENING), Person(login), lambda: read_rules(store))
    finally:
        store.close()


def save(path: Path, *tickets: Ticket) -> None:
    """Save tickets in a session of its own."""
    with desk_at(path, "li") as desk:
        desk.add(tickets)


@asynccontextmanager
async def analysis(
    path: Path, language: Language = "en", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    """The program on that evening, with figures on the analysis screen."""
    with desk_at(path, "wang") as desk:
        async with opened(desk, path.with_name("draft"), language, size) as pilot:
            await pilot.press("f6")
            await until(pilot, lambda: isinstance(pilot.app.screen, AnalysisScreen))
            await until_shown(pilot, Translator(language)("metric.PK.name"))
            yield pilot


def words(text: str, start: str) -> list[str]:
    """The words of the first line that has such a word, from there on."""
    found = next(line.split() for line in text.splitlines() if start in line.split())
    return found[found.index(start) :]
