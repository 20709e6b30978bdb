"""What a record is probably about, told from earlier tickets and from its words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cstui.domain.acts import Submitted
from cstui.domain.ticket import Header, Problem, Ticket
from cstui.services.desk import Desk
from cstui.services.intake.draft import Draft
from cstui.services.intake.live_call import LiveCall
from cstui.services.intake.suggestions import Suggested, Suggestions
from tests.fixtures.front_desk import desk_at

BEFORE = {
    ("售后支持", "维修"): ("空调不制冷", "洗衣机脱水异响", "空调开机吹热风", "冰箱不制冷"),
    ("投诉建议", "流程"): ("退款五天没有进度", "退款申请一直没有人处理", "多次转接没有人处理"),
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk that had some tickets before."""
    desk = desk_at(tmp_path / "desk.db")
    desk.add(
        Ticket(
            Header("hotline", category=category, problem=Problem(text=text)),
            (desk.event(Submitted()),),
        )
        for category, texts in BEFORE.items()
        for text in texts
    )
    yield desk
    desk.store.close()


def test_types_are_learnt_from_earlier_tickets(desk: Desk) -> None:
    """With their subtypes; a record that says nothing yet is of no type."""
    suggestions = Suggestions(desk)
    assert suggestions.suggested(Draft("hotline")).category == ""
    draft = Draft("hotline", {"problem.text": "空调又不制冷了"})
    assert suggestions.suggested(draft).category == "售后支持/维修"


def test_words_tell_the_priority(desk: Desk) -> None:
    """The team's own list of them, wherever in the problem they stand."""
    draft = Draft("hotline", {"problem.outcome": "热水器漏电"})
    assert Suggestions(desk).suggested(draft) == Suggested(priority="高")


def test_what_is_typed_needs_no_suggestion(desk: Desk) -> None:
    """Neither field is suggested over."""
    suggestions = Suggestions(desk)
    values = {"problem.text": "空调漏电不制冷", "category": "其他", "priority": "低"}
    assert suggestions.suggested(Draft("hotline", values)) == Suggested()


def test_an_upset_caller_is_more_urgent(desk: Desk) -> None:
    """By one level at least."""
    calm = Draft("hotline", {"problem.text": "想了解产品"})
    upset = LiveCall(desk).upset(calm)
    levels = desk.rules.settings.priorities
    suggestions = Suggestions(desk)
    before = suggestions.suggested(calm).priority or levels[-1]
    assert levels.index(suggestions.suggested(upset).priority) < levels.index(before)
