"""Satisfaction records typed by hand."""

import csv
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cstui.domain.acts import Act, Provenance
from cstui.domain.fold import fold
from cstui.domain.ticket import Source, Ticket
from data.desk import open_store
from tests.fixtures.desks import Team, make_team
from tests.fixtures.exchange.forms import SATISFACTION_ROWS
from tests.fixtures.times import FrozenClock, at
from tests.pilot.exchange.conftest import Sit, Somebody

EVENING = "2024-06-01 18:00"
IMPROVE = "；最需改进："
TYPED = [[cell.replace("４", "4").replace("2分", "2") for cell in row] for row in SATISFACTION_ROWS]
EXPORTED = [[*row[:7], f"{row[7]}:00", *row[8:]] for row in TYPED]
"""As a spreadsheet gets them: with seconds."""


@pytest.fixture
def evening(team: Team) -> Team:
    """The team on the evening of the form's examples."""
    return Team(team.path, FrozenClock(at(EVENING)))


def _tickets(team: Team) -> list[Ticket]:
    with closing(open_store(team.path, by="lina")) as store:
        return [ticket for batch in store.tickets() for ticket in batch]


def _acts(ticket: Ticket) -> list[Act]:
    return [event.act for event in ticket.events]


def _fields(row: list[str]) -> Iterator[str]:
    """A printed row in the order of the form on the screen, without what stands there already."""
    _, name, number, phone, kind, service, agent, served, content, *rest = row
    scores, (words, measure, owner, due, check, note) = rest[:5], rest[5:]
    words, _, improve = words.partition(IMPROVE)
    yield from (served, service, name, number, phone, kind, agent, content)
    yield "".join(scores)
    yield from (words, improve, "", measure, owner, due, check, note)


async def _typed(somebody: Somebody, row: list[str]) -> None:
    await somebody.press("N")
    await somebody.until_dialog("SurveyForm")
    # a digit goes on by itself: after the scores Enter leaves who gave them
    await somebody.type(*_fields(row))
    await somebody.until_dialog("FollowUpScreen")


async def test_the_forms_rows_typed_exported_and_imported_are_the_same(
    evening: Team, sit: Sit, folder: Path, tmp_path: Path
) -> None:
    """Row for row as the form prints them, and act for act in the other store."""
    async with sit(evening) as lina:
        for row in SATISFACTION_ROWS:
            await _typed(lina, [cell.replace("４", "4").replace("2分", "2") for cell in row])
        await lina.press("E")
        await lina.until_dialog("ExportForm")
        await lina.type("f4.csv", "全部", "不限", "满意度")
        await lina.until_seen("已将 3 条工单导出到")
    text = (folder / "f4.csv").read_text(encoding="utf-8-sig")
    assert list(csv.reader(text.splitlines()))[1:] == EXPORTED
    other = make_team(tmp_path / "other.db")
    async with sit(other) as lina:
        await lina.press("I")
        await lina.until_dialog("Ask")
        await lina.type("f4.csv")
        await lina.until_seen("可导入 3 条")
        await lina.press("ctrl+s")
        await lina.until_seen("新增工单 3 条")
    typed, taken = _tickets(evening), _tickets(other)
    assert [one.number for one in taken] == [row[0] for row in SATISFACTION_ROWS]
    assert [_acts(one) for one in taken] == [_acts(one) for one in typed]
    for mine, theirs in zip(typed, taken, strict=True):
        assert fold(mine).header.customer == fold(theirs).header.customer


async def test_what_is_said_now_is_said_now(evening: Team, sit: Sit) -> None:
    """The service was before, as somebody typed; the customer speaks at this moment."""
    async with sit(evening) as lina:
        await _typed(lina, TYPED[0])
    (ticket,) = _tickets(evening)
    told = [(one.kind, f"{one.at:%H:%M}", one.by, one.source) for one in ticket.events]
    assert told == [
        ("submitted", "14:30", "lina", Source.TYPED),
        ("assigned", "14:30", "lina", Source.TYPED),
        ("closed", "14:30", "CS001 陈*", Source.TYPED),
        ("rated", "18:00", "lina", Source.MEASURED),
        ("measure_set", "18:00", "lina", Source.MEASURED),
    ]


async def test_a_measure_that_did_not_help_needs_a_note(evening: Team, sit: Sit) -> None:
    """As wherever measures are checked."""
    async with sit(evening) as lina:
        await lina.press("N")
        await lina.until_dialog("SurveyForm")
        await lina.type(*list(_fields(TYPED[2]))[:-1], "")
        await lina.until_seen("须填写复盘说明")
        await lina.type("绩效预警")
        await lina.until_seen("CSAT20240601001")


async def test_what_cannot_be_used_is_told_beside_its_field(evening: Team, sit: Sit) -> None:
    """All that was typed stays there until it is right."""
    async with sit(evening) as lina:
        await lina.press("N")
        await lina.until_dialog("SurveyForm")
        await lina.type("2024-06-01 19:30", "售后投诉", "王女士", "", "", "", "", "", "43523")
        await lina.press("ctrl+s")
        await lina.until_seen("尚未到该时间")
        assert "王女士" in lina.text()
        await lina.type("2024-06-01 14:30")
        await lina.press("ctrl+s")
        await lina.until_seen("CSAT20240601001")


async def test_nobody_is_asked_again_so_soon_without_a_reason(evening: Team, sit: Sit) -> None:
    """The form comes back with a field for it."""
    async with sit(evening) as lina:
        await _typed(lina, TYPED[0])
        await lina.press("N")
        await lina.until_dialog("SurveyForm")
        again = list(_fields(TYPED[0]))
        await lina.type(*again)
        await lina.until_seen("如需再次询问")
        await lina.type("客户来电补充")
        await lina.until_seen("CSAT20240601002")
    rating = fold(_tickets(evening)[1]).rating
    assert rating is not None
    assert rating.why == "客户来电补充"


async def test_who_did_not_answer_gave_no_score(evening: Team, sit: Sit) -> None:
    """That they were asked is kept."""
    async with sit(evening) as lina:
        await lina.press("N")
        await lina.until_dialog("SurveyForm")
        await lina.type("", "售后投诉", "王女士", "", "", "", "", "")
        await lina.type("", "", "", "", "", "未回复")
        await lina.press("ctrl+s")
        await lina.until_seen("CSAT20240601001")
    rating = fold(_tickets(evening)[0]).rating
    assert rating is not None
    assert (rating.provenance, rating.scores) == (Provenance.UNANSWERED, {})


async def test_nothing_typed_is_thrown_away_in_silence(evening: Team, sit: Sit) -> None:
    """Esc asks first, once there is something."""
    async with sit(evening) as lina:
        await lina.press("N")
        await lina.until_dialog("SurveyForm")
        await lina.press("escape")
        await lina.until_dialog("FollowUpScreen")
        await lina.press("N")
        await lina.until_dialog("SurveyForm")
        await lina.type("", "售后投诉")
        await lina.press("escape")
        await lina.until_dialog("Confirm")
        await lina.press("escape")
        await lina.until_dialog("SurveyForm")
        assert "售后投诉" in lina.text()
