"""Cells of several dated lines, labelled parts, contacts and limits."""

from datetime import datetime

import pytest

from cstui.domain import acts
from cstui.exchange.fields import Happened
from cstui.exchange.forms import cells
from cstui.exchange.forms.column import InHand
from cstui.exchange.forms.dated_lines import dated_head, dated_lines, dated_moments
from cstui.exchange.forms.labelled import Labelled
from cstui.exchange.times import TimeReader
from cstui.i18n import Translator
from tests.fixtures.exchange.sheets import at

TIMES = TimeReader("Asia/Shanghai", None)
OPENED = "2023-12-30 14:30"


def _hand(**values: object) -> InHand:
    return InHand(TIMES, {"opened": at(OPENED), **values})


def _lines(text: str) -> list[tuple[datetime, str]]:
    hand = _hand()
    dated_lines("steps", acts.Progressed)(text, hand)
    steps: tuple[Happened, ...] = hand.values["steps"]
    return [(one.at, one.act.text) for one in steps if isinstance(one.act, acts.Progressed)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2023-12-31 09:00 a", [("2023-12-31 09:00", "a")]),
        ("2023-12-3109:00 a", [("2023-12-31 09:00", "a")]),
        ("2023年12月31日 9:00：a", [("2023-12-31 09:00", "a")]),
        ("16:00 a\n09:00 b", [("2023-12-30 16:00", "a"), ("2023-12-31 09:00", "b")]),
        ("12-31 09:00 a\n01-02 10:00 b", [("2023-12-31 09:00", "a"), ("2024-01-02 10:00", "b")]),
        ("12月31日 ０９：００ a", [("2023-12-31 09:00", "a")]),
        ("a\nb\n16:00 c\n  17:00 d", [(OPENED, "a\nb"), ("2023-12-30 16:00", "c\n17:00 d")]),
        ("", []),
    ],
)
def test_dated_lines(text: str, told: list[tuple[str, str]]) -> None:
    """A day or a time that is left out follows from the line before; indented lines go on."""
    assert _lines(text) == [(at(when), line) for when, line in told]


def test_only_whole_days_tell_the_order_of_dates() -> None:
    """Month and day without a year, and times alone, do not."""
    text = "31/12/2023 09:00 a\n12-31 10:00 b\n11:00 c"
    assert list(dated_moments(text)) == ["31/12/2023 09:00"]


def test_a_moment_in_front_of_a_text() -> None:
    """Day and time together; a day alone is part of the text."""
    assert dated_head("2023-10-03 16:00 换新\n已寄出", TIMES) == (
        at("2023-10-03 16:00"), "换新\n已寄出",
    )  # fmt: skip
    assert dated_head("2023-10-03 寄出", TIMES) == (None, "2023-10-03 寄出")


def test_labelled_parts_in_either_language() -> None:
    """What stands before the first label has none; other colons mean nothing."""
    talk = Labelled({"reaction": "forms.talk.reaction", "next_action": "forms.talk.next_action"})
    parts = {"": "已告知：明天到", "reaction": "理解", "next_action": "10:30 回电"}
    assert talk.parts("已告知：明天到；客户反应：理解；下一步：10:30 回电") == parts
    assert talk.parts("已告知：明天到; Reaction: 理解; next: 10:30 回电") == parts
    for language in ("zh", "en"):
        text = talk.text(parts[""], parts, Translator("zh" if language == "zh" else "en"))
        assert talk.parts(text) == parts


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("138 1234 5678", "phone", "138 1234 5678"),
        ("138****5678", "phone", "138****5678"),
        ("尾号5678", "phone", "****5678"),
        ("ending in 5678", "phone", "****5678"),
        ("li@example.com", "phone", "li@example.com"),
        ("(010) 1234 5678 转 9", "phone", "(010) 1234 5678 转 9"),
        ("13812345678，13900000002", "phone", "13812345678/13900000002"),
        ("wx_lilaoshi", "phone", "wx_lilaoshi"),
        ("客户-001", "customer_id", "客户-001"),
        ("C202405001", "customer_id", "C202405001"),
    ],
)
def test_contacts(text: str, field: str, value: str) -> None:
    """Codes are numbers of ours; all else may be personal, and is masked like telephones."""
    hand = _hand()
    cells.phone_or_code(text, hand)
    assert hand.values == {**_hand().values, field: value}


def test_where_no_code_is_asked_for_all_is_personal() -> None:
    """A name in a network may look like a code of ours, and must not be shown in full."""
    hand = _hand()
    cells.phone("wx123456", hand)
    assert hand.values["phone"] == "wx123456"


def test_a_rounded_telephone_number_is_nobodys() -> None:
    """A spreadsheet had rounded it; that is counted."""
    hand = _hand()
    cells.phone("1.38E+10", hand)
    assert (hand.values.get("phone"), hand.rounded_ids) == (None, 1)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("48小时", "2024-01-01 15:00"),
        ("2 h", "2023-12-30 17:00"),
        ("2024-01-03 12:00", "2024-01-03 12:00"),
    ],
)
def test_limits_count_from_the_dispatch(text: str, due: str) -> None:
    """So long after it, or until a moment."""
    hand = _hand(assigned=at("2023-12-30 15:00"))
    cells.limit(text, hand)
    assert hand.values["due"] == at(due)
