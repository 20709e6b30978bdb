"""The shift handover, gathered from a real store."""

import json
from pathlib import Path

import pytest

from cstui.domain import acts
from cstui.domain.errors import NotFound
from cstui.domain.ticket import Customer, Header, Ticket
from cstui.i18n import Language, Translator
from cstui.reports.brief import Brief, Topic, brief_json, brief_text
from cstui.reports.layout import cells
from cstui.services.brief import Briefing
from tests.fixtures.desks import Team, make_team
from tests.fixtures.times import at, event

CUSTOMER = Customer("李小明", "13812345678")


def _ticket(*story: tuple[str, acts.Act], subject: str = "空调不制冷") -> Ticket:
    header = Header("after_sales", priority="一般", customer=CUSTOMER, subject=subject)
    return Ticket(header, tuple(event(when, act) for when, act in story))


def _held(*story: tuple[str, acts.Act], by: str = "wangwei", team: str = "技术支持") -> Ticket:
    return _ticket(
        ("2026-05-06 09:50", acts.Submitted()),
        ("2026-05-06 09:51", acts.Assigned(by, team)),
        ("2026-05-06 09:52", acts.Accepted()),
        ("2026-05-06 09:53", acts.Responded()),
        *story,
    )


def _promise(until: str, what: str) -> tuple[str, acts.Act]:
    return "2026-05-06 09:54", acts.Promised(what, at(until))


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """A team at ten in the morning of 6 May 2026."""
    return make_team(tmp_path / "desk.db")


def _brief(team: Team, of: str = "", *, mine: bool = False, lines: int = 5) -> Brief:
    with team.desk("wangwei") as desk:
        return Briefing(desk).brief(of, mine=mine, lines=lines)


def _told(brief: Brief) -> dict[Topic, list[str]]:
    return {each.topic: [matter.what for matter in each.matters] for each in brief.sections}


def test_promises_stand_soonest_first(team: Team) -> None:
    """What was promised, until when and by whom; those after the next day are not pressing."""
    team.add(
        _held(_promise("2026-05-06 15:00", "寄出配件")),
        _held(_promise("2026-05-06 09:58", "回复检测结果")),
        _held(_promise("2026-05-09 12:00", "上门安装")),
    )
    (section,) = _brief(team).sections
    assert (section.topic, section.count) == (Topic.PROMISES, 2)
    assert [matter.what for matter in section.matters] == ["回复检测结果", "寄出配件"]
    first = section.matters[0]
    assert (first.at, first.owner) == (at("2026-05-06 09:58"), "王伟")


def test_each_topic_has_its_tickets(team: Team) -> None:
    """Calls back, late and soon late ones, those of nobody, long waits, and low scores."""
    team.add(
        _held(("2026-05-06 09:55", acts.CallbackSet(at("2026-05-06 11:00"), "告知费用"))),
        _ticket(("2026-05-06 07:00", acts.Submitted()), subject="late"),
        _ticket(("2026-05-06 08:10", acts.Submitted()), subject="soon"),
        _ticket(
            ("2026-05-01 09:00", acts.Submitted()),
            ("2026-05-01 09:05", acts.Assigned("wangwei", "技术支持")),
            ("2026-05-01 09:10", acts.Responded()),
            ("2026-05-01 09:20", acts.Waiting("等厂家配件")),
        ),
        _held(
            ("2026-05-06 09:55", acts.Resolved("换新")),
            ("2026-05-06 09:56", acts.Rated(acts.Scale.AFTER_SALES, {"overall": 1}, "太慢了")),
        ),
    )
    told = _told(_brief(team))
    assert told[Topic.CALLBACKS] == ["告知费用"]
    assert told[Topic.SOON] == ["soon"]
    assert told[Topic.LATE] == ["空调不制冷", "late"]
    assert sorted(told[Topic.UNASSIGNED]) == ["late", "soon"]
    assert told[Topic.WAITING] == ["等厂家配件"]
    assert told[Topic.LOW] == ["太慢了"]


def test_nothing_pressing(team: Team) -> None:
    """Open work that can wait stands in no topic."""
    team.add(_held())
    brief = _brief(team)
    assert (brief.open, brief.sections) == (1, ())
    assert "没有需要特别交接的事项" in brief_text(brief, Translator("zh"), 80)


def test_of_one_team_or_of_oneself(team: Team) -> None:
    """A team's tickets with those of nobody at all; one's own alone; no team that is none."""
    team.add(
        _held(_promise("2026-05-06 11:00", "mine")),
        _held(_promise("2026-05-06 12:00", "of my team"), by="zhangmin"),
        _held(_promise("2026-05-06 13:00", "of others"), by="lina", team="热线组"),
        _ticket(("2026-05-06 09:59", acts.Submitted())),
    )
    assert _told(_brief(team, "技术支持"))[Topic.PROMISES] == ["mine", "of my team"]
    assert _brief(team, "技术支持").open == 3
    assert _told(_brief(team, mine=True)) == {Topic.PROMISES: ["mine"]}
    with pytest.raises(NotFound, match="unknown_team"):
        _brief(team, "财务部")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_text_fits_and_is_masked(team: Team, language: Language) -> None:
    """Counts first, no line too wide, the rest behind a command, no name or number in full."""
    long = "寄出配件并电话告知客户安装注意事项" * 4
    team.add(*(_held(_promise(f"2026-05-06 11:{minute:02}", long)) for minute in range(7)))
    text = brief_text(_brief(team, "技术支持", lines=3), Translator(language), 80)
    assert max(map(cells, text.splitlines())) <= 80
    assert text.splitlines()[2].count("7") == 2
    assert "李*" in text
    assert "小明" not in text
    assert "13812345678" not in text
    assert "cstui brief --team '技术支持' --lines 7" in text


def test_the_same_for_programs(team: Team) -> None:
    """JSON with the words of the program, and instants with their offset."""
    team.add(_held(_promise("2026-05-06 11:00", "寄出配件")))
    told = json.loads(brief_json(_brief(team)))
    (section,) = told["sections"]
    assert (told["open"], section["topic"], section["count"]) == (1, "promises", 1)
    assert section["matters"][0]["at"] == "2026-05-06T11:00:00+08:00"
    assert section["matters"][0]["customer"] == "李*"
